//! The outbox over HTTP: what could not be sent, for admins.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse, get, post};
use chrono::Duration;
use mitwirken_shared::outbox::{MailCount, MailState, OutboxMail, OutboxPage};
use mitwirken_shared::problem::{Problem, ProblemKind};
use mitwirken_shared::vocabulary::Vocabulary as _;
use uuid::Uuid;

use super::store::{self, Row};
use crate::access::{Action, Object, Staff};
use crate::app::App;
use crate::audit::{self, Event};
use crate::db::Timestamp;
use crate::http::{Answer, Mount, Query, no_content};
use crate::ids::MailId;
use crate::openapi::refusals;
use crate::problem::ApiError;

const USUAL: u32 = 50;
const MOST: u32 = 100;
/// How long a mail that staff sends again may still wait.
const AGAIN: Duration = Duration::days(2);

pub(super) fn mount(config: &mut impl Mount) {
    config.service(list_mails).service(retry_mail).service(discard_mail);
}

fn shown(row: &Row) -> Option<OutboxMail> {
    let state = MailState::parse(&row.state)?;
    Some(OutboxMail {
        id: row.id.to_string(),
        template: row.template.clone(),
        lang: row.lang.clone(),
        state,
        attempts: u32::try_from(row.attempts).unwrap_or(u32::MAX),
        last_answer: row.last_answer.clone(),
        next_attempt_at: (state == MailState::Waiting).then(|| row.next_attempt_at.to_string()),
        created_at: row.created_at.to_string(),
        finished_at: row.finished_at.map(|at| at.to_string()),
        sendable: row.recipient_sealed.is_some(),
    })
}

/// List mails in one state
///
/// The latest first, without address and content.
#[utoipa::path(
    tag = "mail",
    operation_id = "list_mails",
    params(
        ("state" = Option<MailState>, Query, description = "Which; `failed` if nobody says otherwise", example = "failed"),
        ("limit" = Option<u32>, Query, description = "Mails a page", minimum = 1, maximum = 100, example = 50),
        ("cursor" = Option<Uuid>, Query, description = "`next` of the page before"),
    ),
    responses((status = 200, description = "A page of mails with the counts of every state", body = OutboxPage), refusals::StaffRead),
    security(("bearer" = [])),
)]
#[get("/mails")]
pub async fn list_mails(app: Data<App>, request: HttpRequest, caller: Staff) -> Result<Answer, ApiError> {
    let mut query = Query::new(&request)?;
    let state = query.word::<MailState>("state").unwrap_or(MailState::Failed);
    let limit = i64::from(query.number("limit", 1, MOST).unwrap_or(USUAL));
    let after = query.id("cursor");
    query.finish()?;
    caller.authorize(Action::ReadMail, &Object::city())?;
    let mut tx = app.db.read().await?;
    let mut rows = store::list(&mut tx, state.as_str(), after, limit + 1).await?;
    let counts = store::count(&mut tx)
        .await?
        .into_iter()
        .filter_map(|(state, count)| {
            Some(MailCount { state: MailState::parse(&state)?, count: u64::try_from(count).ok()? })
        })
        .collect();
    let more = i64::try_from(rows.len()).is_ok_and(|length| length > limit);
    rows.truncate(usize::try_from(limit).unwrap_or(0));
    let next = rows.last().filter(|_| more).map(|row| row.id.to_string());
    Answer::private(&OutboxPage { items: rows.iter().filter_map(shown).collect(), next, counts })
}

/// Send a failed mail again
#[utoipa::path(
    tag = "mail",
    operation_id = "retry_mail",
    params(("id" = Uuid, Path, description = "The mail", example = "019ab3c1-d2e4-7f50-8a6b-1c2d3e4f5a6b")),
    responses(
        (status = 204, description = "It waits for its turn again"),
        (status = 409, description = "It has not failed, or its content is gone", body = Problem, content_type = "application/problem+json"),
        refusals::StaffRead,
    ),
    security(("bearer" = [])),
)]
#[post("/mails/{id}/retry")]
pub async fn retry_mail(
    app: Data<App>,
    request: HttpRequest,
    caller: Staff,
    id: Path<String>,
) -> Result<HttpResponse, ApiError> {
    Query::new(&request)?.finish()?;
    caller.authorize(Action::ManageMail, &Object::city())?;
    let id = id.parse::<Uuid>().map_err(|_| ApiError::new(ProblemKind::Conflict))?;
    let mut tx = app.db.write().await?;
    let until = Timestamp::new(caller.now.utc() + AGAIN);
    if !store::retry(&mut tx, MailId(id), caller.now, until).await? {
        return Err(ApiError::new(ProblemKind::Conflict));
    }
    let event = Event::new(caller.actor(), "mail.retry", "mail", Some(id));
    audit::record(&mut tx, app.ids, caller.now, event.during(&caller.request_id)).await?;
    tx.commit().await?;
    app.wake();
    Ok(no_content())
}

/// Let a failed mail go
///
/// Address and content are erased.
#[utoipa::path(
    tag = "mail",
    operation_id = "discard_mail",
    params(("id" = Uuid, Path, description = "The mail", example = "019ab3c1-d2e4-7f50-8a6b-1c2d3e4f5a6b")),
    responses(
        (status = 204, description = "It will not be sent"),
        (status = 409, description = "It has not failed", body = Problem, content_type = "application/problem+json"),
        refusals::StaffRead,
    ),
    security(("bearer" = [])),
)]
#[post("/mails/{id}/discard")]
pub async fn discard_mail(
    app: Data<App>,
    request: HttpRequest,
    caller: Staff,
    id: Path<String>,
) -> Result<HttpResponse, ApiError> {
    Query::new(&request)?.finish()?;
    caller.authorize(Action::ManageMail, &Object::city())?;
    let id = id.parse::<Uuid>().map_err(|_| ApiError::new(ProblemKind::Conflict))?;
    let mut tx = app.db.write().await?;
    if !store::discard(&mut tx, MailId(id), caller.now).await? {
        return Err(ApiError::new(ProblemKind::Conflict));
    }
    let event = Event::new(caller.actor(), "mail.discard", "mail", Some(id));
    audit::record(&mut tx, app.ids, caller.now, event.during(&caller.request_id)).await?;
    tx.commit().await?;
    Ok(no_content())
}
