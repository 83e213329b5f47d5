//! The practice examples' pages before the app.

use std::fmt::Write as _;

use super::set;
use crate::http::Reader;
use crate::shell::{Page, escape};
use crate::snapshot::Snapshot;
use crate::texts::{self, Args};

/// The list of all examples.
pub fn list_page(snapshot: &Snapshot, lang: &'static str, reader: &Reader) -> Page {
    let title = texts::get(lang, "page-examples-title", &Args::new());
    let prefix = if lang == "en" { "/en" } else { "" };
    let mut content = format!("<main><h1>{}</h1><ul>", escape(&title));
    for entry in &snapshot.examples.entries {
        let summary = set::summary(snapshot, entry, reader);
        let _ = write!(
            content,
            "<li><a href=\"{prefix}/beispiele/{}\">{}</a>: {}</li>",
            summary.slug,
            escape(&summary.title.text),
            escape(&summary.summary.text)
        );
    }
    content.push_str("</ul></main>");
    Page {
        lang,
        description: texts::get(lang, "page-examples-description", &Args::new()),
        path: "/beispiele".to_owned(),
        data: None,
        json_ld: None,
        content,
        title,
    }
}

/// One example.
pub fn example_page(snapshot: &Snapshot, slug: &str, lang: &'static str, reader: &Reader) -> Option<Page> {
    let entry = snapshot.examples.find(slug)?;
    let example = set::example(snapshot, entry, reader);
    let mut content = format!("<main><h1>{}</h1>", escape(&example.summary.title.text));
    for text in
        [&example.summary.summary, &example.background, &example.aim, &example.process, &example.results]
    {
        let _ = write!(content, "<p lang=\"{}\">{}</p>", escape(&text.lang), escape(&text.text));
    }
    content.push_str("</main>");
    Some(Page {
        lang,
        title: example.summary.title.text,
        description: example.summary.summary.text,
        path: format!("/beispiele/{slug}"),
        data: Some(format!("/examples/{slug}")),
        json_ld: None,
        content,
    })
}
