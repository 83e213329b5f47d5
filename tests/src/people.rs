//! People in tests: accounts with roles, signed in without the way through password and second factor,
//! which tests of signing in go themselves.

use mitwirken::access::roles::Scope;
use mitwirken::access::sessions;
use mitwirken::accounts::store;
use mitwirken::departments;
use mitwirken::ids::{DepartmentId, GrantId, OrganisationId, SessionId, UserId};
use mitwirken_shared::accounts::{Role, Strength};
use mitwirken_shared::vocabulary::Vocabulary as _;
use reqwest::{Method, RequestBuilder};
use serde::Serialize;

use crate::{Reply, TestApp};

/// Somebody with an account.
#[derive(Clone, Debug)]
pub struct Person {
    /// The account.
    pub id: UserId,
    /// The session.
    pub session: SessionId,
    /// The access token.
    pub token: String,
    /// The address.
    pub email: String,
}

impl TestApp {
    /// A resident who signed in by mail.
    pub async fn resident(&self) -> Person {
        self.person(Strength::Mail, &[]).await
    }

    /// Somebody who holds a role everywhere.
    pub async fn staff(&self, role: Role) -> Person {
        self.person(Strength::Totp, &[(role, None)]).await
    }

    /// Somebody with these roles, each everywhere or in a department.
    pub async fn person(&self, strength: Strength, roles: &[(Role, Option<DepartmentId>)]) -> Person {
        let app = self.app();
        let now = app.clock.now();
        let id = UserId(app.ids.next());
        let name = roles.first().map_or("Resident", |(role, _)| role.as_str());
        let email = format!("{name}-{}@example.org", id.0.simple());
        let keys = &app.access.keys;
        let mut tx = app.db.write().await.expect("a transaction");
        let row = store::NewUserRow {
            id,
            email: (keys.email_hash(&email), keys.seal("users.email", email.as_bytes()).expect("sealed")),
            name,
            name_folded: &name.to_lowercase(),
            locale: "de",
        };
        assert!(store::insert_user(&mut tx, &row, now).await.expect("an account"));
        for (role, department) in roles {
            let grant = store::NewGrantRow {
                id: GrantId(app.ids.next()),
                user: id,
                role: *role,
                scope: department.map_or(Scope::Global, Scope::Department),
                ends_at: None,
                reason: "test",
                granted_by: None,
            };
            store::insert_grant(&mut tx, &grant, now).await.expect("a grant");
        }
        let session = SessionId(app.ids.next());
        sessions::insert(&mut tx, session, id, strength, "Test", now).await.expect("a session");
        tx.commit().await.expect("written");
        let site = app.config.public_url.as_str();
        let token = app.access.issue(site, id.0, session.0, now).expect("a token");
        Person { id, session, token, email }
    }

    /// A department, below another one if there is one.
    pub async fn department(&self, name: &str, parent: Option<DepartmentId>) -> DepartmentId {
        let app = self.app();
        let now = app.clock.now();
        let mut tx = app.db.write().await.expect("a transaction");
        let known = departments::store::list_organisations(&mut tx).await.expect("organisations");
        let organisation = if let Some(row) = known.first() {
            row.id
        } else {
            let row = departments::store::OrganisationRow {
                id: OrganisationId(app.ids.next()),
                kind: "city".to_owned(),
                name: "Stadt".to_owned(),
                contact: String::new(),
                verified: true,
                version: 1,
            };
            departments::store::insert_organisation(&mut tx, &row, "stadt", now).await.expect("the city");
            row.id
        };
        let id = DepartmentId(app.ids.next());
        let written = departments::store::Written {
            organisation,
            parent,
            kind: "office",
            abbreviation: "",
            name,
            name_folded: &name.to_lowercase(),
            rollout: "pilot",
            rollout_since: now,
            four_eyes: false,
        };
        departments::store::insert(&mut tx, id, &written, now).await.expect("a department");
        tx.commit().await.expect("written");
        id
    }

    /// Begins a request of somebody.
    pub fn request_as(&self, person: &Person, method: Method, path: &str) -> RequestBuilder {
        self.request(method, path).bearer_auth(&person.token)
    }

    /// GET as somebody.
    pub async fn get_as(&self, person: &Person, path: &str) -> Reply {
        self.send(self.request_as(person, Method::GET, path)).await
    }

    /// POST as somebody.
    pub async fn post_as(&self, person: &Person, path: &str, body: &impl Serialize) -> Reply {
        self.send(self.request_as(person, Method::POST, path).json(body)).await
    }

    /// PATCH of the version with this tag as somebody.
    pub async fn patch_as(&self, person: &Person, path: &str, tag: &str, body: &impl Serialize) -> Reply {
        let request = self.request_as(person, Method::PATCH, path).header("if-match", tag).json(body);
        self.send(request).await
    }

    /// POST without an account.
    pub async fn post(&self, path: &str, body: &impl Serialize) -> Reply {
        self.send(self.request(Method::POST, path).json(body)).await
    }
}
