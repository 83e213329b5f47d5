//! Organisations over HTTP. Staff reads them, admins write them.

use actix_web::http::{StatusCode, header};
use actix_web::web::{Bytes, Data, Path};
use actix_web::{HttpRequest, get, patch, post};
use mitwirken_shared::departments::{
    NewOrganisation, Organisation, OrganisationKind, OrganisationPatch, Organisations,
};
use mitwirken_shared::problem::{Problem, ProblemKind};
use mitwirken_shared::vocabulary::Vocabulary as _;
use serde_json::json;

use super::routes::{LONGEST_CONTACT, LONGEST_NAME};
use super::store::{self, OrganisationRow};
use crate::access::{Action, Object, Staff};
use crate::app::App;
use crate::audit::{self, Event};
use crate::http::{Answer, Fields, Query, if_match};
use crate::ids::OrganisationId;
use crate::openapi::refusals;
use crate::problem::ApiError;
use crate::search::folded;

fn shown(row: &OrganisationRow) -> Option<Organisation> {
    Some(Organisation {
        id: row.id.to_string(),
        kind: OrganisationKind::parse(&row.kind)?,
        name: row.name.clone(),
        contact: row.contact.clone(),
        verified: row.verified,
        version: row.version,
    })
}

fn answer(row: &OrganisationRow) -> Result<Answer, ApiError> {
    let shown = shown(row).ok_or_else(ApiError::not_found)?;
    Ok(Answer::private(&shown)?.with_version(shown.version))
}

fn state(row: &OrganisationRow) -> serde_json::Value {
    json!({ "kind": row.kind, "name": row.name, "contact": row.contact, "verified": row.verified })
}

/// List organisations
#[utoipa::path(
    tag = "departments",
    operation_id = "list_organisations",
    responses((status = 200, description = "All of them, by name", body = Organisations), refusals::StaffRead),
    security(("bearer" = [])),
)]
#[get("/organisations")]
pub async fn list_organisations(
    app: Data<App>,
    request: HttpRequest,
    _caller: Staff,
) -> Result<Answer, ApiError> {
    Query::new(&request)?.finish()?;
    let rows = store::list_organisations(&mut app.db.read().await?).await?;
    Answer::private(&Organisations { items: rows.iter().filter_map(shown).collect() })
}

/// Add an organisation
#[utoipa::path(
    tag = "departments",
    operation_id = "create_organisation",
    request_body = NewOrganisation,
    responses((status = 201, description = "Added", body = Organisation), refusals::StaffWrite),
    security(("bearer" = [])),
)]
#[post("/organisations")]
pub async fn create_organisation(
    app: Data<App>,
    request: HttpRequest,
    caller: Staff,
    body: Bytes,
) -> Result<Answer, ApiError> {
    Query::new(&request)?.finish()?;
    caller.authorize(Action::ManageDepartments, &Object::city())?;
    let mut fields = Fields::new(&request, &body)?;
    let kind = fields.required_word::<OrganisationKind>("kind");
    let name = fields.required_text("name", LONGEST_NAME);
    let contact = fields.text("contact", LONGEST_CONTACT).unwrap_or_default();
    let verified = fields.boolean("verified").unwrap_or(false);
    fields.finish()?;
    let (kind, name) = kind.zip(name).ok_or_else(|| ApiError::invalid("/name", "missing"))?;
    let row = OrganisationRow {
        id: OrganisationId(app.ids.next()),
        kind: kind.as_str().to_owned(),
        name,
        contact,
        verified,
        version: 1,
    };
    let mut tx = app.db.write().await?;
    store::insert_organisation(&mut tx, &row, &folded(&row.name), caller.now).await?;
    let event = Event::new(caller.actor(), "organisation.create", "organisation", Some(row.id.0))
        .with_changes(audit::difference(&json!({}), &state(&row)));
    audit::record(&mut tx, app.ids, caller.now, event.during(&caller.request_id)).await?;
    tx.commit().await?;
    Ok(answer(&row)?
        .with_status(StatusCode::CREATED)
        .with_header(header::LOCATION, &format!("/api/v1/organisations/{}", row.id)))
}

/// Change an organisation
#[utoipa::path(
    tag = "departments",
    operation_id = "update_organisation",
    params(
        ("id" = Uuid, Path, description = "The organisation", example = "019ab3c1-d2e4-7f50-8a6b-1c2d3e4f5a6b"),
        ("if-match" = String, Header, description = "The tag of the version that you have seen", example = "\"v1\""),
    ),
    request_body(content = OrganisationPatch, content_type = "application/merge-patch+json"),
    responses(
        (status = 200, description = "The organisation as it is now", body = Organisation),
        (status = 404, description = "There is no such organisation", body = Problem, content_type = "application/problem+json"),
        refusals::StaffWrite,
        refusals::Versioned,
    ),
    security(("bearer" = [])),
)]
#[patch("/organisations/{id}")]
pub async fn update_organisation(
    app: Data<App>,
    request: HttpRequest,
    caller: Staff,
    id: Path<String>,
    body: Bytes,
) -> Result<Answer, ApiError> {
    Query::new(&request)?.finish()?;
    caller.authorize(Action::ManageDepartments, &Object::city())?;
    let version = if_match(&request)?;
    let mut fields = Fields::new(&request, &body)?;
    let kind = fields.word::<OrganisationKind>("kind");
    let name = fields.changed_text("name", LONGEST_NAME);
    let contact = fields.text("contact", LONGEST_CONTACT);
    let verified = fields.boolean("verified");
    fields.finish()?;
    let id = id.parse().map(OrganisationId).map_err(|_| ApiError::not_found())?;
    let mut tx = app.db.write().await?;
    let before = store::find_organisation(&mut tx, id).await?.ok_or_else(ApiError::not_found)?;
    let mut row = before.clone();
    row.version = version;
    if let Some(kind) = kind {
        kind.as_str().clone_into(&mut row.kind);
    }
    row.name = name.unwrap_or(row.name);
    row.contact = contact.unwrap_or(row.contact);
    row.verified = verified.unwrap_or(row.verified);
    if !store::update_organisation(&mut tx, &row, &folded(&row.name), caller.now).await? {
        return Err(ApiError::new(ProblemKind::PreconditionFailed));
    }
    row.version += 1;
    let event = Event::new(caller.actor(), "organisation.update", "organisation", Some(row.id.0))
        .with_changes(audit::difference(&state(&before), &state(&row)));
    audit::record(&mut tx, app.ids, caller.now, event.during(&caller.request_id)).await?;
    tx.commit().await?;
    answer(&row)
}
