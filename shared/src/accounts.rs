//! People with an account: who they are, what they may do, and how they come in.

use serde::{Deserialize, Serialize};

use crate::departments::DepartmentLink;
use crate::vocabulary;

vocabulary! {
    /// What somebody may be here; everybody else is a resident.
    Role {
        /// Runs the whole portal.
        Admin = "admin",
        /// Runs a department: its people, roles and content.
        DepartmentAdmin = "department_admin",
        /// Writes and publishes formats, examples, guides and concepts.
        Editor = "editor",
        /// Decides on what the public submits.
        Moderator = "moderator",
        /// Leads projects.
        ProjectLead = "project_lead",
        /// Works with the Mitmachpool.
        PoolManager = "pool_manager",
        /// Runs draws by lot.
        DrawOfficer = "draw_officer",
        /// Telephones who was drawn.
        Caller = "caller",
        /// Data protection officer.
        Dpo = "dpo",
    }
}

vocabulary! {
    /// How somebody proved who they are.
    Strength {
        /// A link or code in an e-mail.
        Mail = "mail",
        /// Password and second factor.
        Totp = "totp",
        /// The city's identity provider.
        Oidc = "oidc",
    }
}

/// Begins a sign-in by e-mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct SignInByMail {
    /// Where the link and the code are sent.
    pub email: String,
}

/// A mail is on its way, if there may be one: the answer is the same for every address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct SignInChallenge {
    /// The secret that this device shows together with the code or the link's token. Keep it.
    pub challenge: String,
    /// Seconds until the code is no longer good.
    pub expires_in: u32,
}

/// Completes a sign-in by e-mail with the code or with the link's token.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct ChallengeAnswer {
    /// What the challenge said.
    pub challenge: String,
    /// The six digits from the mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// The token from the mail's link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
}

/// The first step of a sign-in with password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct SignInByPassword {
    /// The address.
    pub email: String,
    /// The password.
    pub password: String,
}

vocabulary! {
    /// What a sign-in needs next.
    SignInStep {
        /// A code of the second factor.
        Code = "code",
        /// The second factor has to be set up first.
        Enrol = "enrol",
    }
}

/// The password was right; the second factor is still missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct SecondFactorWanted {
    /// What comes next.
    pub next: SignInStep,
    /// The secret that the next step shows.
    pub ticket: String,
    /// Seconds until it is no longer good.
    pub expires_in: u32,
}

/// The second step: a code from the authenticator, or a recovery code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct SecondFactor {
    /// What the first step said.
    pub ticket: String,
    /// Six digits, or a recovery code.
    pub code: String,
}

/// Shows a one-time secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Ticket {
    /// The secret.
    pub ticket: String,
}

/// What an authenticator needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Enrolment {
    /// The secret in groups of four letters, to type in.
    pub secret: String,
    /// The same as an address (`otpauth://…`), for the picture.
    pub uri: String,
    /// The picture as SVG.
    pub qr_svg: String,
}

/// Signed in: the access token for the `Authorization` header. The refresh token is in a cookie.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct SignedIn {
    /// Send it as `Authorization: Bearer …`. Keep it in memory only.
    pub access_token: String,
    /// Seconds until it ends; refresh before.
    pub expires_in: u32,
    /// Who is signed in.
    pub me: Me,
    /// New recovery codes, shown this once; only after the second factor was set up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recovery_codes: Vec<String>,
}

/// An invitation or a reset, seen with its token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Invitation {
    /// Whom it is for.
    pub email: String,
    /// The name as it was written down.
    pub name: String,
    /// Whether this is the very first account, which sets up the portal: address and name are then free.
    pub set_up: bool,
}

/// Takes up an invitation or a reset.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct InvitationAnswer {
    /// The token of the link.
    pub token: String,
    /// The new password.
    pub password: String,
    /// The name, if it is not as it was written down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The address; only for the very first account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
}

