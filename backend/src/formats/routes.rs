//! The Mitmachbox over HTTP. Anyone may call all of this.

use std::collections::HashMap;
use std::sync::Arc;

use actix_web::http::header;
use actix_web::web::{Bytes, Data, Path};
use actix_web::{HttpRequest, get, post};
use mitwirken_shared::formats::{
    FinderQuery, FinderResult, Format, FormatComparison, FormatPage, FormatSort, FormatSuggestion,
    FormatSuggestions, Kind, Level, Mode, Phase, Purpose, Recruitment, TargetGroup,
};
use mitwirken_shared::l10n::Language;
use mitwirken_shared::problem::Problem;

use super::filter::{FormatFilter, sort_from_query};
use super::finder::Plan;
use super::{advice, atom, csv, listing, present};
use crate::app::App;
use crate::http::{Answer, Body, CachePolicy, Fields, Query, Reader, paging};
use crate::openapi::Slug;
use crate::problem::ApiError;
use crate::texts::Args;

/// How many suggestions a list under a search field can bear.
const SUGGESTIONS: usize = 8;

/// List and search formats
///
/// Full text with stems, umlauts in every spelling, parts of compounds and a typo in a long word;
/// filters that combine any-of within a facet and all-of between facets; counts for every facet
/// value beside the results. Unknown parameters are refused.
#[utoipa::path(
    tag = "formats",
    operation_id = "list_formats",
    params(
        ("q" = Option<String>, Query, description = "Full text, at most 200 characters", example = "versammlung", max_length = 200, pattern = "^[^\\x00-\\x1f\\x7f-\\x9f]*$"),
        ("mode" = Option<Vec<Mode>>, Query, description = "Where people meet; repeatable, any of", style = Form, explode = true, example = json!(["analog"])),
        ("level" = Option<Vec<Level>>, Query, description = "Level of participation; repeatable, any of", style = Form, explode = true),
        ("purpose" = Option<Vec<Purpose>>, Query, description = "What it is for; repeatable, any of", style = Form, explode = true),
        ("phase" = Option<Vec<Phase>>, Query, description = "Phase of a project; repeatable, any of", style = Form, explode = true),
        ("target_group" = Option<Vec<TargetGroup>>, Query, description = "Whom it suits in particular; repeatable, any of", style = Form, explode = true),
        ("recruitment" = Option<Vec<Recruitment>>, Query, description = "How people come to take part; repeatable, any of", style = Form, explode = true),
        ("kind" = Option<Vec<Kind>>, Query, description = "What it is; repeatable, any of", style = Form, explode = true),
        ("participants" = Option<u32>, Query, description = "For this many people", example = 60, minimum = 1, maximum = 1_000_000),
        ("duration_max" = Option<u32>, Query, description = "At most so many minutes of a participant's time; compares with the shortest form", minimum = 1, maximum = 1_000_000),
        ("lead_days_max" = Option<u32>, Query, description = "At most so many calendar days of preparation", minimum = 0, maximum = 1_000_000),
        ("cost_max" = Option<u32>, Query, description = "At most so many euros at `participants` (or at the ideal group)", minimum = 0, maximum = 1_000_000),
        ("staff_hours_max" = Option<u32>, Query, description = "At most so many working hours of all staff", minimum = 0, maximum = 1_000_000),
        ("sort" = Option<FormatSort>, Query, description = "Order; `relevance` without `q` is by title"),
        ("limit" = Option<u32>, Query, description = "Items a page", minimum = 1, maximum = 100, example = 20),
        ("cursor" = Option<String>, Query, description = "`next` of the page before", pattern = "^[A-Za-z0-9.%-]*$"),
        ("lang" = Option<Language>, Query, description = "Language of the answer: `de` or `en`; otherwise by `Accept-Language`", example = "de"),
        ("all_languages" = Option<bool>, Query, description = "Give every text in all its languages"),
    ),
    responses(
        (status = 200, description = "A page of formats", body = FormatPage),
        (status = 304, description = "You have it already (`If-None-Match`)"),
        (status = 400, description = "Something cannot be read or is unknown", body = Problem, content_type = "application/problem+json"),
        (status = 414, description = "The query is too long", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Some values are not possible", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too many requests", body = Problem, content_type = "application/problem+json"),
    ),
    security(()),
)]
#[get("/formats")]
pub async fn list_formats(app: Data<App>, request: HttpRequest) -> Result<Answer, ApiError> {
    let mut query = Query::new(&request)?;
    let reader = Reader::new(&request, &mut query);
    let filter = FormatFilter::from_query(&mut query);
    let sort = sort_from_query(&mut query);
    let list = format!("{filter:?}{sort:?}");
    let page = paging::Request::from_query(&mut query, &list);
    query.finish()?;
    let snapshot = app.snapshot();
    let (body, next) = snapshot.page(&format!("formats{list}{page:?}{reader:?}"), || {
        let found = snapshot.formats.find_text(filter.text.as_deref())?;
        let positions = found.as_ref().map(|found| found.positions.as_slice());
        let rows = &snapshot.formats.rows;
        let listing = listing::list(rows, &filter, positions, sort);
        let relaxations = if listing.positions.is_empty() {
            listing::relaxations(rows, &filter, positions)
        } else {
            Vec::new()
        };
        let slug_at = |position: usize| {
            snapshot.formats.entries.get(position).map(|entry| entry.stored.document.slug.clone())
        };
        let slice = page.slice(&listing.positions, |position| slug_at(*position))?;
        let passages = match &found {
            Some(found) => snapshot.formats.passages(slice.items, &found.terms)?,
            None => HashMap::new(),
        };
        let items = slice
            .items
            .iter()
            .filter_map(|position| Some((*position as u64, snapshot.formats.entries.get(*position)?)))
            .map(|(key, entry)| {
                let mut summary = present::summary(entry, &reader, filter.participants);
                summary.highlights = found
                    .as_ref()
                    .map(|found| present::highlights(entry, &summary, &found.terms, passages.get(&key)));
                summary
            })
            .collect();
        let next = slice.next.clone();
        let page = FormatPage {
            items,
            next: slice.next,
            total: listing.positions.len() as u64,
            facets: listing.facets,
            relaxations,
        };
        Ok((page, next))
    })?;
    Ok(paging::answer(body, &request, next.as_deref()))
}

