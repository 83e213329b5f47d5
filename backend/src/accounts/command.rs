//! `mitwirken user`: accounts from the command line, for whoever has a shell on the server.

use mitwirken_shared::accounts::Role;
use mitwirken_shared::vocabulary::Vocabulary as _;
use uuid::Uuid;

use super::arrive::link;
use super::domain::is_email;
use super::{present, store};
use crate::access::roles::Scope;
use crate::access::sessions::{self, End};
use crate::access::tickets::{self, NewTicket, Purpose};
use crate::app::App;
use crate::audit::{self, Actor, Event};
use crate::departments;
use crate::ids::{DepartmentId, GrantId, UserId};
use crate::search::folded;

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Makes an account with a role everywhere; the link with which its owner chooses a password.
pub async fn add(app: &App, email: &str, name: &str, role: &str) -> Result<String, Failure> {
    let role = parse(role)?;
    if !is_email(email) {
        return Err(format!("`{email}` is no e-mail address").into());
    }
    let now = app.clock.now();
    let keys = &app.access.keys;
    let id = UserId(app.ids.next());
    let mut tx = app.db.write().await?;
    let row = store::NewUserRow {
        id,
        email: (keys.email_hash(email), keys.seal(present::EMAIL, email.as_bytes())?),
        name,
        name_folded: &folded(name),
        locale: "de",
    };
    if !store::insert_user(&mut tx, &row, now).await? {
        return Err(
            format!("there is an account for {email} already: use `user grant` or `user reset`").into()
        );
    }
    let event = Event::new(Actor::Command, "user.invite", "user", Some(id.0));
    audit::record(&mut tx, app.ids, now, event).await?;
    insert_grant(app, &mut tx, id, role, Scope::Global).await?;
    let ticket = NewTicket::new(Purpose::Invitation, Some(id))?;
    tickets::insert(&mut tx, &ticket, now).await?;
    tx.commit().await?;
    Ok(link(app, "zugang", &ticket.secret))
}

/// Gives an account a role, everywhere or in a department.
pub async fn grant(app: &App, email: &str, role: &str, department: Option<Uuid>) -> Result<(), Failure> {
    let role = parse(role)?;
    let mut tx = app.db.write().await?;
    let user = find(app, &mut tx, email).await?;
    let scope = match department.map(DepartmentId) {
        None => Scope::Global,
        Some(id) => {
            departments::store::find(&mut tx, id)
                .await?
                .ok_or_else(|| format!("there is no department {id}"))?;
            Scope::Department(id)
        }
    };
    insert_grant(app, &mut tx, user.id, role, scope).await?;
    tx.commit().await?;
    Ok(())
}

/// Takes password and second factor away; the link with which the owner chooses them anew.
pub async fn reset(app: &App, email: &str) -> Result<String, Failure> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let user = find(app, &mut tx, email).await?;
    store::clear_credentials(&mut tx, user.id, now).await?;
    sessions::end_all(&mut tx, user.id, None, End::CredentialsChanged, now).await?;
    let ticket = NewTicket::new(Purpose::Invitation, Some(user.id))?;
    tickets::insert(&mut tx, &ticket, now).await?;
    let event = Event::new(Actor::Command, "user.reset", "user", Some(user.id.0));
    audit::record(&mut tx, app.ids, now, event).await?;
    tx.commit().await?;
    Ok(link(app, "zugang", &ticket.secret))
}

fn parse(role: &str) -> Result<Role, Failure> {
    Role::parse(role).ok_or_else(|| {
        let known = Role::ALL.iter().map(|role| role.as_str()).collect::<Vec<_>>().join(", ");
        format!("`{role}` is no role; known: {known}").into()
    })
}

async fn find(app: &App, tx: &mut crate::db::Tx, email: &str) -> Result<store::UserRow, Failure> {
    let hash = app.access.keys.email_hash(email);
    store::find_user_by_email(tx, &hash)
        .await?
        .ok_or_else(|| format!("there is no account for {email}: use `user add`").into())
}

async fn insert_grant(
    app: &App,
    tx: &mut crate::db::Tx,
    user: UserId,
    role: Role,
    scope: Scope,
) -> Result<(), Failure> {
    let now = app.clock.now();
    let department = if let Scope::Department(id) = &scope { Some(*id) } else { None };
    let row = store::NewGrantRow {
        id: GrantId(app.ids.next()),
        user,
        role,
        scope,
        ends_at: None,
        reason: "command line",
        granted_by: None,
    };
    store::insert_grant(tx, &row, now).await?;
    let event = Event::new(Actor::Command, "user.grant", "user", Some(user.0))
        .with_changes(serde_json::json!({ "role": { "from": null, "to": role } }))
        .within(department);
    audit::record(tx, app.ids, now, event).await?;
    Ok(())
}
