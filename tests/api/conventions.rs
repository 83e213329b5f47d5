//! What holds for every address of the API.

use mitwirken_shared::problem::ProblemKind;
use mitwirken_tests::TestApp;
use reqwest::Method;
use reqwest::header::{ACCEPT_ENCODING, ACCEPT_LANGUAGE, IF_NONE_MATCH, ORIGIN};

const LIST: &str = "/api/v1/formats";

#[tokio::test]
async fn every_wrong_parameter_is_named_at_once() {
    let app = TestApp::start().await;
    let unreadable = app
        .get("/api/v1/formats?colour=red&participants=many&duration_max=-1")
        .await
        .problem(ProblemKind::InvalidRequest);
    let pointers = unreadable.errors.iter().map(|e| e.pointer.as_str()).collect::<Vec<_>>();
    for pointer in ["?colour", "?participants", "?duration_max"] {
        assert!(pointers.contains(&pointer), "{pointers:?}");
    }
    let impossible = app
        .get("/api/v1/formats?mode=sideways&level=max&participants=0&limit=101")
        .await
        .problem(ProblemKind::InvalidRequest);
    let pointers = impossible.errors.iter().map(|e| e.pointer.as_str()).collect::<Vec<_>>();
    for pointer in ["?mode", "?level", "?participants", "?limit"] {
        assert!(pointers.contains(&pointer), "{pointers:?}");
    }
}

#[tokio::test]
async fn problems_speak_the_readers_language() {
    let app = TestApp::start().await;
    let message = async |lang: &str| {
        let request = app.request(Method::GET, "/api/v1/formats?mode=sideways").header(ACCEPT_LANGUAGE, lang);
        app.send(request).await.problem(ProblemKind::InvalidRequest).errors[0].message.clone()
    };
    let german = message("de-AT,de;q=0.9").await;
    assert_ne!(german, message("en-GB").await);
    assert_eq!(german, message("fr, de;q=0.1").await);
}

#[tokio::test]
async fn what_a_client_has_already_is_not_sent_again() {
    let app = TestApp::start().await;
    for path in [LIST, "/api/v1/formats/world-cafe", "/api/v1/examples", "/api/v1/site", "/openapi.json"] {
        let first = app.get(path).await.expect(200);
        let etag = first.header("etag").to_owned();
        assert!(etag.starts_with('"'), "{path}: {etag}");
        assert!(!first.header("cache-control").is_empty(), "{path}");
        let again = app.send(app.request(Method::GET, path).header(IF_NONE_MATCH, &etag)).await.expect(304);
        assert!(again.body.is_empty());
        let other = app.send(app.request(Method::GET, path).header(IF_NONE_MATCH, "\"other\"")).await;
        let _ = other.expect(200);
    }
}

#[tokio::test]
async fn answers_differ_by_language_and_so_do_their_tags() {
    let app = TestApp::start().await;
    let german = app.get("/api/v1/formats?lang=de").await.expect(200);
    let english = app.get("/api/v1/formats?lang=en").await.expect(200);
    assert_ne!(german.header("etag"), english.header("etag"));
    assert!(german.header("vary").to_lowercase().contains("accept-language"));
}

#[tokio::test]
async fn head_answers_as_get_without_a_body() {
    let app = TestApp::start().await;
    for path in [LIST, "/api/v1/formats/world-cafe", "/livez", "/mitmachbox"] {
        let get = app.get(path).await.expect(200);
        let head = app.send(app.request(Method::HEAD, path)).await.expect(200);
        assert!(head.body.is_empty(), "{path}");
        assert_eq!(head.header("etag"), get.header("etag"), "{path}");
    }
}

#[tokio::test]
async fn a_wrong_method_names_the_right_ones() {
    let app = TestApp::start().await;
    for path in [LIST, "/api/v1/formats/world-cafe", "/api/v1/site"] {
        for method in [Method::POST, Method::DELETE, Method::PUT] {
            let reply = app.send(app.request(method, path)).await;
            assert!(reply.header("allow").contains("GET"), "{path}: {:?}", reply.headers);
            reply.problem(ProblemKind::MethodNotAllowed);
        }
    }
    app.get("/api/v1/nothing-here").await.problem(ProblemKind::NotFound);
}

