//! Reads the catalogue of another installation.

use std::collections::HashSet;
use std::path::Path;

use chrono::NaiveDate;
use mitwirken_shared::catalogue::{Catalogue, CatalogueItem, LAYOUT};

use crate::concepts::ConceptDocument;
use crate::content::issue::FileIssue;
use crate::content::{Bundle, export::to_toml};
use crate::day::Day;
use crate::examples::ExampleDocument;
use crate::formats::FormatDocument;
use crate::guides::GuideDocument;
use crate::source::SourceDocument;

/// The key of the source that says where an object was taken over from.
const TAKEN_FROM: &str = "taken-over";

/// Reads the file at `path`. Every object that is somebody's work (all but guides that only point to a
/// publication elsewhere) says afterwards where it was taken over from, as its licence demands. When it was
/// checked is when it last changed there, so that taking over the same again changes nothing; `today` stands
/// in where the catalogue does not say.
///
/// # Errors
/// Everything that is wrong with any of its objects; nothing is returned then.
pub fn read_catalogue(path: &Path, today: NaiveDate) -> Result<Bundle, Vec<FileIssue>> {
    let name = path.display().to_string();
    let failed =
        |message: String| vec![FileIssue { file: name.clone(), line: None, field: String::new(), message }];
    let text = std::fs::read_to_string(path).map_err(|error| failed(error.to_string()))?;
    let catalogue = serde_json::from_str::<Catalogue>(&text).map_err(|error| {
        vec![FileIssue {
            file: name.clone(),
            line: Some(error.line()),
            field: String::new(),
            message: format!("this is no catalogue: {error}"),
        }]
    })?;
    if catalogue.mitwirken_catalogue != LAYOUT {
        return Err(failed(format!(
            "the catalogue has layout {}, this version reads {LAYOUT}",
            catalogue.mitwirken_catalogue
        )));
    }
    let origin = Origin { catalogue: &catalogue, today: Day(today) };
    let mut bundle = Bundle::default();
    let mut wrong = Vec::new();
    let mut seen = HashSet::new();
    let kinds = [
        ("formats", &catalogue.formats, rewrite::<FormatDocument> as Rewrite),
        ("examples", &catalogue.examples, rewrite::<ExampleDocument>),
        ("guides", &catalogue.guides, rewrite::<GuideDocument>),
        ("concepts", &catalogue.concepts, rewrite::<ConceptDocument>),
    ];
    for (kind, items, rewrite) in kinds {
        for (position, item) in items.iter().enumerate() {
            let slug = item.document.get("slug").and_then(serde_json::Value::as_str).unwrap_or_default();
            if !slug.is_empty() && !seen.insert((kind, slug)) {
                wrong.push(FileIssue {
                    file: name.clone(),
                    line: None,
                    field: format!("/{kind}/{position}/document/slug"),
                    message: format!("`{slug}` stands here twice"),
                });
                continue;
            }
            let outcome = rewrite(item, &origin)
                .map_err(|message| (format!("/{kind}/{position}/document"), message))
                .map(|toml| bundle.add(&format!("{kind}/{slug}.toml"), &toml));
            match outcome {
                Ok(Ok(())) => {}
                // The object is checked as a content file; its lines mean nothing to whoever has the catalogue.
                Ok(Err(issues)) => wrong.extend(issues.into_iter().map(|issue| FileIssue {
                    file: name.clone(),
                    line: None,
                    field: format!("/{kind}/{position}/document{}", issue.field),
                    message: issue.message,
                })),
                Err((field, message)) => {
                    wrong.push(FileIssue { file: name.clone(), line: None, field, message });
                }
            }
        }
    }
    if wrong.is_empty() { Ok(bundle) } else { Err(wrong) }
}

struct Origin<'catalogue> {
    catalogue: &'catalogue Catalogue,
    today: Day,
}

type Rewrite = fn(&CatalogueItem, &Origin<'_>) -> Result<String, String>;

/// The object as a content file that says where it comes from.
fn rewrite<D: TakenOver>(item: &CatalogueItem, origin: &Origin<'_>) -> Result<String, String> {
    let mut document =
        serde_json::from_value::<D>(item.document.clone()).map_err(|error| error.to_string())?;
    document.take_over(item, origin);
    to_toml(&document).map_err(|error| error.to_string())
}

trait TakenOver: serde::de::DeserializeOwned + serde::Serialize {
    fn take_over(&mut self, item: &CatalogueItem, origin: &Origin<'_>);
}

impl TakenOver for FormatDocument {
    fn take_over(&mut self, item: &CatalogueItem, origin: &Origin<'_>) {
        add_source(&mut self.sources, self.title.german(), item, origin);
    }
}

impl TakenOver for ExampleDocument {
    fn take_over(&mut self, item: &CatalogueItem, origin: &Origin<'_>) {
        add_source(&mut self.sources, self.title.german(), item, origin);
    }
}

impl TakenOver for GuideDocument {
    /// A guide has no sources; its licence is where readers look.
    fn take_over(&mut self, item: &CatalogueItem, origin: &Origin<'_>) {
        if !self.body.is_empty() && self.url.is_none() {
            self.url = Some(item.url.clone());
            self.licence = Some(format!("{} ({})", origin.catalogue.licence, origin.catalogue.name));
        }
    }
}

impl TakenOver for ConceptDocument {
    fn take_over(&mut self, item: &CatalogueItem, origin: &Origin<'_>) {
        add_source(&mut self.sources, self.title.german(), item, origin);
    }
}

fn add_source(sources: &mut Vec<SourceDocument>, title: &str, item: &CatalogueItem, origin: &Origin<'_>) {
    // What was taken over twice keeps its first origin.
    if sources.iter().any(|source| source.key == TAKEN_FROM) {
        return;
    }
    let changed = item.updated_at.get(..10).and_then(|day| day.parse::<NaiveDate>().ok());
    sources.push(SourceDocument {
        key: TAKEN_FROM.to_owned(),
        title: title.to_owned(),
        publisher: format!("{} ({})", origin.catalogue.name, origin.catalogue.licence),
        url: Some(item.url.clone()),
        year: None,
        seen: true,
        checked: changed.map_or(origin.today, Day),
    });
}
