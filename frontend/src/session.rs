//! Who is signed in. The access token lives in this memory only; a reload gets a new one by the cookie
//! that no script can read.

use std::cell::RefCell;

use leptos::prelude::{ArcRwSignal, Set as _};
use mitwirken_shared::accounts::{Me, SignedIn};
use mitwirken_shared::problem::{Problem, ProblemKind};
use serde::de::DeserializeOwned;

use crate::api::{Failure, exchange};
use crate::lang::lang;

thread_local! {
    static TOKEN: RefCell<Option<String>> = const { RefCell::new(None) };
    static ME: RefCell<Option<Me>> = const { RefCell::new(None) };
    static KNOWN: ArcRwSignal<bool> = ArcRwSignal::new(false);
}

/// What went wrong with a request, as a form needs it.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    /// In words, with what is wrong with single fields.
    pub failure: Failure,
    /// The kind, if the server answered.
    pub kind: Option<ProblemKind>,
    /// What is wrong with single fields: pointer and message.
    pub fields: Vec<(String, String)>,
}

impl Refused {
    fn unreachable() -> Self {
        Self { failure: Failure::unreachable(), kind: None, fields: Vec::new() }
    }

    fn told(problem: Problem) -> Self {
        Self {
            kind: problem.kind(),
            fields: problem.errors.iter().map(|e| (e.pointer.clone(), e.message.clone())).collect(),
            failure: Failure::told(problem),
        }
    }
}

/// What a request brings: its body, and the tag of the version that it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply<T> {
    /// The body.
    pub body: T,
    /// The tag, for `If-Match`; empty if there is none.
    pub tag: String,
}

/// A request on its way.
#[derive(Clone, Debug)]
pub struct Request {
    method: &'static str,
    path: String,
    json: Option<String>,
    tag: Option<String>,
}

impl Request {
    /// GET; the path begins below `/api/v1`.
    pub fn get(path: impl Into<String>) -> Self {
        Self { method: "GET", path: path.into(), json: None, tag: None }
    }

    /// POST with a body.
    pub fn post(path: impl Into<String>, body: &impl serde::Serialize) -> Self {
        Self { method: "POST", path: path.into(), json: serde_json::to_string(body).ok(), tag: None }
    }

    /// DELETE.
    pub fn delete(path: impl Into<String>) -> Self {
        Self { method: "DELETE", path: path.into(), json: None, tag: None }
    }

    /// PATCH of the version with this tag.
    pub fn patch(path: impl Into<String>, tag: &str, body: &impl serde::Serialize) -> Self {
        let json = serde_json::to_string(body).ok();
        Self { method: "PATCH", path: path.into(), json, tag: Some(tag.to_owned()) }
    }

    /// Sends it, as who is signed in if somebody is.
    ///
    /// # Errors
    /// The server's problem, or that it cannot be reached.
    pub async fn send<T: DeserializeOwned>(self) -> Result<Reply<T>, Refused> {
        let first = self.once().await;
        let over =
            first.as_ref().err().is_some_and(|refused| refused.kind == Some(ProblemKind::Unauthenticated));
        let outcome = if over && self.path != "/session/refresh" && refresh().await.is_ok() {
            self.once().await
        } else {
            first
        };
        let (text, tag) = outcome?;
        // An answer without a body is `null` to whoever wants nothing of it.
        let text = if text.is_empty() { "null" } else { &text };
        let body = serde_json::from_str(text).map_err(|_| Refused::unreachable())?;
        Ok(Reply { body, tag })
    }

    async fn once(&self) -> Result<(String, String), Refused> {
        let (lang, token) = (lang(), TOKEN.with_borrow(Clone::clone));
        let bearer = token.map(|token| format!("Bearer {token}"));
        let mut headers = vec![("accept-language", lang.as_str()), ("x-mitwirken-app", "1")];
        headers.extend(self.tag.as_deref().map(|tag| ("if-match", tag)));
        headers.extend(bearer.as_deref().map(|bearer| ("authorization", bearer)));
        let address = format!("/api/v1{}", self.path);
        let answer = exchange(self.method, &address, &headers, self.json.as_deref())
            .await
            .map_err(|_| Refused::unreachable())?;
        if answer.is_fine() {
            return Ok((answer.body, answer.tag));
        }
        Err(serde_json::from_str(&answer.body).map_or_else(|_| Refused::unreachable(), Refused::told))
    }
}

/// Whether this page load knows of somebody who is signed in.
pub fn known() -> ArcRwSignal<bool> {
    KNOWN.with(Clone::clone)
}

/// Somebody is signed in from now on.
pub fn begin(signed: SignedIn) {
    known().set(true);
    TOKEN.set(Some(signed.access_token));
    ME.set(Some(signed.me));
}

/// Nobody is signed in any more.
pub fn forget() {
    known().set(false);
    TOKEN.set(None);
    ME.set(None);
}

async fn refresh() -> Result<(), Refused> {
    forget();
    let request = Request::post("/session/refresh", &());
    let (text, _) = request.once().await?;
    let signed = serde_json::from_str(&text).map_err(|_| Refused::unreachable())?;
    begin(signed);
    Ok(())
}

/// Who is signed in; by the cookie after a reload.
///
/// # Errors
/// Nobody is, or the server cannot be reached.
pub async fn me() -> Result<Me, Refused> {
    if let Some(me) = ME.with_borrow(Clone::clone) {
        return Ok(me);
    }
    refresh().await?;
    ME.with_borrow(Clone::clone).ok_or_else(Refused::unreachable)
}
