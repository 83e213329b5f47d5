//! The session that a browser holds by its cookie.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, post};
use mitwirken_shared::accounts::SignedIn;
use mitwirken_shared::problem::{Problem, ProblemKind};

use crate::access::cookies;
use crate::access::sessions::{self, End, Refreshed};
use crate::accounts::arrive::{email_of, request_id, signed_in};
use crate::accounts::{present, store};
use crate::app::App;
use crate::audit::{self, Actor, Event};
use crate::http::{Answer, Query};
use crate::problem::ApiError;

fn nobody() -> ApiError {
    ApiError::new(ProblemKind::Unauthenticated)
}

/// Get a new access token
///
/// The refresh token in the cookie is replaced at each use. Only our own app can: the header
/// `X-Mitwirken-App` has to be there, and the browser must not say that another site asks.
#[utoipa::path(
    tag = "sign-in",
    operation_id = "refresh_session",
    params(("x-mitwirken-app" = String, Header, description = "Anything; scripts of other sites cannot send it", example = "1")),
    responses(
        (status = 200, description = "A new access token; the cookie has the next refresh token", body = SignedIn),
        (status = 400, description = "Something cannot be read or is unknown", body = Problem, content_type = "application/problem+json"),
        (status = 401, description = "There is no session, or it is over", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "Another site asks", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too many requests", body = Problem, content_type = "application/problem+json"),
    ),
    security(("cookie" = [])),
)]
#[post("/session/refresh")]
pub async fn refresh_session(app: Data<App>, request: HttpRequest) -> Result<Answer, ApiError> {
    Query::new(&request)?.finish()?;
    cookies::demand_own_origin(&app, &request)?;
    let token = cookies::value_of(&request, cookies::REFRESH).ok_or_else(nobody)?;
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let (session, next) = match sessions::refresh(&mut tx, &token, now).await.map_err(ApiError::internal)? {
        Refreshed::Goes(session, next) => (session, next),
        Refreshed::Over => return Err(nobody()),
        Refreshed::Reused(session) => {
            let request_id = request_id(&request);
            let event = Event::new(Actor::Anonymous, "session.reuse", "user", Some(session.user.0));
            audit::record(&mut tx, app.ids, now, event.during(&request_id)).await?;
            tx.commit().await?;
            tracing::warn!(session = %session.id, "a used refresh token was shown: the session has ended");
            return Err(nobody());
        }
    };
    let user = store::find_user(&mut tx, session.user).await?;
    let user = user.filter(|user| user.disabled_at.is_none()).ok_or_else(nobody)?;
    let email = email_of(&app, &user)?;
    let me = present::me(&mut tx, &user, &email, session.strength, now).await?;
    tx.commit().await?;
    Ok(signed_in(&app, user.id, session.id, me, Vec::new(), now)?
        .with_header(actix_web::http::header::SET_COOKIE, &cookies::refresh_cookie(next).to_string()))
}

/// Sign out on this device
#[utoipa::path(
    tag = "sign-in",
    operation_id = "end_session",
    params(("x-mitwirken-app" = String, Header, description = "Anything; scripts of other sites cannot send it", example = "1")),
    responses(
        (status = 204, description = "Signed out, or nobody was signed in"),
        (status = 400, description = "Something cannot be read or is unknown", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "Another site asks", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too many requests", body = Problem, content_type = "application/problem+json"),
    ),
    security(("cookie" = []), ()),
)]
#[post("/session/end")]
pub async fn end_session(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    Query::new(&request)?.finish()?;
    cookies::demand_own_origin(&app, &request)?;
    if let Some(token) = cookies::value_of(&request, cookies::REFRESH) {
        let mut tx = app.db.write().await?;
        if let Some(session) = sessions::of_token(&mut tx, &token).await? {
            sessions::end(&mut tx, session, End::SignedOut, app.clock.now()).await?;
        }
        tx.commit().await?;
    }
    Ok(HttpResponse::NoContent()
        .insert_header(("cache-control", "no-store"))
        .cookie(cookies::no_refresh_cookie())
        .finish())
}
