//! Accounts and roles for staff: who reaches all of what somebody holds may manage that person.

use std::collections::HashMap;

use actix_web::http::{StatusCode, header};
use actix_web::web::{Bytes, Data, Path};
use actix_web::{HttpRequest, HttpResponse, get, patch, post};
use chrono::Days;
use mitwirken_shared::accounts::{NewGrant, NewUser, Revocation, Role, RoleGrant, User, UserPatch};
use mitwirken_shared::page::Page;
use mitwirken_shared::problem::{Problem, ProblemKind};
use mitwirken_shared::vocabulary::Vocabulary as _;
use serde_json::json;

use crate::access::roles::{Grant, Scope};
use crate::access::sessions::{self, End};
use crate::access::tickets::{self, NewTicket, Purpose};
use crate::access::{Action, Object, Staff};
use crate::accounts::arrive::{email_of, link};
use crate::accounts::domain::{LONGEST_NAME, may_manage};
use crate::accounts::present;
use crate::accounts::store::{self, Changed, UserRow};
use crate::app::App;
use crate::audit::{self, Event};
use crate::clock::midnight;
use crate::db::{Timestamp, Tx};
use crate::departments;
use crate::http::{Answer, Fields, Query, if_match, no_content, paging};
use crate::ids::{DepartmentId, GrantId, UserId};
use crate::openapi::refusals;
use crate::outbox::{self, NewMail, Template};
use crate::problem::ApiError;
use crate::search::folded;
use crate::texts::LANGUAGES;

/// The longest reason.
const LONGEST_REASON: usize = 500;

/// Each grant with what it reaches.
async fn reach(tx: &mut Tx, grants: Vec<Grant>) -> Result<Vec<(Grant, Object)>, ApiError> {
    let mut reached = Vec::new();
    for grant in grants {
        let object = match &grant.scope {
            Scope::Department(department) => Object::of(departments::store::path(tx, *department).await?),
            Scope::Global | Scope::Object { .. } => Object::city(),
        };
        reached.push((grant, object));
    }
    Ok(reached)
}

/// The account, if the caller may manage it.
async fn managed(tx: &mut Tx, caller: &Staff, id: &str) -> Result<UserRow, ApiError> {
    caller.authorize_somewhere(Action::ManageUsers)?;
    let id = id.parse().map(UserId).map_err(|_| ApiError::not_found())?;
    let user = store::find_user(tx, id).await?.ok_or_else(ApiError::not_found)?;
    let grants = store::list_grants(tx, id).await?;
    let theirs = reach(tx, grants).await?;
    if may_manage(&caller.grants, &theirs, caller.now) {
        Ok(user)
    } else {
        Err(ApiError::new(ProblemKind::Forbidden))
    }
}

async fn show(app: &App, tx: &mut Tx, id: UserId, now: Timestamp) -> Result<User, ApiError> {
    let user = store::find_user(tx, id).await?.ok_or_else(ApiError::not_found)?;
    let email = email_of(app, &user)?;
    let history = store::list_grant_history(tx, id).await?;
    Ok(present::user(&user, email, &history, now))
}

