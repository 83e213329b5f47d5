//! The ways in which groups of operations can fail, as the OpenAPI document lists them.

use std::collections::BTreeMap;

use utoipa::IntoResponses;
use utoipa::openapi::content::ContentBuilder;
use utoipa::openapi::response::{Response, ResponseBuilder};
use utoipa::openapi::{Ref, RefOr};

use crate::problem::PROBLEM_JSON;

macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident { $($status:literal: $text:literal),+ $(,)? })+) => { $(
        $(#[$doc])*
        pub struct $name;

        impl IntoResponses for $name {
            fn responses() -> BTreeMap<String, RefOr<Response>> {
                BTreeMap::from([$((stringify!($status).to_owned(), refusal($text))),+])
            }
        }
    )+ };
}

fn refusal(description: &str) -> RefOr<Response> {
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
    ResponseBuilder::new().description(description).content(PROBLEM_JSON, content).build().into()
}

refusals! {
    /// Anybody sends a body.
    Open {
        400: "Something cannot be read or is unknown",
        413: "The body is too large",
        415: "The body is no JSON",
        422: "Some values are not possible",
        429: "Too many requests",
    }
    /// Somebody who is signed in reads.
    SignedRead {
        400: "Something cannot be read or is unknown",
        401: "Nobody is signed in",
        429: "Too many requests",
    }
    /// Staff reads.
    StaffRead {
        400: "Something cannot be read or is unknown",
        401: "Nobody is signed in",
        403: "The role does not allow it",
        422: "Some values are not possible",
        429: "Too many requests",
    }
    /// Somebody who is signed in sends a body.
    SignedWrite {
        400: "Something cannot be read or is unknown",
        401: "Nobody is signed in, or a secret is wrong",
        413: "The body is too large",
        415: "The body is no JSON",
        422: "Some values are not possible",
        429: "Too many requests",
    }
    /// Staff sends a body.
    StaffWrite {
        400: "Something cannot be read or is unknown",
        401: "Nobody is signed in",
        403: "The role does not allow it",
        413: "The body is too large",
        415: "The body is no JSON",
        422: "Some values are not possible",
        429: "Too many requests",
    }
    /// A change of one version of an object.
    Versioned {
        412: "It has been changed meanwhile; read it again",
        428: "`If-Match` is missing",
    }
}
