//! Accounts and roles: who gives whom what, and what becomes of it at once.

use mitwirken_shared::accounts::{Role, RoleGrant, User, UserState};
use mitwirken_shared::page::Page;
use mitwirken_shared::problem::ProblemKind;
use mitwirken_tests::TestApp;
use reqwest::Method;
use serde_json::json;

#[tokio::test]
async fn somebody_is_invited_by_mail_chooses_a_password_and_may_do_what_was_given() {
    let app = TestApp::start().await;
    let admin = app.staff(Role::Admin).await;
    let department = app.department("Stadtplanungsamt", None).await;
    let invitation = json!({
        "name": "Erika Mustermann", "email": "erika@example.org",
        "grant": { "role": "editor", "department": department.to_string(), "reason": "Redaktion" },
    });
    let created = app.post_as(&admin, "/api/v1/users", &invitation).await.expect(201);
    assert!(created.header("location").starts_with("/api/v1/users/"));
    let user: User = serde_json::from_str(&created.body).expect("an account");
    assert_eq!((user.state, user.second_factor), (UserState::Invited, false));
    assert_eq!(user.grants[0].granted_by.as_deref(), Some("admin"));
    app.post_as(&admin, "/api/v1/users", &invitation).await.problem(ProblemKind::Conflict);
    let mail = app.last_mail_to("erika@example.org").await;
    assert!(mail.text.contains("Erika Mustermann") && mail.html.contains("class=\"action\""), "{mail:?}");
    let answer = json!({ "token": mail.secret(), "password": "Vier Wörter ohne Zusammenhang" });
    // Looking at the link, as mail scanners do, changes nothing.
    for _ in 0..3 {
        let _ = app.post("/api/v1/sign-in/invitation", &json!({ "ticket": mail.secret() })).await.expect(200);
    }
    let _ = app.post("/api/v1/sign-in/invitation/accept", &answer).await.expect(200);
    app.post("/api/v1/sign-in/invitation/accept", &answer).await.problem(ProblemKind::LinkExpired);
}

#[tokio::test]
async fn every_wrong_field_of_an_invitation_is_named_with_its_place() {
    let app = TestApp::start().await;
    let admin = app.staff(Role::Admin).await;
    let body = json!({ "email": "keine Adresse", "grant": { "department": admin.id.to_string(), "last_day": "2020-01-01" } });
    let problem = app.post_as(&admin, "/api/v1/users", &body).await.problem(ProblemKind::InvalidValues);
    let pointers = problem.errors.iter().map(|error| error.pointer.as_str()).collect::<Vec<_>>();
    for pointer in ["/name", "/email", "/grant/role", "/grant/reason", "/grant/department", "/grant/last_day"]
    {
        assert!(pointers.contains(&pointer), "{pointer} is not among {pointers:?}");
    }
}

#[tokio::test]
async fn a_department_admin_sees_and_gives_within_the_department_and_below_only() {
    let app = TestApp::start().await;
    app.staff(Role::Admin).await;
    let division = app.department("Fachbereich", None).await;
    let office = app.department("Amt", Some(division)).await;
    let elsewhere = app.department("Anderswo", None).await;
    let head = app
        .person(mitwirken_shared::accounts::Strength::Totp, &[(Role::DepartmentAdmin, Some(division))])
        .await;
    let below = app.person(mitwirken_shared::accounts::Strength::Totp, &[(Role::Editor, Some(office))]).await;
    let stranger =
        app.person(mitwirken_shared::accounts::Strength::Totp, &[(Role::Editor, Some(elsewhere))]).await;
    let page: Page<User> = app.get_as(&head, "/api/v1/users").await.ok();
    let seen = page.items.iter().map(|user| user.id.clone()).collect::<Vec<_>>();
    assert!(seen.contains(&below.id.to_string()) && !seen.contains(&stranger.id.to_string()), "{seen:?}");
    let grant = |role: &str, department: &str| json!({ "role": role, "department": department, "reason": "Vertretung" });
    let path = format!("/api/v1/users/{}/grants", below.id);
    let given: RoleGrant = serde_json::from_str(
        &app.post_as(&head, &path, &grant("moderator", &office.to_string())).await.expect(201).body,
    )
    .expect("a grant");
    assert!(given.active);
    for (role, department) in [("moderator", elsewhere), ("admin", office), ("dpo", office)] {
        app.post_as(&head, &path, &grant(role, &department.to_string()))
            .await
            .problem(ProblemKind::Forbidden);
    }
    let everywhere = json!({ "role": "moderator", "reason": "Vertretung" });
    app.post_as(&head, &path, &everywhere).await.problem(ProblemKind::Forbidden);
}

