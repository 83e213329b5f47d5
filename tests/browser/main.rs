//! The app in a real browser: every test boots a server and lets one journey run against it.
//!
//! A journey is a Python script beside this file (Playwright drives Debian's Chromium). It gets the
//! server's address, ends with 0 if all it looked at is as it must be, and prints what is not.

#![expect(clippy::panic, reason = "a test's failure is a panic")]

use std::path::Path;

use mitwirken_tests::{TestApp, python};
use tokio::process::Command;

/// The secret of the link that makes the first account.
async fn set_up_token(app: &TestApp) -> String {
    let link = mitwirken::accounts::set_up_link(app.app()).await.ok().flatten();
    link.and_then(|link| link.split_once('#').map(|(_, token)| token.to_owned())).unwrap_or_default()
}

async fn journey(name: &str) {
    let app = TestApp::start().await;
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("browser").join(name);
    let output = Command::new(python())
        .arg(&script)
        .arg(app.address())
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("MITWIRKEN_TEST_FILES", app.database().folder())
        .env("MITWIRKEN_TEST_SET_UP", set_up_token(&app).await)
        .env("MITWIRKEN_TEST_NOW", app.app().clock.now().utc().timestamp().to_string())
        .output()
        .await
        .unwrap_or_else(|error| panic!("{}: {error}; `make test` installs it", python().display()));
    let said =
        [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned()).concat();
    assert!(output.status.success(), "{name}\n{said}");
    app.stop().await;
}

#[tokio::test]
async fn somebody_finds_a_format_by_searching_and_filtering() {
    journey("find_a_format.py").await;
}

#[tokio::test]
async fn somebody_finds_a_format_by_answering_questions() {
    journey("find_by_questions.py").await;
}

#[tokio::test]
async fn somebody_plans_with_a_format_and_prints_it_on_one_page() {
    journey("plan_with_a_format.py").await;
}

#[tokio::test]
async fn somebody_compares_formats() {
    journey("compare_formats.py").await;
}

#[tokio::test]
async fn somebody_collects_formats_shares_them_and_prints_a_booklet() {
    journey("collect_formats.py").await;
}

#[tokio::test]
async fn the_keyboard_alone_is_enough() {
    journey("keyboard_only.py").await;
}

#[tokio::test]
async fn a_small_phone_is_enough() {
    journey("phone.py").await;
}

#[tokio::test]
async fn letters_may_be_twice_as_large() {
    journey("large_text.py").await;
}

#[tokio::test]
async fn language_and_colours_are_the_readers_choice() {
    journey("language_and_theme.py").await;
}

#[tokio::test]
async fn the_first_admin_sets_up_the_city_and_invites_somebody() {
    journey("set_up_the_city.py").await;
}

#[tokio::test]
async fn a_resident_signs_in_by_mail_and_leaves_without_a_trace() {
    journey("sign_in_by_mail.py").await;
}

#[tokio::test]
async fn every_page_is_accessible_in_light_in_dark_and_narrow() {
    journey("accessible.py").await;
}

#[tokio::test]
async fn what_is_missing_or_fails_is_told_with_a_way_on() {
    journey("failures.py").await;
}