/// Changes the own password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct PasswordChange {
    /// The one until now.
    pub current: String,
    /// The new one.
    pub new: String,
}

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Me {
    /// UUIDv7.
    pub id: String,
    /// The name; empty for residents who gave none.
    pub name: String,
    /// The own address.
    pub email: String,
    /// Language of mails.
    pub locale: String,
    /// How this session came about.
    pub strength: Strength,
    /// The roles that hold now.
    pub roles: Vec<RoleHeld>,
    /// Counts the changes; what `If-Match` compares.
    pub version: i64,
}

impl Me {
    /// Whether the person works for the city.
    pub fn is_staff(&self) -> bool {
        !self.roles.is_empty()
    }

    /// Whether one of the roles is held anywhere.
    pub fn has_any(&self, roles: &[Role]) -> bool {
        self.roles.iter().any(|held| roles.contains(&held.role))
    }
}

/// Changes what is known of the own person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct MePatch {
    /// The name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Language of mails: `de` or `en`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
}

/// A role that somebody holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct RoleHeld {
    /// The role.
    pub role: Role,
    /// In which department and below; absent = everywhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<DepartmentLink>,
    /// For one object alone: its kind and id, e.g. `project/0198…`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object: Option<String>,
    /// Until when, RFC 3339; absent = until it is taken away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends_at: Option<String>,
}

/// One sign-in of mine on one device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Session {
    /// UUIDv7.
    pub id: String,
    /// What people recognise it by, e.g. "Firefox, Linux".
    pub device: String,
    /// How it came about.
    pub strength: Strength,
    /// When it began, RFC 3339.
    pub created_at: String,
    /// When it was last used, RFC 3339.
    pub last_used_at: String,
    /// Whether it is the one that asks.
    pub current: bool,
}

/// My open sessions, the last used first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Sessions {
    /// All of them.
    pub items: Vec<Session>,
}

vocabulary! {
    /// What state an account is in.
    UserState {
        /// Was invited and has not come yet.
        Invited = "invited",
        /// Can sign in.
        Active = "active",
        /// Was disabled.
        Disabled = "disabled",
    }
}

/// An account as staff sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct User {
    /// UUIDv7.
    pub id: String,
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
    /// Language of mails.
    pub locale: String,
    /// Its state.
    pub state: UserState,
    /// Whether a second factor is set up.
    pub second_factor: bool,
    /// When it was last used, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_seen_at: Option<String>,
    /// Every grant, the ended ones too, the latest first.
    pub grants: Vec<RoleGrant>,
    /// Counts the changes; what `If-Match` compares.
    pub version: i64,
    /// When it was made, RFC 3339.
    pub created_at: String,
}

/// Who has a role, where, until when, and who gave it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct RoleGrant {
    /// UUIDv7.
    pub id: String,
    /// The role and where it holds.
    #[serde(flatten)]
    pub held: RoleHeld,
    /// Whether it holds now.
    pub active: bool,
    /// From when, RFC 3339.
    pub starts_at: String,
    /// Why it was given.
    pub reason: String,
    /// Who gave it; absent = the command line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub granted_by: Option<String>,
    /// When it was given, RFC 3339.
    pub granted_at: String,
    /// When it was taken away, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revoked_at: Option<String>,
}

/// Gives somebody a role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct NewGrant {
    /// The role.
    pub role: Role,
    /// In which department and below (UUID); absent = everywhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<String>,
    /// Last day on which it holds, `YYYY-MM-DD`; absent = until it is taken away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_day: Option<String>,
    /// Why.
    pub reason: String,
}

/// Takes a role away.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Revocation {
    /// Why.
    pub reason: String,
}

/// Invites somebody with a first role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct NewUser {
    /// The name.
    pub name: String,
    /// The address; the invitation goes there.
    pub email: String,
    /// Language of mails: `de` or `en`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// The first role.
    pub grant: NewGrant,
}

/// Corrects an account or disables it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct UserPatch {
    /// The name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Whether it is disabled; disabling ends every session at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disabled: Option<bool>,
}
