//! The catalogue over HTTP. Anyone may call this.

use actix_web::web::Data;
use actix_web::{HttpRequest, get};
use mitwirken_shared::catalogue::{Catalogue, CatalogueItem, LAYOUT};
use mitwirken_shared::problem::Problem;
use serde::Serialize;

use crate::app::App;
use crate::db::Stored;
use crate::http::{Answer, CachePolicy, Query};
use crate::problem::ApiError;

/// Harvest everything
///
/// All formats, practice examples, guides and concepts as one document, in all languages and in the
/// shape of the content files. The texts are under CC BY 4.0: name the portal and link the object's page. Ask with
/// `If-None-Match`; it is large. `mitwirken import FILE` takes it over into another installation.
#[utoipa::path(
    tag = "catalogue",
    operation_id = "find_catalogue",
    responses(
        (status = 200, description = "The whole content", body = Catalogue),
        (status = 304, description = "You have it already (`If-None-Match`)"),
        (status = 400, description = "Something cannot be read or is unknown", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too many requests", body = Problem, content_type = "application/problem+json"),
    ),
    security(()),
)]
#[get("/catalogue")]
pub async fn find_catalogue(app: Data<App>, request: HttpRequest) -> Result<Answer, ApiError> {
    Query::new(&request)?.finish()?;
    let snapshot = app.snapshot();
    let config = &app.config;
    let body = snapshot.json("catalogue", || {
        let base = config.public_url.as_str();
        let formats = snapshot
            .formats
            .entries
            .iter()
            .map(|entry| {
                let mut document = entry.stored.document.clone();
                document.relations.clone_from(&entry.own_relations);
                item(base, "mitmachbox", &document.slug, &entry.stored, &document)
            })
            .collect::<Result<Vec<_>, _>>()?;
        let examples = snapshot.examples.entries.iter();
        let examples = examples
            .map(|stored| item(base, "beispiele", &stored.document.slug, stored, &stored.document))
            .collect::<Result<Vec<_>, _>>()?;
        let guides = snapshot.guides.entries.iter();
        let guides = guides
            .map(|stored| item(base, "leitfaeden", &stored.document.slug, stored, &stored.document))
            .collect::<Result<Vec<_>, _>>()?;
        let concepts = snapshot.concepts.entries.iter();
        let concepts = concepts
            .map(|stored| item(base, "konzepte", &stored.document.slug, stored, &stored.document))
            .collect::<Result<Vec<_>, _>>()?;
        let all = formats.iter().chain(&examples).chain(&guides).chain(&concepts);
        Ok(Catalogue {
            mitwirken_catalogue: LAYOUT,
            name: config.site_name.clone(),
            publisher: config.site_operator.replace(" | ", ", "),
            url: base.to_owned(),
            licence: "CC-BY-4.0".to_owned(),
            licence_url: "https://creativecommons.org/licenses/by/4.0/".to_owned(),
            updated_at: all.map(|item| item.updated_at.clone()).max().unwrap_or_default(),
            formats,
            examples,
            guides,
            concepts,
        })
    })?;
    Ok(Answer::new(body, CachePolicy::Public))
}

fn item<D>(
    base: &str,
    folder: &str,
    slug: &str,
    stored: &Stored<D>,
    document: &impl Serialize,
) -> Result<CatalogueItem, ApiError> {
    // By way of text, because `to_value` would turn 0.1_f32 into 0.10000000149011612.
    let text = serde_json::to_string(document).map_err(ApiError::internal)?;
    Ok(CatalogueItem {
        url: format!("{base}/{folder}/{slug}"),
        updated_at: stored.updated_at.to_string(),
        document: serde_json::from_str(&text).map_err(ApiError::internal)?,
    })
}
