//! The only HTTP of the app.

use gloo_net::http::Request;
use mitwirken_shared::problem::Problem;
use serde::de::DeserializeOwned;

use crate::lang::{lang, t};

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

/// GETs JSON in the page's language. `path` begins below `/api/v1` and may have a query.
///
/// # Errors
/// The server's problem, or that it cannot be reached.
pub async fn get<T: DeserializeOwned>(path: &str) -> Result<T, Failure> {
    let mark = if path.contains('?') { '&' } else { '?' };
    let address = format!("/api/v1{path}{mark}lang={}", lang());
    let unreachable = || Failure {
        title: t("failure-offline-title"),
        detail: t("failure-offline-detail"),
        request_id: None,
        is_missing: false,
    };
    let response = Request::get(&address).send().await.map_err(|_| unreachable())?;
    if response.ok() {
        return response.json().await.map_err(|_| unreachable());
    }
    let status = response.status();
    let problem: Problem = response.json().await.map_err(|_| unreachable())?;
    let messages = problem.errors.iter().map(|error| error.message.clone());
    Err(Failure {
        title: problem.title,
        detail: problem.detail.into_iter().chain(messages).collect::<Vec<_>>().join(" "),
        request_id: Some(problem.request_id),
        is_missing: status == 404,
    })
}

/// A value for a query string.
pub fn encoded(value: &str) -> String {
    js_sys::encode_uri_component(value).into()
}