/// List accounts of staff
///
/// By name. A role in a department sees the people of that department and below.
#[utoipa::path(
    tag = "users",
    operation_id = "list_users",
    params(
        ("q" = Option<String>, Query, description = "Part of a name, or a whole address", max_length = 200, example = "muster"),
        ("role" = Option<Role>, Query, description = "Only who holds this role now", example = "editor"),
        ("department" = Option<Uuid>, Query, description = "Only who holds a role in this department now"),
        ("limit" = Option<u32>, Query, description = "Items a page", minimum = 1, maximum = 100, example = 20),
        ("cursor" = Option<String>, Query, description = "`next` of the page before", pattern = "^[A-Za-z0-9.%-]*$"),
    ),
    responses((status = 200, description = "A page of accounts", body = Page<User>), refusals::StaffRead),
    security(("bearer" = [])),
)]
#[get("/users")]
pub async fn list_users(app: Data<App>, request: HttpRequest, caller: Staff) -> Result<Answer, ApiError> {
    let mut query = Query::new(&request)?;
    let q = query.text("q", 200);
    let role = query.word::<Role>("role");
    let department = query.id("department");
    let page = paging::Request::from_query(&mut query, &format!("users{q:?}{role:?}{department:?}"));
    query.finish()?;
    caller.authorize_somewhere(Action::ReadUsers)?;
    let mut tx = app.db.read().await?;
    let tree = departments::store::paths(&mut tx).await?;
    let mut histories = HashMap::<UserId, Vec<store::GrantHistory>>::new();
    for grant in store::list_all_grant_history(&mut tx).await? {
        histories.entry(grant.user_id).or_default().push(grant);
    }
    let everywhere = caller.may(Action::ReadUsers, &Object::city());
    let wanted = q.as_deref().map(folded);
    let email_hash = q.as_deref().map(|text| app.access.keys.email_hash(text));
    let mut users = Vec::new();
    for row in store::list_staff(&mut tx).await? {
        let history = histories.remove(&row.id).unwrap_or_default();
        let holds_now = |grant: &&store::GrantHistory| {
            grant.starts_at <= caller.now
                && grant.ends_at.is_none_or(|end| caller.now < end)
                && grant.revoked_at.is_none()
        };
        let seen = everywhere
            || history.iter().any(|grant| {
                grant
                    .department_id
                    .and_then(|id| tree.get(&id))
                    .is_some_and(|path| caller.may(Action::ReadUsers, &Object::of(path.clone())))
            });
        let named = wanted.as_ref().is_none_or(|text| folded(&row.name).contains(text))
            || email_hash.as_ref().is_some_and(|hash| *hash == row.email_hash);
        let of_role =
            role.is_none_or(|role| history.iter().filter(holds_now).any(|grant| grant.role == role.as_str()));
        let of_department = department.is_none_or(|id| {
            history.iter().filter(holds_now).any(|grant| {
                grant
                    .department_id
                    .and_then(|held| tree.get(&held))
                    .is_some_and(|path| path.contains(&DepartmentId(id)))
            })
        });
        if seen && named && of_role && of_department {
            users.push((row, history));
        }
    }
    let slice = page.slice(&users, |(row, _)| Some(row.id.to_string()))?;
    let items = slice
        .items
        .iter()
        .map(|(row, history)| Ok(present::user(row, email_of(&app, row)?, history, caller.now)))
        .collect::<Result<Vec<_>, ApiError>>()?;
    Answer::private(&Page { items, next: slice.next, total: users.len() as u64 })
}

/// Get one account
#[utoipa::path(
    tag = "users",
    operation_id = "find_user",
    params(("id" = Uuid, Path, description = "The account", example = "019ab3c1-d2e4-7f50-8a6b-1c2d3e4f5a6b")),
    responses(
        (status = 200, description = "The account with every grant", body = User),
        (status = 404, description = "There is no such account", body = Problem, content_type = "application/problem+json"),
        refusals::StaffRead,
    ),
    security(("bearer" = [])),
)]
#[get("/users/{id}")]
pub async fn find_user(
    app: Data<App>,
    request: HttpRequest,
    caller: Staff,
    id: Path<String>,
) -> Result<Answer, ApiError> {
    Query::new(&request)?.finish()?;
    caller.authorize_somewhere(Action::ReadUsers)?;
    let mut tx = app.db.read().await?;
    let id = id.parse().map(UserId).map_err(|_| ApiError::not_found())?;
    let grants = store::list_grants(&mut tx, id).await?;
    let theirs = reach(&mut tx, grants).await?;
    let seen = caller.may(Action::ReadUsers, &Object::city())
        || theirs.iter().any(|(_, object)| caller.may(Action::ReadUsers, object));
    if !seen {
        return Err(ApiError::not_found());
    }
    let user = show(&app, &mut tx, id, caller.now).await?;
    Ok(Answer::private(&user)?.with_version(user.version))
}

/// A grant as it was asked for.
struct Asked {
    role: Role,
    scope: Scope,
    object: Object,
    ends_at: Option<Timestamp>,
    reason: String,
}

