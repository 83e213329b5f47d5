//! The guides' pages before the app.

use std::fmt::Write as _;

use super::set;
use crate::http::Reader;
use crate::shell::{Page, escape};
use crate::snapshot::Snapshot;
use crate::texts::{self, Args};

/// The list of all guides.
pub fn list_page(snapshot: &Snapshot, lang: &'static str, reader: &Reader) -> Page {
    let title = texts::get(lang, "page-guides-title", &Args::new());
    let prefix = if lang == "en" { "/en" } else { "" };
    let mut content = format!("<main><h1>{}</h1><ul>", escape(&title));
    for entry in &snapshot.guides.entries {
        let summary = set::summary(snapshot, entry, reader);
        let _ = write!(
            content,
            "<li><a href=\"{prefix}/leitfaeden/{}\">{}</a>: {}</li>",
            summary.slug,
            escape(&summary.title.text),
            escape(&summary.summary.text)
        );
    }
    content.push_str("</ul></main>");
    Page {
        lang,
        description: texts::get(lang, "page-guides-description", &Args::new()),
        path: "/leitfaeden".to_owned(),
        data: None,
        json_ld: None,
        content,
        title,
    }
}

/// One guide.
pub fn guide_page(snapshot: &Snapshot, slug: &str, lang: &'static str, reader: &Reader) -> Option<Page> {
    let entry = snapshot.guides.find(slug)?;
    let guide = set::guide(snapshot, entry, reader);
    let mut content = format!(
        "<main><h1>{}</h1><p>{}</p>",
        escape(&guide.summary.title.text),
        escape(&guide.summary.summary.text)
    );
    if let Some(url) = &guide.summary.url {
        let _ = write!(content, "<p><a href=\"{0}\" rel=\"noopener\">{0}</a></p>", escape(url));
    }
    if let Some(body) = &guide.body {
        content.push_str(&body.html);
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