#[tokio::test]
async fn a_role_that_is_taken_away_counts_no_longer_at_the_next_request() {
    let app = TestApp::start().await;
    let admin = app.staff(Role::Admin).await;
    let editor = app.staff(Role::Editor).await;
    let _ = app.get_as(&editor, "/api/v1/departments").await.expect(200);
    let user: User = app.get_as(&admin, &format!("/api/v1/users/{}", editor.id)).await.ok();
    let path = format!("/api/v1/users/{}/grants/{}/revoke", editor.id, user.grants[0].id);
    let reason = json!({ "reason": "Wechsel in ein anderes Amt" });
    let _ = app.post_as(&admin, &path, &reason).await.expect(204);
    app.get_as(&editor, "/api/v1/departments").await.problem(ProblemKind::Forbidden);
    app.post_as(&admin, &path, &reason).await.problem(ProblemKind::Conflict);
    let user: User = app.get_as(&admin, &format!("/api/v1/users/{}", editor.id)).await.ok();
    assert!(user.grants[0].revoked_at.is_some() && !user.grants[0].active);
}

#[tokio::test]
async fn a_role_ends_with_its_last_day_in_the_citys_time() {
    let app = TestApp::start().await;
    let admin = app.staff(Role::Admin).await;
    let person = app.staff(Role::Caller).await;
    let path = format!("/api/v1/users/{}/grants", person.id);
    let grant = json!({ "role": "admin", "last_day": "2026-11-23", "reason": "Vertretung für heute" });
    let reply = app.post_as(&admin, &path, &grant).await.expect(201);
    let given: RoleGrant = serde_json::from_str(&reply.body).expect("a grant");
    // Midnight in Berlin, in winter.
    assert_eq!(given.held.ends_at.as_deref(), Some("2026-11-23T23:00:00.000000Z"));
}

#[tokio::test]
async fn whoever_is_disabled_is_out_at_once_and_the_last_admin_cannot_be() {
    let app = TestApp::start().await;
    let admin = app.staff(Role::Admin).await;
    let editor = app.staff(Role::Editor).await;
    let path = format!("/api/v1/users/{}", editor.id);
    let disabled = json!({ "disabled": true });
    let request = app.request_as(&admin, Method::PATCH, &path).json(&disabled);
    app.send(request).await.problem(ProblemKind::PreconditionRequired);
    app.patch_as(&admin, &path, "\"v9\"", &disabled).await.problem(ProblemKind::PreconditionFailed);
    let shown = app.get_as(&admin, &path).await.expect(200);
    let user: User = app.patch_as(&admin, &path, shown.header("etag"), &disabled).await.ok();
    assert_eq!(user.state, UserState::Disabled);
    app.get_as(&editor, "/api/v1/me").await.problem(ProblemKind::Unauthenticated);
    let own = format!("/api/v1/users/{}", admin.id);
    app.patch_as(&admin, &own, "\"v1\"", &disabled).await.problem(ProblemKind::Conflict);
}

#[tokio::test]
async fn an_account_is_found_by_part_of_its_name_and_by_its_whole_address_only() {
    let app = TestApp::start().await;
    let admin = app.staff(Role::Admin).await;
    let editor = app.staff(Role::Editor).await;
    let count = async |q: &str| {
        let page: Page<User> = app.get_as(&admin, &format!("/api/v1/users?q={q}")).await.ok();
        page.total
    };
    assert_eq!(count("EDIT").await, 1);
    assert_eq!(count(&editor.email.replace('@', "%40")).await, 1);
    assert_eq!(count("example.org").await, 0);
    assert_eq!(count("niemand").await, 0);
}
