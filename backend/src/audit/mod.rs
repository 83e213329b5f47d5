//! Who did what to which object when: append-only, chained by digests, filterable.
//!
//! An event is written in the transaction of what it tells. What changed lies beside it and can be erased;
//! the chain holds its salted digest and stays whole. Tables: `audit_events`, `audit_details`.

pub mod chain;
mod routes;
pub mod store;

use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::access::keys::{KeysError, random};
use crate::db::{DbError, Timestamp, Tx};
use crate::http::Mount;
use crate::ids::{AuditEventId, DepartmentId, Ids, UserId};

/// Who acted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Somebody who was signed in, or tried to be.
    User(UserId),
    /// Whoever has a shell on the server.
    Command,
    /// The server itself.
    System,
    /// Somebody without an account.
    Anonymous,
}

impl Actor {
    const fn kind(self) -> &'static str {
        match self {
            Self::User(_) => "user",
            Self::Command => "command",
            Self::System => "system",
            Self::Anonymous => "anonymous",
        }
    }

    const fn user(self) -> Option<UserId> {
        match self {
            Self::User(id) => Some(id),
            _ => None,
        }
    }
}

/// An event on its way into the log.
#[derive(Clone, Debug)]
pub struct Event<'event> {
    /// Who acted.
    pub actor: Actor,
    /// What was done, e.g. `user.invite`.
    pub action: &'static str,
    /// What kind of object it was done to, e.g. `user`.
    pub object_kind: &'static str,
    /// Which.
    pub object_id: Option<Uuid>,
    /// The department that it belongs to.
    pub department: Option<DepartmentId>,
    /// Why, in somebody's words.
    pub reason: Option<&'event str>,
    /// What changed, as [`difference`] gives it; `null` if nothing did.
    pub changes: Value,
    /// The request.
    pub request_id: Option<&'event str>,
}

impl<'event> Event<'event> {
    /// An event with no more than who, what and to which.
    pub const fn new(
        actor: Actor,
        action: &'static str,
        object_kind: &'static str,
        object_id: Option<Uuid>,
    ) -> Self {
        Self {
            actor,
            action,
            object_kind,
            object_id,
            department: None,
            reason: None,
            changes: Value::Null,
            request_id: None,
        }
    }

    /// Adds what changed.
    #[must_use]
    pub fn with_changes(mut self, changes: Value) -> Self {
        self.changes = changes;
        self
    }

    /// Adds why.
    #[must_use]
    pub const fn with_reason(mut self, reason: &'event str) -> Self {
        self.reason = Some(reason);
        self
    }

    /// Adds the department.
    #[must_use]
    pub const fn within(mut self, department: Option<DepartmentId>) -> Self {
        self.department = department;
        self
    }

    /// Adds the request.
    #[must_use]
    pub const fn during(mut self, request_id: &'event str) -> Self {
        self.request_id = Some(request_id);
        self
    }
}

/// Why an event could not be written.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
    /// The machine gives no random numbers.
    #[error(transparent)]
    Keys(#[from] KeysError),
}

impl From<RecordError> for crate::problem::ApiError {
    fn from(error: RecordError) -> Self {
        match error {
            RecordError::Db(error) => error.into(),
            RecordError::Keys(error) => Self::internal(error),
        }
    }
}

/// Writes an event in the transaction of what it tells.
pub async fn record(tx: &mut Tx, ids: Ids, now: Timestamp, event: Event<'_>) -> Result<(), RecordError> {
    let mut details = Map::new();
    if let Some(reason) = event.reason.filter(|reason| !reason.is_empty()) {
        details.insert("reason".to_owned(), reason.into());
    }
    if !event.changes.is_null() {
        details.insert("changes".to_owned(), event.changes.clone());
    }
    let details = Value::Object(details).to_string();
    let salt = random::<16>()?;
    let digest = details_digest(&salt, &details);
    store::insert(tx, AuditEventId(ids.next()), now, &event, &digest, &salt, &details).await?;
    Ok(())
}

/// The salted digest of an event's details, by which the chain knows them.
pub fn details_digest(salt: &[u8], details: &str) -> Vec<u8> {
    Sha256::new().chain_update(salt).chain_update(details.as_bytes()).finalize().to_vec()
}

/// What differs between two states of an object, by field: `{"name": {"from": …, "to": …}}`; `null` if
/// nothing does.
pub fn difference(before: &Value, after: &Value) -> Value {
    let empty = Map::new();
    let (old, new) = (before.as_object().unwrap_or(&empty), after.as_object().unwrap_or(&empty));
    let mut changes = Map::new();
    for key in old.keys().chain(new.keys().filter(|key| !old.contains_key(*key))) {
        let (from, to) = (old.get(key).unwrap_or(&Value::Null), new.get(key).unwrap_or(&Value::Null));
        if from != to {
            changes.insert(key.clone(), json!({ "from": from, "to": to }));
        }
    }
    if changes.is_empty() { Value::Null } else { Value::Object(changes) }
}

/// The slice's routes.
pub fn routes(config: &mut impl Mount) {
    routes::mount(config);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_names_what_changed_came_and_went_and_nothing_else() {
        let before = json!({ "name": "Amt A", "four_eyes": false, "old": 1 });
        let after = json!({ "name": "Amt B", "four_eyes": false, "new": 2 });
        assert_eq!(
            difference(&before, &after),
            json!({
                "name": { "from": "Amt A", "to": "Amt B" },
                "old": { "from": 1, "to": null },
                "new": { "from": null, "to": 2 },
            })
        );
        assert_eq!(difference(&before, &before), Value::Null);
    }
}