/// Suggest formats while somebody types
#[utoipa::path(
    tag = "formats",
    operation_id = "suggest_formats",
    params(
        ("q" = String, Query, description = "What was typed so far, at most 200 characters", example = "wor", max_length = 200, pattern = "^[^\\x00-\\x1f\\x7f-\\x9f]*$"),
        ("lang" = Option<Language>, Query, description = "Language of the answer: `de` or `en`", example = "de"),
    ),
    responses(
        (status = 200, description = "At most eight suggestions, best first", body = FormatSuggestions),
        (status = 304, description = "You have it already (`If-None-Match`)"),
        (status = 400, description = "Something cannot be read or is unknown", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Some values are not possible", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too many requests", body = Problem, content_type = "application/problem+json"),
    ),
    security(()),
)]
#[get("/formats/suggest")]
pub async fn suggest_formats(app: Data<App>, request: HttpRequest) -> Result<Answer, ApiError> {
    let mut query = Query::new(&request)?;
    let reader = Reader::new(&request, &mut query);
    let typed = query.text("q", 200);
    if query.all("q").is_empty() {
        query.refuse("q", "too_short", Args::from([("min", "1".to_owned())]));
    }
    query.finish()?;
    let typed = typed.unwrap_or_default();
    let snapshot = app.snapshot();
    let body = snapshot.json(&format!("suggest{typed}{reader:?}"), || {
        let items = snapshot
            .formats
            .suggester()
            .suggest(&typed, SUGGESTIONS)
            .into_iter()
            .filter_map(|suggestion| {
                let position = usize::try_from(suggestion.key).ok()?;
                let format = &snapshot.formats.entries.get(position)?.stored.document;
                Some(FormatSuggestion {
                    slug: format.slug.clone(),
                    title: format.title.localize(&reader),
                    fragments: suggestion.fragments,
                })
            })
            .collect();
        Ok(FormatSuggestions { items })
    })?;
    Ok(Answer::new(body, CachePolicy::Public))
}

