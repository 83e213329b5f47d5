//! The pages of concepts and ideas before the app.

use std::fmt::Write as _;

use super::set;
use crate::http::Reader;
use crate::shell::{Page, escape};
use crate::snapshot::Snapshot;
use crate::texts::{self, Args};

/// The list of all concepts and ideas.
pub fn list_page(snapshot: &Snapshot, lang: &'static str, reader: &Reader) -> Page {
    let title = texts::get(lang, "page-concepts-title", &Args::new());
    let prefix = if lang == "en" { "/en" } else { "" };
    let mut content = format!("<main><h1>{}</h1><ul>", escape(&title));
    for entry in &snapshot.concepts.entries {
        let summary = set::summary(snapshot, entry, reader);
        let _ = write!(
            content,
            "<li><a href=\"{prefix}/konzepte/{}\">{}</a>: {}</li>",
            summary.slug,
            escape(&summary.title.text),
            escape(&summary.summary.text)
        );
    }
    content.push_str("</ul></main>");
    Page {
        lang,
        description: texts::get(lang, "page-concepts-description", &Args::new()),
        path: "/konzepte".to_owned(),
        data: None,
        json_ld: None,
        content,
        title,
    }
}

/// One concept or idea.
pub fn concept_page(snapshot: &Snapshot, slug: &str, lang: &'static str, reader: &Reader) -> Option<Page> {
    let entry = snapshot.concepts.find(slug)?;
    let concept = set::concept(snapshot, entry, reader);
    let mut content = format!(
        "<main><h1>{}</h1><p>{}</p>{}",
        escape(&concept.summary.title.text),
        escape(&concept.summary.summary.text),
        concept.body.html
    );
    if !concept.open_questions.items.is_empty() {
        let title = texts::get(lang, "page-concept-open", &Args::new());
        let _ = write!(content, "<h2>{}</h2><ul>", escape(&title));
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
