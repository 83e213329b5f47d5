//! Mail on its way, as staff sees it.

use serde::{Deserialize, Serialize};

use crate::vocabulary;

vocabulary! {
    /// What state a mail is in.
    MailState {
        /// Waits for its turn.
        Waiting = "waiting",
        /// Is being handed over.
        Sending = "sending",
        /// Was taken by the mail server.
        Sent = "sent",
        /// Could not be sent.
        Failed = "failed",
        /// Was let go by staff.
        Discarded = "discarded",
    }
}

/// A mail, without its content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct OutboxMail {
    /// UUIDv7.
    pub id: String,
    /// Which template, e.g. `invitation`.
    pub template: String,
    /// In which language.
    pub lang: String,
    /// Its state.
    pub state: MailState,
    /// How often it was tried.
    pub attempts: u32,
    /// What the mail server said last, without addresses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_answer: Option<String>,
    /// When it is tried next, RFC 3339; only while it waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_attempt_at: Option<String>,
    /// When it was put in, RFC 3339.
    pub created_at: String,
    /// When it was sent or given up, RFC 3339.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finished_at: Option<String>,
    /// Whether it can still be sent: address and content go once it was.
    pub sendable: bool,
}

/// How many mails are in one state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct MailCount {
    /// The state.
    pub state: MailState,
    /// How many.
    pub count: u64,
}

/// A page of mails in one state, the latest first, with the counts of all states.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct OutboxPage {
    /// The mails of this page.
    pub items: Vec<OutboxMail>,
    /// The cursor of the next page; absent on the last one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// Counts of every state that occurs.
    pub counts: Vec<MailCount>,
}
