//! Every table with its columns, for what goes through all of them.

use serde::{Deserialize, Serialize};

/// How a column is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnType {
    /// `blob` / `uuid`.
    Uuid,
    /// `text`.
    Text,
    /// `blob` / `bytea`.
    Bytes,
    /// `integer` / `boolean`.
    Boolean,
    /// `integer` / `bigint`.
    Integer,
    /// `text` / `timestamptz`.
    Timestamp,
}

use ColumnType::{Boolean, Bytes, Integer, Text, Timestamp as Time, Uuid as Id};

/// The columns of a table, in order.
pub type Columns = &'static [(&'static str, ColumnType)];

const DOCUMENT: Columns = &[
    ("id", Id),
    ("slug", Text),
    ("status", Text),
    ("title_folded", Text),
    ("document", Text),
    ("origin", Text),
    ("shipped_digest", Text),
    ("version", Integer),
    ("created_at", Time),
    ("updated_at", Time),
    ("published_at", Time),
];

/// Every table in an order in which foreign keys hold. What is in [`LEFT_OUT`] is not. A
/// test compares both with the schema.
pub const TABLES: &[(&str, Columns)] = &[
    ("app_state", &[("key", Text), ("value", Text)]),
    ("formats", DOCUMENT),
    (
        "format_relations",
        &[("format_id", Id), ("kind", Text), ("other_id", Id), ("position", Integer), ("note", Text)],
    ),
    ("examples", DOCUMENT),
    ("example_formats", &[("example_id", Id), ("format_id", Id), ("position", Integer)]),
    ("guides", DOCUMENT),
    ("guide_formats", &[("guide_id", Id), ("format_id", Id), ("position", Integer)]),
    ("concepts", DOCUMENT),
    ("concept_formats", &[("concept_id", Id), ("format_id", Id), ("position", Integer)]),
    (
        "users",
        &[
            ("id", Id),
            ("email_hash", Bytes),
            ("email_sealed", Bytes),
            ("name", Text),
            ("name_folded", Text),
            ("locale", Text),
            ("password_hash", Text),
            ("totp_sealed", Bytes),
            ("totp_confirmed_at", Time),
            ("totp_step", Integer),
            ("oidc_subject", Text),
            ("disabled_at", Time),
            ("last_seen_at", Time),
            ("version", Integer),
            ("created_at", Time),
            ("updated_at", Time),
        ],
    ),
    ("recovery_codes", &[("user_id", Id), ("code_hash", Bytes), ("used_at", Time)]),
    (
        "signing_keys",
        &[
            ("id", Text),
            ("public_key", Bytes),
            ("private_sealed", Bytes),
            ("created_at", Time),
            ("retired_at", Time),
        ],
    ),
    (
        "organisations",
        &[
            ("id", Id),
            ("kind", Text),
            ("name", Text),
            ("name_folded", Text),
            ("contact", Text),
            ("verified", Boolean),
            ("version", Integer),
            ("created_at", Time),
            ("updated_at", Time),
        ],
    ),
    (
        "departments",
        &[
            ("id", Id),
            ("organisation_id", Id),
            ("parent_id", Id),
            ("kind", Text),
            ("abbreviation", Text),
            ("name", Text),
            ("name_folded", Text),
            ("rollout", Text),
            ("rollout_since", Time),
            ("four_eyes", Boolean),
            ("version", Integer),
            ("created_at", Time),
            ("updated_at", Time),
        ],
    ),
    (
        "role_grants",
        &[
            ("id", Id),
            ("user_id", Id),
            ("role", Text),
            ("scope", Text),
            ("department_id", Id),
            ("object_kind", Text),
            ("object_id", Id),
            ("starts_at", Time),
            ("ends_at", Time),
            ("reason", Text),
            ("granted_by", Id),
            ("granted_at", Time),
            ("revoked_by", Id),
            ("revoked_at", Time),
        ],
    ),
    (
        "audit_events",
        &[
            ("id", Id),
            ("at", Time),
            ("actor_kind", Text),
            ("actor_id", Id),
            ("action", Text),
            ("object_kind", Text),
            ("object_id", Id),
            ("department_id", Id),
            ("request_id", Text),
            ("details_digest", Bytes),
            ("position", Integer),
            ("hash", Bytes),
        ],
    ),
    ("audit_details", &[("event_id", Id), ("salt", Bytes), ("details", Text)]),
    (
        "outbox_mails",
        &[
            ("id", Id),
            ("template", Text),
            ("lang", Text),
            ("recipient_sealed", Bytes),
            ("recipient_hash", Bytes),
            ("values_sealed", Bytes),
            ("state", Text),
            ("attempts", Integer),
            ("next_attempt_at", Time),
            ("leased_until", Time),
            ("expires_at", Time),
            ("last_answer", Text),
            ("created_at", Time),
            ("finished_at", Time),
        ],
    ),
];

/// Tables that no backup holds: `search_changes` is a feed, and every server reads everything anew after a
/// restore; the others are good for minutes or for one browser, and whoever restores signs in again.
pub const LEFT_OUT: &[&str] = &["search_changes", "sessions", "refresh_tokens", "tickets", "throttles"];
