//! What operators need: health, version, metrics, a clean end.

use mitwirken_tests::TestApp;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

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
async fn an_answer_that_has_begun_arrives_whole_and_then_nobody_answers() {
    let app = TestApp::start().await;
    let address = app.address().trim_start_matches("http://").to_owned();
    let mut slow = TcpStream::connect(&address).await.expect("a connection");
    slow.write_all(b"GET /openapi.json HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")
        .await
        .expect("sent");
    let mut answer = vec![0; 100];
    slow.read_exact(&mut answer).await.expect("it has begun");
    let rest = async {
        let mut rest = Vec::new();
        slow.read_to_end(&mut rest).await.expect("the rest");
        rest
    };
    let (rest, ()) = tokio::join!(rest, app.stop());
    answer.extend(rest);
    let text = String::from_utf8(answer).expect("text");
    let (head, body) = text.split_once("\r\n\r\n").expect("a head");
    assert!(head.to_lowercase().contains(&format!("content-length: {}", body.len())), "{head}");
    let refused = app.request(reqwest::Method::GET, "/livez").send().await;
    assert!(refused.is_err(), "nobody answers after the end");
}
