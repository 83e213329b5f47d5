//! The role matrix: every operation as every role, compared with the table in `roles.txt`.

use std::collections::{BTreeMap, BTreeSet};

use mitwirken::accounts::store;
use mitwirken::audit::store::Filter;
use mitwirken::audit::{self, Actor, Event};
use mitwirken::ids::DepartmentId;
use mitwirken_shared::accounts::{Role, Strength};
use mitwirken_shared::problem::Problem;
use mitwirken_shared::vocabulary::Vocabulary as _;
use mitwirken_tests::{Person, Reply, TestApp};
use reqwest::Method;
use serde_json::{Value, json};

const TABLE: &str = include_str!("roles.txt");
const COMMITTED: &str = include_str!("../../openapi/openapi.json");

/// The table: operation → actor → cell.
fn table() -> BTreeMap<String, Vec<(String, String)>> {
    let mut rows = TABLE.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    let split = |line: &str| {
        let (name, cells) = line.split_once('|').expect("a bar");
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        (name, cells.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    };
    let (_, actors) = split(rows.next().expect("a head"));
    rows.map(|row| {
        let (operation, cells) = split(row);
        assert_eq!(cells.len(), actors.len(), "{operation}");
        (operation, actors.iter().cloned().zip(cells).collect())
    })
    .collect()
}

async fn actor(app: &TestApp, name: &str, here: DepartmentId, there: DepartmentId) -> Option<Person> {
    Some(match name {
        "anonymous" => return None,
        "resident" => app.resident().await,
        "head" => app.person(Strength::Totp, &[(Role::DepartmentAdmin, Some(here))]).await,
        "other" => app.person(Strength::Totp, &[(Role::DepartmentAdmin, Some(there))]).await,
        role => app.staff(Role::parse(role).expect("a role")).await,
    })
}

/// What a problem says of the caller's right; everything else was let in.
fn cell(reply: &Reply) -> &'static str {
    let kind = serde_json::from_str::<Problem>(&reply.body).ok().map(|problem| problem.type_uri);
    match kind.as_deref() {
        Some("/problems/unauthenticated") => "401",
        Some("/problems/forbidden") => "403",
        Some("/problems/not-found") => "404",
        _ => {
            assert!(!reply.status.is_server_error(), "{}: {}", reply.asked, reply.body);
            "yes"
        }
    }
}

/// The objects that the calls are about, fresh for each call.
struct World {
    target: Person,
    grant: String,
    here: DepartmentId,
    organisation: String,
    event: String,
}

impl World {
    async fn new(app: &TestApp, here: DepartmentId) -> Self {
        let target = app.person(Strength::Totp, &[(Role::Editor, Some(here))]).await;
        let inner = app.app();
        let (ids, now) = (inner.ids, inner.clock.now());
        let mut tx = inner.db.write().await.expect("a transaction");
        let event = Event::new(Actor::System, "test", "user", Some(target.id.0));
        audit::record(&mut tx, ids, now, event.with_reason("Anlass")).await.expect("an event");
        tx.commit().await.expect("written");
        let mut tx = app.app().db.read().await.expect("a transaction");
        let grants = store::list_grants(&mut tx, target.id).await.expect("grants");
        let filter = Filter { object: Some(target.id.0), ..Filter::default() };
        let events = audit::store::list(&mut tx, &filter, None, 1).await.expect("events");
        let organisations =
            mitwirken::departments::store::list_organisations(&mut tx).await.expect("organisations");
        Self {
            grant: grants.first().expect("a grant").id.to_string(),
            target,
            here,
            organisation: organisations.first().expect("the city").id.to_string(),
            event: events.first().expect("an event").id.to_string(),
        }
    }

    fn path(&self, template: &str) -> String {
        let id = match template.split('/').nth(1).unwrap_or_default() {
            "users" => self.target.id.to_string(),
            "departments" => self.here.to_string(),
            "organisations" => self.organisation.clone(),
            "me" => self.target.session.to_string(),
            _ => self.event.clone(),
        };
        let slug = match template {
            "/formats/{slug}" => "world-cafe",
            "/examples/{slug}" => "dortmund-digitaler-buergerdialog-2020",
            "/guides/{slug}" => "checkliste-digitale-veranstaltung",
            "/concepts/{slug}" => "mitwirkung-2-0",
            "/pages/{page}" => "privacy",
            _ => "",
        };
        let query = match template {
            "/formats/compare" => "?slug=world-cafe&slug=buergerrat",
            "/formats/suggest" => "?q=rat",
            _ => "",
        };
        let path = template
            .replace("{id}", &id)
            .replace("{grant}", &self.grant)
            .replace("{slug}", slug)
            .replace("{page}", slug);
        format!("/api/v1{path}{query}")
    }

    fn body(&self, method: &Method, template: &str, example: &Value) -> Value {
        let grant = json!({ "role": "editor", "department": self.here.to_string(), "reason": "Vertretung" });
        match (method.as_str(), template) {
            ("POST", "/users") => {
                json!({ "name": "Neu", "email": format!("neu-{}@example.org", self.grant), "grant": grant })
            }
            ("POST", "/users/{id}/grants") => grant,
            _ => example.clone(),
        }
    }
}

#[tokio::test]
async fn every_role_may_call_what_the_table_says_and_nothing_else() {
    let app = TestApp::start().await;
    let table = table();
    let here = app.department("Hier", None).await;
    let there = app.department("Dort", None).await;
    // Somebody has to remain who runs the portal, whoever is taken away.
    app.staff(Role::Admin).await;
    let document: Value = serde_json::from_str(COMMITTED).expect("JSON");
    let mut seen = BTreeSet::new();
    let mut wrong = Vec::new();
    for (path, item) in document["paths"].as_object().expect("paths") {
        for (method, operation) in item.as_object().expect("operations") {
            let Ok(method) = method.to_uppercase().parse::<Method>() else { continue };
            if !operation["operationId"].is_string() {
                continue;
            }
            let template = path.strip_prefix("/api/v1").expect("the API");
            let name = format!("{method} {template}");
            let Some(row) = table.get(&name) else {
                wrong.push(format!("{name} is not in roles.txt"));
                continue;
            };
            seen.insert(name.clone());
            for (actor_name, expected) in row {
                let world = World::new(&app, here).await;
                let person = actor(&app, actor_name, here, there).await;
                let mut request = app.request(method.clone(), &world.path(template));
                if let Some(person) = &person {
                    request = request.bearer_auth(&person.token);
                }
                request = request.header("if-match", "\"v1\"").header("x-mitwirken-app", "1");
                let content = operation["requestBody"]["content"].as_object();
                if let Some((_, content)) = content.and_then(|content| content.iter().next()) {
                    request = request.json(&world.body(&method, template, &content["example"]));
                }
                let reply = app.send(request).await;
                let given = cell(&reply);
                if given != expected {
                    wrong.push(format!(
                        "{name} as {actor_name}: {given}, expected {expected}: {}",
                        reply.body
                    ));
                }
            }
        }
    }
    for row in table.keys().filter(|row| !seen.contains(*row)) {
        wrong.push(format!("{row} is in roles.txt and nowhere else"));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
