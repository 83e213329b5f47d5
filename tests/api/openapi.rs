//! The OpenAPI document: committed, true, complete.

use mitwirken::openapi;
use mitwirken_shared::accounts::{
    ChallengeAnswer, Enrolment, Invitation, InvitationAnswer, Me, MePatch, NewGrant, NewUser, PasswordChange,
    Revocation, RoleGrant, SecondFactor, SecondFactorWanted, Sessions, SignInByMail, SignInByPassword,
    SignInChallenge, SignedIn, Ticket, User, UserPatch,
};
use mitwirken_shared::audit::AuditPage;
use mitwirken_shared::catalogue::Catalogue;
use mitwirken_shared::concepts::{Concept, ConceptSummary};
use mitwirken_shared::departments::{
    Department, DepartmentPatch, Departments, NewDepartment, NewOrganisation, Organisation,
    OrganisationPatch, Organisations,
};
use mitwirken_shared::examples::{Example, ExampleSummary};
use mitwirken_shared::formats::{
    FinderQuery, FinderResult, Format, FormatComparison, FormatPage, FormatSuggestions,
};
use mitwirken_shared::guides::{Guide, GuideSummary};
use mitwirken_shared::outbox::OutboxPage;
use mitwirken_shared::page::Page;
use mitwirken_shared::problem::Problem;
use mitwirken_shared::site::{LegalText, Site};
use mitwirken_tests::TestApp;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

const COMMITTED: &str = include_str!("../../openapi/openapi.json");

/// Operations by path and method.
fn operations(document: &Value) -> Vec<(String, String, &Value)> {
    let paths = document["paths"].as_object().expect("paths");
    paths
        .iter()
        .flat_map(|(path, item)| {
            item.as_object()
                .expect("an item")
                .iter()
                .filter(|(method, _)| ["get", "post", "put", "patch", "delete"].contains(&method.as_str()))
                .map(|(method, operation)| (path.clone(), method.clone(), operation))
        })
        .collect()
}

#[test]
fn the_committed_document_is_the_one_the_program_has() {
    let current = openapi::to_json(&openapi::document()).expect("JSON");
    assert_eq!(COMMITTED.trim(), current.trim(), "run `make openapi` and commit the result");
}

#[tokio::test]
async fn the_server_serves_the_committed_document() {
    let app = TestApp::start().await;
    let served: Value = app.get("/openapi.json").await.json();
    let committed: Value = serde_json::from_str(COMMITTED).expect("JSON");
    assert_eq!(served, committed);
    assert!(served["openapi"].as_str().expect("a version").starts_with("3.1"));
}

#[test]
fn every_operation_says_what_it_is_who_may_call_it_and_how_it_fails() {
    let document: Value = serde_json::from_str(COMMITTED).expect("JSON");
    let operations = operations(&document);
    assert!(operations.len() >= 10);
    for (path, method, operation) in operations {
        let name = format!("{method} {path}");
        for key in ["operationId", "summary", "tags", "responses", "security"] {
            assert!(!operation[key].is_null(), "{name} has no {key}");
        }
        let responses = operation["responses"].as_object().expect("responses");
        assert!(responses.keys().any(|status| status.starts_with('4')), "{name} never fails?");
        for parameter in operation["parameters"].as_array().into_iter().flatten() {
            assert!(parameter["description"].is_string(), "{name}: {}", parameter["name"]);
        }
    }
}

/// Whether `example` is read as `T` without losing or inventing anything.
fn is<T: Serialize + DeserializeOwned>(example: &Value) -> bool {
    serde_json::from_value::<T>(example.clone())
        .is_ok_and(|read| serde_json::to_value(read).is_ok_and(|again| again == *example))
}

