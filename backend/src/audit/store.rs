//! SQL of the audit log.

use sqlx::{FromRow, QueryBuilder, query, query_as};
use uuid::Uuid;

use super::Event;
use crate::db::{DbError, Timestamp, Tx};
use crate::ids::{AuditEventId, DepartmentId};
use crate::on;

/// What the chain covers of an event.
#[derive(Clone, Debug, FromRow)]
pub struct Link {
    /// Its id.
    pub id: Uuid,
    /// When.
    pub at: Timestamp,
    /// Who, by kind.
    pub actor_kind: String,
    /// Who.
    pub actor_id: Option<Uuid>,
    /// What was done.
    pub action: String,
    /// To what kind of object.
    pub object_kind: String,
    /// To which.
    pub object_id: Option<Uuid>,
    /// In which department.
    pub department_id: Option<Uuid>,
    /// In which request.
    pub request_id: Option<String>,
    /// The salted digest of the details.
    pub details_digest: Vec<u8>,
}

/// A sealed event.
#[derive(Clone, Debug)]
pub struct Sealed {
    /// What the chain covers.
    pub link: Link,
    /// Its place.
    pub position: i64,
    /// Its hash.
    pub hash: Vec<u8>,
    /// Salt and details, unless they were erased.
    pub details: Option<(Vec<u8>, String)>,
}

/// An event as it is read.
#[derive(Clone, Debug, FromRow)]
pub struct Row {
    /// Its id.
    pub id: Uuid,
    /// When.
    pub at: Timestamp,
    /// Who, by kind.
    pub actor_kind: String,
    /// Who.
    pub actor_id: Option<Uuid>,
    /// The name of who, if the account is still there.
    pub actor_name: Option<String>,
    /// What was done.
    pub action: String,
    /// To what kind of object.
    pub object_kind: String,
    /// To which.
    pub object_id: Option<Uuid>,
    /// In which department.
    pub department_id: Option<Uuid>,
    /// Its place in the chain, once it has one.
    pub position: Option<i64>,
    /// What changed, unless it was erased.
    pub details: Option<String>,
}

/// Which events are wanted.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Of this actor.
    pub actor: Option<Uuid>,
    /// Whose action begins so, e.g. `user.`.
    pub action: Option<String>,
    /// Of this kind of object.
    pub object_kind: Option<String>,
    /// Of this object.
    pub object: Option<Uuid>,
    /// From then on.
    pub since: Option<Timestamp>,
    /// Before then.
    pub before: Option<Timestamp>,
    /// Only in one of these departments; absent = everywhere.
    pub departments: Option<Vec<DepartmentId>>,
}

