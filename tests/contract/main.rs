//! The OpenAPI document against the running server: schemathesis asks every operation for what the
//! document allows and for what it forbids, and holds every answer against it.

use std::path::Path;

use mitwirken_tests::{TestApp, python};
use tokio::process::Command;

#[tokio::test]
async fn every_answer_is_as_the_openapi_document_says() {
    let app = TestApp::start().await;
    let config = Path::new(env!("CARGO_MANIFEST_DIR")).join("contract/schemathesis.toml");
    let output = Command::new(python().with_file_name("st"))
        .arg("--config-file")
        .arg(config)
        .arg("run")
        .arg(format!("{}/openapi.json", app.address()))
        .current_dir(app.database().folder())
        .output()
        .await
        .unwrap_or_else(|error| panic!("schemathesis: {error}; `make test` installs it"));
    let said =
        [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned()).concat();
    assert!(output.status.success(), "{said}");
    app.stop().await;
}
