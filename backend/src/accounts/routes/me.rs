//! The own account. Whoever is signed in may call this.

use actix_web::web::{Bytes, Data, Path};
use actix_web::{HttpRequest, HttpResponse, delete, get, patch, post};
use mitwirken_shared::accounts::{
    Me, MePatch, PasswordChange, SecondFactor, Session, Sessions, SignedIn, Strength,
};
use mitwirken_shared::problem::{Problem, ProblemKind};
use mitwirken_shared::vocabulary::Vocabulary as _;
use serde_json::json;

use super::password::{failed, notify, renew_codes, take_code};
use crate::access::password::{self, Verdict};
use crate::access::sessions::{self, End};
use crate::access::{Caller, throttle};
use crate::accounts::arrive::{CODE_USER, email_of, signed_in};
use crate::accounts::domain::LONGEST_NAME;
use crate::accounts::store::{Changed, UserRow};
use crate::accounts::{present, store};
use crate::app::App;
use crate::audit::{self, Event};
use crate::db::Tx;
use crate::http::{Answer, Fields, Query, if_match, no_content};
use crate::ids::SessionId;
use crate::openapi::refusals;
use crate::outbox::Template;
use crate::problem::ApiError;
use crate::search::folded;
use crate::texts::LANGUAGES;

async fn own(tx: &mut Tx, caller: &Caller) -> Result<UserRow, ApiError> {
    store::find_user(tx, caller.user).await?.ok_or_else(|| ApiError::new(ProblemKind::Unauthenticated))
}

async fn show(app: &App, tx: &mut Tx, caller: &Caller) -> Result<Answer, ApiError> {
    let user = own(tx, caller).await?;
    let email = email_of(app, &user)?;
    let me = present::me(tx, &user, &email, caller.strength, caller.now).await?;
    Ok(Answer::private(&me)?.with_version(me.version))
}

/// Get the own account
#[utoipa::path(
    tag = "me",
    operation_id = "find_me",
    responses((status = 200, description = "The account with the roles that hold now", body = Me), refusals::SignedRead),
    security(("bearer" = [])),
)]
#[get("/me")]
pub async fn find_me(app: Data<App>, request: HttpRequest, caller: Caller) -> Result<Answer, ApiError> {
    Query::new(&request)?.finish()?;
    show(&app, &mut app.db.read().await?, &caller).await
}

/// Change the own name or language
#[utoipa::path(
    tag = "me",
    operation_id = "update_me",
    request_body(content = MePatch, content_type = "application/merge-patch+json"),
    params(("if-match" = String, Header, description = "The tag of the version that you have seen", example = "\"v1\"")),
    responses((status = 200, description = "The account as it is now", body = Me), refusals::SignedWrite, refusals::Versioned),
    security(("bearer" = [])),
)]
#[patch("/me")]
pub async fn update_me(
    app: Data<App>,
    request: HttpRequest,
    caller: Caller,
    body: Bytes,
) -> Result<Answer, ApiError> {
    Query::new(&request)?.finish()?;
    let version = if_match(&request)?;
    let mut fields = Fields::new(&request, &body)?;
    let name = fields.text("name", LONGEST_NAME);
    let locale = fields.choice("locale", &LANGUAGES);
    fields.finish()?;
    let mut tx = app.db.write().await?;
    let user = own(&mut tx, &caller).await?;
    let name = name.unwrap_or_else(|| user.name.clone());
    let locale = locale.unwrap_or(&user.locale);
    let changed = Changed {
        name: &name,
        name_folded: &folded(&name),
        locale,
        email: (&user.email_hash, &user.email_sealed),
        disabled_at: user.disabled_at,
    };
    if !store::update_user(&mut tx, user.id, version, &changed, caller.now).await? {
        return Err(ApiError::new(ProblemKind::PreconditionFailed));
    }
    let difference = audit::difference(
        &json!({ "name": user.name, "locale": user.locale }),
        &json!({ "name": name, "locale": locale }),
    );
    let event = Event::new(caller.actor(), "user.update", "user", Some(user.id.0)).with_changes(difference);
    audit::record(&mut tx, app.ids, caller.now, event.during(&caller.request_id)).await?;
    let answer = show(&app, &mut tx, &caller).await?;
    tx.commit().await?;
    Ok(answer)
}

