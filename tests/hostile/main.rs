//! Hostile values for every parameter of every operation: never a 5xx, never a hang.

use std::time::Duration;

use mitwirken_tests::TestApp;
use reqwest::Method;
use serde_json::{Value, json};

const DOCUMENT: &str = include_str!("../../openapi/openapi.json");

/// Values that have broken something somewhere.
fn values() -> Vec<String> {
    let mut values = [
        "",
        " ",
        "0",
        "-1",
        "1e308",
        "NaN",
        "99999999999999999999",
        "0x10",
        "null",
        "true",
        "[]",
        "{}",
        "'",
        "\"",
        "\\",
        "' or 1=1 --",
        "\u{0}",
        "\r\nX-Evil: 1",
        "%",
        "%s%n",
        "../../etc/passwd",
        "<script>alert(1)</script>",
        "{{7*7}}",
        "${jndi:ldap://x}",
        "\u{202e}abc",
        "\u{feff}",
        "e\u{301}\u{301}\u{301}",
        "ﷺ",
        "🏳️‍🌈",
        "ſ",
        "İ",
        "\u{d7ff}",
        "title:rat",
        "rat~9",
        "rat^1e9",
        "*",
        "?",
        "((((((((((",
        "a AND (b OR",
        "2026-02-30",
    ]
    .map(str::to_owned)
    .to_vec();
    values.push("a".repeat(3000));
    values.push("ä ".repeat(700));
    values.push("stadt".repeat(500));
    values.push("(".repeat(2000));
    values
}

async fn survives(app: &TestApp, path: &str, query: &[(String, String)]) {
    let request = app.request(Method::GET, path).query(query).timeout(Duration::from_secs(10));
    let reply = app.send(request).await;
    assert!(!reply.status.is_server_error(), "{path} {query:?}: {} {}", reply.status, reply.body);
    if reply.status.is_client_error() {
        assert_eq!(reply.header("content-type"), "application/problem+json", "{path} {query:?}");
    }
}

#[tokio::test]
async fn no_value_of_any_parameter_breaks_the_server() {
    let app = TestApp::start().await;
    let document: Value = serde_json::from_str(DOCUMENT).expect("JSON");
    let mut tried = 0;
    for (path, item) in document["paths"].as_object().expect("paths") {
        let plain = path.replace("{slug}", "world-cafe").replace("{page}", "privacy");
        for parameter in item["get"]["parameters"].as_array().into_iter().flatten() {
            let name = parameter["name"].as_str().expect("a name").to_owned();
            for value in values() {
                if parameter["in"] == "path" {
                    let encoded = value.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
                    survives(&app, &path.replace(&format!("{{{name}}}"), &encoded), &[]).await;
                } else {
                    let once = (name.clone(), value.clone());
                    survives(&app, &plain, std::slice::from_ref(&once)).await;
                    survives(&app, &plain, &[once.clone(), once]).await;
                }
                tried += 1;
            }
        }
    }
    assert!(tried > 500, "{tried}");
}

#[tokio::test]
async fn no_value_of_any_field_breaks_the_server() {
    let app = TestApp::start().await;
    let document: Value = serde_json::from_str(DOCUMENT).expect("JSON");
    let mut tried = 0;
    for (path, item) in document["paths"].as_object().expect("paths") {
        let example = &item["post"]["requestBody"]["content"]["application/json"]["example"];
        let reference = item["post"]["requestBody"]["content"]["application/json"]["schema"]["$ref"].as_str();
        let Some(schema) =
            reference.and_then(|reference| document.pointer(reference.trim_start_matches('#')))
        else {
            continue;
        };
        for field in schema["properties"].as_object().expect("properties").keys() {
            let texts = values().into_iter().map(Value::String);
            let numbers = ["-1", "1e308", "4294967296", "0.5", "-0.0", "18446744073709551616"];
            let others =
                numbers.iter().map(|number| serde_json::from_str::<Value>(number).expect("a number"));
            let shapes = [
                json!(null),
                json!(true),
                json!([]),
                json!({}),
                json!([[]]),
                json!({ "min": [], "max": {} }),
            ];
            for value in texts.chain(others).chain(shapes) {
                for value in [value.clone(), json!([value.clone()]), json!({ "min": value, "max": value })] {
                    let mut body = example.clone();
                    body[field] = value;
                    let request =
                        app.request(Method::POST, path).json(&body).timeout(Duration::from_secs(10));
                    let reply = app.send(request).await;
                    assert!(!reply.status.is_server_error(), "{path} {body}: {}", reply.body);
                    tried += 1;
                }
            }
        }
    }
    assert!(tried > 1_000, "{tried}");
}

#[tokio::test]
async fn no_address_breaks_the_server() {
    let app = TestApp::start().await;
    for path in [
        "//",
        "/..%2f..%2fetc/passwd",
        "/pkg/../../Cargo.toml",
        "/pkg/%2e%2e/x",
        "/%00",
        "/%ff%fe",
        "/api",
        "/api/v1",
        "/api/v1/formats/",
        "/api/v1//formats",
        "/mitmachbox/%F0%28%8C%28",
        "/en/en/en",
        "/problems/nothing",
        "/?%",
        "/mitmachbox?q=%ff",
        "/mitmachbox/vergleich?slug=%00",
    ] {
        let reply = app.get(path).await;
        assert!(!reply.status.is_server_error(), "{path}: {}", reply.status);
    }
}

#[tokio::test]
async fn bodies_and_headers_that_nobody_asked_for_do_no_harm() {
    let app = TestApp::start().await;
    let many = "x".repeat(2_000_000);
    let reply = app.request(Method::POST, "/api/v1/formats").body(many).send().await;
    if let Ok(reply) = reply {
        assert!(reply.status().is_client_error());
    }
    for (name, value) in [
        ("accept-language", "de;q=NaN, *;q=-1, en;q=9999999999999999999999"),
        ("accept-encoding", "br;q=, gzip;q=zzz, *;q=0"),
        ("if-none-match", "\"\", W/, \"\"\"\""),
        ("x-forwarded-for", "not an address, ::1, 999.1.1.1"),
        ("range", "bytes=-1--9"),
        ("host", "evil.example.org"),
    ] {
        let reply = app.send(app.request(Method::GET, "/api/v1/formats").header(name, value)).await;
        assert!(!reply.status.is_server_error(), "{name}: {value}");
        assert!(!reply.body.contains("evil.example.org"));
    }
}
