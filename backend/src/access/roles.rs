//! Who holds which role where and until when.

use mitwirken_shared::accounts::Role;
use uuid::Uuid;

use crate::db::Timestamp;
use crate::ids::{DepartmentId, GrantId};

/// Where a role holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everywhere.
    Global,
    /// In this department and all below it.
    Department(DepartmentId),
    /// For this object alone.
    Object {
        /// What it is, e.g. `project`.
        kind: String,
        /// Which.
        id: Uuid,
    },
}

/// A role that somebody holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// Its id.
    pub id: GrantId,
    /// The role.
    pub role: Role,
    /// Where it holds.
    pub scope: Scope,
    /// From when.
    pub starts_at: Timestamp,
    /// Until when, if it ends by itself.
    pub ends_at: Option<Timestamp>,
    /// When it was taken away.
    pub revoked_at: Option<Timestamp>,
}

impl Grant {
    /// Whether it holds at `now`.
    pub fn holds(&self, now: Timestamp) -> bool {
        self.starts_at <= now
            && self.ends_at.is_none_or(|end| now < end)
            && self.revoked_at.is_none_or(|end| now < end)
    }
}
