//! The Mitmachbox's pages before the app.

use std::fmt::Write as _;

use mitwirken_shared::formats::Format;
use serde_json::json;

use super::present;
use crate::config::Config;
use crate::http::Reader;
use crate::shell::{Page, escape};
use crate::snapshot::Snapshot;

/// The list of all formats.
pub fn list_page(snapshot: &Snapshot, lang: &'static str, reader: &Reader) -> Page {
    let entries = snapshot.formats.entries.iter().map(|entry| &entry.stored.document);
    Page::list(
        lang,
        "formats",
        "/mitmachbox",
        entries.map(|document| {
            (document.slug.as_str(), document.title.localize(reader), document.summary.localize(reader))
        }),
    )
}

/// One format.
pub fn format_page(
    config: &Config,
    snapshot: &Snapshot,
    slug: &str,
    lang: &'static str,
    reader: &Reader,
) -> Option<Page> {
    let entry = snapshot.formats.find(slug)?;
    let format = present::format(snapshot, entry, reader);
    let path = format!("/mitmachbox/{slug}");
    let prefix = if lang == "en" { "/en" } else { "" };
    Some(Page {
        lang,
        content: content(&format),
        data: Some(format!("/formats/{slug}")),
        json_ld: Some(json!({
            "@context": "https://schema.org",
            "@type": "HowTo",
            "name": format.title.text,
            "description": format.summary.text,
            "inLanguage": format.summary.lang,
            "url": format!("{}{prefix}{path}", config.public_url),
            "dateModified": format.updated_at,
            "license": "https://creativecommons.org/licenses/by/4.0/",
            "step": format.steps.iter().map(|step| json!({
                "@type": "HowToStep",
                "name": step.title.text,
                "text": step.instructions.text,
            })).collect::<Vec<_>>(),
        })),
        title: format.title.text,
        description: format.summary.text,
        path,
    })
}

fn content(format: &Format) -> String {
    let mut html = format!(
        "<main lang=\"{}\"><h1>{}</h1><p>{}</p>{}<ol>",
        escape(&format.description.lang),
        escape(&format.title.text),
        escape(&format.summary.text),
        format.description.html
    );
    for step in &format.steps {
        let _ = write!(
            html,
            "<li><strong>{}</strong> {}</li>",
            escape(&step.title.text),
            escape(&step.instructions.text)
        );
    }
    html.push_str("</ol></main>");
    html
}