pub(super) async fn insert(
    tx: &mut Tx,
    id: AuditEventId,
    now: Timestamp,
    event: &Event<'_>,
    digest: &[u8],
    salt: &[u8],
    details: &str,
) -> Result<(), DbError> {
    on!(&mut *tx, |c| query(
        "insert into audit_events (id, at, actor_kind, actor_id, action, object_kind, object_id, \
         department_id, request_id, details_digest) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(id)
    .bind(now)
    .bind(event.actor.kind())
    .bind(event.actor.user())
    .bind(event.action)
    .bind(event.object_kind)
    .bind(event.object_id)
    .bind(event.department)
    .bind(event.request_id)
    .bind(digest)
    .execute(c)
    .await
    .map(|_| ()))?;
    on!(tx, |c| query("insert into audit_details (event_id, salt, details) values ($1, $2, $3)")
        .bind(id)
        .bind(salt)
        .bind(details)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

pub(super) async fn list_unsealed(tx: &mut Tx, most: i64) -> Result<Vec<Link>, DbError> {
    Ok(on!(tx, |c| query_as::<_, Link>(
        "select id, at, actor_kind, actor_id, action, object_kind, object_id, department_id, request_id, \
         details_digest from audit_events where position is null order by at, id limit $1",
    )
    .bind(most)
    .fetch_all(c)
    .await)?)
}

pub(super) async fn head(tx: &mut Tx) -> Result<Option<(i64, Vec<u8>)>, DbError> {
    Ok(on!(tx, |c| query_as::<_, (i64, Vec<u8>)>(
        "select position, hash from audit_events where position is not null order by position desc limit 1"
    )
    .fetch_optional(c)
    .await)?)
}

pub(super) async fn seal(tx: &mut Tx, id: Uuid, position: i64, hash: &[u8]) -> Result<(), DbError> {
    on!(tx, |c| query("update audit_events set position = $2, hash = $3 where id = $1")
        .bind(id)
        .bind(position)
        .bind(hash)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

#[derive(FromRow)]
struct SealedRow {
    #[sqlx(flatten)]
    link: Link,
    position: i64,
    hash: Vec<u8>,
    salt: Option<Vec<u8>>,
    details: Option<String>,
}

pub(super) async fn list_sealed(tx: &mut Tx) -> Result<Vec<Sealed>, DbError> {
    let rows = on!(tx, |c| {
        query_as::<_, SealedRow>(
        "select e.id, e.at, e.actor_kind, e.actor_id, e.action, e.object_kind, e.object_id, e.department_id, \
         e.request_id, e.details_digest, e.position, e.hash, d.salt, d.details from audit_events e \
         left join audit_details d on d.event_id = e.id where e.position is not null order by e.position",
    )
    .fetch_all(c)
    .await
    })?;
    Ok(rows
        .into_iter()
        .map(|row| Sealed {
            link: row.link,
            position: row.position,
            hash: row.hash,
            details: row.salt.zip(row.details),
        })
        .collect())
}

/// The events that a filter takes, the latest first, after `after` (time and id of the page before).
pub async fn list(
    tx: &mut Tx,
    filter: &Filter,
    after: Option<(Timestamp, Uuid)>,
    most: i64,
) -> Result<Vec<Row>, DbError> {
    macro_rules! built {
        ($database:ty) => {{
            let mut sql = QueryBuilder::<$database>::new(
                "select e.id, e.at, e.actor_kind, e.actor_id, u.name as actor_name, e.action, \
                 e.object_kind, e.object_id, e.department_id, e.position, d.details from audit_events e \
                 left join users u on u.id = e.actor_id left join audit_details d on d.event_id = e.id \
                 where 1 = 1",
            );
            if let Some(actor) = filter.actor {
                sql.push(" and e.actor_id = ").push_bind(actor);
            }
            if let Some(action) = &filter.action {
                sql.push(" and substr(e.action, 1, ")
                    .push_bind(i32::try_from(action.len()).unwrap_or(0))
                    .push(") = ")
                    .push_bind(action.clone());
            }
            if let Some(kind) = &filter.object_kind {
                sql.push(" and e.object_kind = ").push_bind(kind.clone());
            }
            if let Some(object) = filter.object {
                sql.push(" and e.object_id = ").push_bind(object);
            }
            if let Some(since) = filter.since {
                sql.push(" and e.at >= ").push_bind(since);
            }
            if let Some(before) = filter.before {
                sql.push(" and e.at < ").push_bind(before);
            }
            if let Some(departments) = &filter.departments {
                sql.push(" and e.department_id in (");
                let mut list = sql.separated(", ");
                for department in departments {
                    list.push_bind(*department);
                }
                // An empty list is no SQL.
                list.push("null");
                sql.push(")");
            }
            if let Some((at, id)) = after {
                sql.push(" and (e.at < ").push_bind(at).push(" or (e.at = ").push_bind(at);
                sql.push(" and e.id < ").push_bind(id).push("))");
            }
            sql.push(" order by e.at desc, e.id desc limit ").push_bind(most);
            sql
        }};
    }
    Ok(match tx {
        Tx::Sqlite(transaction) => {
            built!(sqlx::Sqlite).build_query_as::<Row>().fetch_all(&mut **transaction).await?
        }
        Tx::Postgres(transaction) => {
            built!(sqlx::Postgres).build_query_as::<Row>().fetch_all(&mut **transaction).await?
        }
    })
}

/// The event with this id.
pub async fn find(tx: &mut Tx, id: Uuid) -> Result<Option<Row>, DbError> {
    Ok(on!(tx, |c| {
        query_as::<_, Row>(
        "select e.id, e.at, e.actor_kind, e.actor_id, u.name as actor_name, e.action, e.object_kind, \
         e.object_id, e.department_id, e.position, d.details from audit_events e \
         left join users u on u.id = e.actor_id left join audit_details d on d.event_id = e.id where e.id = $1",
    )
    .bind(id)
    .fetch_optional(c)
    .await
    })?)
}

/// Erases the details of an event; `false` if they were erased before. Their digest stays.
pub async fn erase_details(tx: &mut Tx, id: Uuid) -> Result<bool, DbError> {
    let erased = on!(tx, |c| query("delete from audit_details where event_id = $1")
        .bind(id)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(erased == 1)
}
