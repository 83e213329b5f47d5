//! The guides' pages before the app.

use std::fmt::Write as _;

use super::present;
use crate::http::Reader;
use crate::shell::{Page, escape};
use crate::snapshot::Snapshot;

/// The list of all guides.
pub fn list_page(snapshot: &Snapshot, lang: &'static str, reader: &Reader) -> Page {
    let entries = snapshot.guides.entries.iter().map(|entry| &entry.document);
    Page::list(
        lang,
        "guides",
        "/leitfaeden",
        entries.map(|document| {
            (document.slug.as_str(), document.title.localize(reader), document.summary.localize(reader))
        }),
    )
}

/// One guide.
pub fn guide_page(snapshot: &Snapshot, slug: &str, lang: &'static str, reader: &Reader) -> Option<Page> {
    let entry = snapshot.guides.find(slug)?;
    let guide = present::guide(snapshot, entry, reader);
    let mut content = format!(
        "<main><h1>{}</h1><p>{}</p>",
        escape(&guide.summary.title.text),
        escape(&guide.summary.summary.text)
    );
    if let Some(url) = &guide.summary.url {
        let _ = write!(content, "<p><a href=\"{0}\" rel=\"noopener\">{0}</a></p>", escape(url));
    }
    if let Some(body) = &guide.body {
        let _ = write!(content, "<div lang=\"{}\">{}</div>", escape(&body.lang), body.html);
    }
    content.push_str("</main>");
    Some(Page {
        lang,
        title: guide.summary.title.text,
        description: guide.summary.summary.text,
        path: format!("/leitfaeden/{slug}"),
        data: Some(format!("/guides/{slug}")),
        json_ld: None,
        content,
    })
}
