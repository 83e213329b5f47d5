//! Guides, linked both ways.

use mitwirken_shared::problem::ProblemKind;
use mitwirken_tests::TestApp;

#[tokio::test]
async fn guides_come_whole_and_their_formats_name_them() {
    let app = TestApp::start().await;
    let page = app.get("/api/v1/guides").await.json();
    let items = page["items"].as_array().expect("items");
    assert!(items.len() >= 5, "{}", items.len());
    for item in items {
        let slug = item["slug"].as_str().expect("a slug");
        let guide = app.get(&format!("/api/v1/guides/{slug}")).await.json();
        assert!(guide["url"].is_string() || guide["body"]["html"].is_string(), "{slug}");
        for format in guide["formats"].as_array().expect("formats") {
            let format = format["slug"].as_str().expect("a slug");
            let back = app.get(&format!("/api/v1/formats/{format}")).await.json();
            let linked = back["guides"].as_array().expect("guides").iter().any(|g| g["slug"] == slug);
            assert!(linked, "{format} does not name {slug}");
        }
    }
    app.get("/api/v1/guides/gibt-es-nicht").await.problem(ProblemKind::NotFound);
}
