//! The pages of concepts and ideas before the app.

use std::fmt::Write as _;

use super::present;
use crate::http::Reader;
use crate::shell::{Page, escape};
use crate::snapshot::Snapshot;
use crate::texts::{self, Args};

/// The list of all concepts and ideas.
pub fn list_page(snapshot: &Snapshot, lang: &'static str, reader: &Reader) -> Page {
    let entries = snapshot.concepts.entries.iter().map(|entry| &entry.document);
    Page::list(
        lang,
        "concepts",
        "/konzepte",
        entries.map(|document| {
            (document.slug.as_str(), document.title.localize(reader), document.summary.localize(reader))
        }),
    )
}

/// One concept or idea.
pub fn concept_page(snapshot: &Snapshot, slug: &str, lang: &'static str, reader: &Reader) -> Option<Page> {
    let entry = snapshot.concepts.find(slug)?;
    let concept = present::concept(snapshot, entry, reader);
    let mut content = format!(
        "<main><h1>{}</h1><p>{}</p><div lang=\"{}\">{}</div>",
        escape(&concept.summary.title.text),
        escape(&concept.summary.summary.text),
        escape(&concept.body.lang),
        concept.body.html
    );
    if !concept.open_questions.items.is_empty() {
        let title = texts::get(lang, "page-concept-open", &Args::new());
        let _ = write!(
            content,
            "<h2>{}</h2><ul lang=\"{}\">",
            escape(&title),
            escape(&concept.open_questions.lang)
        );
        for question in &concept.open_questions.items {
            let _ = write!(content, "<li>{}</li>", escape(question));
        }
        content.push_str("</ul>");
    }
    content.push_str("</main>");
    Some(Page {
        lang,
        title: concept.summary.title.text,
        description: concept.summary.summary.text,
        path: format!("/konzepte/{slug}"),
        data: Some(format!("/concepts/{slug}")),
        json_ld: None,
        content,
    })
}
