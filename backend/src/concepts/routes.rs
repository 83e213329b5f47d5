//! Concepts and ideas over HTTP. Anyone may call all of this.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, get};
use mitwirken_shared::concepts::{Concept, ConceptKind, ConceptSummary};
use mitwirken_shared::l10n::Language;
use mitwirken_shared::page::Page;
use mitwirken_shared::problem::Problem;

use super::present;
use crate::app::App;
use crate::formats;
use crate::http::{Answer, CachePolicy, Query, Reader, paging};
use crate::openapi::Slug;
use crate::problem::ApiError;

/// List concepts and ideas, by title
#[utoipa::path(
    tag = "concepts",
    operation_id = "list_concepts",
    params(
        ("format" = Option<Slug>, Query, description = "Only those that build on the format with this slug", example = "world-cafe"),
        ("kind" = Option<Vec<ConceptKind>>, Query, description = "What it is; repeatable, any of", style = Form, explode = true),
        ("limit" = Option<u32>, Query, description = "Items a page", minimum = 1, maximum = 100, example = 20),
        ("cursor" = Option<String>, Query, description = "`next` of the page before", pattern = "^[A-Za-z0-9.%-]*$"),
        ("lang" = Option<Language>, Query, description = "Language of the answer: `de` or `en`", example = "de"),
        ("all_languages" = Option<bool>, Query, description = "Give every text in all its languages"),
    ),
    responses(
        (status = 200, description = "A page of concepts and ideas", body = Page<ConceptSummary>),
        (status = 304, description = "You have it already (`If-None-Match`)"),
        (status = 400, description = "Something cannot be read or is unknown", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Some values are not possible", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too many requests", body = Problem, content_type = "application/problem+json"),
    ),
    security(()),
)]
#[get("/concepts")]
pub async fn list_concepts(app: Data<App>, request: HttpRequest) -> Result<Answer, ApiError> {
    let mut query = Query::new(&request)?;
    let reader = Reader::new(&request, &mut query);
    let snapshot = app.snapshot();
    let format = formats::named(&mut query, &snapshot);
    let kinds = query.words::<ConceptKind>("kind");
    let list = format!("{format:?}{kinds:?}");
    let page = paging::Request::from_query(&mut query, &list);
    query.finish()?;
    let key = format!("concepts{list}{page:?}{reader:?}");
    let (body, next) = snapshot.page(&key, || {
        let mut listed = match &format {
            Some(slug) => snapshot.concepts.naming(slug).collect::<Vec<_>>(),
            None => snapshot.concepts.entries.iter().collect(),
        };
        listed.retain(|concept| kinds.is_empty() || kinds.contains(&concept.document.kind));
        let slice = page.slice(&listed, |concept| Some(concept.document.slug.clone()))?;
        let items = slice.items.iter().map(|concept| present::summary(&snapshot, concept, &reader)).collect();
        let page = Page { items, next: slice.next.clone(), total: listed.len() as u64 };
        Ok((page, slice.next))
    })?;
    Ok(paging::answer(body, &request, next.as_deref()))
}

/// Get one concept or idea
#[utoipa::path(
    tag = "concepts",
    operation_id = "find_concept",
    params(
        ("slug" = Slug, Path, description = "The readable part of its address", example = "mitwirkung-2-0"),
        ("lang" = Option<Language>, Query, description = "Language of the answer: `de` or `en`", example = "de"),
        ("all_languages" = Option<bool>, Query, description = "Give every text in all its languages"),
    ),
    responses(
        (status = 200, description = "The concept or idea", body = Concept),
        (status = 304, description = "You have it already (`If-None-Match`)"),
        (status = 400, description = "Something cannot be read or is unknown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "There is no such concept or idea", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too many requests", body = Problem, content_type = "application/problem+json"),
    ),
    security(()),
)]
#[get("/concepts/{slug}")]
pub async fn find_concept(
    app: Data<App>,
    request: HttpRequest,
    slug: Path<String>,
) -> Result<Answer, ApiError> {
    let mut query = Query::new(&request)?;
    let reader = Reader::new(&request, &mut query);
    query.finish()?;
    let snapshot = app.snapshot();
    let entry = snapshot.concepts.find(&slug).ok_or_else(ApiError::not_found)?;
    let body = snapshot
        .json(&format!("concept/{slug}{reader:?}"), || Ok(present::concept(&snapshot, entry, &reader)))?;
    Ok(Answer::new(body, CachePolicy::Public))
}
