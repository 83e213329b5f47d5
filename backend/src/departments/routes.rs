//! Departments over HTTP. Staff reads the tree; admins shape it; a department's admins steer it.

use std::collections::HashMap;

use actix_web::http::{StatusCode, header};
use actix_web::web::{Bytes, Data, Path};
use actix_web::{HttpRequest, get, patch, post};
use mitwirken_shared::departments::{
    Department, DepartmentKind, DepartmentPatch, Departments, NewDepartment, OrganisationKind, Rollout,
};
use mitwirken_shared::problem::{Problem, ProblemKind};
use mitwirken_shared::vocabulary::Vocabulary as _;
use serde_json::json;

use super::store::{self, DepartmentRow, Written};
use crate::access::{Action, Object, Staff};
use crate::app::App;
use crate::audit::{self, Event};
use crate::db::{Timestamp, Tx};
use crate::http::{Answer, Fields, Query, if_match};
use crate::ids::{DepartmentId, OrganisationId};
use crate::openapi::refusals;
use crate::problem::ApiError;
use crate::search::folded;

/// The longest name of a department or an organisation.
pub(super) const LONGEST_NAME: usize = 160;
/// The longest contact.
pub(super) const LONGEST_CONTACT: usize = 500;
/// The longest abbreviation.
const LONGEST_ABBREVIATION: usize = 20;

fn shown(row: &DepartmentRow, people: i64) -> Option<Department> {
    Some(Department {
        id: row.id.to_string(),
        organisation: row.organisation_id.to_string(),
        parent: row.parent_id.map(|id| id.to_string()),
        kind: DepartmentKind::parse(&row.kind)?,
        abbreviation: row.abbreviation.clone(),
        name: row.name.clone(),
        rollout: Rollout::parse(&row.rollout)?,
        rollout_since: row.rollout_since.to_string(),
        four_eyes: row.four_eyes,
        people: u32::try_from(people).unwrap_or(u32::MAX),
        version: row.version,
    })
}

fn state(row: &DepartmentRow) -> serde_json::Value {
    json!({
        "parent": row.parent_id.map(|id| id.to_string()),
        "kind": row.kind,
        "abbreviation": row.abbreviation,
        "name": row.name,
        "rollout": row.rollout,
        "four_eyes": row.four_eyes,
    })
}

/// The tree with how many people hold a role in each department or below: parents before children.
async fn tree(tx: &mut Tx, now: Timestamp) -> Result<Vec<Department>, ApiError> {
    let rows = store::list(tx).await?;
    let paths = store::paths(tx).await?;
    let mut people = HashMap::<DepartmentId, i64>::new();
    for (department, count) in store::count_people(tx, now).await? {
        for above in paths.get(&department).into_iter().flatten() {
            *people.entry(*above).or_default() += count;
        }
    }
    let mut ordered = Vec::with_capacity(rows.len());
    let mut open = rows.iter().filter(|row| row.parent_id.is_none()).rev().collect::<Vec<_>>();
    while let Some(row) = open.pop() {
        ordered.extend(shown(row, people.get(&row.id).copied().unwrap_or(0)));
        open.extend(rows.iter().filter(|child| child.parent_id == Some(row.id)).rev());
    }
    Ok(ordered)
}

async fn show(tx: &mut Tx, id: DepartmentId, now: Timestamp) -> Result<Department, ApiError> {
    let id = id.to_string();
    tree(tx, now).await?.into_iter().find(|row| row.id == id).ok_or_else(ApiError::not_found)
}

/// List departments
///
/// The whole tree: parents before children, siblings by name.
#[utoipa::path(
    tag = "departments",
    operation_id = "list_departments",
    responses((status = 200, description = "The tree", body = Departments), refusals::StaffRead),
    security(("bearer" = [])),
)]
#[get("/departments")]
pub async fn list_departments(
    app: Data<App>,
    request: HttpRequest,
    caller: Staff,
) -> Result<Answer, ApiError> {
    Query::new(&request)?.finish()?;
    Answer::private(&Departments { items: tree(&mut app.db.read().await?, caller.now).await? })
}

