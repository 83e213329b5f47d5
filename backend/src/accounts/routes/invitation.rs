//! Invitations, resets and the set-up of the portal: whoever has the link chooses a password. Anybody may
//! call this.

use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, post};
use mitwirken_shared::accounts::{
    Invitation, InvitationAnswer, Role, SecondFactorWanted, Ticket as TicketBody,
};
use mitwirken_shared::problem::{Problem, ProblemKind};
use serde_json::json;

use super::password::notify;
use crate::access::password;
use crate::access::roles::Scope;
use crate::access::sessions::{self, End};
use crate::access::tickets::{self, Purpose, Ticket};
use crate::accounts::arrive::{email_of, request_id, second_factor};
use crate::accounts::domain::LONGEST_NAME;
use crate::accounts::{present, store};
use crate::app::App;
use crate::audit::{self, Actor, Event};
use crate::db::{Timestamp, Tx};
use crate::http::{Answer, Fields, Query, Reader};
use crate::ids::{GrantId, UserId};
use crate::openapi::refusals;
use crate::outbox::Template;
use crate::problem::ApiError;
use crate::search::folded;

fn expired() -> ApiError {
    ApiError::new(ProblemKind::LinkExpired)
}

/// The ticket with its purpose: one link for all three.
async fn find(tx: &mut Tx, secret: &str, now: Timestamp) -> Result<(Purpose, Ticket), ApiError> {
    for purpose in [Purpose::Invitation, Purpose::Reset, Purpose::SetUp] {
        if let Some(ticket) = tickets::find(tx, purpose, secret, now).await? {
            return Ok((purpose, ticket));
        }
    }
    Err(expired())
}

/// See whom a link is for
///
/// Looking changes nothing: mail scanners may.
#[utoipa::path(
    tag = "sign-in",
    operation_id = "find_invitation",
    request_body = TicketBody,
    responses(
        (status = 200, description = "Whom it is for", body = Invitation),
        (status = 410, description = "The link was used, or its time is over", body = Problem, content_type = "application/problem+json"),
        refusals::Open,
    ),
    security(()),
)]
#[post("/sign-in/invitation")]
pub async fn find_invitation(app: Data<App>, request: HttpRequest, body: Bytes) -> Result<Answer, ApiError> {
    Query::new(&request)?.finish()?;
    let mut fields = Fields::new(&request, &body)?;
    let secret = fields.secret("ticket", 100);
    fields.finish()?;
    let mut tx = app.db.read().await?;
    let (_, ticket) = find(&mut tx, &secret.ok_or_else(expired)?, app.clock.now()).await?;
    let Some(id) = ticket.user_id else {
        return Answer::private(&Invitation { email: String::new(), name: String::new(), set_up: true });
    };
    let user = store::find_user(&mut tx, id).await?;
    let user = user.filter(|user| user.disabled_at.is_none()).ok_or_else(expired)?;
    let email = email_of(&app, &user)?;
    Answer::private(&Invitation { email, name: user.name, set_up: false })
}

