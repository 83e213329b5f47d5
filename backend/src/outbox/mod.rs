//! Mail on its way: written in the transaction of what causes it, sent by a worker, never lost and, where
//! SMTP allows, never doubled. Table: `outbox_mails`.

mod develop;
pub mod render;
mod routes;
pub mod store;
mod transport;
pub mod worker;

use chrono::Duration;
use serde::Serialize;

use crate::access::Keys;
use crate::access::keys::KeysError;
use crate::db::{DbError, Timestamp, Tx};
use crate::http::Mount;
use crate::ids::{Ids, MailId};

pub use develop::mount;
pub use transport::{Transport, TransportError};

/// Where address and content are sealed to.
const RECIPIENT: &str = "outbox_mails.recipient";
const VALUES: &str = "outbox_mails.values";

/// The mails that there are; each is a file `templates/<language>/<name>.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// Link and code to sign in.
    SignIn,
    /// An account was made for somebody.
    Invitation,
    /// Choose a new password.
    Reset,
    /// Password or second factor were changed.
    CredentialsChanged,
    /// A recovery code was used.
    RecoveryCodeUsed,
    /// Somebody signed in on a device that was not seen before.
    NewDevice,
}

impl Template {
    /// Every template.
    pub const ALL: [Self; 6] = [
        Self::SignIn,
        Self::Invitation,
        Self::Reset,
        Self::CredentialsChanged,
        Self::RecoveryCodeUsed,
        Self::NewDevice,
    ];

    /// Its file's name, and what the database has.
    pub const fn name(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::Invitation => "invitation",
            Self::Reset => "reset",
            Self::CredentialsChanged => "credentials_changed",
            Self::RecoveryCodeUsed => "recovery_code_used",
            Self::NewDevice => "new_device",
        }
    }

    /// How long it makes sense to deliver it.
    const fn lifetime(self) -> Duration {
        match self {
            Self::SignIn => Duration::minutes(10),
            Self::Reset => Duration::hours(1),
            Self::Invitation => Duration::days(7),
            Self::CredentialsChanged | Self::RecoveryCodeUsed | Self::NewDevice => Duration::days(3),
        }
    }
}

/// A mail on its way into the outbox.
#[derive(Debug)]
pub struct NewMail<'mail, V> {
    /// Whom it is for.
    pub to: &'mail str,
    /// In which language.
    pub lang: &'mail str,
    /// Which.
    pub template: Template,
    /// What its text needs.
    pub values: V,
}

/// Why a mail could not be put into the outbox.
#[derive(Debug, thiserror::Error)]
pub enum OutboxError {
    /// The database failed.
    #[error(transparent)]
    Db(#[from] DbError),
    /// Address or content cannot be sealed.
    #[error(transparent)]
    Keys(#[from] KeysError),
    /// The values are no JSON.
    #[error(transparent)]
    Values(#[from] serde_json::Error),
}

impl From<OutboxError> for crate::problem::ApiError {
    fn from(error: OutboxError) -> Self {
        match error {
            OutboxError::Db(error) => error.into(),
            other => Self::internal(other),
        }
    }
}

/// Puts a mail into the outbox, in the transaction of what causes it.
pub async fn enqueue<V: Serialize>(
    tx: &mut Tx,
    keys: &Keys,
    ids: Ids,
    now: Timestamp,
    mail: NewMail<'_, V>,
) -> Result<MailId, OutboxError> {
    let id = MailId(ids.next());
    let values = serde_json::to_vec(&mail.values)?;
    let row = store::NewRow {
        id,
        template: mail.template.name(),
        lang: mail.lang,
        recipient_sealed: keys.seal(RECIPIENT, mail.to.as_bytes())?,
        recipient_hash: keys.email_hash(mail.to),
        values_sealed: keys.seal(VALUES, &values)?,
        expires_at: Timestamp::new(now.utc() + mail.template.lifetime()),
    };
    store::insert(tx, &row, now).await?;
    Ok(id)
}

/// The slice's routes.
pub fn routes(config: &mut impl Mount) {
    routes::mount(config);
}
