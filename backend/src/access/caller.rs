//! Who calls: the extractors by which a route says who may.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpMessage as _, HttpRequest};
use mitwirken_shared::accounts::Strength;
use mitwirken_shared::problem::ProblemKind;

use super::authorize::{Action, Object, authorize, somewhere};
use super::roles::Grant;
use crate::accounts;
use crate::app::App;
use crate::audit::Actor;
use crate::db::Timestamp;
use crate::http::RequestId;
use crate::ids::{SessionId, UserId};
use crate::problem::ApiError;

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub struct Caller {
    /// Who.
    pub user: UserId,
    /// In which session.
    pub session: SessionId,
    /// How the session came about.
    pub strength: Strength,
    /// The roles that count: none for a session without second factor.
    pub grants: Vec<Grant>,
    /// When the request came.
    pub now: Timestamp,
    /// The id of the request, for the audit log.
    pub request_id: String,
}

impl Caller {
    /// Demands that the caller may do this to that.
    ///
    /// # Errors
    /// 403 if not.
    pub fn authorize(&self, action: Action, object: &Object) -> Result<(), ApiError> {
        if self.may(action, object) { Ok(()) } else { Err(ApiError::new(ProblemKind::Forbidden)) }
    }

    /// Whether the caller may do this to that.
    pub fn may(&self, action: Action, object: &Object) -> bool {
        authorize(&self.grants, action, object, self.now)
    }

    /// Demands that the caller may do this somewhere: for lists, whose rows are judged one by one.
    ///
    /// # Errors
    /// 403 if not.
    pub fn authorize_somewhere(&self, action: Action) -> Result<(), ApiError> {
        if somewhere(&self.grants, action, self.now) {
            Ok(())
        } else {
            Err(ApiError::new(ProblemKind::Forbidden))
        }
    }

    /// The caller in the audit log.
    pub const fn actor(&self) -> Actor {
        Actor::User(self.user)
    }
}

/// Somebody who works here and signed in with a second factor.
#[derive(Clone, Debug)]
pub struct Staff(pub Caller);

impl std::ops::Deref for Staff {
    type Target = Caller;

    fn deref(&self) -> &Caller {
        &self.0
    }
}

type Extracted<T> = Pin<Box<dyn Future<Output = Result<T, ApiError>>>>;

impl FromRequest for Caller {
    type Error = ApiError;
    type Future = Extracted<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move { identify(&request).await })
    }
}

impl FromRequest for Staff {
    type Error = ApiError;
    type Future = Extracted<Self>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let caller = identify(&request).await?;
            caller.authorize_somewhere(Action::EnterAdministration)?;
            Ok(Self(caller))
        })
    }
}

async fn identify(request: &HttpRequest) -> Result<Caller, ApiError> {
    let unknown = || ApiError::new(ProblemKind::Unauthenticated);
    let app = request.app_data::<Data<App>>().ok_or_else(unknown)?;
    let token = bearer(request).ok_or_else(unknown)?;
    let now = app.clock.now();
    let claims = app.access.check(app, token, now).await?.ok_or_else(unknown)?;
    let request_id = request.extensions().get::<RequestId>().map(|id| id.0.clone()).unwrap_or_default();
    let mut tx = app.db.read().await?;
    let session = SessionId(claims.sid);
    let strength = accounts::store::open_session(&mut tx, session, UserId(claims.sub), now)
        .await?
        .ok_or_else(unknown)?;
    let grants = match strength {
        // Roles count only for whoever showed a second factor.
        Strength::Mail => Vec::new(),
        Strength::Totp | Strength::Oidc => accounts::store::list_grants(&mut tx, UserId(claims.sub)).await?,
    };
    Ok(Caller { user: UserId(claims.sub), session, strength, grants, now, request_id })
}

fn bearer(request: &HttpRequest) -> Option<&str> {
    let value = request.headers().get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}
