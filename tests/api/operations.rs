//! What operators need: health, version, metrics, a clean end.

use mitwirken_tests::TestApp;

#[tokio::test]
async fn the_server_says_that_it_lives_is_ready_and_what_it_is() {
    let app = TestApp::start().await;
    let _ = app.get("/livez").await.expect(200);
    let ready = app.get("/readyz").await.json();
    assert_eq!(ready["status"], "ready", "{ready}");
    let version = app.get("/version").await.json();
    assert!(version["version"].is_string(), "{version}");
}

#[tokio::test]
async fn without_its_database_the_server_lives_but_names_the_part_that_is_not_ready() {
    let app = TestApp::start().await;
    app.app().db.close().await;
    let ready = app.get("/readyz").await.expect(503);
    assert!(ready.body.contains("database"), "{}", ready.body);
    let _ = app.get("/livez").await.expect(200);
    // What is public comes from memory and goes on being readable.
    let _ = app.get("/api/v1/formats/world-cafe").await.expect(200);
}

#[tokio::test]
async fn stopping_finishes_what_is_under_way() {
    let app = TestApp::start().await;
    let requests = (0..20).map(|_| app.get("/api/v1/formats"));
    let mut under_way = Vec::new();
    for request in requests {
        under_way.push(request);
    }
    let mut first = Vec::new();
    for request in under_way {
        first.push(request.await.status.as_u16());
    }
    app.stop().await;
    assert!(first.iter().all(|status| *status == 200));
    let refused = app.request(reqwest::Method::GET, "/livez").send().await;
    assert!(refused.is_err(), "nobody answers after the end");
}