/// Get one department
#[utoipa::path(
    tag = "departments",
    operation_id = "find_department",
    params(("id" = Uuid, Path, description = "The department", example = "019ab3c1-d2e4-7f50-8a6b-1c2d3e4f5a6b")),
    responses(
        (status = 200, description = "The department", body = Department),
        (status = 404, description = "There is no such department", body = Problem, content_type = "application/problem+json"),
        refusals::StaffRead,
    ),
    security(("bearer" = [])),
)]
#[get("/departments/{id}")]
pub async fn find_department(
    app: Data<App>,
    request: HttpRequest,
    caller: Staff,
    id: Path<String>,
) -> Result<Answer, ApiError> {
    Query::new(&request)?.finish()?;
    let id = id.parse().map(DepartmentId).map_err(|_| ApiError::not_found())?;
    let department = show(&mut app.db.read().await?, id, caller.now).await?;
    Ok(Answer::private(&department)?.with_version(department.version))
}

/// Add a department
#[utoipa::path(
    tag = "departments",
    operation_id = "create_department",
    request_body = NewDepartment,
    responses((status = 201, description = "Added", body = Department), refusals::StaffWrite),
    security(("bearer" = [])),
)]
#[post("/departments")]
pub async fn create_department(
    app: Data<App>,
    request: HttpRequest,
    caller: Staff,
    body: Bytes,
) -> Result<Answer, ApiError> {
    Query::new(&request)?.finish()?;
    caller.authorize(Action::ManageDepartments, &Object::city())?;
    let mut fields = Fields::new(&request, &body)?;
    let organisation = fields.id("organisation").map(OrganisationId);
    let parent = fields.id("parent").map(DepartmentId);
    let kind = fields.required_word::<DepartmentKind>("kind");
    let abbreviation = fields.text("abbreviation", LONGEST_ABBREVIATION).unwrap_or_default();
    let name = fields.required_text("name", LONGEST_NAME);
    let rollout = fields.word::<Rollout>("rollout").unwrap_or(Rollout::None);
    let four_eyes = fields.boolean("four_eyes").unwrap_or(false);
    let mut tx = app.db.write().await?;
    let above = match parent {
        Some(parent) => store::find(&mut tx, parent).await?,
        None => None,
    };
    if parent.is_some() && above.is_none() {
        fields.refuse("parent", "unknown", [].into());
    }
    let known = store::list_organisations(&mut tx).await?;
    if organisation.is_some_and(|id| known.iter().all(|row| row.id != id)) {
        fields.refuse("organisation", "unknown", [].into());
    }
    fields.finish()?;
    let (kind, name) = kind.zip(name).ok_or_else(|| ApiError::invalid("/name", "missing"))?;
    let city = known.iter().find(|row| row.kind == OrganisationKind::City.as_str()).map(|row| row.id);
    let organisation = match organisation.or(above.map(|row| row.organisation_id)).or(city) {
        Some(id) => id,
        None => make_city(&app, &mut tx, caller.now).await?,
    };
    let id = DepartmentId(app.ids.next());
    let written = Written {
        organisation,
        parent,
        kind: kind.as_str(),
        abbreviation: &abbreviation,
        name: &name,
        name_folded: &folded(&name),
        rollout: rollout.as_str(),
        rollout_since: caller.now,
        four_eyes,
    };
    store::insert(&mut tx, id, &written, caller.now).await?;
    let row = store::find(&mut tx, id).await?.ok_or_else(ApiError::not_found)?;
    let event = Event::new(caller.actor(), "department.create", "department", Some(id.0))
        .with_changes(audit::difference(&json!({}), &state(&row)))
        .within(Some(id));
    audit::record(&mut tx, app.ids, caller.now, event.during(&caller.request_id)).await?;
    let department = show(&mut tx, id, caller.now).await?;
    tx.commit().await?;
    Ok(Answer::private(&department)?
        .with_version(department.version)
        .with_status(StatusCode::CREATED)
        .with_header(header::LOCATION, &format!("/api/v1/departments/{id}")))
}