/// Erase the own account
///
/// For residents: everything goes at once. Whoever works here is taken out by an admin, because it has to
/// stay known who could do what.
#[utoipa::path(
    tag = "me",
    operation_id = "delete_me",
    responses(
        (status = 204, description = "Erased"),
        (status = 409, description = "The account holds or held a role", body = Problem, content_type = "application/problem+json"),
        refusals::SignedRead,
    ),
    security(("bearer" = [])),
)]
#[delete("/me")]
pub async fn delete_me(
    app: Data<App>,
    request: HttpRequest,
    caller: Caller,
) -> Result<HttpResponse, ApiError> {
    Query::new(&request)?.finish()?;
    let mut tx = app.db.write().await?;
    if !store::list_grants(&mut tx, caller.user).await?.is_empty() {
        return Err(ApiError::new(ProblemKind::Conflict));
    }
    let event = Event::new(caller.actor(), "user.erase", "user", Some(caller.user.0));
    audit::record(&mut tx, app.ids, caller.now, event.during(&caller.request_id)).await?;
    store::delete_user(&mut tx, caller.user).await?;
    tx.commit().await?;
    Ok(no_content())
}

/// List where the account is signed in
#[utoipa::path(
    tag = "me",
    operation_id = "list_my_sessions",
    responses((status = 200, description = "Open sessions, the last used first", body = Sessions), refusals::SignedRead),
    security(("bearer" = [])),
)]
#[get("/me/sessions")]
pub async fn list_my_sessions(
    app: Data<App>,
    request: HttpRequest,
    caller: Caller,
) -> Result<Answer, ApiError> {
    Query::new(&request)?.finish()?;
    let open = sessions::list_open(&mut app.db.read().await?, caller.user, caller.now).await?;
    let items = open
        .into_iter()
        .map(|session| Session {
            id: session.id.to_string(),
            device: session.device,
            strength: Strength::parse(&session.strength).unwrap_or(Strength::Mail),
            created_at: session.created_at.to_string(),
            last_used_at: session.last_used_at.to_string(),
            current: session.id == caller.session,
        })
        .collect();
    Answer::private(&Sessions { items })
}

/// Sign out everywhere
///
/// Also here: the access token is void at once.
#[utoipa::path(
    tag = "me",
    operation_id = "end_my_sessions",
    responses((status = 204, description = "Signed out on every device"), refusals::SignedRead),
    security(("bearer" = [])),
)]
#[delete("/me/sessions")]
pub async fn end_my_sessions(
    app: Data<App>,
    request: HttpRequest,
    caller: Caller,
) -> Result<HttpResponse, ApiError> {
    Query::new(&request)?.finish()?;
    let mut tx = app.db.write().await?;
    sessions::end_all(&mut tx, caller.user, None, End::SignedOutEverywhere, caller.now).await?;
    let event = Event::new(caller.actor(), "session.end_all", "user", Some(caller.user.0));
    audit::record(&mut tx, app.ids, caller.now, event.during(&caller.request_id)).await?;
    tx.commit().await?;
    Ok(no_content())
}

/// Sign out on one device
#[utoipa::path(
    tag = "me",
    operation_id = "end_my_session",
    params(("id" = Uuid, Path, description = "The session", example = "019ab3c1-d2e4-7f50-8a6b-1c2d3e4f5a6b")),
    responses(
        (status = 204, description = "Signed out there"),
        (status = 404, description = "You have no such session", body = Problem, content_type = "application/problem+json"),
        refusals::SignedRead,
    ),
    security(("bearer" = [])),
)]
#[delete("/me/sessions/{id}")]
pub async fn end_my_session(
    app: Data<App>,
    request: HttpRequest,
    caller: Caller,
    id: Path<String>,
) -> Result<HttpResponse, ApiError> {
    Query::new(&request)?.finish()?;
    let id = id.parse().map(SessionId).map_err(|_| ApiError::not_found())?;
    let mut tx = app.db.write().await?;
    let open = sessions::list_open(&mut tx, caller.user, caller.now).await?;
    if !open.iter().any(|session| session.id == id) {
        return Err(ApiError::not_found());
    }
    sessions::end(&mut tx, id, End::SignedOut, caller.now).await?;
    tx.commit().await?;
    Ok(no_content())
}

