//! The audit log over HTTP. For admins, for the data protection officer, and, within their department, for
//! its admins.

use actix_web::http::header;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse, get, post};
use chrono::Days;
use mitwirken_shared::audit::{ActorKind, AuditEvent, AuditPage, FieldChange};
use mitwirken_shared::problem::{Problem, ProblemKind};
use mitwirken_shared::vocabulary::Vocabulary as _;
use serde_json::Value;
use uuid::Uuid;

use super::store::{self, Filter, Row};
use super::{Event, record};
use crate::access::{Action, Object, Staff};
use crate::app::App;
use crate::clock::midnight;
use crate::db::{Timestamp, Tx};
use crate::departments;
use crate::http::{Answer, Mount, Query, Table, no_content};
use crate::openapi::refusals;
use crate::problem::ApiError;

/// Events a page if nobody says otherwise, and at most.
const USUAL: u32 = 50;
const MOST: u32 = 100;
/// The columns of the download.
const COLUMNS: [&str; 10] = [
    "position",
    "at",
    "actor",
    "actor_name",
    "action",
    "object_kind",
    "object_id",
    "department",
    "reason",
    "changes",
];
/// The most events of one download.
const MOST_ROWS: i64 = 100_000;

pub(super) fn mount(config: &mut impl Mount) {
    config.service(export_audit_events).service(list_audit_events).service(erase_audit_details);
}

/// The filter of a request, narrowed to what the caller may see.
async fn filter(app: &App, query: &mut Query, caller: &Staff) -> Result<Filter, ApiError> {
    caller.authorize_somewhere(Action::ReadAudit)?;
    let filter = Filter {
        actor: query.id("actor"),
        action: query.text("action", 60),
        object_kind: query.text("object_kind", 60),
        object: query.id("object"),
        since: query.day("since").and_then(midnight),
        before: query.day("until").and_then(|day| day.checked_add_days(Days::new(1))).and_then(midnight),
        departments: if caller.may(Action::ReadAudit, &Object::city()) {
            None
        } else {
            Some(visible(&mut app.db.read().await?, caller).await?)
        },
    };
    Ok(filter)
}

/// The departments whose events the caller may see.
async fn visible(tx: &mut Tx, caller: &Staff) -> Result<Vec<crate::ids::DepartmentId>, ApiError> {
    Ok(departments::store::paths(tx)
        .await?
        .into_iter()
        .filter(|(_, path)| caller.may(Action::ReadAudit, &Object::of(path.clone())))
        .map(|(id, _)| id)
        .collect())
}

fn shown(row: Row) -> Option<AuditEvent> {
    let details = row.details.as_deref().and_then(|text| serde_json::from_str::<Value>(text).ok());
    let changes = details
        .as_ref()
        .and_then(|details| details.get("changes"))
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
        .map(|(field, change)| FieldChange {
            field: field.clone(),
            from: change.get("from").unwrap_or(&Value::Null).to_string(),
            to: change.get("to").unwrap_or(&Value::Null).to_string(),
        })
        .collect();
    let reason =
        details.as_ref().and_then(|details| details.get("reason")).and_then(Value::as_str).map(str::to_owned);
    Some(AuditEvent {
        id: row.id.to_string(),
        at: row.at.to_string(),
        actor: ActorKind::parse(&row.actor_kind)?,
        actor_id: row.actor_id.map(|id| id.to_string()),
        actor_name: row.actor_name,
        action: row.action,
        object_kind: row.object_kind,
        object_id: row.object_id.map(|id| id.to_string()),
        department: row.department_id.map(|id| id.to_string()),
        position: row.position,
        reason,
        changes,
        erased: row.details.is_none(),
    })
}

/// List the audit log
///
/// The latest first. A department's admins see the events of their department and below.
#[utoipa::path(
    tag = "audit",
    operation_id = "list_audit_events",
    params(
        ("actor" = Option<Uuid>, Query, description = "Only what this account did"),
        ("action" = Option<String>, Query, description = "Only actions that begin so", max_length = 60, example = "user."),
        ("object_kind" = Option<String>, Query, description = "Only what was done to this kind of object", max_length = 60, example = "user"),
        ("object" = Option<Uuid>, Query, description = "Only what was done to this object"),
        ("since" = Option<String>, Query, description = "From this day on", example = "2026-11-01"),
        ("until" = Option<String>, Query, description = "Up to this day", example = "2026-11-30"),
        ("limit" = Option<u32>, Query, description = "Events a page", minimum = 1, maximum = 100, example = 50),
        ("cursor" = Option<String>, Query, description = "`next` of the page before", pattern = "^[A-Za-z0-9_:.Z-]*$"),
    ),
    responses((status = 200, description = "A page of events", body = AuditPage), refusals::StaffRead),
    security(("bearer" = [])),
)]
#[get("/audit-events")]
pub async fn list_audit_events(
    app: Data<App>,
    request: HttpRequest,
    caller: Staff,
) -> Result<Answer, ApiError> {
    let mut query = Query::new(&request)?;
    let filter = filter(&app, &mut query, &caller).await?;
    let limit = i64::from(query.number("limit", 1, MOST).unwrap_or(USUAL));
    let after = query.one("cursor").filter(|text| !text.is_empty()).and_then(|text| {
        let read = text
            .split_once('_')
            .and_then(|(at, id)| Some((at.parse::<Timestamp>().ok()?, id.parse::<Uuid>().ok()?)));
        if read.is_none() {
            query.refuse("cursor", "invalid_cursor", [].into());
        }
        read
    });
    query.finish()?;
    let mut rows = store::list(&mut app.db.read().await?, &filter, after, limit + 1).await?;
    let more = i64::try_from(rows.len()).is_ok_and(|length| length > limit);
    rows.truncate(usize::try_from(limit).unwrap_or(0));
    let next = rows.last().filter(|_| more).map(|row| format!("{}_{}", row.at, row.id));
    Answer::private(&AuditPage { items: rows.into_iter().filter_map(shown).collect(), next })
}