/// Reads a grant and checks that the caller may give it.
async fn asked(app: &App, caller: &Staff, fields: &mut Fields) -> Result<Option<Asked>, ApiError> {
    let role = fields.word::<Role>("role");
    if role.is_none() && !fields.has("role") {
        fields.refuse("role", "missing", [].into());
    }
    let department = fields.id("department").map(DepartmentId);
    let last_day = fields.day("last_day");
    let reason = fields.required_text("reason", LONGEST_REASON);
    if last_day.is_some_and(|day| day < app.clock.today()) {
        fields.refuse("last_day", "in_the_past", [("today", app.clock.today().to_string())].into());
    }
    // The whole last day counts, as the city's clocks show it.
    let ends_at = last_day.and_then(|day| day.checked_add_days(Days::new(1))).and_then(midnight);
    let (scope, object) = match department {
        None => (Scope::Global, Object::city()),
        Some(id) => {
            let path = departments::store::path(&mut app.db.read().await?, id).await?;
            if path.is_empty() {
                fields.refuse("department", "unknown", [].into());
            }
            (Scope::Department(id), Object::of(path))
        }
    };
    let Some((role, reason)) = role.zip(reason) else {
        return Ok(None);
    };
    caller.authorize(Action::Grant(role), &object)?;
    Ok(Some(Asked { role, scope, object, ends_at, reason }))
}

async fn give(
    app: &App,
    tx: &mut Tx,
    caller: &Staff,
    user: UserId,
    asked: &Asked,
) -> Result<GrantId, ApiError> {
    let id = GrantId(app.ids.next());
    let row = store::NewGrantRow {
        id,
        user,
        role: asked.role,
        scope: asked.scope.clone(),
        ends_at: asked.ends_at,
        reason: &asked.reason,
        granted_by: Some(caller.user),
    };
    store::insert_grant(tx, &row, caller.now).await?;
    let department = asked.object.departments.first().copied();
    let changes = json!({ "role": { "from": null, "to": asked.role },
        "department": { "from": null, "to": department.map(|id| id.to_string()) },
        "ends_at": { "from": null, "to": asked.ends_at.map(|at| at.to_string()) } });
    let event = Event::new(caller.actor(), "user.grant", "user", Some(user.0))
        .with_changes(changes)
        .with_reason(&asked.reason)
        .within(department);
    audit::record(tx, app.ids, caller.now, event.during(&caller.request_id)).await?;
    Ok(id)
}

/// Invite somebody with a first role
///
/// The invitation goes out by mail and is good for seven days.
#[utoipa::path(
    tag = "users",
    operation_id = "create_user",
    request_body = NewUser,
    responses(
        (status = 201, description = "Invited", body = User),
        (status = 409, description = "There is an account with this address already", body = Problem, content_type = "application/problem+json"),
        refusals::StaffWrite,
    ),
    security(("bearer" = [])),
)]
#[post("/users")]
pub async fn create_user(
    app: Data<App>,
    request: HttpRequest,
    caller: Staff,
    body: Bytes,
) -> Result<Answer, ApiError> {
    Query::new(&request)?.finish()?;
    caller.authorize_somewhere(Action::ManageUsers)?;
    let mut fields = Fields::new(&request, &body)?;
    let name = fields.required_text("name", LONGEST_NAME);
    let email = fields.email("email");
    if email.is_none() && !fields.has("email") {
        fields.refuse("email", "missing", [].into());
    }
    let locale = fields.choice("locale", &LANGUAGES).unwrap_or("de");
    let grant = if let Some(mut inner) = fields.object("grant") {
        let grant = asked(&app, &caller, &mut inner).await?;
        fields.absorb("grant", inner);
        grant
    } else {
        fields.refuse("grant", "missing", [].into());
        None
    };
    fields.finish()?;
    let ((name, email), grant) =
        name.zip(email).zip(grant).ok_or_else(|| ApiError::invalid("/grant", "missing"))?;
    caller.authorize(Action::ManageUsers, &grant.object)?;
    let mut tx = app.db.write().await?;
    let id = UserId(app.ids.next());
    let keys = &app.access.keys;
    let row = store::NewUserRow {
        id,
        email: (
            keys.email_hash(&email),
            keys.seal(present::EMAIL, email.as_bytes()).map_err(ApiError::internal)?,
        ),
        name: &name,
        name_folded: &folded(&name),
        locale,
    };
    if !store::insert_user(&mut tx, &row, caller.now).await? {
        return Err(ApiError::new(ProblemKind::Conflict));
    }
    let event = Event::new(caller.actor(), "user.invite", "user", Some(id.0))
        .with_changes(json!({ "name": { "from": null, "to": name } }))
        .within(grant.object.departments.first().copied());
    audit::record(&mut tx, app.ids, caller.now, event.during(&caller.request_id)).await?;
    give(&app, &mut tx, &caller, id, &grant).await?;
    invite(&app, &mut tx, &caller, id, &name, &email, locale).await?;
    let user = show(&app, &mut tx, id, caller.now).await?;
    tx.commit().await?;
    app.wake();
    Ok(Answer::private(&user)?
        .with_version(user.version)
        .with_status(StatusCode::CREATED)
        .with_header(header::LOCATION, &format!("/api/v1/users/{id}")))
}

