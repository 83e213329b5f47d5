//! Mail leaves over real SMTP to a real server: taken, put off, refused, unreachable; nothing is lost and
//! nothing doubled.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use mitwirken_shared::accounts::Role;
use mitwirken_shared::outbox::{MailState, OutboxPage};
use mitwirken_shared::problem::ProblemKind;
use mitwirken_tests::{TestApp, python};
use serde_json::json;
use tempfile::TempDir;

/// A mail server that does as it is told.
struct MailServer {
    folder: TempDir,
    port: u16,
    child: Option<Child>,
}

impl MailServer {
    fn start() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut server = Self { folder, port: 0, child: None };
        server.answer("");
        server.run();
        server
    }

    /// Starts the process, on the port that it had before.
    fn run(&mut self) {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("api/mail/smtp_server.py");
        let mut child = Command::new(python())
            .arg(script)
            .arg(self.folder.path())
            .arg(self.port.to_string())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a mail server (`make test` installs it)");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("its output")).read_line(&mut line).expect("its port");
        self.port = line.trim().parse().expect("a port");
        self.child = Some(child);
    }

    fn stop(&mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }

    /// What it says to each recipient; empty = it takes the mail.
    fn answer(&self, answer: &str) {
        std::fs::write(self.folder.path().join("answer"), answer).expect("written");
    }

    fn taken(&self) -> Vec<PathBuf> {
        let files = std::fs::read_dir(self.folder.path()).expect("a folder").flatten();
        files
            .map(|file| file.path())
            .filter(|path| path.extension().is_some_and(|end| end == "eml"))
            .collect()
    }

    async fn app(&self) -> TestApp {
        let url = format!("smtp://127.0.0.1:{}", self.port);
        TestApp::start_with(&[("MITWIRKEN_SMTP_URL", &url), ("MITWIRKEN_MAIL_FROM", "Stadt <a@example.org>")])
            .await
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.stop();
    }
}

async fn ask(app: &TestApp, email: &str) {
    let _ = app.post("/api/v1/sign-in/mail", &json!({ "email": email })).await.expect(202);
}

/// Waits until the last mail is in this state.
async fn until(app: &TestApp, state: MailState) -> OutboxPage {
    let admin = app.staff(Role::Admin).await;
    let began = Instant::now();
    loop {
        app.settle_mail().await;
        let page: OutboxPage = app.get_as(&admin, &format!("/api/v1/mails?state={state}")).await.ok();
        if !page.items.is_empty() {
            return page;
        }
        assert!(began.elapsed() < Duration::from_secs(20), "no mail is {state}: {:?}", page.counts);
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

#[tokio::test]
async fn a_mail_is_delivered_once_with_text_and_html_and_then_forgotten() {
    let server = MailServer::start();
    let app = server.app().await;
    ask(&app, "erika@example.org").await;
    let page = until(&app, MailState::Sent).await;
    assert_eq!((page.items[0].attempts, page.items[0].sendable), (1, false));
    let taken = server.taken();
    assert_eq!(taken.len(), 1);
    let mail = std::fs::read_to_string(&taken[0]).expect("a mail");
    for part in [
        "From: Stadt <a@example.org>",
        "Message-ID: <",
        "Auto-Submitted: auto-generated",
        "text/plain",
        "text/html",
    ] {
        assert!(mail.contains(part), "{part} is missing: {mail}");
    }
}

#[tokio::test]
async fn greylisting_puts_a_mail_off_and_the_second_try_brings_it_under_the_same_name() {
    let server = MailServer::start();
    server.answer("451 4.7.1 greylisted, try again later");
    let app = server.app().await;
    ask(&app, "erika@example.org").await;
    let page = until(&app, MailState::Waiting).await;
    assert_eq!(page.items[0].attempts, 1);
    assert!(page.items[0].last_answer.as_deref().is_some_and(|answer| answer.contains("451")), "{page:?}");
    server.answer("");
    // Too early: nothing happens.
    app.settle_mail().await;
    assert!(server.taken().is_empty());
    app.app().clock.advance(chrono::Duration::seconds(31));
    until(&app, MailState::Sent).await;
    assert_eq!(server.taken().len(), 1);
}

#[tokio::test]
async fn a_refusal_is_shown_to_staff_who_send_again_or_let_go() {
    let server = MailServer::start();
    server.answer("550 5.1.1 <erika@example.org> no such user");
    let app = server.app().await;
    ask(&app, "erika@example.org").await;
    ask(&app, "max@example.org").await;
    let page = until(&app, MailState::Failed).await;
    let answer = page.items[0].last_answer.clone().unwrap_or_default();
    assert!(answer.contains("550") && !answer.contains("erika"), "{answer}");
    let admin = app.staff(Role::Admin).await;
    let failed: OutboxPage = app.get_as(&admin, "/api/v1/mails").await.ok();
    assert_eq!(failed.items.len(), 2);
    server.answer("");
    let path = |id: &str, verb: &str| format!("/api/v1/mails/{id}/{verb}");
    let _ = app.post_as(&admin, &path(&failed.items[0].id, "retry"), &json!({})).await.expect(204);
    let _ = app.post_as(&admin, &path(&failed.items[1].id, "discard"), &json!({})).await.expect(204);
    until(&app, MailState::Sent).await;
    assert_eq!(server.taken().len(), 1);
    app.post_as(&admin, &path(&failed.items[1].id, "retry"), &json!({})).await.problem(ProblemKind::Conflict);
}

#[tokio::test]
async fn a_server_that_is_down_for_a_while_loses_nothing_and_doubles_nothing() {
    let mut server = MailServer::start();
    let app = server.app().await;
    server.stop();
    for number in 0..10 {
        ask(&app, &format!("person-{number}@example.org")).await;
    }
    until(&app, MailState::Waiting).await;
    server.run();
    app.app().clock.advance(chrono::Duration::seconds(31));
    until(&app, MailState::Sent).await;
    app.app().clock.advance(chrono::Duration::seconds(120));
    app.settle_mail().await;
    let mut names = server
        .taken()
        .iter()
        .map(|path| {
            let mail = std::fs::read_to_string(path).expect("a mail");
            mail.lines().find(|line| line.starts_with("Message-ID")).expect("a name").to_owned()
        })
        .collect::<Vec<_>>();
    names.sort();
    names.dedup();
    assert_eq!((names.len(), server.taken().len()), (10, 10));
}

#[tokio::test]
async fn what_nobody_needs_any_more_is_not_sent() {
    let mut server = MailServer::start();
    let app = server.app().await;
    server.stop();
    ask(&app, "erika@example.org").await;
    until(&app, MailState::Waiting).await;
    server.run();
    app.app().clock.advance(chrono::Duration::minutes(11));
    let page = until(&app, MailState::Failed).await;
    assert_eq!(page.items[0].last_answer.as_deref(), Some("expired"));
    assert!(server.taken().is_empty());
}
