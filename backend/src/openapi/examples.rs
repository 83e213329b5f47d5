//! Examples in the OpenAPI document: one answer of every operation, and one of every way to fail.
//!
//! The answers are files beside this one, cut short from what a server answered. A test reads each
//! into its DTO and back, so an example cannot drift from the shape it shows.

use mitwirken_shared::problem::ProblemKind;
use serde_json::Value;
use utoipa::openapi::{OpenApi, RefOr};

use crate::problem::{ApiError, Fault, PROBLEM_JSON};
use crate::texts::Args;

macro_rules! answers {
    ($($operation:literal = $file:literal),+ $(,)?) => {
        /// Operation ids with an answer each.
        const ANSWERS: &[(&str, &str)] = &[$(($operation, include_str!(concat!("examples/", $file)))),+];
    };
}

answers! {
    "list_formats" = "list_formats.json",
    "find_format" = "find_format.json",
    "compare_formats" = "compare_formats.json",
    "find_formats" = "find_formats.json",
    "suggest_formats" = "suggest_formats.json",
    "export_formats" = "export_formats.csv",
    "feed_formats" = "feed_formats.xml",
    "list_examples" = "list_examples.json",
    "find_example" = "find_example.json",
    "list_guides" = "list_guides.json",
    "find_guide" = "find_guide.json",
    "list_concepts" = "list_concepts.json",
    "find_concept" = "find_concept.json",
    "find_catalogue" = "find_catalogue.json",
    "find_site" = "find_site.json",
    "find_page" = "find_page.json",
}

/// Bodies that a client may send, by operation id.
const REQUESTS: &[(&str, &str)] = &[("find_formats", include_str!("examples/find_formats.request.json"))];

/// Puts an example beside every body of every operation.
pub(super) fn add(document: &mut OpenApi) {
    for item in document.paths.paths.values_mut() {
        let operations = [&mut item.get, &mut item.put, &mut item.post, &mut item.patch, &mut item.delete];
        for operation in operations.into_iter().flatten() {
            let id = operation.operation_id.clone().unwrap_or_default();
            if let Some(RefOr::T(body)) = &mut operation.request_body {
                for content in body.content.values_mut() {
                    if let RefOr::T(content) = content {
                        content.example = example(REQUESTS, &id);
                    }
                }
            }
            for (status, response) in &mut operation.responses.responses {
                let RefOr::T(response) = response else {
                    continue;
                };
                for (media, content) in &mut response.content {
                    let RefOr::T(content) = content else {
                        continue;
                    };
                    content.example =
                        if media == PROBLEM_JSON { problem(status) } else { example(ANSWERS, &id) };
                }
            }
        }
    }
}

/// The example of an operation: JSON, or text of another media type.
fn example(bodies: &[(&str, &str)], operation: &str) -> Option<Value> {
    let (_, text) = bodies.iter().find(|(id, _)| *id == operation)?;
    Some(serde_json::from_str(text).unwrap_or_else(|_| Value::from(*text)))
}

/// A problem of this status, in English.
fn problem(status: &str) -> Option<Value> {
    let kind = ProblemKind::ALL.iter().copied().find(|kind| kind.status().to_string() == status)?;
    let fault = |pointer: &str, code, args: &[(&'static str, &str)]| Fault {
        pointer: pointer.to_owned(),
        code,
        args: args.iter().map(|(name, value)| (*name, (*value).to_owned())).collect::<Args>(),
    };
    let fields = match kind {
        ProblemKind::InvalidRequest => {
            vec![fault("?colour", "unknown_parameter", &[("name", "colour"), ("known", "lang, limit")])]
        }
        ProblemKind::InvalidValues => vec![fault("?limit", "out_of_range", &[("min", "1"), ("max", "100")])],
        _ => Vec::new(),
    };
    let problem = ApiError::new(kind).with_fields(fields).problem("en", "019ab3c1d2e47f508a6b1c2d3e4f5a6b");
    serde_json::to_value(problem).ok()
}