async fn invite(
    app: &App,
    tx: &mut Tx,
    caller: &Staff,
    id: UserId,
    name: &str,
    email: &str,
    locale: &str,
) -> Result<(), ApiError> {
    tickets::void(tx, Purpose::Invitation, Some(id), caller.now).await?;
    let ticket = NewTicket::new(Purpose::Invitation, Some(id)).map_err(ApiError::internal)?;
    tickets::insert(tx, &ticket, caller.now).await?;
    let by = store::find_user(tx, caller.user).await?.map(|user| user.name).unwrap_or_default();
    let values = json!({
        "name": name,
        "by": by,
        "link": link(app, "zugang", &ticket.secret),
        "days": Purpose::Invitation.lifetime().num_days(),
    });
    let mail = NewMail { to: email, lang: locale, template: Template::Invitation, values };
    outbox::enqueue(tx, &app.access.keys, app.ids, caller.now, mail).await?;
    Ok(())
}

/// Correct an account, disable it, or let it in again
///
/// Disabling ends every session at once.
#[utoipa::path(
    tag = "users",
    operation_id = "update_user",
    params(
        ("id" = Uuid, Path, description = "The account", example = "019ab3c1-d2e4-7f50-8a6b-1c2d3e4f5a6b"),
        ("if-match" = String, Header, description = "The tag of the version that you have seen", example = "\"v1\""),
    ),
    request_body(content = UserPatch, content_type = "application/merge-patch+json"),
    responses(
        (status = 200, description = "The account as it is now", body = User),
        (status = 404, description = "There is no such account", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "Another account has this address, or it is your own or the last admin's that you would disable", body = Problem, content_type = "application/problem+json"),
        refusals::StaffWrite,
        refusals::Versioned,
    ),
    security(("bearer" = [])),
)]
#[patch("/users/{id}")]
pub async fn update_user(
    app: Data<App>,
    request: HttpRequest,
    caller: Staff,
    id: Path<String>,
    body: Bytes,
) -> Result<Answer, ApiError> {
    Query::new(&request)?.finish()?;
    caller.authorize_somewhere(Action::ManageUsers)?;
    let version = if_match(&request)?;
    let mut fields = Fields::new(&request, &body)?;
    let name = fields.text("name", LONGEST_NAME);
    if name.as_ref().is_some_and(String::is_empty) {
        fields.refuse("name", "missing", [].into());
    }
    let email = fields.email("email");
    let disabled = fields.boolean("disabled");
    fields.finish()?;
    let mut tx = app.db.write().await?;
    let user = managed(&mut tx, &caller, &id).await?;
    let had_admin = store::is_held(&mut tx, Role::Admin, caller.now).await?;
    if disabled == Some(true) && user.id == caller.user {
        return Err(ApiError::new(ProblemKind::Conflict));
    }
    let keys = &app.access.keys;
    let before = email_of(&app, &user)?;
    let (hash, sealed) = match &email {
        Some(email) => {
            (keys.email_hash(email), keys.seal(present::EMAIL, email.as_bytes()).map_err(ApiError::internal)?)
        }
        None => (user.email_hash.clone(), user.email_sealed.clone()),
    };
    let taken = store::find_user_by_email(&mut tx, &hash).await?.is_some_and(|other| other.id != user.id);
    if taken {
        return Err(ApiError::new(ProblemKind::Conflict));
    }
    let name = name.unwrap_or_else(|| user.name.clone());
    let disabled_at = match disabled {
        Some(true) => user.disabled_at.or(Some(caller.now)),
        Some(false) => None,
        None => user.disabled_at,
    };
    let changed = Changed {
        name: &name,
        name_folded: &folded(&name),
        locale: &user.locale,
        email: (&hash, &sealed),
        disabled_at,
    };
    if !store::update_user(&mut tx, user.id, version, &changed, caller.now).await? {
        return Err(ApiError::new(ProblemKind::PreconditionFailed));
    }
    if disabled_at.is_some() {
        sessions::end_all(&mut tx, user.id, None, End::Disabled, caller.now).await?;
        if had_admin && !store::is_held(&mut tx, Role::Admin, caller.now).await? {
            return Err(ApiError::new(ProblemKind::Conflict));
        }
    }
    let state = |name: &str, email: &str, disabled: bool| json!({ "name": name, "email": email, "disabled": disabled });
    let difference = audit::difference(
        &state(&user.name, &before, user.disabled_at.is_some()),
        &state(&name, email.as_deref().unwrap_or(&before), disabled_at.is_some()),
    );
    let event = Event::new(caller.actor(), "user.update", "user", Some(user.id.0)).with_changes(difference);
    audit::record(&mut tx, app.ids, caller.now, event.during(&caller.request_id)).await?;
    let user = show(&app, &mut tx, user.id, caller.now).await?;
    tx.commit().await?;
    Ok(Answer::private(&user)?.with_version(user.version))
}