#[test]
fn every_operation_has_an_example_of_every_answer_in_the_shape_it_has() {
    let document: Value = serde_json::from_str(COMMITTED).expect("JSON");
    for (path, method, operation) in operations(&document) {
        for (media, content) in operation["requestBody"]["content"].as_object().into_iter().flatten() {
            assert!(
                ["application/json", "application/merge-patch+json"].contains(&media.as_str()),
                "{media}"
            );
            let example = &content["example"];
            let fits = match operation["operationId"].as_str().expect("an id") {
                "find_formats" => is::<FinderQuery>(example),
                "ask_for_code" | "ask_for_reset" => is::<SignInByMail>(example),
                "answer_code" => is::<ChallengeAnswer>(example),
                "sign_in" => is::<SignInByPassword>(example),
                "confirm_sign_in" | "confirm_enrolment" | "renew_my_recovery_codes" => {
                    is::<SecondFactor>(example)
                }
                "begin_enrolment" | "find_invitation" => is::<Ticket>(example),
                "accept_invitation" => is::<InvitationAnswer>(example),
                "update_me" => is::<MePatch>(example),
                "change_my_password" => is::<PasswordChange>(example),
                "create_user" => is::<NewUser>(example),
                "update_user" => is::<UserPatch>(example),
                "create_grant" => is::<NewGrant>(example),
                "revoke_grant" => is::<Revocation>(example),
                "create_organisation" => is::<NewOrganisation>(example),
                "update_organisation" => is::<OrganisationPatch>(example),
                "create_department" => is::<NewDepartment>(example),
                "update_department" => is::<DepartmentPatch>(example),
                unknown => panic!("{unknown} takes a body and has no example"),
            };
            assert!(fits, "{method} {path}: {example}");
        }
        for (status, response) in operation["responses"].as_object().expect("responses") {
            for (media, content) in response["content"].as_object().into_iter().flatten() {
                let example = &content["example"];
                let fits = match (media.as_str(), operation["operationId"].as_str().expect("an id")) {
                    ("application/problem+json", _) => is::<Problem>(example),
                    (_, "list_formats") => is::<FormatPage>(example),
                    (_, "find_format") => is::<Format>(example),
                    (_, "compare_formats") => is::<FormatComparison>(example),
                    (_, "find_formats") => is::<FinderResult>(example),
                    (_, "suggest_formats") => is::<FormatSuggestions>(example),
                    (_, "list_examples") => is::<Page<ExampleSummary>>(example),
                    (_, "find_example") => is::<Example>(example),
                    (_, "list_guides") => is::<Page<GuideSummary>>(example),
                    (_, "find_guide") => is::<Guide>(example),
                    (_, "list_concepts") => is::<Page<ConceptSummary>>(example),
                    (_, "find_concept") => is::<Concept>(example),
                    (_, "find_catalogue") => is::<Catalogue>(example),
                    (_, "find_site") => is::<Site>(example),
                    (_, "find_page") => is::<LegalText>(example),
                    (_, "ask_for_code") => is::<SignInChallenge>(example),
                    (
                        _,
                        "answer_code"
                        | "confirm_sign_in"
                        | "confirm_enrolment"
                        | "refresh_session"
                        | "renew_my_recovery_codes",
                    ) => is::<SignedIn>(example),
                    (_, "sign_in" | "accept_invitation") => is::<SecondFactorWanted>(example),
                    (_, "begin_enrolment") => is::<Enrolment>(example),
                    (_, "find_invitation") => is::<Invitation>(example),
                    (_, "find_me" | "update_me") => is::<Me>(example),
                    (_, "list_my_sessions") => is::<Sessions>(example),
                    (_, "list_users") => is::<Page<User>>(example),
                    (_, "create_user" | "find_user" | "update_user") => is::<User>(example),
                    (_, "create_grant") => is::<RoleGrant>(example),
                    (_, "list_organisations") => is::<Organisations>(example),
                    (_, "create_organisation" | "update_organisation") => is::<Organisation>(example),
                    (_, "list_departments") => is::<Departments>(example),
                    (_, "create_department" | "find_department" | "update_department") => {
                        is::<Department>(example)
                    }
                    (_, "list_audit_events") => is::<AuditPage>(example),
                    (_, "list_mails") => is::<OutboxPage>(example),
                    (_, "export_formats" | "feed_formats" | "export_audit_events") => example.is_string(),
                    (_, unknown) => panic!("{unknown} has no example"),
                };
                assert!(fits, "{method} {path} {status} {media}: {example}");
            }
        }
    }
}