/// The city's own organisation, which the first department belongs to.
async fn make_city(app: &App, tx: &mut Tx, now: Timestamp) -> Result<OrganisationId, ApiError> {
    let city = &app.config.site_city;
    let name = if city.is_empty() { &app.config.site_name } else { city };
    let row = store::OrganisationRow {
        id: OrganisationId(app.ids.next()),
        kind: OrganisationKind::City.as_str().to_owned(),
        name: name.clone(),
        contact: String::new(),
        verified: true,
        version: 1,
    };
    store::insert_organisation(tx, &row, &folded(name), now).await?;
    Ok(row.id)
}

/// Change a department
///
/// Name, kind and place in the tree are for admins; roll-out state and four eyes are also for the
/// department's own admins.
#[utoipa::path(
    tag = "departments",
    operation_id = "update_department",
    params(
        ("id" = Uuid, Path, description = "The department", example = "019ab3c1-d2e4-7f50-8a6b-1c2d3e4f5a6b"),
        ("if-match" = String, Header, description = "The tag of the version that you have seen", example = "\"v1\""),
    ),
    request_body(content = DepartmentPatch, content_type = "application/merge-patch+json"),
    responses(
        (status = 200, description = "The department as it is now", body = Department),
        (status = 404, description = "There is no such department", body = Problem, content_type = "application/problem+json"),
        refusals::StaffWrite,
        refusals::Versioned,
    ),
    security(("bearer" = [])),
)]
#[patch("/departments/{id}")]
pub async fn update_department(
    app: Data<App>,
    request: HttpRequest,
    caller: Staff,
    id: Path<String>,
    body: Bytes,
) -> Result<Answer, ApiError> {
    Query::new(&request)?.finish()?;
    caller.authorize_somewhere(Action::SteerDepartment)?;
    let version = if_match(&request)?;
    let mut fields = Fields::new(&request, &body)?;
    let moves = fields.has("parent");
    let parent = fields.id("parent").map(DepartmentId);
    let kind = fields.word::<DepartmentKind>("kind");
    let abbreviation = fields.text("abbreviation", LONGEST_ABBREVIATION);
    let name = fields.changed_text("name", LONGEST_NAME);
    let rollout = fields.word::<Rollout>("rollout");
    let four_eyes = fields.boolean("four_eyes");
    let id = id.parse().map(DepartmentId).map_err(|_| ApiError::not_found())?;
    let mut tx = app.db.write().await?;
    let before = store::find(&mut tx, id).await?.ok_or_else(ApiError::not_found)?;
    if let Some(parent) = parent {
        let above = store::path(&mut tx, parent).await?;
        if above.is_empty() {
            fields.refuse("parent", "unknown", [].into());
        } else if above.contains(&id) {
            fields.refuse("parent", "below_itself", [].into());
        }
    }
    fields.finish()?;
    let object = Object::of(store::path(&mut tx, id).await?);
    caller.authorize(Action::SteerDepartment, &object)?;
    if moves || kind.is_some() || abbreviation.is_some() || name.is_some() {
        caller.authorize(Action::ManageDepartments, &Object::city())?;
    }
    let name = name.unwrap_or_else(|| before.name.clone());
    let rollout = rollout.map_or_else(|| before.rollout.clone(), |rollout| rollout.to_string());
    let written = Written {
        organisation: before.organisation_id,
        parent: if moves { parent } else { before.parent_id },
        kind: kind.map_or(&before.kind, |kind| kind.as_str()),
        abbreviation: abbreviation.as_deref().unwrap_or(&before.abbreviation),
        name: &name,
        name_folded: &folded(&name),
        rollout: &rollout,
        rollout_since: if rollout == before.rollout { before.rollout_since } else { caller.now },
        four_eyes: four_eyes.unwrap_or(before.four_eyes),
    };
    if !store::update(&mut tx, id, version, &written, caller.now).await? {
        return Err(ApiError::new(ProblemKind::PreconditionFailed));
    }
    let after = store::find(&mut tx, id).await?.ok_or_else(ApiError::not_found)?;
    let event = Event::new(caller.actor(), "department.update", "department", Some(id.0))
        .with_changes(audit::difference(&state(&before), &state(&after)))
        .within(Some(id));
    audit::record(&mut tx, app.ids, caller.now, event.during(&caller.request_id)).await?;
    let department = show(&mut tx, id, caller.now).await?;
    tx.commit().await?;
    Ok(Answer::private(&department)?.with_version(department.version))
}
