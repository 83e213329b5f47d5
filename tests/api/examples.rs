//! Practice examples, linked both ways.

use mitwirken_shared::problem::ProblemKind;
use mitwirken_tests::TestApp;

#[tokio::test]
async fn examples_and_their_formats_point_at_each_other() {
    let app = TestApp::start().await;
    let page = app.get("/api/v1/examples").await.json();
    let items = page["items"].as_array().expect("items");
    assert!(items.len() >= 5, "{}", items.len());
    for item in items {
        let slug = item["slug"].as_str().expect("a slug");
        let example = app.get(&format!("/api/v1/examples/{slug}")).await.json();
        assert!(!example["sources"].as_array().expect("sources").is_empty(), "{slug}");
        let formats = example["formats"].as_array().expect("formats");
        assert!(!formats.is_empty(), "{slug}");
        for format in formats {
            let format = format["slug"].as_str().expect("a slug");
            let back = app.get(&format!("/api/v1/formats/{format}")).await.json();
            let linked = back["examples"].as_array().expect("examples").iter().any(|e| e["slug"] == slug);
            assert!(linked, "{format} does not name {slug}");
        }
    }
}

#[tokio::test]
async fn the_examples_of_one_format_can_be_listed() {
    let app = TestApp::start().await;
    let page = app.get("/api/v1/examples?format=digitaler-buergerdialog").await.json();
    assert!(page["total"].as_u64().expect("a total") >= 1);
    app.get("/api/v1/examples/gibt-es-nicht").await.problem(ProblemKind::NotFound);
}
