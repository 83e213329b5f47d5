//! The page before the app: real status codes, titles, readable text, links to the other language.

use mitwirken_tests::TestApp;

#[tokio::test]
async fn every_address_of_the_app_has_its_title_and_its_status() {
    let app = TestApp::start().await;
    for (path, status, lang) in [
        ("/", 200, "de"),
        ("/en/", 200, "en"),
        ("/mitmachbox", 200, "de"),
        ("/en/mitmachbox", 200, "en"),
        ("/mitmachbox/world-cafe", 200, "de"),
        ("/beispiele", 200, "de"),
        ("/leitfaeden", 200, "de"),
        ("/impressum", 200, "de"),
        ("/datenschutz", 200, "de"),
        ("/barrierefreiheit", 200, "de"),
        ("/mitmachbox/gibt-es-nicht", 404, "de"),
        ("/nirgends", 404, "de"),
    ] {
        let page = app.get(path).await.expect(status);
        assert!(page.header("content-type").starts_with("text/html"), "{path}");
        assert!(page.body.contains(&format!("lang=\"{lang}\"")), "{path}");
        assert!(page.body.contains("<title>"), "{path}");
        assert!(!page.body.contains("{{"), "{path}: a placeholder is left");
    }
}

#[tokio::test]
async fn a_formats_page_can_be_read_without_the_app() {
    let app = TestApp::start().await;
    let page = app.get("/mitmachbox/world-cafe").await.expect(200);
    for expected in [
        "World Café",
        "rel=\"canonical\"",
        "hreflang=\"en\"",
        "name=\"description\"",
        "Kaffeehaustischen",
    ] {
        assert!(page.body.contains(expected), "{expected}");
    }
}

#[tokio::test]
async fn the_documentation_is_a_page_of_our_own() {
    let app = TestApp::start().await;
    let page = app.get("/docs").await.expect(200);
    assert!(page.body.contains("list_formats") || page.body.contains("/api/v1/formats"));
    assert!(!page.body.contains("http://cdn") && !page.body.contains("https://cdn"));
}
