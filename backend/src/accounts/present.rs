//! Accounts as the API shows them.

use mitwirken_shared::accounts::{Me, Role, RoleGrant, RoleHeld, Strength, User, UserState};
use mitwirken_shared::departments::DepartmentLink;
use mitwirken_shared::vocabulary::Vocabulary as _;

use super::store::{self, GrantHistory, UserRow};
use crate::db::{DbError, Timestamp, Tx};

/// Where addresses are sealed to.
pub const EMAIL: &str = "users.email";

fn is_active(grant: &GrantHistory, now: Timestamp) -> bool {
    grant.starts_at <= now
        && grant.ends_at.is_none_or(|end| now < end)
        && grant.revoked_at.is_none_or(|end| now < end)
}

fn held(grant: &GrantHistory) -> Option<RoleHeld> {
    Some(RoleHeld {
        role: Role::parse(&grant.role)?,
        department: grant.department_id.map(|id| DepartmentLink {
            id: id.to_string(),
            name: grant.department_name.clone().unwrap_or_default(),
        }),
        object: grant.object_kind.as_ref().zip(grant.object_id).map(|(kind, id)| format!("{kind}/{id}")),
        ends_at: grant.ends_at.map(|at| at.to_string()),
    })
}

/// The one who is signed in.
pub async fn me(
    tx: &mut Tx,
    user: &UserRow,
    email: &str,
    strength: Strength,
    now: Timestamp,
) -> Result<Me, DbError> {
    let roles = match strength {
        Strength::Mail => Vec::new(),
        Strength::Totp | Strength::Oidc => {
            let history = store::list_grant_history(tx, user.id).await?;
            history.iter().filter(|grant| is_active(grant, now)).filter_map(held).collect()
        }
    };
    Ok(Me {
        id: user.id.to_string(),
        name: user.name.clone(),
        email: email.to_owned(),
        locale: user.locale.clone(),
        strength,
        roles,
        version: user.version,
    })
}

/// An account for staff.
pub fn user(user: &UserRow, email: String, grants: &[GrantHistory], now: Timestamp) -> User {
    let state = match (user.disabled_at, user.last_seen_at) {
        (Some(_), _) => UserState::Disabled,
        (None, None) => UserState::Invited,
        (None, Some(_)) => UserState::Active,
    };
    User {
        id: user.id.to_string(),
        name: user.name.clone(),
        email,
        locale: user.locale.clone(),
        state,
        second_factor: user.totp_confirmed_at.is_some(),
        last_seen_at: user.last_seen_at.map(|at| at.to_string()),
        grants: grants.iter().filter_map(|history| grant(history, now)).collect(),
        version: user.version,
        created_at: user.created_at.to_string(),
    }
}

/// A grant with its history.
pub fn grant(history: &GrantHistory, now: Timestamp) -> Option<RoleGrant> {
    Some(RoleGrant {
        id: history.id.to_string(),
        held: held(history)?,
        active: is_active(history, now),
        starts_at: history.starts_at.to_string(),
        reason: history.reason.clone(),
        granted_by: history.granted_by_name.clone(),
        granted_at: history.granted_at.to_string(),
        revoked_at: history.revoked_at.map(|at| at.to_string()),
    })
}
