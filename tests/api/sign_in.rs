//! Coming in: by mail, with password and second factor, and how none of it can be abused.

use chrono::Duration;
use mitwirken_shared::accounts::{
    Enrolment, Invitation, Me, Role, SecondFactorWanted, Sessions, SignInChallenge, SignInStep, SignedIn,
};
use mitwirken_shared::audit::AuditPage;
use mitwirken_shared::problem::ProblemKind;
use mitwirken_tests::{Reply, TestApp};
use reqwest::Method;
use serde_json::json;

const PASSWORD: &str = "Vier Wörter ohne Zusammenhang";

/// The code that an authenticator shows now.
fn code(app: &TestApp, secret: &str) -> String {
    let bytes = totp_rs::Secret::try_from_base32(secret.replace(' ', "")).expect("base32");
    let totp =
        totp_rs::Builder::new().with_secret(bytes).with_account_name("x").build().expect("an authenticator");
    let now = app.app().clock.now().utc().timestamp();
    totp.generate(u64::try_from(now).expect("after 1970")).to_string()
}

fn cookie(reply: &Reply, name: &str) -> String {
    let prefix = format!("{name}=");
    reply
        .headers
        .get_all("set-cookie")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .find(|value| value.starts_with(&prefix))
        .and_then(|value| value.split(';').next())
        .expect("the cookie")
        .to_owned()
}

const REFRESH: &str = "__Host-mitwirken-session";

async fn refresh(app: &TestApp, cookie: &str) -> Reply {
    let request = app
        .request(Method::POST, "/api/v1/session/refresh")
        .header("x-mitwirken-app", "1")
        .header("cookie", cookie);
    app.send(request).await
}

async fn me(app: &TestApp, token: &str) -> Reply {
    app.send(app.request(Method::GET, "/api/v1/me").bearer_auth(token)).await
}

/// The first admin, through the front door: link, password, second factor. Gives the answer and the secret.
async fn set_up(app: &TestApp) -> (Reply, String) {
    let link =
        mitwirken::accounts::set_up_link(app.app()).await.expect("a link").expect("nobody is here yet");
    let (_, token) = link.split_once('#').expect("a secret");
    let invitation: Invitation =
        app.post("/api/v1/sign-in/invitation", &json!({ "ticket": token })).await.ok();
    assert!(invitation.set_up);
    let accepted =
        json!({ "token": token, "password": PASSWORD, "name": "Ada Admin", "email": "ada@example.org" });
    let wanted: SecondFactorWanted = app.post("/api/v1/sign-in/invitation/accept", &accepted).await.ok();
    assert_eq!(wanted.next, SignInStep::Enrol);
    let enrolment: Enrolment =
        app.post("/api/v1/sign-in/second-factor", &json!({ "ticket": wanted.ticket })).await.ok();
    assert!(enrolment.qr_svg.starts_with("<svg"));
    let answer = json!({ "ticket": wanted.ticket, "code": code(app, &enrolment.secret) });
    (app.post("/api/v1/sign-in/second-factor/code", &answer).await.expect(200), enrolment.secret)
}

async fn password_step(app: &TestApp, email: &str, password: &str) -> Reply {
    app.post("/api/v1/sign-in/password", &json!({ "email": email, "password": password })).await
}

#[tokio::test]
async fn the_first_admin_comes_in_by_the_set_up_link_and_the_link_is_void_then() {
    let app = TestApp::start().await;
    let (reply, _) = set_up(&app).await;
    let signed: SignedIn = reply.ok();
    assert_eq!(signed.recovery_codes.len(), 10);
    assert_eq!(signed.me.roles.len(), 1);
    assert_eq!(signed.me.roles[0].role, Role::Admin);
    let me: Me = me(&app, &signed.access_token).await.ok();
    assert_eq!((me.name.as_str(), me.email.as_str()), ("Ada Admin", "ada@example.org"));
    assert_eq!(mitwirken::accounts::set_up_link(app.app()).await.expect("an answer"), None);
    let events = app.request(Method::GET, "/api/v1/audit-events").bearer_auth(&signed.access_token);
    let log: AuditPage = app.send(events).await.ok();
    let actions = log.items.iter().rev().map(|event| event.action.as_str()).collect::<Vec<_>>();
    assert_eq!(actions, ["user.set_up", "user.set_password", "user.enrol", "session.open"]);
}

