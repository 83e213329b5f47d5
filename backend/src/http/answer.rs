//! Answers whose bytes are made once: compressed on first use, with a strong `ETag` for each
//! encoding, and 304 for whoever has them already (RFC 9110, sections 8.8.3 and 13.1.2).

use std::io::Write as _;
use std::sync::{Arc, OnceLock};

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, Responder};
use brotli::enc::BrotliEncoderParams;
use bytes::Bytes;
use sha2::{Digest as _, Sha256};

use crate::digest::hex;
use crate::problem::ApiError;

/// Below this many bytes compression costs more than it saves.
const WORTH_COMPRESSING: usize = 1024;
/// Brotli's quality for what is made at run time: small enough to be made while somebody waits.
const BROTLI_QUALITY: i32 = 5;

/// How long an answer may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CachePolicy {
    /// Public content: fresh for a minute, usable while it is fetched anew for ten.
    Public,
    /// Named after its own digest: for ever.
    Immutable,
    /// Ask each time whether it changed.
    Revalidate,
    /// Never stored.
    NoStore,
}

impl CachePolicy {
    const fn header(self) -> &'static str {
        match self {
            Self::Public => "public, max-age=60, stale-while-revalidate=600",
            Self::Immutable => "public, max-age=31536000, immutable",
            Self::Revalidate => "no-cache",
            Self::NoStore => "no-store",
        }
    }
}

/// Bytes with their type and digest, in every encoding.
#[derive(Debug)]
pub struct Body {
    content_type: HeaderValue,
    digest: String,
    identity: Bytes,
    brotli: OnceLock<Option<Bytes>>,
    gzip: OnceLock<Option<Bytes>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Identity,
    Brotli,
    Gzip,
}

impl Body {
    /// Takes the bytes as they are.
    pub fn new(content_type: &'static str, bytes: impl Into<Bytes>) -> Self {
        Self::with_type(HeaderValue::from_static(content_type), bytes.into())
    }

    /// Takes the bytes with a content type that is not known before.
    pub fn with_type(content_type: HeaderValue, identity: Bytes) -> Self {
        let digest = Sha256::digest(&identity);
        Self {
            content_type,
            digest: hex(digest.get(..12).unwrap_or(&digest)),
            identity,
            brotli: OnceLock::new(),
            gzip: OnceLock::new(),
        }
    }

    /// Serialises `value` as JSON.
    pub fn json(value: &impl serde::Serialize) -> Result<Self, serde_json::Error> {
        Ok(Self::new("application/json", serde_json::to_vec(value)?))
    }

    /// Adds what was compressed before, at build time.
    #[must_use]
    pub fn precompressed(self, brotli: Option<Bytes>, gzip: Option<Bytes>) -> Self {
        let _ = self.brotli.set(brotli);
        let _ = self.gzip.set(gzip);
        self
    }

    /// Bytes in memory, for the bound of the cache.
    pub fn weight(&self) -> usize {
        // Both compressed forms together are about half of the plain one.
        self.identity.len() * 3 / 2 + 200
    }

    fn encoded(&self, encoding: Encoding) -> Option<Bytes> {
        match encoding {
            Encoding::Identity => Some(self.identity.clone()),
            Encoding::Brotli => self.brotli.get_or_init(|| brotli(&self.identity)).clone(),
            Encoding::Gzip => self.gzip.get_or_init(|| gzip(&self.identity)).clone(),
        }
    }

    fn best_for(&self, headers: &HeaderMap) -> (Encoding, Bytes) {
        let compressible =
            self.identity.len() >= WORTH_COMPRESSING || self.brotli.get().is_some_and(Option::is_some);
        let accepted = headers
            .get(header::ACCEPT_ENCODING)
            .and_then(|value| value.to_str().ok())
            .filter(|_| compressible);
        if let Some(accepted) = accepted {
            for (encoding, name) in [(Encoding::Brotli, "br"), (Encoding::Gzip, "gzip")] {
                if accepts(accepted, name)
                    && let Some(bytes) = self.encoded(encoding)
                {
                    return (encoding, bytes);
                }
            }
        }
        (Encoding::Identity, self.identity.clone())
    }

    fn etag(&self, encoding: Encoding) -> String {
        match encoding {
            Encoding::Identity => format!("\"{}\"", self.digest),
            Encoding::Brotli => format!("\"{}-br\"", self.digest),
            Encoding::Gzip => format!("\"{}-gz\"", self.digest),
        }
    }
}

