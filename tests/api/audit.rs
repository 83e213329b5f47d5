//! The audit log: what is in it, who sees it, and that nobody changes it unnoticed.

use mitwirken::audit::chain::{self, Verdict};
use mitwirken_shared::accounts::{Role, Strength};
use mitwirken_shared::audit::AuditPage;
use mitwirken_shared::problem::ProblemKind;
use mitwirken_tests::{Person, TestApp};
use serde_json::json;
use sqlx::AssertSqlSafe;

async fn rename(app: &TestApp, admin: &Person, name: &str) {
    let department = app.department("Amt", None).await;
    let path = format!("/api/v1/departments/{department}");
    let _ = app.patch_as(admin, &path, "\"v1\"", &json!({ "name": name })).await.expect(200);
}

async fn run(app: &TestApp, sql: &str) {
    let sql = AssertSqlSafe(sql.to_owned());
    match &app.app().db {
        mitwirken::db::Db::Sqlite { write, .. } => sqlx::raw_sql(sql).execute(write).await.map(|_| ()),
        mitwirken::db::Db::Postgres(pool) => sqlx::raw_sql(sql).execute(pool).await.map(|_| ()),
    }
    .expect("done");
}

#[tokio::test]
async fn a_change_is_told_field_by_field_with_who_and_when() {
    let app = TestApp::start().await;
    let admin = app.staff(Role::Admin).await;
    rename(&app, &admin, "Amt für Umwelt").await;
    let page: AuditPage = app.get_as(&admin, "/api/v1/audit-events?action=department.").await.ok();
    let event = &page.items[0];
    assert_eq!((event.action.as_str(), event.actor_name.as_deref()), ("department.update", Some("admin")));
    assert_eq!(event.at, "2026-11-23T09:00:00.000000Z");
    assert_eq!(event.changes.len(), 1);
    assert_eq!(
        (event.changes[0].from.as_str(), event.changes[0].to.as_str()),
        ("\"Amt\"", "\"Amt für Umwelt\"")
    );
}

#[tokio::test]
async fn the_log_comes_in_pages_that_neither_repeat_nor_skip() {
    let app = TestApp::start().await;
    let admin = app.staff(Role::Admin).await;
    for number in 0..5 {
        rename(&app, &admin, &format!("Amt {number}")).await;
    }
    let mut ids = Vec::new();
    let mut address = "/api/v1/audit-events?limit=2".to_owned();
    loop {
        let page: AuditPage = app.get_as(&admin, &address).await.ok();
        ids.extend(page.items.iter().map(|event| event.id.clone()));
        match page.next {
            Some(next) => address = format!("/api/v1/audit-events?limit=2&cursor={next}"),
            None => break,
        }
    }
    assert_eq!(ids.len(), 5);
    assert_eq!(ids.iter().collect::<std::collections::HashSet<_>>().len(), 5);
}

#[tokio::test]
async fn the_chain_is_whole_survives_erasure_and_shows_every_change_by_hand() {
    let app = TestApp::start().await;
    let admin = app.staff(Role::Admin).await;
    let dpo = app.staff(Role::Dpo).await;
    for number in 0..4 {
        rename(&app, &admin, &format!("Amt {number}")).await;
    }
    let db = &app.app().db;
    chain::seal(db).await.expect("sealed");
    assert!(matches!(chain::verify(db).await.expect("an answer"), Verdict::Whole(4, _)));
    let page: AuditPage = app.get_as(&dpo, "/api/v1/audit-events").await.ok();
    let path = format!("/api/v1/audit-events/{}/erase", page.items[1].id);
    let _ = app.post_as(&dpo, &path, &json!({})).await.expect(204);
    app.post_as(&dpo, &path, &json!({})).await.problem(ProblemKind::Conflict);
    chain::seal(db).await.expect("sealed");
    assert!(matches!(chain::verify(db).await.expect("an answer"), Verdict::Whole(5, _)));
    let page: AuditPage = app.get_as(&dpo, "/api/v1/audit-events").await.ok();
    assert!(page.items[2].erased && page.items[2].changes.is_empty());
    for (change, back) in [
        (
            "update audit_events set action = 'nothing' where position = 2",
            "update audit_events set action = 'department.update' where position = 2",
        ),
        (
            "update audit_details set details = replace(details, 'Amt 3', 'Amt 9')",
            "update audit_details set details = replace(details, 'Amt 9', 'Amt 3')",
        ),
    ] {
        run(&app, change).await;
        assert!(matches!(chain::verify(db).await.expect("an answer"), Verdict::Broken(_)), "{change}");
        run(&app, back).await;
    }
    run(&app, "delete from audit_details; delete from audit_events where position = 1").await;
    assert_eq!(chain::verify(db).await.expect("an answer"), Verdict::Broken(1));
}

#[tokio::test]
async fn a_department_sees_its_own_events_only() {
    let app = TestApp::start().await;
    let admin = app.staff(Role::Admin).await;
    rename(&app, &admin, "Fremdes Amt").await;
    let own = app.department("Eigenes Amt", None).await;
    let head = app.person(Strength::Totp, &[(Role::DepartmentAdmin, Some(own))]).await;
    let path = format!("/api/v1/departments/{own}");
    let _ = app.patch_as(&head, &path, "\"v1\"", &json!({ "rollout": "paused" })).await.expect(200);
    let page: AuditPage = app.get_as(&head, "/api/v1/audit-events").await.ok();
    assert_eq!(page.items.len(), 1);
    assert_eq!(page.items[0].department, Some(own.to_string()));
}

#[tokio::test]
async fn no_cell_of_the_download_is_a_formula() {
    let app = TestApp::start().await;
    let admin = app.staff(Role::Admin).await;
    let person = app.staff(Role::Caller).await;
    for reason in ["=cmd|'/C calc'!A0", "+1+1", "-2", "@SUM(A1)"] {
        let grant = json!({ "role": "moderator", "reason": reason });
        let _ = app.post_as(&admin, &format!("/api/v1/users/{}/grants", person.id), &grant).await.expect(201);
    }
    let csv = app.get_as(&admin, "/api/v1/audit-events.csv").await.expect(200).body;
    let cells = csv.lines().skip(1).flat_map(|line| line.split(';')).collect::<Vec<_>>();
    assert!(cells.iter().any(|cell| cell.contains("'=cmd")), "{csv}");
    assert!(
        !cells.iter().any(|cell| cell.trim_start_matches('"').starts_with(['=', '+', '-', '@'])),
        "{csv}"
    );
}