/// Change the own password
///
/// Every other session ends.
#[utoipa::path(
    tag = "me",
    operation_id = "change_my_password",
    request_body = PasswordChange,
    responses((status = 204, description = "Changed"), refusals::SignedWrite),
    security(("bearer" = [])),
)]
#[post("/me/password")]
pub async fn change_my_password(
    app: Data<App>,
    request: HttpRequest,
    caller: Caller,
    body: Bytes,
) -> Result<HttpResponse, ApiError> {
    Query::new(&request)?.finish()?;
    let mut fields = Fields::new(&request, &body)?;
    let current = fields.secret("current", password::LONGEST);
    let new = fields.secret("new", password::LONGEST);
    let user = own(&mut app.db.read().await?, &caller).await?;
    let email = email_of(&app, &user)?;
    if let Some(new) = &new {
        let around = [user.name.as_str(), &email, &app.config.site_city, &app.config.site_name];
        if let Err(weakness) = password::check(new, &around) {
            fields.refuse("new", weakness.code(), [("min", password::SHORTEST.to_string())].into());
        }
    }
    fields.finish()?;
    let (current, new) = current.zip(new).ok_or_else(failed)?;
    let bucket = CODE_USER.bucket(&app.access.keys, &[user.id.0.as_bytes()]);
    if let Err(seconds) = throttle::take(&app.db, std::slice::from_ref(&bucket), caller.now).await? {
        return Err(ApiError::too_many(seconds));
    }
    let verdict =
        password::verify(&current, user.password_hash.as_deref()).await.map_err(ApiError::internal)?;
    if verdict == Verdict::Wrong {
        return Err(failed());
    }
    let hash = password::hash(&new).await.map_err(ApiError::internal)?;
    let mut tx = app.db.write().await?;
    throttle::give_back(&mut tx, &[bucket]).await?;
    store::set_password(&mut tx, user.id, &hash, caller.now).await?;
    sessions::end_all(&mut tx, user.id, Some(caller.session), End::CredentialsChanged, caller.now).await?;
    notify(&app, &mut tx, &user, Template::CredentialsChanged, caller.now).await?;
    let event = Event::new(caller.actor(), "user.set_password", "user", Some(user.id.0));
    audit::record(&mut tx, app.ids, caller.now, event.during(&caller.request_id)).await?;
    tx.commit().await?;
    app.wake();
    Ok(no_content())
}

/// Get new recovery codes
///
/// The old ones are void. A code of the authenticator is needed (`ticket` is left empty).
#[utoipa::path(
    tag = "me",
    operation_id = "renew_my_recovery_codes",
    request_body = SecondFactor,
    responses((status = 200, description = "The new codes, shown this once", body = SignedIn), refusals::SignedWrite),
    security(("bearer" = [])),
)]
#[post("/me/recovery-codes")]
pub async fn renew_my_recovery_codes(
    app: Data<App>,
    request: HttpRequest,
    caller: Caller,
    body: Bytes,
) -> Result<Answer, ApiError> {
    Query::new(&request)?.finish()?;
    let mut fields = Fields::new(&request, &body)?;
    fields.text("ticket", 100);
    let code = fields.required_text("code", 20);
    fields.finish()?;
    let bucket = CODE_USER.bucket(&app.access.keys, &[caller.user.0.as_bytes()]);
    if let Err(seconds) = throttle::take(&app.db, &[bucket], caller.now).await? {
        return Err(ApiError::too_many(seconds));
    }
    let mut tx = app.db.write().await?;
    let user = own(&mut tx, &caller).await?;
    if !take_code(&app, &mut tx, &user, &code.ok_or_else(failed)?, caller.now).await? {
        return Err(failed());
    }
    let codes = renew_codes(&app, &mut tx, &user).await?;
    notify(&app, &mut tx, &user, Template::CredentialsChanged, caller.now).await?;
    let event = Event::new(caller.actor(), "user.renew_codes", "user", Some(user.id.0));
    audit::record(&mut tx, app.ids, caller.now, event.during(&caller.request_id)).await?;
    let email = email_of(&app, &user)?;
    let me = present::me(&mut tx, &user, &email, caller.strength, caller.now).await?;
    tx.commit().await?;
    app.wake();
    signed_in(&app, user.id, caller.session, me, codes, caller.now)
}