#[tokio::test]
async fn answers_are_compressed_as_the_client_wishes() {
    let app = TestApp::start().await;
    // A client that shows what came over the wire.
    let client = reqwest::Client::builder().no_gzip().no_brotli().build().expect("a client");
    let plain = app.get(LIST).await.expect(200).body.len();
    for (accepted, encoding) in [
        ("br", "br"),
        ("gzip", "gzip"),
        ("identity", ""),
        ("br;q=0, gzip", "gzip"),
        ("gzip, deflate, br, zstd", "br"),
    ] {
        let request = client.get(format!("{}{LIST}", app.address())).header(ACCEPT_ENCODING, accepted);
        let response = request.header(ACCEPT_LANGUAGE, "de").send().await.expect("an answer");
        let given =
            response.headers().get("content-encoding").map_or("", |value| value.to_str().expect("text"));
        assert_eq!(given, encoding, "{accepted}");
        let size = response.bytes().await.expect("a body").len();
        assert!(
            if encoding.is_empty() { size == plain } else { size * 2 < plain },
            "{accepted}: {size} of {plain}"
        );
    }
}

#[tokio::test]
async fn any_page_on_the_web_may_read_and_its_preflight_is_answered() {
    let app = TestApp::start().await;
    for path in [LIST, "/api/v1/formats/gibt-es-nicht", "/api/v1/formats?colour=red", "/openapi.json"] {
        let reply = app.send(app.request(Method::GET, path).header(ORIGIN, "https://app.example.org")).await;
        assert_eq!(reply.header("access-control-allow-origin"), "*", "{path}");
        assert_eq!(reply.header("access-control-allow-credentials"), "", "{path}");
    }
    let preflight = app
        .request(Method::OPTIONS, LIST)
        .header(ORIGIN, "https://app.example.org")
        .header("access-control-request-method", "GET")
        .header("access-control-request-headers", "if-none-match");
    let reply = app.send(preflight).await.expect(204);
    assert!(reply.header("access-control-allow-methods").contains("GET"));
    assert!(reply.header("access-control-allow-headers").to_lowercase().contains("if-none-match"));
}

#[tokio::test]
async fn too_many_requests_are_told_when_to_come_back() {
    let app = TestApp::start_with(&[("MITWIRKEN_RATE_LIMIT_PER_MINUTE", "3")]).await;
    for remaining in [2, 1, 0] {
        let reply = app.get("/api/v1/site").await.expect(200);
        assert!(
            reply.header("ratelimit").contains(&format!("r={remaining}")),
            "{}",
            reply.header("ratelimit")
        );
    }
    let reply = app.get("/api/v1/site").await;
    assert!(reply.header("retry-after").parse::<u64>().is_ok_and(|seconds| (1..=60).contains(&seconds)));
    reply.problem(ProblemKind::TooManyRequests);
    let _ = app.get("/livez").await.expect(200);
}

#[tokio::test]
async fn every_answer_carries_a_request_id_and_the_security_headers() {
    let app = TestApp::start().await;
    let mut ids = std::collections::HashSet::new();
    for path in [LIST, "/", "/livez", "/nirgends", "/api/v1/nirgends", "/docs"] {
        let reply = app.get(path).await;
        assert!(ids.insert(reply.header("x-request-id").to_owned()), "{path}");
        assert_eq!(reply.header("x-content-type-options"), "nosniff", "{path}");
        let policy = reply.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'"), "{path}: {policy}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{path}: {policy}");
    }
}

#[tokio::test]
async fn a_cursor_of_another_list_is_refused() {
    let app = TestApp::start().await;
    let page = app.get("/api/v1/formats?limit=2").await.json();
    let cursor = page["next"].as_str().expect("a cursor");
    let problem = app.get(&format!("/api/v1/formats?limit=2&mode=digital&cursor={cursor}")).await;
    assert!(problem.status.is_client_error(), "{}", problem.body);
    assert!(app.get("/api/v1/formats?cursor=nonsense").await.status.is_client_error());
}
