//! The two cookies there are: the refresh token, and the mark of a device that signed in before.
//!
//! Both are `__Host-` cookies: of this host alone, never readable by scripts, never sent from elsewhere.

use actix_web::HttpRequest;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::header;
use mitwirken_shared::problem::ProblemKind;

use crate::app::App;
use crate::problem::ApiError;

/// The refresh token.
pub const REFRESH: &str = "__Host-mitwirken-session";
/// The mark of a device that signed in before.
pub const DEVICE: &str = "__Host-mitwirken-device";

/// Scripts of another site cannot set this header without asking first, and are refused then.
const PROOF: &str = "x-mitwirken-app";

fn cookie(name: &'static str, value: String, days: i64) -> Cookie<'static> {
    Cookie::build(name, value)
        .path("/")
        .secure(true)
        .http_only(true)
        .same_site(SameSite::Strict)
        .max_age(Duration::days(days))
        .finish()
}

/// The cookie with a refresh token.
pub fn refresh_cookie(token: String) -> Cookie<'static> {
    cookie(REFRESH, token, 90)
}

/// The cookie that takes the refresh token away.
pub fn no_refresh_cookie() -> Cookie<'static> {
    cookie(REFRESH, String::new(), 0)
}

/// The cookie that marks a device.
pub fn device_cookie(mark: String) -> Cookie<'static> {
    cookie(DEVICE, mark, 365)
}

/// The value of a cookie.
pub fn value_of(request: &HttpRequest, name: &str) -> Option<String> {
    request.cookie(name).map(|cookie| cookie.value().to_owned()).filter(|value| !value.is_empty())
}

/// Demands that a request which lives by its cookie comes from our own app.
///
/// # Errors
/// 403 if the browser says that another site sent it, or the app's own header is missing.
pub fn demand_own_origin(app: &App, request: &HttpRequest) -> Result<(), ApiError> {
    let header = |name: &str| request.headers().get(name).map(|value| value.to_str().unwrap_or("?"));
    let site = app.config.public_url.as_str();
    // People may reach the server by another of its names; the cookie is of that name, too.
    let host = header(header::HOST.as_str()).unwrap_or_default();
    let of_host = |origin: &str| origin.split_once("://").is_some_and(|(_, rest)| rest == host);
    let own_origin = header(header::ORIGIN.as_str()).is_none_or(|origin| origin == site || of_host(origin));
    let own_site = header("sec-fetch-site").is_none_or(|site| site == "same-origin");
    if own_origin && own_site && header(PROOF).is_some() {
        Ok(())
    } else {
        Err(ApiError::new(ProblemKind::Forbidden))
    }
}
