//! HTTP of the public pages, and [`exchange`], through which everything goes; `session` adds who asks.
//!
//! Bodies stay text until a page reads them: all pages then share one kind of resource, which keeps
//! the app small (each further kind costs several kilobytes on the first visit).

use leptos::prelude::*;
use mitwirken_shared::page::Page;
use mitwirken_shared::problem::Problem;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Headers, RequestInit, Response};

use crate::lang::{lang, t};

const NOT_FOUND: u16 = 404;

/// Why something could not be loaded, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// What happened.
    pub title: String,
    /// How to go on.
    pub detail: String,
    /// The id under which the server logged it, if it answered.
    pub request_id: Option<String>,
    /// Whether there simply is nothing at this address.
    pub is_missing: bool,
}

impl Failure {
    /// The server did not answer, or what came was cut short on the way.
    pub fn unreachable() -> Self {
        Self {
            title: t("failure-offline-title"),
            detail: t("failure-offline-detail"),
            request_id: None,
            is_missing: false,
        }
    }

    /// What the server told.
    pub fn told(problem: Problem) -> Self {
        let messages = problem.errors.iter().map(|error| error.message.clone());
        Self {
            detail: problem.detail.into_iter().chain(messages).collect::<Vec<_>>().join(" "),
            title: problem.title,
            request_id: Some(problem.request_id),
            is_missing: problem.status == NOT_FOUND,
        }
    }
}

/// The JSON at an address, or why there is none.
pub type Body = Result<String, Failure>;

/// A body that follows its address.
pub type Answer = LocalResource<Body>;

/// What is asked: a path below `/api/v1`, perhaps with a query, and a JSON body to POST.
type Question = (String, Option<String>);

/// Loads what `path` names, and again whenever it changes. `path` begins below `/api/v1` and may
/// have a query; while it is empty nothing is asked and the body is empty.
pub fn answer(path: impl Fn() -> String + 'static) -> Answer {
    started(Box::new(move || (path(), None)))
}

/// POSTs a JSON body that only computes an answer, and again whenever the body changes.
pub fn computed(path: &'static str, json: impl Fn() -> String + 'static) -> Answer {
    started(Box::new(move || (path.to_owned(), Some(json()))))
}

fn started(question: Box<dyn Fn() -> Question>) -> Answer {
    LocalResource::new(move || body(question()))
}

/// What `answer` has loaded, read as `T`; `None` while it is loading.
pub fn read<T>(answer: Answer) -> Memo<Option<Result<T, Failure>>>
where
    T: DeserializeOwned + Clone + PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| answer.with(|body| body.as_ref().map(|body| parsed(body.as_deref()))))
}

/// GETs JSON once.
///
/// # Errors
/// The server's problem, or that it cannot be reached.
pub async fn get<T: DeserializeOwned>(path: String) -> Result<T, Failure> {
    parsed(body((path, None)).await.as_deref())
}

/// GETs a whole list, page after page. `path` has no query.
///
/// # Errors
/// As [`get`]; half a list is none.
pub async fn every<T: DeserializeOwned>(path: &str) -> Result<Vec<T>, Failure> {
    let mut all = Vec::new();
    let mut cursor = String::new();
    loop {
        let page = get::<Page<T>>(format!("{path}?limit=100{cursor}")).await?;
        all.extend(page.items);
        let Some(next) = page.next else { return Ok(all) };
        cursor = format!("&cursor={}", encoded(&next));
    }
}

/// Reads a body as `T`.
///
/// # Errors
/// Why there is no body, or that it was cut short.
pub fn parsed<T: DeserializeOwned>(body: Result<&str, &Failure>) -> Result<T, Failure> {
    let body = body.map_err(Clone::clone)?;
    serde_json::from_str(body).map_err(|_| Failure::unreachable())
}

async fn body((path, json): Question) -> Body {
    if path.is_empty() {
        return Ok(path);
    }
    let mark = if path.contains('?') { '&' } else { '?' };
    let address = format!("/api/v1{path}{mark}lang={}", lang());
    let method = if json.is_some() { "POST" } else { "GET" };
    let answer =
        exchange(method, &address, &[], json.as_deref()).await.map_err(|_| Failure::unreachable())?;
    if answer.is_fine() {
        return Ok(answer.body);
    }
    Err(serde_json::from_str(&answer.body).map_or_else(|_| Failure::unreachable(), Failure::told))
}

/// What the server answered.
pub struct Exchanged {
    /// The status.
    pub status: u16,
    /// The body.
    pub body: String,
    /// The tag of the version that it shows; empty if there is none.
    pub tag: String,
}

impl Exchanged {
    /// Whether the server said that all is well.
    pub fn is_fine(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

/// Sends a request, with a JSON body if there is one, and reads the whole answer.
///
/// # Errors
/// What the browser says when it cannot reach the server.
pub async fn exchange(
    method: &str,
    address: &str,
    headers: &[(&str, &str)],
    json: Option<&str>,
) -> Result<Exchanged, JsValue> {
    let options = RequestInit::new();
    options.set_method(method);
    let sent = Headers::new()?;
    for (name, value) in headers {
        sent.set(name, value)?;
    }
    if let Some(json) = json {
        options.set_body(&JsValue::from_str(json));
        sent.set("content-type", "application/json")?;
    }
    options.set_headers(&sent);
    let response: Response =
        JsFuture::from(window().fetch_with_str_and_init(address, &options)).await?.dyn_into()?;
    let tag = response.headers().get("etag")?.unwrap_or_default();
    let body = JsFuture::from(response.text()?).await?;
    Ok(Exchanged { status: response.status(), body: body.as_string().unwrap_or_default(), tag })
}

/// A value for a query string.
pub fn encoded(value: &str) -> String {
    js_sys::encode_uri_component(value).into()
}
