//! Concepts and ideas, linked both ways.

use mitwirken_shared::problem::ProblemKind;
use mitwirken_tests::TestApp;

#[tokio::test]
async fn concepts_come_whole_and_their_formats_name_them() {
    let app = TestApp::start().await;
    let page = app.get("/api/v1/concepts?limit=100").await.json();
    let items = page["items"].as_array().expect("items");
    assert!(items.len() >= 2, "{}", items.len());
    for item in items {
        let slug = item["slug"].as_str().expect("a slug");
        let concept = app.get(&format!("/api/v1/concepts/{slug}")).await.json();
        assert!(concept["body"]["html"].is_string(), "{slug}");
        let sources = concept["sources"].as_array().expect("sources");
        assert!(concept["kind"] == "idea" || !sources.is_empty(), "{slug}");
        for format in concept["formats"].as_array().expect("formats") {
            let format = format["slug"].as_str().expect("a slug");
            let back = app.get(&format!("/api/v1/formats/{format}")).await.json();
            let linked = back["concepts"].as_array().expect("concepts").iter().any(|c| c["slug"] == slug);
            assert!(linked, "{format} does not name {slug}");
        }
    }
    app.get("/api/v1/concepts/gibt-es-nicht").await.problem(ProblemKind::NotFound);
}

#[tokio::test]
async fn concepts_and_ideas_can_be_listed_apart_and_by_format() {
    let app = TestApp::start().await;
    let total = async |query: &str| {
        app.get(&format!("/api/v1/concepts?{query}")).await.json()["total"].as_u64().expect("a total")
    };
    let (all, concepts, ideas) = (total("").await, total("kind=concept").await, total("kind=idea").await);
    assert!(concepts >= 1 && ideas >= 1, "{concepts} {ideas}");
    assert_eq!(all, concepts + ideas);
    assert_eq!(total("kind=idea&kind=concept").await, all);
    let page = app.get("/api/v1/concepts?kind=idea&limit=100").await.json();
    for item in page["items"].as_array().expect("items") {
        assert_eq!(item["kind"], "idea");
    }
    assert!(total("format=digitaler-buergerdialog&kind=concept").await >= 1);
    app.get("/api/v1/concepts?kind=dream").await.problem(ProblemKind::InvalidRequest);
    app.get("/api/v1/concepts?format=gibt-es-nicht").await.problem(ProblemKind::InvalidValues);
}
