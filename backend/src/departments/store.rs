//! SQL of organisations and departments.

use std::collections::HashMap;

use sqlx::{FromRow, query, query_as, query_scalar};

use crate::db::{DbError, Timestamp, Tx};
use crate::ids::{DepartmentId, OrganisationId};
use crate::on;

/// The deepest tree; a city has five levels.
const DEEPEST: i64 = 20;

/// A department as it is stored.
#[derive(Clone, Debug, FromRow)]
pub struct DepartmentRow {
    /// Its id.
    pub id: DepartmentId,
    /// The organisation.
    pub organisation_id: OrganisationId,
    /// The department above it.
    pub parent_id: Option<DepartmentId>,
    /// What it is.
    pub kind: String,
    /// Its abbreviation.
    pub abbreviation: String,
    /// Its name.
    pub name: String,
    /// How far it has come.
    pub rollout: String,
    /// Since when.
    pub rollout_since: Timestamp,
    /// Whether it wants four eyes.
    pub four_eyes: bool,
    /// Counts its changes.
    pub version: i64,
}

macro_rules! department {
    ($rest:literal) => {
        concat!(
            "select id, organisation_id, parent_id, kind, abbreviation, name, rollout, rollout_since, ",
            "four_eyes, version from departments ",
            $rest
        )
    };
}

/// Every department, by name.
pub async fn list(tx: &mut Tx) -> Result<Vec<DepartmentRow>, DbError> {
    Ok(on!(tx, |c| query_as::<_, DepartmentRow>(department!("order by name_folded, id")).fetch_all(c).await)?)
}

/// The department with this id.
pub async fn find(tx: &mut Tx, id: DepartmentId) -> Result<Option<DepartmentRow>, DbError> {
    Ok(on!(tx, |c| query_as::<_, DepartmentRow>(department!("where id = $1"))
        .bind(id)
        .fetch_optional(c)
        .await)?)
}

/// A department and all above it, itself first; empty if there is no such department.
pub async fn path(tx: &mut Tx, id: DepartmentId) -> Result<Vec<DepartmentId>, DbError> {
    Ok(on!(tx, |c| query_scalar::<_, DepartmentId>(
        "with recursive up (id, parent_id, depth) as ( \
           select id, parent_id, cast(0 as bigint) from departments where id = $1 \
           union all select d.id, d.parent_id, up.depth + 1 from departments d \
           join up on d.id = up.parent_id where up.depth < $2) \
         select id from up order by depth",
    )
    .bind(id)
    .bind(DEEPEST)
    .fetch_all(c)
    .await)?)
}

/// Every department's [`path`].
pub async fn paths(tx: &mut Tx) -> Result<HashMap<DepartmentId, Vec<DepartmentId>>, DbError> {
    let parents = list(tx).await?.into_iter().map(|row| (row.id, row.parent_id)).collect::<HashMap<_, _>>();
    Ok(parents
        .keys()
        .map(|id| {
            let up = std::iter::successors(Some(*id), |id| parents.get(id).copied().flatten());
            (*id, up.take(usize::try_from(DEEPEST).unwrap_or(20)).collect())
        })
        .collect())
}

/// How many people hold a role in each department itself at `now`.
pub async fn count_people(tx: &mut Tx, now: Timestamp) -> Result<Vec<(DepartmentId, i64)>, DbError> {
    Ok(on!(tx, |c| {
        query_as::<_, (DepartmentId, i64)>(
        "select g.department_id, count(distinct g.user_id) from role_grants g join users u on u.id = g.user_id \
         where g.department_id is not null and u.disabled_at is null and g.starts_at <= $1 \
         and (g.ends_at is null or g.ends_at > $1) and g.revoked_at is null group by g.department_id",
    )
    .bind(now)
    .fetch_all(c)
    .await
    })?)
}

/// What can be written of a department.
#[derive(Clone, Debug)]
pub struct Written<'row> {
    /// The organisation.
    pub organisation: OrganisationId,
    /// The department above it.
    pub parent: Option<DepartmentId>,
    /// What it is.
    pub kind: &'row str,
    /// Its abbreviation.
    pub abbreviation: &'row str,
    /// Its name.
    pub name: &'row str,
    /// Its name, folded.
    pub name_folded: &'row str,
    /// How far it has come.
    pub rollout: &'row str,
    /// Since when.
    pub rollout_since: Timestamp,
    /// Whether it wants four eyes.
    pub four_eyes: bool,
}

