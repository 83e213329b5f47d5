//! The practice examples' pages before the app.

use std::fmt::Write as _;

use super::present;
use crate::http::Reader;
use crate::shell::{Page, escape};
use crate::snapshot::Snapshot;

/// The list of all examples.
pub fn list_page(snapshot: &Snapshot, lang: &'static str, reader: &Reader) -> Page {
    let entries = snapshot.examples.entries.iter().map(|entry| &entry.document);
    Page::list(
        lang,
        "examples",
        "/beispiele",
        entries.map(|document| {
            (document.slug.as_str(), document.title.localize(reader), document.summary.localize(reader))
        }),
    )
}

/// One example.
pub fn example_page(snapshot: &Snapshot, slug: &str, lang: &'static str, reader: &Reader) -> Option<Page> {
    let entry = snapshot.examples.find(slug)?;
    let example = present::example(snapshot, entry, reader);
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