#[tokio::test]
async fn staff_sign_in_with_password_and_a_code_that_is_good_once() {
    let app = TestApp::start().await;
    let (_, secret) = set_up(&app).await;
    // The code of the enrolment's step is used up.
    let wanted: SecondFactorWanted = password_step(&app, "ada@example.org", PASSWORD).await.ok();
    assert_eq!(wanted.next, SignInStep::Code);
    let path = "/api/v1/sign-in/password/code";
    let used = json!({ "ticket": wanted.ticket, "code": code(&app, &secret) });
    app.post(path, &used).await.problem(ProblemKind::SignInFailed);
    app.app().clock.advance(Duration::seconds(30));
    let fresh = json!({ "ticket": wanted.ticket, "code": code(&app, &secret) });
    let signed: SignedIn = app.post(path, &fresh).await.ok();
    assert!(signed.recovery_codes.is_empty());
    app.post(path, &fresh).await.problem(ProblemKind::SignInFailed);
}

#[tokio::test]
async fn of_two_sign_ins_that_began_without_a_second_factor_one_alone_sets_it_up() {
    let app = TestApp::start().await;
    let link =
        mitwirken::accounts::set_up_link(app.app()).await.expect("a link").expect("nobody is here yet");
    let (_, token) = link.split_once('#').expect("a secret");
    let accepted =
        json!({ "token": token, "password": PASSWORD, "name": "Ada Admin", "email": "ada@example.org" });
    let owner: SecondFactorWanted = app.post("/api/v1/sign-in/invitation/accept", &accepted).await.ok();
    // Somebody else who knows the password waits at the same door.
    let thief: SecondFactorWanted = password_step(&app, "ada@example.org", PASSWORD).await.ok();
    assert_eq!(thief.next, SignInStep::Enrol);
    let path = "/api/v1/sign-in/second-factor";
    let enrolment: Enrolment = app.post(path, &json!({ "ticket": owner.ticket })).await.ok();
    let answer = json!({ "ticket": owner.ticket, "code": code(&app, &enrolment.secret) });
    let _ = app.post(&format!("{path}/code"), &answer).await.expect(200);
    app.post(path, &json!({ "ticket": thief.ticket })).await.problem(ProblemKind::SignInFailed);
    app.app().clock.advance(Duration::seconds(30));
    let late = json!({ "ticket": thief.ticket, "code": code(&app, &enrolment.secret) });
    app.post(&format!("{path}/code"), &late).await.problem(ProblemKind::SignInFailed);
}

#[tokio::test]
async fn a_new_password_voids_a_sign_in_that_began_with_the_old_one() {
    let app = TestApp::start().await;
    let (reply, secret) = set_up(&app).await;
    let token = reply.ok::<SignedIn>().access_token;
    let wanted: SecondFactorWanted = password_step(&app, "ada@example.org", PASSWORD).await.ok();
    let change = json!({ "current": PASSWORD, "new": "Noch einmal vier andere Wörter" });
    let request = app.request(Method::POST, "/api/v1/me/password").bearer_auth(&token).json(&change);
    let _ = app.send(request).await.expect(204);
    app.app().clock.advance(Duration::seconds(30));
    let answer = json!({ "ticket": wanted.ticket, "code": code(&app, &secret) });
    app.post("/api/v1/sign-in/password/code", &answer).await.problem(ProblemKind::SignInFailed);
}