/// Let somebody choose password and second factor anew
///
/// Whoever lost both gets an invitation by mail; until then nobody can sign in.
#[utoipa::path(
    tag = "users",
    operation_id = "reset_user",
    params(("id" = Uuid, Path, description = "The account", example = "019ab3c1-d2e4-7f50-8a6b-1c2d3e4f5a6b")),
    responses(
        (status = 204, description = "Every session has ended, and the invitation is on its way"),
        (status = 404, description = "There is no such account", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "It is your own account, or it is disabled", body = Problem, content_type = "application/problem+json"),
        refusals::StaffRead,
    ),
    security(("bearer" = [])),
)]
#[post("/users/{id}/reset")]
pub async fn reset_user(
    app: Data<App>,
    request: HttpRequest,
    caller: Staff,
    id: Path<String>,
) -> Result<HttpResponse, ApiError> {
    Query::new(&request)?.finish()?;
    let mut tx = app.db.write().await?;
    let user = managed(&mut tx, &caller, &id).await?;
    if user.id == caller.user || user.disabled_at.is_some() {
        return Err(ApiError::new(ProblemKind::Conflict));
    }
    store::clear_credentials(&mut tx, user.id, caller.now).await?;
    sessions::end_all(&mut tx, user.id, None, End::CredentialsChanged, caller.now).await?;
    let email = email_of(&app, &user)?;
    invite(&app, &mut tx, &caller, user.id, &user.name, &email, &user.locale).await?;
    let event = Event::new(caller.actor(), "user.reset", "user", Some(user.id.0));
    audit::record(&mut tx, app.ids, caller.now, event.during(&caller.request_id)).await?;
    tx.commit().await?;
    app.wake();
    Ok(no_content())
}

