//! SQL of accounts and roles.

use mitwirken_shared::accounts::{Role, Strength};
use mitwirken_shared::vocabulary::Vocabulary as _;
use sqlx::{FromRow, query, query_as, query_scalar};
use uuid::Uuid;

use crate::access::roles::{Grant, Scope};
use crate::access::sessions::limits;
use crate::access::tickets;
use crate::db::{DbError, Timestamp, Tx};
use crate::ids::{DepartmentId, GrantId, SessionId, UserId};
use crate::on;

/// An account as it is stored.
#[derive(Clone, Debug, FromRow)]
pub struct UserRow {
    /// Its id.
    pub id: UserId,
    /// The address's keyed hash.
    pub email_hash: Vec<u8>,
    /// The address, sealed.
    pub email_sealed: Vec<u8>,
    /// The name.
    pub name: String,
    /// Language of mails.
    pub locale: String,
    /// The password's PHC string.
    pub password_hash: Option<String>,
    /// The TOTP secret, sealed.
    pub totp_sealed: Option<Vec<u8>>,
    /// When it was confirmed.
    pub totp_confirmed_at: Option<Timestamp>,
    /// The last step whose code was taken.
    pub totp_step: i64,
    /// When it was disabled.
    pub disabled_at: Option<Timestamp>,
    /// When it was last used.
    pub last_seen_at: Option<Timestamp>,
    /// Counts its changes.
    pub version: i64,
    /// When it was made.
    pub created_at: Timestamp,
}

macro_rules! user {
    ($rest:literal) => {
        concat!(
            "select id, email_hash, email_sealed, name, locale, password_hash, totp_sealed, totp_confirmed_at, ",
            "totp_step, disabled_at, last_seen_at, version, created_at from users ",
            $rest
        )
    };
}

/// An account on its way in.
#[derive(Debug)]
pub struct NewUserRow<'row> {
    /// Its id.
    pub id: UserId,
    /// The address: keyed hash and sealed.
    pub email: (Vec<u8>, Vec<u8>),
    /// The name.
    pub name: &'row str,
    /// The name, folded for sorting and searching.
    pub name_folded: &'row str,
    /// Language of mails.
    pub locale: &'row str,
}

