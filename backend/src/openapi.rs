//! The OpenAPI document, made from the handlers and the DTOs; and the pages that explain the API.

use std::sync::Arc;

use actix_web::web::{Data, ServiceConfig};
use actix_web::{App as ActixApp, get};
use utoipa::OpenApi as _;
use utoipa::openapi::OpenApi;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, Http, HttpAuthScheme, SecurityScheme};
use utoipa_actix_web::AppExt as _;

use crate::access::cookies;
use crate::app::{self, App};
use crate::http::{Answer, CachePolicy};

mod docs;
mod examples;
pub mod refusals;

#[derive(utoipa::OpenApi)]
#[openapi(
    info(
        title = "MitWIRken",
        description = "The participation platform's API: formats, practice examples, guides and concepts for public participation. What is public may be read without signing in; the texts are under CC BY 4.0. Everything else says what it needs: `bearer` is the access token of a sign-in.",
        license(name = "EUPL-1.2", identifier = "EUPL-1.2"),
    ),
    servers((url = "/", description = "This server")),
    tags(
        (name = "formats", description = "Participation formats (Mitmachbox): search, filter, compare"),
        (name = "examples", description = "Practice examples: where a format was really used"),
        (name = "guides", description = "Guides and checklists"),
        (name = "concepts", description = "Concepts and ideas: thought out, or not yet tried"),
        (name = "catalogue", description = "The whole content, for other cities to take over"),
        (name = "sign-in", description = "Ways to come in: by a mailed code, or with password and second factor"),
        (name = "me", description = "The own account"),
        (name = "users", description = "Accounts and roles of staff"),
        (name = "departments", description = "Organisations, and the tree of departments with their roll-out"),
        (name = "audit", description = "Who did what to which object when"),
        (name = "mail", description = "Mail that could not be sent"),
        (name = "site", description = "What the city says of itself"),
    ),
    components(schemas(
        mitwirken_shared::formats::FormatSort,
        mitwirken_shared::l10n::Language,
        Slug,
    )),
    modifiers(&SignInSchemes),
)]
struct Base;

/// How a caller shows who it is.
struct SignInSchemes;

impl utoipa::Modify for SignInSchemes {
    fn modify(&self, document: &mut OpenApi) {
        let mut bearer = Http::new(HttpAuthScheme::Bearer);
        bearer.bearer_format = Some("JWT".to_owned());
        let cookie = ApiKeyValue::with_description(
            cookies::REFRESH,
            "The refresh token; browsers send it by themselves, and only to our own app",
        );
        let components = document.components.get_or_insert_default();
        components.add_security_scheme("bearer", SecurityScheme::Http(bearer));
        components.add_security_scheme("cookie", SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
    }
}

/// The readable part of an object's address: lower-case letters, digits and single hyphens.
#[derive(utoipa::ToSchema)]
#[schema(pattern = "^[a-z0-9]+(-[a-z0-9]+)*$", max_length = 80, example = "world-cafe")]
pub struct Slug(#[expect(dead_code, reason = "a shape for the document; handlers read plain text")] String);

/// The document of this version.
pub fn document() -> OpenApi {
    let mut base = Base::openapi();
    env!("CARGO_PKG_VERSION").clone_into(&mut base.info.version);
    let (_, mut document) = ActixApp::new()
        .into_utoipa_app()
        .openapi(base)
        .service(utoipa_actix_web::scope("/api/v1").configure(|config: &mut _| app::api(config)))
        .split_for_parts();
    examples::add(&mut document);
    document
}

/// The document as it is committed and served: indented, with a line end.
pub fn to_json(document: &OpenApi) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(document).map(|text| text + "\n")
}

/// `/openapi.json`, `/docs`, and a page for each kind of problem.
pub fn mount(config: &mut ServiceConfig) {
    config.service(openapi_json).service(docs::docs).service(docs::problem_page);
}

#[get("/openapi.json")]
async fn openapi_json(app: Data<App>) -> Answer {
    Answer::new(Arc::clone(&app.openapi), CachePolicy::Revalidate)
        .with_header(actix_web::http::header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")
}