#[tokio::test]
async fn a_recovery_code_stands_in_once_and_its_owner_hears_of_it() {
    let app = TestApp::start().await;
    let (reply, _) = set_up(&app).await;
    let codes = reply.ok::<SignedIn>().recovery_codes;
    let path = "/api/v1/sign-in/password/code";
    for allowed in [true, false] {
        let wanted: SecondFactorWanted = password_step(&app, "ada@example.org", PASSWORD).await.ok();
        let answer = json!({ "ticket": wanted.ticket, "code": codes[0].to_uppercase() });
        let reply = app.post(path, &answer).await;
        if allowed {
            let _ = reply.expect(200);
        } else {
            reply.problem(ProblemKind::SignInFailed);
        }
    }
    let mails = app.mails_to("ada@example.org").await;
    assert!(mails.iter().any(|mail| mail.subject.contains("Wiederherstellungscode")), "{mails:?}");
    assert!(mails.iter().any(|mail| mail.subject.contains("Neue Anmeldung")), "{mails:?}");
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_are_answered_alike() {
    let app = TestApp::start().await;
    set_up(&app).await;
    let wrong = password_step(&app, "ada@example.org", "Falsch und lang genug").await;
    let unknown = password_step(&app, "niemand@example.org", "Falsch und lang genug").await;
    assert_eq!(wrong.header("www-authenticate"), "Bearer");
    let (mut one, mut other) =
        (wrong.problem(ProblemKind::SignInFailed), unknown.problem(ProblemKind::SignInFailed));
    one.request_id.clear();
    other.request_id.clear();
    assert_eq!(one, other);
}

#[tokio::test]
async fn guessing_is_slowed_down_and_nobody_is_locked_out_by_it() {
    let app = TestApp::start_with(&[("MITWIRKEN_TRUSTED_PROXIES", "127.0.0.1")]).await;
    let (reply, _) = set_up(&app).await;
    let device = cookie(&reply, "__Host-mitwirken-device");
    let attempt = async |source: String, cookie: Option<&str>, password: &str| {
        let mut request = app
            .request(Method::POST, "/api/v1/sign-in/password")
            .header("x-forwarded-for", source)
            .json(&json!({ "email": "ada@example.org", "password": password }));
        if let Some(cookie) = cookie {
            request = request.header("cookie", cookie);
        }
        app.send(request).await
    };
    // One network: five tries.
    for _ in 0..5 {
        attempt("192.0.2.1".to_owned(), None, "Falsch und lang genug")
            .await
            .problem(ProblemKind::SignInFailed);
    }
    let refused = attempt("192.0.2.1".to_owned(), None, PASSWORD).await;
    assert!(refused.header("retry-after").parse::<u64>().is_ok_and(|seconds| (1..=120).contains(&seconds)));
    refused.problem(ProblemKind::TooManyRequests);
    // Many networks: the address as a whole has thirty.
    let mut refused = 0;
    for network in 2..12 {
        for _ in 0..4 {
            let reply = attempt(format!("192.0.2.{network}"), None, "Falsch und lang genug").await;
            refused += usize::from(reply.status.as_u16() == 429);
        }
    }
    assert!(refused > 0);
    // The owner's own device is not among those who are slowed down.
    let _ = attempt("198.51.100.1".to_owned(), Some(&device), PASSWORD).await.expect(200);
    attempt("198.51.100.1".to_owned(), None, PASSWORD).await.problem(ProblemKind::TooManyRequests);
}

#[tokio::test]
async fn a_resident_signs_in_with_the_code_on_any_device_that_asked() {
    let app = TestApp::start().await;
    let ask = async || {
        let reply = app.post("/api/v1/sign-in/mail", &json!({ "email": "Erika@Example.org" })).await;
        serde_json::from_str::<SignInChallenge>(&reply.expect(202).body).expect("a challenge")
    };
    let challenge = ask().await;
    let mail = app.last_mail_to("Erika@Example.org").await;
    let path = "/api/v1/sign-in/mail/answer";
    // Another device has another challenge.
    let other = ask().await;
    let stolen = json!({ "challenge": other.challenge, "code": mail.code() });
    app.post(path, &stolen).await.problem(ProblemKind::SignInFailed);
    let answer = json!({ "challenge": challenge.challenge, "code": mail.code() });
    let signed: SignedIn = app.post(path, &answer).await.ok();
    assert_eq!(signed.me.email, "Erika@Example.org");
    assert!(signed.me.roles.is_empty());
    app.post(path, &answer).await.problem(ProblemKind::SignInFailed);
    // The link does the same, and the account is the same.
    let third = ask().await;
    let link = app.last_mail_to("Erika@Example.org").await.secret();
    let again: SignedIn = app.post(path, &json!({ "challenge": third.challenge, "token": link })).await.ok();
    assert_eq!(again.me.id, signed.me.id);
}

#[tokio::test]
async fn five_wrong_codes_or_ten_minutes_end_a_challenge() {
    let app = TestApp::start().await;
    let path = "/api/v1/sign-in/mail/answer";
    let email = json!({ "email": "erika@example.org" });
    let challenge: SignInChallenge =
        serde_json::from_str(&app.post("/api/v1/sign-in/mail", &email).await.body).expect("a challenge");
    let code = app.last_mail_to("erika@example.org").await.code();
    let wrong = if code == "000000" { "000001" } else { "000000" };
    for _ in 0..5 {
        let guess = json!({ "challenge": challenge.challenge, "code": wrong });
        app.post(path, &guess).await.problem(ProblemKind::SignInFailed);
    }
    let right = json!({ "challenge": challenge.challenge, "code": code });
    app.post(path, &right).await.problem(ProblemKind::SignInFailed);
    let challenge: SignInChallenge =
        serde_json::from_str(&app.post("/api/v1/sign-in/mail", &email).await.body).expect("a challenge");
    let code = app.last_mail_to("erika@example.org").await.code();
    app.app().clock.advance(Duration::minutes(10));
    let late = json!({ "challenge": challenge.challenge, "code": code });
    app.post(path, &late).await.problem(ProblemKind::SignInFailed);
}

#[tokio::test]
async fn an_access_token_ends_after_ten_minutes_and_the_cookie_gives_another() {
    let app = TestApp::start().await;
    let (reply, _) = set_up(&app).await;
    let first = cookie(&reply, REFRESH);
    let token = reply.ok::<SignedIn>().access_token;
    let _ = me(&app, &token).await.expect(200);
    app.app().clock.advance(Duration::minutes(11));
    me(&app, &token).await.problem(ProblemKind::Unauthenticated);
    let refreshed = refresh(&app, &first).await.expect(200);
    assert_ne!(cookie(&refreshed, REFRESH), first);
    let _ = me(&app, &refreshed.ok::<SignedIn>().access_token).await.expect(200);
}

#[tokio::test]
async fn the_cookie_is_out_of_reach_of_scripts_and_other_sites() {
    let app = TestApp::start().await;
    let (reply, _) = set_up(&app).await;
    for value in reply.headers.get_all("set-cookie") {
        let value = value.to_str().expect("text");
        for part in ["__Host-", "HttpOnly", "Secure", "SameSite=Strict", "Path=/"] {
            assert!(value.contains(part), "{part} is missing: {value}");
        }
        assert!(!value.contains("Domain"), "{value}");
    }
    let cookie = cookie(&reply, REFRESH);
    for path in ["/api/v1/session/refresh", "/api/v1/session/end"] {
        let bare = app.request(Method::POST, path).header("cookie", &cookie);
        app.send(bare).await.problem(ProblemKind::Forbidden);
        for (name, value) in [("origin", "https://evil.example.org"), ("sec-fetch-site", "cross-site")] {
            let request = app
                .request(Method::POST, path)
                .header("cookie", &cookie)
                .header("x-mitwirken-app", "1")
                .header(name, value);
            app.send(request).await.problem(ProblemKind::Forbidden);
        }
    }
    // No page of another site may send the header.
    let preflight = app
        .request(Method::OPTIONS, "/api/v1/session/refresh")
        .header("origin", "https://evil.example.org")
        .header("access-control-request-method", "POST")
        .header("access-control-request-headers", "x-mitwirken-app");
    let allowed = app.send(preflight).await.header("access-control-allow-headers").to_lowercase();
    assert!(!allowed.contains("x-mitwirken-app"), "{allowed}");
}

#[tokio::test]
async fn a_lost_answer_does_no_harm_and_a_stolen_token_ends_the_session() {
    let app = TestApp::start().await;
    let (reply, _) = set_up(&app).await;
    let first = cookie(&reply, REFRESH);
    // The answer got lost: the same token again, as often as it takes.
    let lost = cookie(&refresh(&app, &first).await.expect(200), REFRESH);
    let second = cookie(&refresh(&app, &first).await.expect(200), REFRESH);
    let third = refresh(&app, &second).await.expect(200);
    let token = third.clone().ok::<SignedIn>().access_token;
    let _ = me(&app, &token).await.expect(200);
    // Now its successor was used: whoever shows the first one, or the lost one, has stolen it.
    refresh(&app, &lost).await.problem(ProblemKind::Unauthenticated);
    refresh(&app, &cookie(&third, REFRESH)).await.problem(ProblemKind::Unauthenticated);
    me(&app, &token).await.problem(ProblemKind::Unauthenticated);
}

#[tokio::test]
async fn sessions_are_listed_ended_one_by_one_and_all_at_once() {
    let app = TestApp::start().await;
    let (reply, secret) = set_up(&app).await;
    let first = reply.ok::<SignedIn>().access_token;
    app.app().clock.advance(Duration::seconds(31));
    let wanted: SecondFactorWanted = password_step(&app, "ada@example.org", PASSWORD).await.ok();
    let answer = json!({ "ticket": wanted.ticket, "code": code(&app, &secret) });
    let second: SignedIn = app.post("/api/v1/sign-in/password/code", &answer).await.ok();
    let list = async |token: &str| {
        let request = app.request(Method::GET, "/api/v1/me/sessions").bearer_auth(token);
        app.send(request).await.ok::<Sessions>().items
    };
    let open = list(&second.access_token).await;
    assert_eq!(open.len(), 2);
    let other = open.iter().find(|session| !session.current).expect("the first one");
    let path = format!("/api/v1/me/sessions/{}", other.id);
    let _ = app.send(app.request(Method::DELETE, &path).bearer_auth(&second.access_token)).await.expect(204);
    me(&app, &first).await.problem(ProblemKind::Unauthenticated);
    let all = app.request(Method::DELETE, "/api/v1/me/sessions").bearer_auth(&second.access_token);
    let _ = app.send(all).await.expect(204);
    me(&app, &second.access_token).await.problem(ProblemKind::Unauthenticated);
}

#[tokio::test]
async fn a_new_password_ends_every_session_and_keeps_the_second_factor() {
    let app = TestApp::start().await;
    let (reply, _) = set_up(&app).await;
    let token = reply.ok::<SignedIn>().access_token;
    for email in ["ada@example.org", "niemand@example.org"] {
        let reply = app.post("/api/v1/sign-in/password/reset", &json!({ "email": email })).await.expect(202);
        assert!(reply.body.is_empty());
    }
    // The mail is put in after the answer.
    let mail = loop {
        if let Some(mail) = app.mails_to("ada@example.org").await.pop() {
            break mail;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    };
    assert!(app.mails_to("niemand@example.org").await.is_empty());
    let path = "/api/v1/sign-in/invitation/accept";
    let weak = json!({ "token": mail.secret(), "password": "passwort123456" });
    let problem = app.post(path, &weak).await.problem(ProblemKind::InvalidValues);
    assert_eq!(problem.errors[0].code, "password_common");
    let _ = me(&app, &token).await.expect(200);
    let strong = json!({ "token": mail.secret(), "password": "Noch einmal vier andere Wörter" });
    let wanted: SecondFactorWanted = app.post(path, &strong).await.ok();
    assert_eq!(wanted.next, SignInStep::Code);
    me(&app, &token).await.problem(ProblemKind::Unauthenticated);
    app.post(path, &strong).await.problem(ProblemKind::LinkExpired);
    password_step(&app, "ada@example.org", PASSWORD).await.problem(ProblemKind::SignInFailed);
    let _ = password_step(&app, "ada@example.org", "Noch einmal vier andere Wörter").await.expect(200);
}

#[tokio::test]
async fn turning_over_the_signing_key_signs_nobody_out() {
    let app = TestApp::start().await;
    let person = app.resident().await;
    let inner = app.app();
    let now = inner.clock.now();
    mitwirken::access::signing::rotate(&inner.db, &inner.access.keys, inner.ids, now)
        .await
        .expect("a new key");
    inner.access.refresh(&inner.db, inner.ids, now).await.expect("read");
    let _ = me(&app, &person.token).await.expect(200);
    let fresh = app.resident().await;
    let kid = |token: &str| mitwirken::access::tokens::kid_of(token);
    assert_ne!(kid(&person.token), kid(&fresh.token));
    let _ = me(&app, &fresh.token).await.expect(200);
}

#[tokio::test]
async fn a_resident_erases_the_own_account_and_nothing_remains() {
    let app = TestApp::start().await;
    let person = app.resident().await;
    let _ = app.send(app.request_as(&person, Method::DELETE, "/api/v1/me")).await.expect(204);
    me(&app, &person.token).await.problem(ProblemKind::Unauthenticated);
    let mut tx = app.app().db.read().await.expect("a transaction");
    assert!(mitwirken::accounts::store::find_user(&mut tx, person.id).await.expect("an answer").is_none());
}

#[tokio::test]
async fn the_database_alone_tells_no_address() {
    let app = TestApp::start().await;
    set_up(&app).await;
    let _ = app.post("/api/v1/sign-in/mail", &json!({ "email": "erika@example.org" })).await.expect(202);
    let file = app.database().folder().join("backup");
    let inner = app.app();
    mitwirken::db::backup(&inner.db, &file, inner.clock.now()).await.expect("a backup");
    let packed = std::fs::read(file).expect("a file");
    let mut plain = String::new();
    std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(&packed[..]), &mut plain).expect("text");
    assert!(plain.contains("Ada Admin"));
    for secret in ["ada@example.org", "erika@example.org", PASSWORD] {
        assert!(!plain.contains(secret), "{secret}");
    }
}
