//! `If-Match`: changes apply to the version that the caller has seen (RFC 9110, section 13.1.1).

use actix_web::HttpRequest;
use actix_web::http::header;
use mitwirken_shared::problem::ProblemKind;

use crate::problem::ApiError;

/// The version that the caller has seen.
///
/// # Errors
/// 428 if the header is missing, 412 if it names no version of ours.
pub fn if_match(request: &HttpRequest) -> Result<i64, ApiError> {
    let value = request
        .headers()
        .get(header::IF_MATCH)
        .ok_or_else(|| ApiError::new(ProblemKind::PreconditionRequired))?;
    value
        .to_str()
        .ok()
        .and_then(|tag| tag.trim().strip_prefix("\"v")?.split(['-', '"']).next()?.parse().ok())
        .ok_or_else(|| ApiError::new(ProblemKind::PreconditionFailed))
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    fn of(tag: &str) -> Result<i64, ProblemKind> {
        let request = TestRequest::default().insert_header((header::IF_MATCH, tag)).to_http_request();
        if_match(&request).map_err(|error| error.kind)
    }

    #[test]
    fn the_version_is_read_from_a_tag_of_ours_in_any_encoding() {
        assert_eq!(of("\"v7-0123abcd-br\""), Ok(7));
        assert_eq!(of("\"v7\""), Ok(7));
        for other in ["*", "\"7\"", "\"vx\"", "v7", "\"v\""] {
            assert_eq!(of(other), Err(ProblemKind::PreconditionFailed), "{other}");
        }
    }
}