/// Makes a department.
pub async fn insert(tx: &mut Tx, id: DepartmentId, row: &Written<'_>, now: Timestamp) -> Result<(), DbError> {
    on!(tx, |c| query(
        "insert into departments (id, organisation_id, parent_id, kind, abbreviation, name, name_folded, \
         rollout, rollout_since, four_eyes, version, created_at, updated_at) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, $11, $11)",
    )
    .bind(id)
    .bind(row.organisation)
    .bind(row.parent)
    .bind(row.kind)
    .bind(row.abbreviation)
    .bind(row.name)
    .bind(row.name_folded)
    .bind(row.rollout)
    .bind(row.rollout_since)
    .bind(row.four_eyes)
    .bind(now)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// Changes a department of exactly this version; `false` if it has moved on.
pub async fn update(
    tx: &mut Tx,
    id: DepartmentId,
    version: i64,
    row: &Written<'_>,
    now: Timestamp,
) -> Result<bool, DbError> {
    let done = on!(tx, |c| {
        query(
        "update departments set parent_id = $3, kind = $4, abbreviation = $5, name = $6, name_folded = $7, \
         rollout = $8, rollout_since = $9, four_eyes = $10, version = version + 1, updated_at = $11 \
         where id = $1 and version = $2",
    )
    .bind(id)
    .bind(version)
    .bind(row.parent)
    .bind(row.kind)
    .bind(row.abbreviation)
    .bind(row.name)
    .bind(row.name_folded)
    .bind(row.rollout)
    .bind(row.rollout_since)
    .bind(row.four_eyes)
    .bind(now)
    .execute(c)
    .await
    .map(|done| done.rows_affected())
    })?;
    Ok(done == 1)
}

/// An organisation as it is stored.
#[derive(Clone, Debug, FromRow)]
pub struct OrganisationRow {
    /// Its id.
    pub id: OrganisationId,
    /// What it is.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// How to reach it.
    pub contact: String,
    /// Whether staff made sure that it is what it says.
    pub verified: bool,
    /// Counts its changes.
    pub version: i64,
}

/// The organisation with this id.
pub async fn find_organisation(tx: &mut Tx, id: OrganisationId) -> Result<Option<OrganisationRow>, DbError> {
    Ok(on!(tx, |c| query_as::<_, OrganisationRow>(
        "select id, kind, name, contact, verified, version from organisations where id = $1"
    )
    .bind(id)
    .fetch_optional(c)
    .await)?)
}

/// Every organisation, by name.
pub async fn list_organisations(tx: &mut Tx) -> Result<Vec<OrganisationRow>, DbError> {
    Ok(on!(tx, |c| query_as::<_, OrganisationRow>(
        "select id, kind, name, contact, verified, version from organisations order by name_folded, id"
    )
    .fetch_all(c)
    .await)?)
}

/// Makes an organisation.
pub async fn insert_organisation(
    tx: &mut Tx,
    row: &OrganisationRow,
    name_folded: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    on!(tx, |c| query(
        "insert into organisations (id, kind, name, name_folded, contact, verified, version, created_at, \
         updated_at) values ($1, $2, $3, $4, $5, $6, 1, $7, $7)",
    )
    .bind(row.id)
    .bind(&row.kind)
    .bind(&row.name)
    .bind(name_folded)
    .bind(&row.contact)
    .bind(row.verified)
    .bind(now)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// Changes an organisation of exactly this version; `false` if it has moved on.
pub async fn update_organisation(
    tx: &mut Tx,
    row: &OrganisationRow,
    name_folded: &str,
    now: Timestamp,
) -> Result<bool, DbError> {
    let done = on!(tx, |c| query(
        "update organisations set kind = $3, name = $4, name_folded = $5, contact = $6, verified = $7, \
         version = version + 1, updated_at = $8 where id = $1 and version = $2",
    )
    .bind(row.id)
    .bind(row.version)
    .bind(&row.kind)
    .bind(&row.name)
    .bind(name_folded)
    .bind(&row.contact)
    .bind(row.verified)
    .bind(now)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    Ok(done == 1)
}
