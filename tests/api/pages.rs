//! The page before the app: real status codes, titles, readable text, links to the other language.

use mitwirken_tests::TestApp;
use reqwest::Method;

#[tokio::test]
async fn every_address_of_the_app_has_its_title_and_its_status() {
    let app = TestApp::start().await;
    for (path, status, lang) in [
        ("/", 200, "de"),
        ("/en/", 200, "en"),
        ("/mitmachbox", 200, "de"),
        ("/en/mitmachbox", 200, "en"),
        ("/mitmachbox/world-cafe", 200, "de"),
        ("/mitmachbox/finder", 200, "de"),
        ("/mitmachbox/sammlung", 200, "de"),
        ("/lotse", 200, "de"),
        ("/en/lotse", 200, "en"),
        ("/beispiele", 200, "de"),
        ("/leitfaeden", 200, "de"),
        ("/konzepte", 200, "de"),
        ("/en/konzepte/mitwirkung-2-0", 200, "en"),
        ("/konzepte/gibt-es-nicht", 404, "de"),
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
    for expected in
        ["World Café", "rel=\"canonical\"", "hreflang=\"en\"", "name=\"description\"", "Kaffeehaustischen"]
    {
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

/// A browser that asks again takes the new headers for the page it kept.
#[tokio::test]
async fn a_page_that_did_not_change_keeps_its_content_security_policy() {
    let app = TestApp::start().await;
    for path in ["/", "/mitmachbox/world-cafe", "/docs"] {
        let page = app.get(path).await.expect(200);
        assert!(page.header("content-security-policy").contains("script-src 'self'"), "{path}");
        let request = app.request(Method::GET, path).header("if-none-match", page.header("etag"));
        let again = app.send(request).await.expect(304);
        assert!(again.headers.get("content-security-policy").is_none(), "{path}");
    }
}
