//! The start page and the legal pages before the app.

use mitwirken_shared::site::LegalPage;
use serde_json::json;

use super::legal::legal_text;
use crate::config::Config;
use crate::shell::{Page, escape};
use crate::snapshot::Snapshot;
use crate::texts::{self, Args};

/// The start page.
pub fn home_page(config: &Config, snapshot: &Snapshot, lang: &'static str) -> Page {
    let prefix = if lang == "en" { "/en" } else { "" };
    let text = |key: &str| escape(&texts::get(lang, key, &Args::new()));
    let count = |number: usize| Args::from([("count", number.to_string())]);
    let links = [
        ("mitmachbox", "page-formats-title", snapshot.formats.entries.len()),
        ("beispiele", "page-examples-title", snapshot.examples.entries.len()),
        ("leitfaeden", "page-guides-title", snapshot.guides.entries.len()),
        ("konzepte", "page-concepts-title", snapshot.concepts.entries.len()),
    ]
    .map(|(path, title, number)| {
        format!(
            "<li><a href=\"{prefix}/{path}\">{}</a> ({})</li>",
            text(title),
            escape(&texts::get(lang, "page-count", &count(number)))
        )
    });
    let description = texts::get(lang, "page-home-description", &Args::new());
    Page {
        lang,
        title: String::new(),
        content: format!(
            "<main><h1>{}</h1><p>{}</p><ul>{}</ul></main>",
            text("page-home-title"),
            escape(&description),
            links.concat()
        ),
        description,
        path: "/".to_owned(),
        data: None,
        json_ld: Some(json!({
            "@context": "https://schema.org",
            "@type": "WebSite",
            "name": config.site_name,
            "url": config.public_url.as_str(),
            "inLanguage": lang,
            "potentialAction": {
                "@type": "SearchAction",
                "target": format!("{}{prefix}/mitmachbox?q={{search_term_string}}", config.public_url),
                "query-input": "required name=search_term_string",
            },
        })),
    }
}

/// The legal page at this German path.
pub fn legal_page(config: &Config, path: &str, lang: &'static str) -> Option<Page> {
    let page = match path {
        "impressum" => LegalPage::Imprint,
        "datenschutz" => LegalPage::Privacy,
        "barrierefreiheit" => LegalPage::Accessibility,
        "lotse" => LegalPage::Pathfinder,
        _ => return None,
    };
    let text = legal_text(config, page, lang);
    Some(Page {
        lang,
        content: format!("<main><h1>{}</h1>{}</main>", escape(&text.title), text.body.html),
        description: text.title.clone(),
        title: text.title,
        path: format!("/{path}"),
        data: None,
        json_ld: None,
    })
}
