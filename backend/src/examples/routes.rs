//! The practice examples over HTTP. Anyone may call all of this.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, get};
use mitwirken_shared::examples::{Example, ExampleSummary};
use mitwirken_shared::l10n::Language;
use mitwirken_shared::page::Page;
use mitwirken_shared::problem::Problem;

use super::present;
use crate::app::App;
use crate::formats;
use crate::http::{Answer, CachePolicy, Query, Reader, paging};
use crate::openapi::Slug;
use crate::problem::ApiError;

/// List practice examples, by title
#[utoipa::path(
    tag = "examples",
    operation_id = "list_examples",
    params(
        ("format" = Option<Slug>, Query, description = "Only those about the format with this slug", example = "world-cafe"),
        ("limit" = Option<u32>, Query, description = "Items a page", minimum = 1, maximum = 100, example = 20),
        ("cursor" = Option<String>, Query, description = "`next` of the page before", pattern = "^[A-Za-z0-9.%-]*$"),
        ("lang" = Option<Language>, Query, description = "Language of the answer: `de` or `en`", example = "de"),
        ("all_languages" = Option<bool>, Query, description = "Give every text in all its languages"),
    ),
    responses(
        (status = 200, description = "A page of practice examples", body = Page<ExampleSummary>),
        (status = 304, description = "You have it already (`If-None-Match`)"),
        (status = 400, description = "Something cannot be read or is unknown", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Some values are not possible", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too many requests", body = Problem, content_type = "application/problem+json"),
    ),
    security(()),
)]
#[get("/examples")]
pub async fn list_examples(app: Data<App>, request: HttpRequest) -> Result<Answer, ApiError> {
    let mut query = Query::new(&request)?;
    let reader = Reader::new(&request, &mut query);
    let snapshot = app.snapshot();
    let format = formats::named(&mut query, &snapshot);
    let page = paging::Request::from_query(&mut query, &format!("{format:?}"));
    query.finish()?;
    let key = format!("examples{format:?}{page:?}{reader:?}");
    let (body, next) = snapshot.page(&key, || {
        let listed = match &format {
            Some(slug) => snapshot.examples.naming(slug).collect::<Vec<_>>(),
            None => snapshot.examples.entries.iter().collect(),
        };
        let slice = page.slice(&listed, |example| Some(example.document.slug.clone()))?;
        let items = slice.items.iter().map(|example| present::summary(&snapshot, example, &reader)).collect();
        let page = Page { items, next: slice.next.clone(), total: listed.len() as u64 };
        Ok((page, slice.next))
    })?;
    Ok(paging::answer(body, &request, next.as_deref()))
}

/// Get one practice example
#[utoipa::path(
    tag = "examples",
    operation_id = "find_example",
    params(
        ("slug" = Slug, Path, description = "The readable part of its address", example = "dortmund-digitaler-buergerdialog-2020"),
        ("lang" = Option<Language>, Query, description = "Language of the answer: `de` or `en`", example = "de"),
        ("all_languages" = Option<bool>, Query, description = "Give every text in all its languages"),
    ),
    responses(
        (status = 200, description = "The example", body = Example),
        (status = 304, description = "You have it already (`If-None-Match`)"),
        (status = 400, description = "Something cannot be read or is unknown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "There is no such example", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too many requests", body = Problem, content_type = "application/problem+json"),
    ),
    security(()),
)]
#[get("/examples/{slug}")]
pub async fn find_example(
    app: Data<App>,
    request: HttpRequest,
    slug: Path<String>,
) -> Result<Answer, ApiError> {
    let mut query = Query::new(&request)?;
    let reader = Reader::new(&request, &mut query);
    query.finish()?;
    let snapshot = app.snapshot();
    let entry = snapshot.examples.find(&slug).ok_or_else(ApiError::not_found)?;
    let body = snapshot
        .json(&format!("example/{slug}{reader:?}"), || Ok(present::example(&snapshot, entry, &reader)))?;
    Ok(Answer::new(body, CachePolicy::Public))
}
