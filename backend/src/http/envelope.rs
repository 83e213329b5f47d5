//! Around every request: its id, one log line, one measurement, security headers, HEAD as GET
//! without a body, and the problem in the reader's language.

use std::time::Instant;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage as _, HttpRequest, web};
use mitwirken_shared::problem::ProblemKind;

use super::reader::language_of;
use crate::app::App;
use crate::problem::ApiError;

/// What the app's pages may load: only what comes from us. `wasm-unsafe-eval` lets WASM start.
const PAGE_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
     style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; \
     manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
/// Data loads nothing at all.
const DATA_POLICY: &str = "default-src 'none'; frame-ancestors 'none'";

/// The id of a request: in the log, in the response, in every problem.
#[derive(Clone, Debug)]
pub struct RequestId(pub String);

/// The outermost middleware.
pub async fn envelope(
    app: web::Data<App>,
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let started = Instant::now();
    let id = app.ids.next().simple().to_string();
    request.extensions_mut().insert(RequestId(id.clone()));
    let method = request.method().clone();
    if method == Method::HEAD {
        // The connection remembers that it was HEAD and sends no body.
        request.head_mut().method = Method::GET;
    }
    // The request itself cannot be kept: actix must own it alone while it routes.
    let open = request.path().starts_with("/api/") || request.path() == "/openapi.json";
    let outcome = next.call(request).await?;
    let mut response = match refusal(outcome.response().error()) {
        None => outcome.map_into_boxed_body(),
        Some(error) => {
            let request = outcome.request().clone();
            answer_problem(&error, outcome.response().error(), request, &id)
        }
    };
    let status = response.status();
    finish_headers(response.headers_mut(), status, &id, app.config.is_https());
    if open {
        open_to_every_origin(response.headers_mut());
    }
    let route = response.request().match_pattern().unwrap_or_else(|| "other".to_owned());
    record(&method, &route, status, started, &id);
    Ok(response)
}

/// The error as ours, if the response is a failure that has no words yet.
fn refusal(error: Option<&Error>) -> Option<ApiError> {
    let error = error?;
    if let Some(known) = error.as_error::<ApiError>() {
        return Some(ApiError {
            kind: known.kind,
            fields: known.fields.clone(),
            allow: known.allow.clone(),
            retry_after: known.retry_after,
            cause: None,
        });
    }
    let kind = match error.as_response_error().status_code() {
        StatusCode::BAD_REQUEST => ProblemKind::InvalidRequest,
        StatusCode::NOT_FOUND => ProblemKind::NotFound,
        StatusCode::METHOD_NOT_ALLOWED => ProblemKind::MethodNotAllowed,
        StatusCode::NOT_ACCEPTABLE => ProblemKind::NotAcceptable,
        StatusCode::PAYLOAD_TOO_LARGE => ProblemKind::TooLarge,
        StatusCode::UNSUPPORTED_MEDIA_TYPE => ProblemKind::UnsupportedMediaType,
        _ => ProblemKind::Internal,
    };
    Some(ApiError::new(kind))
}

fn answer_problem(
    problem: &ApiError,
    error: Option<&Error>,
    request: HttpRequest,
    id: &str,
) -> ServiceResponse<BoxBody> {
    if problem.kind.status() >= 500 {
        let cause = error.map(ToString::to_string).unwrap_or_default();
        tracing::error!(request_id = id, %cause, "request failed");
    }
    let answer = problem.response(language_of(&request), id);
    ServiceResponse::new(request, answer)
}

fn finish_headers(headers: &mut HeaderMap, status: StatusCode, id: &str, https: bool) {
    if let Ok(value) = HeaderValue::from_str(id) {
        headers.insert(HeaderName::from_static("x-request-id"), value);
    }
    let is_page =
        headers.get(header::CONTENT_TYPE).is_some_and(|value| value.as_bytes().starts_with(b"text/html"));
    let policy = if is_page { PAGE_POLICY } else { DATA_POLICY };
    // The headers of a 304 replace those that the browser stored with the page, and it has no
    // content type to choose by: the stored policy must stay.
    if status != StatusCode::NOT_MODIFIED {
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    }
    for (name, value) in [
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (header::CROSS_ORIGIN_OPENER_POLICY, "same-origin"),
        (header::PERMISSIONS_POLICY, "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if https {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000; includeSubDomains"),
        );
    }
}

/// Any page on the web may read what is public, problems included, without cookies.
fn open_to_every_origin(headers: &mut HeaderMap) {
    for (name, value) in [
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (
            header::ACCESS_CONTROL_EXPOSE_HEADERS,
            "etag, link, ratelimit, ratelimit-policy, retry-after, x-request-id",
        ),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
}

/// One line and one measurement: the route's pattern, never the path, which may hold what somebody
/// typed. Successful reads are logged at `debug`, because there are thousands of them.
fn record(method: &Method, route: &str, status: StatusCode, started: Instant, id: &str) {
    let elapsed = started.elapsed();
    let micros = u64::try_from(elapsed.as_micros()).unwrap_or(u64::MAX);
    let code = status.as_u16();
    if code >= 500 {
        tracing::warn!(request_id = id, %method, route, status = code, micros, "answered");
    } else if method.is_safe() {
        tracing::debug!(request_id = id, %method, route, status = code, micros, "answered");
    } else {
        tracing::info!(request_id = id, %method, route, status = code, micros, "answered");
    }
    let labels = [
        ("method", method_label(method).to_owned()),
        ("route", route.to_owned()),
        ("status", code.to_string()),
    ];
    metrics::counter!("http_requests_total", &labels).increment(1);
    metrics::histogram!("http_request_seconds", &labels).record(elapsed.as_secs_f64());
}

/// Clients may invent methods; a label may not grow without bound.
fn method_label(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}