/// Download the audit log as CSV
///
/// At most 100,000 events, the latest first. Cells that a spreadsheet would run are written as text.
#[utoipa::path(
    tag = "audit",
    operation_id = "export_audit_events",
    params(
        ("actor" = Option<Uuid>, Query, description = "Only what this account did"),
        ("action" = Option<String>, Query, description = "Only actions that begin so", max_length = 60, example = "user."),
        ("object_kind" = Option<String>, Query, description = "Only what was done to this kind of object", max_length = 60, example = "user"),
        ("object" = Option<Uuid>, Query, description = "Only what was done to this object"),
        ("since" = Option<String>, Query, description = "From this day on", example = "2026-11-01"),
        ("until" = Option<String>, Query, description = "Up to this day", example = "2026-11-30"),
    ),
    responses(
        (status = 200, description = "Semicolons, UTF-8 with a byte order mark", body = String, content_type = "text/csv"),
        refusals::StaffRead,
    ),
    security(("bearer" = [])),
)]
#[get("/audit-events.csv")]
pub async fn export_audit_events(
    app: Data<App>,
    request: HttpRequest,
    caller: Staff,
) -> Result<HttpResponse, ApiError> {
    let mut query = Query::new(&request)?;
    let filter = filter(&app, &mut query, &caller).await?;
    query.finish()?;
    let rows = store::list(&mut app.db.read().await?, &filter, None, MOST_ROWS).await?;
    let mut table = Table::new(&COLUMNS)?;
    for event in rows.into_iter().filter_map(shown) {
        let changes = event
            .changes
            .iter()
            .map(|change| format!("{}: {} → {}", change.field, change.from, change.to))
            .collect::<Vec<_>>()
            .join("; ");
        let cells = [
            event.position.map(|position| position.to_string()).unwrap_or_default(),
            event.at,
            event.actor.to_string(),
            event.actor_name.unwrap_or_default(),
            event.action,
            event.object_kind,
            event.object_id.unwrap_or_default(),
            event.department.unwrap_or_default(),
            event.reason.unwrap_or_default(),
            changes,
        ];
        table.row(cells)?;
    }
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/csv; charset=utf-8"))
        .insert_header((header::CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\""))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(table.finish()?))
}

/// Erase reason and changes of an event
///
/// For the data protection officer. The event itself and the chain stay; that it was erased is an event,
/// too.
#[utoipa::path(
    tag = "audit",
    operation_id = "erase_audit_details",
    params(("id" = Uuid, Path, description = "The event", example = "019ab3c1-d2e4-7f50-8a6b-1c2d3e4f5a6b")),
    responses(
        (status = 204, description = "Erased"),
        (status = 404, description = "There is no such event", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "It was erased before", body = Problem, content_type = "application/problem+json"),
        refusals::StaffRead,
    ),
    security(("bearer" = [])),
)]
#[post("/audit-events/{id}/erase")]
pub async fn erase_audit_details(
    app: Data<App>,
    request: HttpRequest,
    caller: Staff,
    id: Path<String>,
) -> Result<HttpResponse, ApiError> {
    Query::new(&request)?.finish()?;
    caller.authorize(Action::EraseAuditDetails, &Object::city())?;
    let id = id.parse::<Uuid>().map_err(|_| ApiError::not_found())?;
    let mut tx = app.db.write().await?;
    let row = store::find(&mut tx, id).await?.ok_or_else(ApiError::not_found)?;
    if !store::erase_details(&mut tx, row.id).await? {
        return Err(ApiError::new(ProblemKind::Conflict));
    }
    let event = Event::new(caller.actor(), "audit.erase", "audit_event", Some(row.id));
    record(&mut tx, app.ids, caller.now, event.during(&caller.request_id)).await?;
    tx.commit().await?;
    Ok(no_content())
}