/// Makes an account; `false` if there is one with this address.
pub async fn insert_user(tx: &mut Tx, user: &NewUserRow<'_>, now: Timestamp) -> Result<bool, DbError> {
    let inserted = on!(tx, |c| query(
        "insert into users (id, email_hash, email_sealed, name, name_folded, locale, totp_step, version, \
         created_at, updated_at) values ($1, $2, $3, $4, $5, $6, 0, 1, $7, $7) \
         on conflict (email_hash) do nothing",
    )
    .bind(user.id)
    .bind(&user.email.0)
    .bind(&user.email.1)
    .bind(user.name)
    .bind(user.name_folded)
    .bind(user.locale)
    .bind(now)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    Ok(inserted == 1)
}

/// The account with this id.
pub async fn find_user(tx: &mut Tx, id: UserId) -> Result<Option<UserRow>, DbError> {
    Ok(on!(tx, |c| query_as::<_, UserRow>(user!("where id = $1")).bind(id).fetch_optional(c).await)?)
}

/// The account with the address of this keyed hash.
pub async fn find_user_by_email(tx: &mut Tx, email_hash: &[u8]) -> Result<Option<UserRow>, DbError> {
    Ok(on!(tx, |c| query_as::<_, UserRow>(user!("where email_hash = $1"))
        .bind(email_hash)
        .fetch_optional(c)
        .await)?)
}

/// Everybody who ever held a role, by name.
pub async fn list_staff(tx: &mut Tx) -> Result<Vec<UserRow>, DbError> {
    Ok(on!(tx, |c| query_as::<_, UserRow>(user!(
        "where id in (select user_id from role_grants) order by name_folded, id"
    ))
    .fetch_all(c)
    .await)?)
}

/// Whether anybody holds this role everywhere at `now` and is not disabled.
pub async fn is_held(tx: &mut Tx, role: Role, now: Timestamp) -> Result<bool, DbError> {
    let count = on!(tx, |c| query_scalar::<_, i64>(
        "select count(*) from role_grants g join users u on u.id = g.user_id \
         where g.role = $1 and g.scope = 'global' and u.disabled_at is null and g.starts_at <= $2 \
         and (g.ends_at is null or g.ends_at > $2) and (g.revoked_at is null or g.revoked_at > $2)",
    )
    .bind(role.as_str())
    .bind(now)
    .fetch_one(c)
    .await)?;
    Ok(count > 0)
}

/// Sets a password and counts the change; what began with the old one is void.
pub async fn set_password(tx: &mut Tx, id: UserId, hash: &str, now: Timestamp) -> Result<(), DbError> {
    tickets::void_all(tx, id, now).await?;
    on!(tx, |c| query(
        "update users set password_hash = $2, version = version + 1, updated_at = $3 where id = $1"
    )
    .bind(id)
    .bind(hash)
    .bind(now)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// Replaces the hash of the same password by one of today's parameters.
pub async fn rehash(tx: &mut Tx, id: UserId, before: &str, after: &str) -> Result<(), DbError> {
    on!(tx, |c| query("update users set password_hash = $3 where id = $1 and password_hash = $2")
        .bind(id)
        .bind(before)
        .bind(after)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Keeps a TOTP secret, not confirmed yet; `None` takes the second factor away.
pub async fn set_totp(tx: &mut Tx, id: UserId, sealed: Option<&[u8]>, now: Timestamp) -> Result<(), DbError> {
    on!(&mut *tx, |c| query(
        "update users set totp_sealed = $2, totp_confirmed_at = null, totp_step = 0, version = version + 1, \
         updated_at = $3 where id = $1",
    )
    .bind(id)
    .bind(sealed)
    .bind(now)
    .execute(c)
    .await
    .map(|_| ()))?;
    on!(tx, |c| query("delete from recovery_codes where user_id = $1")
        .bind(id)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// The secret counts from now on.
pub async fn confirm_totp(tx: &mut Tx, id: UserId, now: Timestamp) -> Result<(), DbError> {
    on!(tx, |c| query("update users set totp_confirmed_at = $2 where id = $1 and totp_sealed is not null")
        .bind(id)
        .bind(now)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Takes the code of a step; `false` if this or a later one was taken before.
pub async fn take_totp_step(tx: &mut Tx, id: UserId, step: i64) -> Result<bool, DbError> {
    let taken = on!(tx, |c| query("update users set totp_step = $2 where id = $1 and totp_step < $2")
        .bind(id)
        .bind(step)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(taken == 1)
}

/// Replaces the recovery codes by these hashes.
pub async fn replace_recovery_codes(tx: &mut Tx, id: UserId, hashes: &[Vec<u8>]) -> Result<(), DbError> {
    on!(&mut *tx, |c| query("delete from recovery_codes where user_id = $1")
        .bind(id)
        .execute(c)
        .await
        .map(|_| ()))?;
    for hash in hashes {
        on!(&mut *tx, |c| query("insert into recovery_codes (user_id, code_hash) values ($1, $2)")
            .bind(id)
            .bind(hash)
            .execute(c)
            .await
            .map(|_| ()))?;
    }
    Ok(())
}

/// Uses a recovery code up; `false` if there is none such.
pub async fn take_recovery_code(
    tx: &mut Tx,
    id: UserId,
    hash: &[u8],
    now: Timestamp,
) -> Result<bool, DbError> {
    let taken = on!(tx, |c| query(
        "update recovery_codes set used_at = $3 where user_id = $1 and code_hash = $2 and used_at is null"
    )
    .bind(id)
    .bind(hash)
    .bind(now)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    Ok(taken == 1)
}

/// The account was used.
pub async fn seen(tx: &mut Tx, id: UserId, now: Timestamp) -> Result<(), DbError> {
    on!(tx, |c| query("update users set last_seen_at = $2 where id = $1")
        .bind(id)
        .bind(now)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// What can be changed of an account.
#[derive(Debug)]
pub struct Changed<'row> {
    /// The name.
    pub name: &'row str,
    /// The name, folded.
    pub name_folded: &'row str,
    /// Language of mails.
    pub locale: &'row str,
    /// The address: keyed hash and sealed.
    pub email: (&'row [u8], &'row [u8]),
    /// When it was disabled.
    pub disabled_at: Option<Timestamp>,
}

/// Changes an account of exactly this version; `false` if it has moved on.
pub async fn update_user(
    tx: &mut Tx,
    id: UserId,
    version: i64,
    changed: &Changed<'_>,
    now: Timestamp,
) -> Result<bool, DbError> {
    let done = on!(tx, |c| query(
        "update users set name = $3, name_folded = $4, locale = $5, email_hash = $6, email_sealed = $7, \
         disabled_at = $8, version = version + 1, updated_at = $9 where id = $1 and version = $2",
    )
    .bind(id)
    .bind(version)
    .bind(changed.name)
    .bind(changed.name_folded)
    .bind(changed.locale)
    .bind(changed.email.0)
    .bind(changed.email.1)
    .bind(changed.disabled_at)
    .bind(now)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    Ok(done == 1)
}

/// Takes password and second factor away; what began with them is void.
pub async fn clear_credentials(tx: &mut Tx, id: UserId, now: Timestamp) -> Result<(), DbError> {
    tickets::void_all(tx, id, now).await?;
    set_totp(tx, id, None, now).await?;
    on!(tx, |c| query("update users set password_hash = null where id = $1")
        .bind(id)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// Erases an account with everything that hangs on it.
pub async fn delete_user(tx: &mut Tx, id: UserId) -> Result<(), DbError> {
    on!(tx, |c| query("delete from users where id = $1").bind(id).execute(c).await.map(|_| ()))?;
    Ok(())
}

/// How an open session came about; `None` if it is over, or its account disabled.
pub async fn open_session(
    tx: &mut Tx,
    session: SessionId,
    user: UserId,
    now: Timestamp,
) -> Result<Option<Strength>, DbError> {
    let row = on!(tx, |c| query_as::<_, (String, Timestamp)>(
        "select s.strength, s.last_used_at from sessions s join users u on u.id = s.user_id \
         where s.id = $1 and s.user_id = $2 and s.ended_at is null and s.expires_at > $3 \
         and u.disabled_at is null",
    )
    .bind(session)
    .bind(user)
    .bind(now)
    .fetch_optional(c)
    .await)?;
    Ok(row.and_then(|(strength, last_used_at)| {
        Strength::parse(&strength).filter(|strength| now.utc() < last_used_at.utc() + limits(*strength).0)
    }))
}

#[derive(FromRow)]
struct GrantRow {
    id: GrantId,
    role: String,
    scope: String,
    department_id: Option<DepartmentId>,
    object_kind: Option<String>,
    object_id: Option<Uuid>,
    starts_at: Timestamp,
    ends_at: Option<Timestamp>,
    revoked_at: Option<Timestamp>,
}

impl GrantRow {
    fn grant(self) -> Option<Grant> {
        let scope = match self.scope.as_str() {
            "global" => Scope::Global,
            "department" => Scope::Department(self.department_id?),
            "object" => Scope::Object { kind: self.object_kind?, id: self.object_id? },
            _ => return None,
        };
        Some(Grant {
            id: self.id,
            role: Role::parse(&self.role)?,
            scope,
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            revoked_at: self.revoked_at,
        })
    }
}

/// Every grant of a user, ended ones too. A role or scope that this program does not know gives nothing.
pub async fn list_grants(tx: &mut Tx, user: UserId) -> Result<Vec<Grant>, DbError> {
    let rows = on!(tx, |c| query_as::<_, GrantRow>(
        "select id, role, scope, department_id, object_kind, object_id, starts_at, ends_at, revoked_at \
         from role_grants where user_id = $1",
    )
    .bind(user)
    .fetch_all(c)
    .await)?;
    Ok(rows.into_iter().filter_map(GrantRow::grant).collect())
}

/// A grant with its history.
#[derive(Clone, Debug, FromRow)]
pub struct GrantHistory {
    /// Its id.
    pub id: GrantId,
    /// Who holds it.
    pub user_id: UserId,
    /// The role.
    pub role: String,
    /// The department.
    pub department_id: Option<DepartmentId>,
    /// The department's name.
    pub department_name: Option<String>,
    /// The kind of the one object.
    pub object_kind: Option<String>,
    /// The one object.
    pub object_id: Option<Uuid>,
    /// From when.
    pub starts_at: Timestamp,
    /// Until when.
    pub ends_at: Option<Timestamp>,
    /// Why.
    pub reason: String,
    /// The name of who gave it.
    pub granted_by_name: Option<String>,
    /// When.
    pub granted_at: Timestamp,
    /// When it was taken away.
    pub revoked_at: Option<Timestamp>,
}

macro_rules! history {
    ($rest:literal) => {
        concat!(
            "select g.id, g.user_id, g.role, g.department_id, d.name as department_name, g.object_kind, ",
            "g.object_id, g.starts_at, g.ends_at, g.reason, u.name as granted_by_name, g.granted_at, ",
            "g.revoked_at from role_grants g left join departments d on d.id = g.department_id ",
            "left join users u on u.id = g.granted_by ",
            $rest
        )
    };
}

/// The grants of one user with their history, the latest first.
pub async fn list_grant_history(tx: &mut Tx, user: UserId) -> Result<Vec<GrantHistory>, DbError> {
    Ok(on!(tx, |c| query_as::<_, GrantHistory>(history!(
        "where g.user_id = $1 order by g.granted_at desc, g.id desc"
    ))
    .bind(user)
    .fetch_all(c)
    .await)?)
}

/// Every grant with its history, the latest first.
pub async fn list_all_grant_history(tx: &mut Tx) -> Result<Vec<GrantHistory>, DbError> {
    Ok(on!(tx, |c| query_as::<_, GrantHistory>(history!("order by g.granted_at desc, g.id desc"))
        .fetch_all(c)
        .await)?)
}

/// A grant on its way in.
#[derive(Debug)]
pub struct NewGrantRow<'row> {
    /// Its id.
    pub id: GrantId,
    /// Who gets it.
    pub user: UserId,
    /// The role.
    pub role: Role,
    /// Where it holds.
    pub scope: Scope,
    /// Until when.
    pub ends_at: Option<Timestamp>,
    /// Why.
    pub reason: &'row str,
    /// Who gives it.
    pub granted_by: Option<UserId>,
}

/// Gives a role from now on.
pub async fn insert_grant(tx: &mut Tx, grant: &NewGrantRow<'_>, now: Timestamp) -> Result<(), DbError> {
    let (scope, department, object) = match &grant.scope {
        Scope::Global => ("global", None, None),
        Scope::Department(department) => ("department", Some(*department), None),
        Scope::Object { kind, id } => ("object", None, Some((kind.clone(), *id))),
    };
    let (object_kind, object_id) = object.unzip();
    on!(tx, |c| {
        query(
        "insert into role_grants (id, user_id, role, scope, department_id, object_kind, object_id, starts_at, \
         ends_at, reason, granted_by, granted_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $8)",
    )
    .bind(grant.id)
    .bind(grant.user)
    .bind(grant.role.as_str())
    .bind(scope)
    .bind(department)
    .bind(object_kind)
    .bind(object_id)
    .bind(now)
    .bind(grant.ends_at)
    .bind(grant.reason)
    .bind(grant.granted_by)
    .execute(c)
    .await
    .map(|_| ())
    })?;
    Ok(())
}

/// Takes a role away; `false` if it had been taken away.
pub async fn revoke_grant(
    tx: &mut Tx,
    id: GrantId,
    by: Option<UserId>,
    now: Timestamp,
) -> Result<bool, DbError> {
    let done = on!(tx, |c| query(
        "update role_grants set revoked_at = $2, revoked_by = $3 where id = $1 and revoked_at is null"
    )
    .bind(id)
    .bind(now)
    .bind(by)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    Ok(done == 1)
}
