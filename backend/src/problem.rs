//! How a request fails: [`ApiError`] becomes `application/problem+json` in the reader's language.

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpResponse, ResponseError};
use mitwirken_shared::problem::{FieldError, Problem, ProblemKind};

use crate::db::DbError;
use crate::texts::{self, Args};

/// The media type of RFC 9457.
pub const PROBLEM_JSON: &str = "application/problem+json";

/// Why a request fails. It holds no prose: the words come when the reader's language is known.
#[derive(Debug)]
pub struct ApiError {
    /// The kind, which gives status and title.
    pub kind: ProblemKind,
    /// Every single thing that is wrong.
    pub fields: Vec<Fault>,
    /// The methods that do work here; only for 405.
    pub allow: Option<String>,
    /// Seconds after which it is worth trying again; only for 429 and 503.
    pub retry_after: Option<u64>,
    /// What really happened, for the log only.
    pub cause: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// One wrong field or parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// JSON pointer, or `?name` for a query parameter.
    pub pointer: String,
    /// Stable word; the text is `fault-<code>` in `problems.ftl`.
    pub code: &'static str,
    /// What the text needs.
    pub args: Args,
}

impl ApiError {
    /// An error of `kind` with nothing to add.
    pub const fn new(kind: ProblemKind) -> Self {
        Self { kind, fields: Vec::new(), allow: None, retry_after: None, cause: None }
    }

    /// There is nothing here that the caller may see.
    pub const fn not_found() -> Self {
        Self::new(ProblemKind::NotFound)
    }

    /// Something in us failed; `cause` goes to the log and nowhere else.
    pub fn internal(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self { cause: Some(cause.into()), ..Self::new(ProblemKind::Internal) }
    }

    /// Too many tries; worth another one after so many seconds.
    pub fn too_many(seconds: u64) -> Self {
        Self { retry_after: Some(seconds), ..Self::new(ProblemKind::TooManyRequests) }
    }

    /// One value that could be read is not possible.
    pub fn invalid(pointer: &str, code: &'static str) -> Self {
        let fault = Fault { pointer: pointer.to_owned(), code, args: Args::new() };
        Self::new(ProblemKind::InvalidValues).with_fields(vec![fault])
    }

    /// Adds wrong fields.
    #[must_use]
    pub fn with_fields(mut self, fields: Vec<Fault>) -> Self {
        self.fields = fields;
        self
    }

    /// The problem in the language `lang`.
    pub fn problem(&self, lang: &str, request_id: &str) -> Problem {
        let slug = self.kind.slug();
        Problem {
            type_uri: self.kind.type_uri(),
            title: texts::get(lang, &format!("problem-{slug}"), &Args::new()),
            status: self.kind.status(),
            detail: Some(texts::get(lang, &format!("problem-{slug}-detail"), &Args::new())),
            request_id: request_id.to_owned(),
            errors: self
                .fields
                .iter()
                .map(|fault| FieldError {
                    pointer: fault.pointer.clone(),
                    code: fault.code.to_owned(),
                    message: texts::get(lang, &format!("fault-{}", fault.code), &fault.args),
                })
                .collect(),
        }
    }

    /// The whole answer in the language `lang`.
    pub fn response(&self, lang: &str, request_id: &str) -> HttpResponse {
        let mut response = HttpResponse::build(self.status_code());
        response
            .insert_header((header::CONTENT_TYPE, PROBLEM_JSON))
            .insert_header((header::CACHE_CONTROL, "no-store"))
            .insert_header((header::CONTENT_LANGUAGE, lang.to_owned()));
        if self.status_code() == StatusCode::UNAUTHORIZED {
            response.insert_header((header::WWW_AUTHENTICATE, "Bearer"));
        }
        if let Some(seconds) = self.retry_after {
            response.insert_header((header::RETRY_AFTER, seconds));
        }
        if let Some(Ok(allow)) = self.allow.as_deref().map(HeaderValue::from_str) {
            response.insert_header((header::ALLOW, allow));
        }
        let body = serde_json::to_vec(&self.problem(lang, request_id)).unwrap_or_default();
        response.body(body)
    }
}

impl std::fmt::Display for ApiError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.cause {
            Some(cause) => write!(f, "{}: {cause}", self.kind.slug()),
            None => f.write_str(self.kind.slug()),
        }
    }
}

impl std::error::Error for ApiError {}

impl ResponseError for ApiError {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.kind.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// A bare status: `http::envelope` puts the problem in, because only it knows the reader.
    fn error_response(&self) -> HttpResponse {
        HttpResponse::new(self.status_code())
    }
}

impl From<DbError> for ApiError {
    fn from(error: DbError) -> Self {
        if error.is_transient() {
            Self { retry_after: Some(5), cause: Some(error.into()), ..Self::new(ProblemKind::Unavailable) }
        } else {
            Self::internal(error)
        }
    }
}
