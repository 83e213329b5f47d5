//! Departments: a tree that stays one, and its roll-out.

use mitwirken_shared::accounts::{Role, Strength};
use mitwirken_shared::departments::{Department, Departments, Rollout};
use mitwirken_shared::problem::ProblemKind;
use mitwirken_tests::TestApp;
use serde_json::json;

#[tokio::test]
async fn the_tree_is_given_with_parents_first_and_people_counted_upwards() {
    let app = TestApp::start().await;
    let admin = app.staff(Role::Admin).await;
    let create = async |body: serde_json::Value| -> Department {
        let reply = app.post_as(&admin, "/api/v1/departments", &body).await.expect(201);
        serde_json::from_str(&reply.body).expect("a department")
    };
    let division =
        create(json!({ "kind": "division", "name": "Ümweltfachbereich", "rollout": "pilot" })).await;
    let office =
        create(json!({ "kind": "office", "name": "Amt", "abbreviation": "61", "parent": division.id })).await;
    create(json!({ "kind": "ombuds", "name": "Zentrale Ombudsstelle" })).await;
    app.person(
        Strength::Totp,
        &[(Role::Editor, Some(mitwirken::ids::DepartmentId(office.id.parse().expect("an id"))))],
    )
    .await;
    let tree: Departments = app.get_as(&admin, "/api/v1/departments").await.ok();
    let names = tree.items.iter().map(|row| (row.name.as_str(), row.people)).collect::<Vec<_>>();
    assert_eq!(names, [("Ümweltfachbereich", 1), ("Amt", 1), ("Zentrale Ombudsstelle", 0)]);
    assert!(tree.items.iter().all(|row| row.organisation == division.organisation));
}

#[tokio::test]
async fn a_department_cannot_be_put_below_itself() {
    let app = TestApp::start().await;
    let admin = app.staff(Role::Admin).await;
    let above = app.department("Oben", None).await;
    let below = app.department("Unten", Some(above)).await;
    let path = format!("/api/v1/departments/{above}");
    for parent in [above, below] {
        let problem = app
            .patch_as(&admin, &path, "\"v1\"", &json!({ "parent": parent.to_string() }))
            .await
            .problem(ProblemKind::InvalidValues);
        assert_eq!(
            (problem.errors[0].pointer.as_str(), problem.errors[0].code.as_str()),
            ("/parent", "below_itself")
        );
    }
}

#[tokio::test]
async fn its_own_admin_steers_the_roll_out_but_does_not_rename() {
    let app = TestApp::start().await;
    let department = app.department("Amt", None).await;
    let head = app.person(Strength::Totp, &[(Role::DepartmentAdmin, Some(department))]).await;
    let path = format!("/api/v1/departments/{department}");
    let steered: Department = app
        .patch_as(&head, &path, "\"v1\"", &json!({ "rollout": "rolled_out", "four_eyes": true }))
        .await
        .ok();
    assert_eq!((steered.rollout, steered.four_eyes, steered.version), (Rollout::RolledOut, true, 2));
    app.patch_as(&head, &path, "\"v2\"", &json!({ "name": "Amt für alles" }))
        .await
        .problem(ProblemKind::Forbidden);
    app.patch_as(&head, &path, "\"v1\"", &json!({ "rollout": "paused" }))
        .await
        .problem(ProblemKind::PreconditionFailed);
}
