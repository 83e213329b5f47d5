//! Examples in the OpenAPI document: one answer of every operation, and one of every way to fail.
//!
//! The answers are files beside this one, cut short from what a server answered. A test reads each
//! into its DTO and back, so an example cannot drift from the shape it shows.

use mitwirken_shared::problem::ProblemKind;
use serde_json::Value;
use utoipa::openapi::{OpenApi, RefOr};

use crate::problem::{ApiError, Fault, PROBLEM_JSON};
use crate::texts::Args;

macro_rules! bodies {
    ($(#[$doc:meta])* $name:ident: $($operation:literal = $file:literal),+ $(,)?) => {
        $(#[$doc])*
        const $name: &[(&str, &str)] = &[$(($operation, include_str!(concat!("examples/", $file)))),+];
    };
}

bodies! {
    /// Operation ids with an answer each.
    ANSWERS:
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
    "ask_for_code" = "ask_for_code.json",
    "answer_code" = "answer_code.json",
    "sign_in" = "sign_in.json",
    "confirm_sign_in" = "confirm_sign_in.json",
    "begin_enrolment" = "begin_enrolment.json",
    "confirm_enrolment" = "confirm_enrolment.json",
    "find_invitation" = "find_invitation.json",
    "accept_invitation" = "accept_invitation.json",
    "refresh_session" = "refresh_session.json",
    "find_me" = "find_me.json",
    "update_me" = "update_me.json",
    "list_my_sessions" = "list_my_sessions.json",
    "renew_my_recovery_codes" = "renew_my_recovery_codes.json",
    "list_users" = "list_users.json",
    "create_user" = "create_user.json",
    "find_user" = "find_user.json",
    "update_user" = "update_user.json",
    "create_grant" = "create_grant.json",
    "list_organisations" = "list_organisations.json",
    "create_organisation" = "create_organisation.json",
    "update_organisation" = "update_organisation.json",
    "list_departments" = "list_departments.json",
    "create_department" = "create_department.json",
    "find_department" = "find_department.json",
    "update_department" = "update_department.json",
    "list_audit_events" = "list_audit_events.json",
    "list_mails" = "list_mails.json",
    "export_audit_events" = "export_audit_events.csv",
}

bodies! {
    /// Operation ids with a body that a client may send.
    REQUESTS:
    "find_formats" = "find_formats.request.json",
    "ask_for_code" = "ask_for_code.request.json",
    "answer_code" = "answer_code.request.json",
    "sign_in" = "sign_in.request.json",
    "confirm_sign_in" = "confirm_sign_in.request.json",
    "begin_enrolment" = "begin_enrolment.request.json",
    "confirm_enrolment" = "confirm_enrolment.request.json",
    "ask_for_reset" = "ask_for_reset.request.json",
    "find_invitation" = "find_invitation.request.json",
    "accept_invitation" = "accept_invitation.request.json",
    "update_me" = "update_me.request.json",
    "change_my_password" = "change_my_password.request.json",
    "renew_my_recovery_codes" = "renew_my_recovery_codes.request.json",
    "create_user" = "create_user.request.json",
    "update_user" = "update_user.request.json",
    "create_grant" = "create_grant.request.json",
    "revoke_grant" = "revoke_grant.request.json",
    "create_organisation" = "create_organisation.request.json",
    "update_organisation" = "update_organisation.request.json",
    "create_department" = "create_department.request.json",
    "update_department" = "update_department.request.json",
}

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