/// Choose a password with the link
///
/// A reset ends every session of the account. The second factor follows.
#[utoipa::path(
    tag = "sign-in",
    operation_id = "accept_invitation",
    request_body = InvitationAnswer,
    responses(
        (status = 200, description = "The password is set; the second factor follows", body = SecondFactorWanted),
        (status = 409, description = "There is an account with this address already", body = Problem, content_type = "application/problem+json"),
        (status = 410, description = "The link was used, or its time is over", body = Problem, content_type = "application/problem+json"),
        refusals::Open,
    ),
    security(()),
)]
#[post("/sign-in/invitation/accept")]
pub async fn accept_invitation(
    app: Data<App>,
    request: HttpRequest,
    body: Bytes,
) -> Result<Answer, ApiError> {
    let mut query = Query::new(&request)?;
    let reader = Reader::new(&request, &mut query);
    query.finish()?;
    let mut fields = Fields::new(&request, &body)?;
    let secret = fields.secret("token", 100);
    let chosen = fields.secret("password", password::LONGEST);
    let name = fields.text("name", LONGEST_NAME).filter(|name| !name.is_empty());
    let email = fields.email("email");
    let now = app.clock.now();
    let mut tx = app.db.read().await?;
    let (purpose, ticket) = match &secret {
        Some(secret) => find(&mut tx, secret, now).await?,
        None => return Err(fields.finish().err().unwrap_or_else(expired)),
    };
    let known = match ticket.user_id {
        Some(id) => Some(store::find_user(&mut tx, id).await?.ok_or_else(expired)?),
        None => None,
    };
    drop(tx);
    let address = if let Some(user) = &known {
        if fields.has("email") {
            fields.refuse("email", "not_changeable", [].into());
        }
        Some(email_of(&app, user)?)
    } else {
        for missing in [("email", email.is_none()), ("name", name.is_none())] {
            if missing.1 && !fields.has(missing.0) {
                fields.refuse(missing.0, "missing", [].into());
            }
        }
        email
    };
    let known_name = known.as_ref().map(|user| user.name.clone()).unwrap_or_default();
    let name = name.unwrap_or(known_name);
    if let Some(chosen) = &chosen {
        let around = [
            name.as_str(),
            address.as_deref().unwrap_or_default(),
            &app.config.site_city,
            &app.config.site_name,
        ];
        if let Err(weakness) = password::check(chosen, &around) {
            fields.refuse("password", weakness.code(), [("min", password::SHORTEST.to_string())].into());
        }
    }
    fields.finish()?;
    let (chosen, address) = chosen.zip(address).ok_or_else(expired)?;
    let hash = password::hash(&chosen).await.map_err(ApiError::internal)?;
    let mut tx = app.db.write().await?;
    if !tickets::take(&mut tx, &ticket, now).await? {
        return Err(expired());
    }
    let id = match known {
        Some(user) => user.id,
        None => make_first_admin(&app, &mut tx, &name, &address, &reader.lang, now).await?,
    };
    store::set_password(&mut tx, id, &hash, now).await?;
    let user = store::find_user(&mut tx, id).await?.ok_or_else(expired)?;
    if purpose == Purpose::Reset {
        sessions::end_all(&mut tx, id, None, End::CredentialsChanged, now).await?;
        notify(&app, &mut tx, &user, Template::CredentialsChanged, now).await?;
    }
    let request_id = request_id(&request);
    let event = Event::new(Actor::User(id), "user.set_password", "user", Some(id.0));
    audit::record(&mut tx, app.ids, now, event.during(&request_id)).await?;
    let wanted = second_factor(&mut tx, &user, now).await?;
    tx.commit().await?;
    app.wake();
    Answer::private(&wanted)
}

/// The very first account: everywhere admin. The link is void from then on.
async fn make_first_admin(
    app: &App,
    tx: &mut Tx,
    name: &str,
    email: &str,
    locale: &str,
    now: Timestamp,
) -> Result<UserId, ApiError> {
    if store::is_held(tx, Role::Admin, now).await? {
        return Err(expired());
    }
    let keys = &app.access.keys;
    let id = UserId(app.ids.next());
    let row = store::NewUserRow {
        id,
        email: (
            keys.email_hash(email),
            keys.seal(present::EMAIL, email.as_bytes()).map_err(ApiError::internal)?,
        ),
        name,
        name_folded: &folded(name),
        locale,
    };
    if !store::insert_user(tx, &row, now).await? {
        return Err(ApiError::new(ProblemKind::Conflict));
    }
    let grant = store::NewGrantRow {
        id: GrantId(app.ids.next()),
        user: id,
        role: Role::Admin,
        scope: Scope::Global,
        ends_at: None,
        reason: "set-up",
        granted_by: None,
    };
    store::insert_grant(tx, &grant, now).await?;
    let event = Event::new(Actor::User(id), "user.set_up", "user", Some(id.0))
        .with_changes(json!({ "role": { "from": null, "to": Role::Admin } }));
    audit::record(tx, app.ids, now, event).await?;
    Ok(id)
}
