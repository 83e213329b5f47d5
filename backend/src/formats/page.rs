//! The Mitmachbox's pages before the app.

use std::fmt::Write as _;

use mitwirken_shared::formats::Format;
use serde_json::json;

use super::present;
use crate::config::Config;
use crate::http::Reader;
use crate::shell::{Page, escape};
use crate::snapshot::Snapshot;
use crate::texts::{self, Args};

/// The list of all formats.
pub fn list_page(snapshot: &Snapshot, lang: &'static str, reader: &Reader) -> Page {
    let title = texts::get(lang, "page-formats-title", &Args::new());
    let mut content = format!("<main><h1>{}</h1><ul>", escape(&title));
    let prefix = if lang == "en" { "/en" } else { "" };
    for entry in &snapshot.formats.entries {
        let summary = present::summary(entry, reader, None);
        let _ = write!(
            content,
            "<li><a href=\"{prefix}/mitmachbox/{}\">{}</a>: {}</li>",
            summary.slug,
            escape(&summary.title.text),
            escape(&summary.summary.text)
        );
    }
    content.push_str("</ul></main>");
    Page {
        lang,
        description: texts::get(lang, "page-formats-description", &Args::new()),
        path: "/mitmachbox".to_owned(),
        data: None,
        json_ld: None,
        content,
        title,
    }
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
