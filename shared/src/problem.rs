//! Problems as RFC 9457 describes them: one table from kind to status and slug.

use serde::{Deserialize, Serialize};

macro_rules! problems {
    ($($(#[$doc:meta])* $kind:ident = $status:literal $slug:literal),+ $(,)?) => {
        /// What can go wrong, as clients may match on it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum ProblemKind { $($(#[$doc])* $kind),+ }

        impl ProblemKind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$kind),+];
            /// The HTTP status.
            pub const fn status(self) -> u16 { match self { $(Self::$kind => $status),+ } }
            /// The last segment of the problem's type URI, stable for ever.
            pub const fn slug(self) -> &'static str { match self { $(Self::$kind => $slug),+ } }
        }
    };
}

problems! {
    /// Something in the query or the body cannot be read, or is not known here.
    InvalidRequest = 400 "invalid-request",
    /// Nobody is signed in, or the access token is no longer good.
    Unauthenticated = 401 "unauthenticated",
    /// Address, password, code or link are not right; which of them is not said.
    SignInFailed = 401 "sign-in-failed",
    /// The caller is known and may not do this.
    Forbidden = 403 "forbidden",
    /// There is nothing at this address, or nothing that the caller may see.
    NotFound = 404 "not-found",
    /// The address exists, but not for this method.
    MethodNotAllowed = 405 "method-not-allowed",
    /// None of the media types that the caller accepts can be given.
    NotAcceptable = 406 "not-acceptable",
    /// It does not go together with what is there already.
    Conflict = 409 "conflict",
    /// The link was used, or its time is over.
    LinkExpired = 410 "link-expired",
    /// The object is no longer in the state that the caller names in `If-Match`.
    PreconditionFailed = 412 "precondition-failed",
    /// The body is larger than this address takes.
    TooLarge = 413 "too-large",
    /// The address with its query is longer than the server takes.
    UriTooLong = 414 "uri-too-long",
    /// The body is not of the media type that this address takes.
    UnsupportedMediaType = 415 "unsupported-media-type",
    /// Everything can be read, but some values are not possible.
    InvalidValues = 422 "invalid-values",
    /// The caller has to say in `If-Match` which version is meant.
    PreconditionRequired = 428 "precondition-required",
    /// Too many requests; try again after `Retry-After`.
    TooManyRequests = 429 "too-many-requests",
    /// Our fault; it is logged under the request id.
    Internal = 500 "internal",
    /// Some part is not ready; try again after `Retry-After`.
    Unavailable = 503 "unavailable",
}

impl ProblemKind {
    /// The kind whose type URI ends with `slug`.
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.slug() == slug)
    }

    /// The type URI, relative to the server's address; it opens a page that explains the problem.
    pub fn type_uri(self) -> String {
        format!("/problems/{}", self.slug())
    }
}

/// `application/problem+json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Problem {
    /// URI of the kind of problem, e.g. `/problems/not-found`. Match on this.
    #[serde(rename = "type")]
    pub type_uri: String,
    /// The kind in words, in the reader's language.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What happened here and how to mend it, in the reader's language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// The id under which the server logged this request.
    pub request_id: String,
    /// Every single thing that is wrong with the request.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
}

impl Problem {
    /// The kind, if this version knows it.
    pub fn kind(&self) -> Option<ProblemKind> {
        ProblemKind::parse(self.type_uri.rsplit('/').next()?)
    }
}

/// One wrong field or parameter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct FieldError {
    /// Where: a JSON pointer into the body (`/title`), or the name of a query parameter (`?mode`).
    pub pointer: String,
    /// What, as a word that never changes: `unknown`, `not_a_number`, `too_long` …
    pub code: String,
    /// What is wrong and how to mend it, in the reader's language.
    pub message: String,
}
