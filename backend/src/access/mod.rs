//! Who may come in and who may do what: keys, passwords, second factor, tokens, sessions, and the one
//! place that decides ([`authorize`]).
//!
//! Tables: `sessions`, `refresh_tokens`, `tickets`, `throttles`, `signing_keys`. The accounts themselves
//! are the slice `accounts`.

pub mod authorize;
pub mod caller;
mod common_passwords;
pub mod cookies;
pub mod keys;
pub mod password;
pub mod roles;
pub mod sessions;
pub mod signing;
pub mod throttle;
pub mod tickets;
pub mod tokens;
pub mod totp;

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use arc_swap::ArcSwap;
use uuid::Uuid;

pub use authorize::{Action, Object};
pub use caller::{Caller, Staff};
pub use keys::Keys;
use signing::SigningError;
use tokens::{Claims, KeyRing};

use crate::app::App;
use crate::db::{Db, Timestamp};
use crate::ids::Ids;
use crate::problem::ApiError;

/// Microseconds between two looks for keys that another server made.
const LOOK_AGAIN: i64 = 5_000_000;

/// The secrets that a running server works with.
#[derive(Debug)]
pub struct Access {
    /// What seals and hashes.
    pub keys: Keys,
    ring: ArcSwap<KeyRing>,
    looked_at: AtomicI64,
}

impl Access {
    /// Takes the signing keys from the database, making the first.
    pub async fn start(db: &Db, keys: Keys, ids: Ids, now: Timestamp) -> Result<Self, SigningError> {
        let ring = signing::load(db, &keys, ids, now).await?;
        let looked_at = AtomicI64::new(now.utc().timestamp_micros());
        Ok(Self { keys, ring: ArcSwap::from_pointee(ring), looked_at })
    }

    /// Looks for keys that another server made.
    pub async fn refresh(&self, db: &Db, ids: Ids, now: Timestamp) -> Result<(), SigningError> {
        self.looked_at.store(now.utc().timestamp_micros(), Ordering::Relaxed);
        self.ring.store(Arc::new(signing::load(db, &self.keys, ids, now).await?));
        Ok(())
    }

    /// Signs an access token.
    pub fn issue(&self, site: &str, user: Uuid, session: Uuid, now: Timestamp) -> Result<String, ApiError> {
        self.ring.load().issue(site, user, session, now).map_err(ApiError::internal)
    }

    /// What a token says, if it is good.
    pub async fn check(&self, app: &App, token: &str, now: Timestamp) -> Result<Option<Claims>, ApiError> {
        let site = app.config.public_url.as_str();
        if let Some(claims) = self.ring.load().check(site, token, now) {
            return Ok(Some(claims));
        }
        // Another server may have made the key just now. Whoever invents names makes us look once in five
        // seconds and no more.
        let stranger = tokens::kid_of(token).is_some_and(|kid| !self.ring.load().knows(&kid));
        let waited = now.utc().timestamp_micros().saturating_sub(self.looked_at.load(Ordering::Relaxed));
        if !stranger || waited < LOOK_AGAIN {
            return Ok(None);
        }
        self.refresh(&app.db, app.ids, now).await.map_err(ApiError::internal)?;
        Ok(self.ring.load().check(site, token, now))
    }
}