/// Compare two to four formats
#[utoipa::path(
    tag = "formats",
    operation_id = "compare_formats",
    params(
        ("slug" = Vec<Slug>, Query, description = "Two to four slugs, in the order wanted", style = Form, explode = true, min_items = 2, max_items = 4, example = json!(["world-cafe", "buergerrat"])),
        ("lang" = Option<Language>, Query, description = "Language of the answer: `de` or `en`", example = "de"),
        ("all_languages" = Option<bool>, Query, description = "Give every text in all its languages"),
    ),
    responses(
        (status = 200, description = "The formats in the order asked for", body = FormatComparison),
        (status = 304, description = "You have it already (`If-None-Match`)"),
        (status = 400, description = "Something cannot be read or is unknown", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Too few, too many, or not there", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too many requests", body = Problem, content_type = "application/problem+json"),
    ),
    security(()),
)]
#[get("/formats/compare")]
pub async fn compare_formats(app: Data<App>, request: HttpRequest) -> Result<Answer, ApiError> {
    let mut query = Query::new(&request)?;
    let reader = Reader::new(&request, &mut query);
    let snapshot = app.snapshot();
    let mut slugs = Vec::<String>::new();
    for slug in query.all("slug") {
        if snapshot.formats.find(&slug).is_none() {
            query.refuse("slug", "unknown_object", Args::from([("value", slug)]));
        } else if !slugs.contains(&slug) {
            slugs.push(slug);
        }
    }
    if slugs.len() < 2 && !query.has_faults() {
        query.refuse("slug", "too_few", Args::from([("min", "2".to_owned())]));
    }
    if slugs.len() > 4 {
        query.refuse("slug", "too_many", Args::from([("max", "4".to_owned())]));
    }
    query.finish()?;
    let body = snapshot.json(&format!("compare{slugs:?}{reader:?}"), || {
        let items = slugs
            .iter()
            .filter_map(|slug| snapshot.formats.find(slug))
            .map(|entry| present::format(&snapshot, entry, &reader))
            .collect();
        Ok(FormatComparison { items })
    })?;
    Ok(Answer::new(body, CachePolicy::Public))
}

/// Find formats that fit a plan
///
/// Says for each format how well it fits and why, and for each excluded one what is missing and the
/// smallest change of the plan that would bring it in. Deterministic; it stores nothing. The score is the
/// weighted mean of the parts; each part carries its weight. What the plan leaves out neither excludes nor
/// counts, and what a format leaves open never excludes it.
#[utoipa::path(
    tag = "formats",
    operation_id = "find_formats",
    params(
        ("lang" = Option<Language>, Query, description = "Language of the sentences: `de` or `en`", example = "de"),
        ("all_languages" = Option<bool>, Query, description = "Give every text in all its languages"),
    ),
    request_body = FinderQuery,
    responses(
        (status = 200, description = "What fits, what does not, and what goes together", body = FinderResult),
        (status = 400, description = "Something cannot be read or is unknown", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "The body is too large", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "The body is not JSON", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Some values are not possible", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too many requests", body = Problem, content_type = "application/problem+json"),
    ),
    security(()),
)]
#[post("/formats/finder")]
pub async fn find_formats(app: Data<App>, request: HttpRequest, body: Bytes) -> Result<Answer, ApiError> {
    let mut query = Query::new(&request)?;
    let reader = Reader::new(&request, &mut query);
    query.finish()?;
    let mut fields = Fields::new(&request, &body)?;
    let plan = Plan::from_fields(&mut fields, app.clock.today());
    fields.finish()?;
    let result = advice::advise(&app.snapshot(), &plan, &reader);
    let body = Body::json(&result).map_err(ApiError::internal)?;
    Ok(Answer::new(Arc::new(body), CachePolicy::NoStore))
}

/// Get one format with all that is known of it
#[utoipa::path(
    tag = "formats",
    operation_id = "find_format",
    params(
        ("slug" = Slug, Path, description = "The readable part of its address", example = "world-cafe"),
        ("lang" = Option<Language>, Query, description = "Language of the answer: `de` or `en`", example = "de"),
        ("all_languages" = Option<bool>, Query, description = "Give every text in all its languages"),
    ),
    responses(
        (status = 200, description = "The format", body = Format),
        (status = 304, description = "You have it already (`If-None-Match`)"),
        (status = 400, description = "Something cannot be read or is unknown", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "There is no such format", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too many requests", body = Problem, content_type = "application/problem+json"),
    ),
    security(()),
)]
#[get("/formats/{slug}")]
pub async fn find_format(
    app: Data<App>,
    request: HttpRequest,
    slug: Path<String>,
) -> Result<Answer, ApiError> {
    let mut query = Query::new(&request)?;
    let reader = Reader::new(&request, &mut query);
    query.finish()?;
    let snapshot = app.snapshot();
    let entry = snapshot.formats.find(&slug).ok_or_else(ApiError::not_found)?;
    let body = snapshot
        .json(&format!("format/{slug}{reader:?}"), || Ok(present::format(&snapshot, entry, &reader)))?;
    Ok(Answer::new(body, CachePolicy::Public))
}

