//! The audit log as staff reads it.

use serde::{Deserialize, Serialize};

use crate::vocabulary;

vocabulary! {
    /// Who acted.
    ActorKind {
        /// Somebody with an account.
        User = "user",
        /// Whoever has a shell on the server.
        Command = "command",
        /// The server itself.
        System = "system",
        /// Somebody without an account.
        Anonymous = "anonymous",
    }
}

/// Who did what to which object when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct AuditEvent {
    /// UUIDv7.
    pub id: String,
    /// When, RFC 3339.
    pub at: String,
    /// Who, by kind.
    pub actor: ActorKind,
    /// Who, if it was somebody with an account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor_id: Option<String>,
    /// The name, if the account is still there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor_name: Option<String>,
    /// What was done, e.g. `user.invite`.
    pub action: String,
    /// To what kind of object.
    pub object_kind: String,
    /// To which.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub object_id: Option<String>,
    /// In which department.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<String>,
    /// Its place in the chain, once it is sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<i64>,
    /// Why, in somebody's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What changed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<FieldChange>,
    /// Whether reason and changes were erased.
    pub erased: bool,
}

/// How one field changed; values are JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct FieldChange {
    /// The field.
    pub field: String,
    /// What it was, as JSON text.
    pub from: String,
    /// What it became, as JSON text.
    pub to: String,
}

/// A page of the audit log, the latest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct AuditPage {
    /// The events of this page.
    pub items: Vec<AuditEvent>,
    /// The cursor of the next page; absent on the last one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}
