//! The OpenAPI document: committed, true, complete.

use mitwirken::openapi;
use mitwirken_shared::catalogue::Catalogue;
use mitwirken_shared::concepts::{Concept, ConceptSummary};
use mitwirken_shared::examples::{Example, ExampleSummary};
use mitwirken_shared::formats::{
    FinderQuery, FinderResult, Format, FormatComparison, FormatPage, FormatSuggestions,
};
use mitwirken_shared::guides::{Guide, GuideSummary};
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
            assert_eq!(
                (media.as_str(), operation["operationId"].as_str()),
                ("application/json", Some("find_formats"))
            );
            assert!(is::<FinderQuery>(&content["example"]), "{}", content["example"]);
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
                    (_, "export_formats" | "feed_formats") => example.is_string(),
                    (_, unknown) => panic!("{unknown} has no example"),
                };
                assert!(fits, "{method} {path} {status} {media}: {example}");
            }
        }
    }
}

/// The role matrix: this release has one role, the visitor, who may call everything there is.
#[tokio::test]
async fn a_visitor_may_call_every_operation_and_gets_what_is_documented() {
    let app = TestApp::start().await;
    let document: Value = serde_json::from_str(COMMITTED).expect("JSON");
    for (path, method, operation) in operations(&document) {
        // What a visitor may POST computes an answer and stores nothing.
        let computes = path == "/api/v1/formats/finder";
        assert_eq!(method, if computes { "post" } else { "get" }, "{path}: who may write?");
        assert_eq!(operation["security"], serde_json::json!([{}]), "{path}");
        let collection = path.split("/{").next().unwrap_or_default();
        let slug = match collection {
            "/api/v1/formats" => "world-cafe".to_owned(),
            "/api/v1/pages" => "privacy".to_owned(),
            other if path.contains('{') => {
                app.get(other).await.json()["items"][0]["slug"].as_str().expect("a slug").to_owned()
            }
            _ => String::new(),
        };
        let mut address = match path.split_once('{') {
            Some((start, _)) => format!("{start}{slug}"),
            None => path.clone(),
        };
        if path.ends_with("/compare") {
            address.push_str("?slug=world-cafe&slug=buergerrat");
        } else if path.ends_with("/suggest") {
            address.push_str("?q=rat");
        }
        let reply = if computes {
            let body = &operation["requestBody"]["content"]["application/json"]["example"];
            app.send(app.request(reqwest::Method::POST, &address).json(body)).await.expect(200)
        } else {
            app.get(&address).await.expect(200)
        };
        let documented = operation["responses"]["200"]["content"].as_object().expect("a content type");
        let given = reply.header("content-type").split(';').next().unwrap_or_default().to_owned();
        assert!(documented.contains_key(&given), "{address}: {given} is not documented");
    }
}