/// Download the formats as CSV
///
/// The filters of the list apply. UTF-8 with a byte order mark, semicolons, one row a format, so
/// that spreadsheets open it as it is; cells that a spreadsheet would take for a formula begin with
/// an apostrophe.
#[utoipa::path(
    tag = "formats",
    operation_id = "export_formats",
    params(
        ("q" = Option<String>, Query, description = "Full text, as in the list", max_length = 200, pattern = "^[^\\x00-\\x1f\\x7f-\\x9f]*$"),
        ("mode" = Option<Vec<Mode>>, Query, description = "As in the list", style = Form, explode = true),
        ("level" = Option<Vec<Level>>, Query, description = "As in the list", style = Form, explode = true),
        ("purpose" = Option<Vec<Purpose>>, Query, description = "As in the list", style = Form, explode = true),
        ("phase" = Option<Vec<Phase>>, Query, description = "As in the list", style = Form, explode = true),
        ("target_group" = Option<Vec<TargetGroup>>, Query, description = "As in the list", style = Form, explode = true),
        ("recruitment" = Option<Vec<Recruitment>>, Query, description = "As in the list", style = Form, explode = true),
        ("kind" = Option<Vec<Kind>>, Query, description = "As in the list", style = Form, explode = true),
        ("participants" = Option<u32>, Query, description = "As in the list", minimum = 1, maximum = 1_000_000),
        ("duration_max" = Option<u32>, Query, description = "As in the list", minimum = 1, maximum = 1_000_000),
        ("lead_days_max" = Option<u32>, Query, description = "As in the list", minimum = 0, maximum = 1_000_000),
        ("cost_max" = Option<u32>, Query, description = "As in the list", minimum = 0, maximum = 1_000_000),
        ("staff_hours_max" = Option<u32>, Query, description = "As in the list", minimum = 0, maximum = 1_000_000),
        ("sort" = Option<FormatSort>, Query, description = "As in the list"),
        ("lang" = Option<Language>, Query, description = "Language of the texts: `de` or `en`", example = "de"),
    ),
    responses(
        (status = 200, description = "The table", body = String, content_type = "text/csv"),
        (status = 304, description = "You have it already (`If-None-Match`)"),
        (status = 400, description = "Something cannot be read or is unknown", body = Problem, content_type = "application/problem+json"),
        (status = 414, description = "The query is too long", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "Some values are not possible", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too many requests", body = Problem, content_type = "application/problem+json"),
    ),
    security(()),
)]
#[get("/formats.csv")]
pub async fn export_formats(app: Data<App>, request: HttpRequest) -> Result<Answer, ApiError> {
    let mut query = Query::new(&request)?;
    let reader = Reader::new(&request, &mut query);
    let filter = FormatFilter::from_query(&mut query);
    let sort = sort_from_query(&mut query);
    query.finish()?;
    let snapshot = app.snapshot();
    let body = snapshot.body(&format!("csv{filter:?}{sort:?}{reader:?}"), || {
        csv::table(&snapshot, &filter, sort, &reader)
    })?;
    Ok(Answer::new(body, CachePolicy::Public)
        .with_header(header::CONTENT_DISPOSITION, "attachment; filename=\"mitmachbox.csv\""))
}

/// Subscribe to new and changed formats (Atom)
#[utoipa::path(
    tag = "formats",
    operation_id = "feed_formats",
    params(
        ("lang" = Option<Language>, Query, description = "Language of the texts: `de` or `en`", example = "de"),
    ),
    responses(
        (status = 200, description = "The fifty formats that changed last (RFC 4287)", body = String, content_type = "application/atom+xml"),
        (status = 304, description = "You have it already (`If-None-Match`)"),
        (status = 400, description = "Something cannot be read or is unknown", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too many requests", body = Problem, content_type = "application/problem+json"),
    ),
    security(()),
)]
#[get("/formats.atom")]
pub async fn feed_formats(app: Data<App>, request: HttpRequest) -> Result<Answer, ApiError> {
    let mut query = Query::new(&request)?;
    let reader = Reader::new(&request, &mut query);
    query.finish()?;
    let snapshot = app.snapshot();
    let body =
        snapshot.body(&format!("atom{reader:?}"), || Ok(atom::feed(&app.config, &snapshot, &reader)))?;
    Ok(Answer::new(body, CachePolicy::Public))
}