/// Give somebody a role
#[utoipa::path(
    tag = "users",
    operation_id = "create_grant",
    params(("id" = Uuid, Path, description = "The account", example = "019ab3c1-d2e4-7f50-8a6b-1c2d3e4f5a6b")),
    request_body = NewGrant,
    responses(
        (status = 201, description = "Given", body = RoleGrant),
        (status = 404, description = "There is no such account", body = Problem, content_type = "application/problem+json"),
        refusals::StaffWrite,
    ),
    security(("bearer" = [])),
)]
#[post("/users/{id}/grants")]
pub async fn create_grant(
    app: Data<App>,
    request: HttpRequest,
    caller: Staff,
    id: Path<String>,
    body: Bytes,
) -> Result<Answer, ApiError> {
    Query::new(&request)?.finish()?;
    caller.authorize_somewhere(Action::ManageUsers)?;
    let mut fields = Fields::new(&request, &body)?;
    let grant = asked(&app, &caller, &mut fields).await?;
    fields.finish()?;
    let grant = grant.ok_or_else(|| ApiError::invalid("/role", "missing"))?;
    let id = id.parse().map(UserId).map_err(|_| ApiError::not_found())?;
    let mut tx = app.db.write().await?;
    let user = store::find_user(&mut tx, id).await?.ok_or_else(ApiError::not_found)?;
    let given = give(&app, &mut tx, &caller, user.id, &grant).await?;
    let history = store::list_grant_history(&mut tx, user.id).await?;
    tx.commit().await?;
    let grant = history
        .iter()
        .find(|history| history.id == given)
        .and_then(|history| present::grant(history, caller.now))
        .ok_or_else(ApiError::not_found)?;
    Ok(Answer::private(&grant)?.with_status(StatusCode::CREATED))
}

/// Take a role away
///
/// It counts at the next request of whoever held it. The last admin cannot be taken away.
#[utoipa::path(
    tag = "users",
    operation_id = "revoke_grant",
    params(
        ("id" = Uuid, Path, description = "The account", example = "019ab3c1-d2e4-7f50-8a6b-1c2d3e4f5a6b"),
        ("grant" = Uuid, Path, description = "The grant", example = "019ab3c1-d2e4-7f50-8a6b-1c2d3e4f5a6c"),
    ),
    request_body = Revocation,
    responses(
        (status = 204, description = "Taken away"),
        (status = 404, description = "There is no such grant", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "It has ended already, or it is the last admin's", body = Problem, content_type = "application/problem+json"),
        refusals::StaffWrite,
    ),
    security(("bearer" = [])),
)]
#[post("/users/{id}/grants/{grant}/revoke")]
pub async fn revoke_grant(
    app: Data<App>,
    request: HttpRequest,
    caller: Staff,
    path: Path<(String, String)>,
    body: Bytes,
) -> Result<HttpResponse, ApiError> {
    Query::new(&request)?.finish()?;
    caller.authorize_somewhere(Action::ManageUsers)?;
    let mut fields = Fields::new(&request, &body)?;
    let reason = fields.required_text("reason", LONGEST_REASON);
    fields.finish()?;
    let (id, grant) = path.into_inner();
    let (Ok(id), Ok(grant)) = (id.parse().map(UserId), grant.parse().map(GrantId)) else {
        return Err(ApiError::not_found());
    };
    let mut tx = app.db.write().await?;
    let grants = store::list_grants(&mut tx, id).await?;
    let theirs = reach(&mut tx, grants).await?;
    let (grant, object) =
        theirs.into_iter().find(|(held, _)| held.id == grant).ok_or_else(ApiError::not_found)?;
    caller.authorize(Action::Grant(grant.role), &object)?;
    let had_admin = store::is_held(&mut tx, Role::Admin, caller.now).await?;
    if !store::revoke_grant(&mut tx, grant.id, Some(caller.user), caller.now).await?
        || (had_admin && !store::is_held(&mut tx, Role::Admin, caller.now).await?)
    {
        return Err(ApiError::new(ProblemKind::Conflict));
    }
    let changes = json!({ "role": { "from": grant.role, "to": null } });
    let event = Event::new(caller.actor(), "user.revoke", "user", Some(id.0))
        .with_changes(changes)
        .with_reason(reason.as_deref().unwrap_or_default())
        .within(object.departments.first().copied());
    audit::record(&mut tx, app.ids, caller.now, event.during(&caller.request_id)).await?;
    tx.commit().await?;
    Ok(no_content())
}
