//! The city over HTTP. Anyone may call all of this.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, get};
use mitwirken_shared::l10n::Language;
use mitwirken_shared::problem::Problem;
use mitwirken_shared::site::{Counts, LegalPage, LegalText, Site};
use mitwirken_shared::vocabulary::Vocabulary as _;

use super::legal::legal_text;
use crate::app::App;
use crate::http::{Answer, CachePolicy, Query, Reader};
use crate::problem::ApiError;

/// Get the facts about this portal
#[utoipa::path(
    tag = "site",
    operation_id = "find_site",
    params(
        ("lang" = Option<Language>, Query, description = "Language of the answer: `de` or `en`", example = "de"),
    ),
    responses(
        (status = 200, description = "Name, contact, and how much there is", body = Site),
        (status = 304, description = "You have it already (`If-None-Match`)"),
        (status = 400, description = "Something cannot be read or is unknown", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too many requests", body = Problem, content_type = "application/problem+json"),
    ),
    security(()),
)]
#[get("/site")]
pub async fn find_site(app: Data<App>, request: HttpRequest) -> Result<Answer, ApiError> {
    let mut query = Query::new(&request)?;
    Reader::new(&request, &mut query);
    query.finish()?;
    let snapshot = app.snapshot();
    let config = &app.config;
    let given = |text: &String| (!text.is_empty()).then(|| text.clone());
    let body = snapshot.json("site", || {
        Ok(Site {
            name: config.site_name.clone(),
            city: config.site_city.clone(),
            contact_email: given(&config.site_email),
            contact_phone: given(&config.site_phone),
            counts: Counts {
                formats: snapshot.formats.entries.len() as u64,
                examples: snapshot.examples.entries.len() as u64,
                guides: snapshot.guides.entries.len() as u64,
                concepts: snapshot.concepts.entries.len() as u64,
            },
        })
    })?;
    Ok(Answer::new(body, CachePolicy::Public))
}

/// Get imprint, privacy notice or accessibility statement
#[utoipa::path(
    tag = "site",
    operation_id = "find_page",
    params(
        ("page" = LegalPage, Path, description = "Which page", example = "imprint"),
        ("lang" = Option<Language>, Query, description = "Language of the answer: `de` or `en`", example = "de"),
    ),
    responses(
        (status = 200, description = "The text", body = LegalText),
        (status = 304, description = "You have it already (`If-None-Match`)"),
        (status = 400, description = "Something cannot be read or is unknown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "There is no such page", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too many requests", body = Problem, content_type = "application/problem+json"),
    ),
    security(()),
)]
#[get("/pages/{page}")]
pub async fn find_page(app: Data<App>, request: HttpRequest, page: Path<String>) -> Result<Answer, ApiError> {
    let mut query = Query::new(&request)?;
    let reader = Reader::new(&request, &mut query);
    query.finish()?;
    let page = LegalPage::parse(&page).ok_or_else(ApiError::not_found)?;
    let body = app
        .snapshot()
        .json(&format!("legal/{page}{}", reader.lang), || Ok(legal_text(&app.config, page, &reader.lang)))?;
    Ok(Answer::new(body, CachePolicy::Public))
}