/// Whether `Accept-Encoding` takes `name` (a weight of 0 forbids it).
fn accepts(header: &str, name: &str) -> bool {
    header.split(',').any(|part| {
        let mut pieces = part.split(';').map(str::trim);
        pieces.next().is_some_and(|coding| coding.eq_ignore_ascii_case(name))
            && !pieces.any(|piece| matches!(piece, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
    })
}

fn brotli(plain: &[u8]) -> Option<Bytes> {
    let params = BrotliEncoderParams { quality: BROTLI_QUALITY, ..BrotliEncoderParams::default() };
    let mut compressed = Vec::with_capacity(plain.len() / 3);
    brotli::BrotliCompress(&mut &*plain, &mut compressed, &params).ok()?;
    (compressed.len() < plain.len()).then(|| compressed.into())
}

fn gzip(plain: &[u8]) -> Option<Bytes> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(plain).ok()?;
    let compressed = encoder.finish().ok()?;
    (compressed.len() < plain.len()).then(|| compressed.into())
}

/// A [`Body`] on its way to a client.
#[derive(Clone, Debug)]
pub struct Answer {
    body: Arc<Body>,
    status: StatusCode,
    cache: CachePolicy,
    version: Option<i64>,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Answer {
    /// Answers 200 with `body`.
    pub const fn new(body: Arc<Body>, cache: CachePolicy) -> Self {
        Self { body, status: StatusCode::OK, cache, version: None, headers: Vec::new() }
    }

    /// Answers `value` to this caller alone: it is stored nowhere.
    pub fn private(value: &impl serde::Serialize) -> Result<Self, ApiError> {
        Ok(Self::new(Arc::new(Body::json(value).map_err(ApiError::internal)?), CachePolicy::NoStore))
    }

    /// Lets the tag carry the object's version, for `If-Match`.
    #[must_use]
    pub const fn with_version(mut self, version: i64) -> Self {
        self.version = Some(version);
        self
    }

    /// Answers with another status; no conditional answers then.
    #[must_use]
    pub const fn with_status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// Adds a header; a value that no header can hold is left out.
    #[must_use]
    pub fn with_header(mut self, name: HeaderName, value: &str) -> Self {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.headers.push((name, value));
        }
        self
    }
}

impl Responder for Answer {
    type Body = actix_web::body::BoxBody;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse {
        let (encoding, bytes) = self.body.best_for(request.headers());
        let etag = match self.version {
            None => self.body.etag(encoding),
            Some(version) => self.body.etag(encoding).replacen('"', &format!("\"v{version}-"), 1),
        };
        let fresh = self.status == StatusCode::OK && matches_any(request.headers(), &etag);
        let mut response = HttpResponse::build(if fresh { StatusCode::NOT_MODIFIED } else { self.status });
        response
            .insert_header((header::CACHE_CONTROL, self.cache.header()))
            .insert_header((header::VARY, "Accept-Encoding, Accept-Language"));
        if self.status == StatusCode::OK || self.version.is_some() {
            response.insert_header((header::ETAG, etag));
        }
        for header in self.headers {
            response.append_header(header);
        }
        if fresh {
            return response.finish();
        }
        response.insert_header((header::CONTENT_TYPE, self.body.content_type.clone()));
        match encoding {
            Encoding::Identity => {}
            Encoding::Brotli => {
                response.insert_header((header::CONTENT_ENCODING, "br"));
            }
            Encoding::Gzip => {
                response.insert_header((header::CONTENT_ENCODING, "gzip"));
            }
        }
        response.body(bytes)
    }
}

/// It is done, and there is nothing to say.
pub fn no_content() -> HttpResponse {
    HttpResponse::NoContent().insert_header((header::CACHE_CONTROL, CachePolicy::NoStore.header())).finish()
}

/// Whether `If-None-Match` names `etag`, compared weakly.
fn matches_any(headers: &HeaderMap, etag: &str) -> bool {
    headers.get_all(header::IF_NONE_MATCH).any(|value| {
        value.to_str().is_ok_and(|tags| {
            tags.split(',')
                .map(|tag| tag.trim().trim_start_matches("W/"))
                .any(|tag| tag == "*" || tag == etag)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::accepts;

    #[test]
    fn a_weight_of_zero_forbids_an_encoding() {
        assert!(accepts("gzip, br;q=0.5", "br"));
        assert!(!accepts("gzip, br;q=0", "br"));
        assert!(!accepts("", "gzip"));
    }
}
