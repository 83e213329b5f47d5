//! One page's own words.

use std::fmt::Write as _;

use mitwirken_shared::l10n::LocalizedText;
use serde_json::Value;

use super::assets::Shell;
use crate::texts::{self, Args};

/// What the server knows of a page.
#[derive(Clone, Debug)]
pub struct Page {
    /// Language of the page.
    pub lang: &'static str,
    /// Its title, without the portal's name.
    pub title: String,
    /// One or two sentences for search engines and previews.
    pub description: String,
    /// Its path in German, e.g. `/mitmachbox/world-cafe`; English pages lie under `/en`.
    pub path: String,
    /// schema.org data.
    pub json_ld: Option<Value>,
    /// What the app will ask the API for first (a path below `/api/v1`), so that the browser fetches it
    /// beside the app instead of after it.
    pub data: Option<String>,
    /// Its content as readable HTML, safe to put into the page.
    pub content: String,
}

/// Text for HTML, also within quotes.
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

impl Page {
    /// The page of a list: its texts are `page-<kind>-title` and `-description`, its entries have a slug below
    /// `path`, a title and a summary.
    pub fn list<'entries>(
        lang: &'static str,
        kind: &str,
        path: &str,
        entries: impl Iterator<Item = (&'entries str, LocalizedText, LocalizedText)>,
    ) -> Self {
        let title = texts::get(lang, &format!("page-{kind}-title"), &Args::new());
        let prefix = if lang == "en" { "/en" } else { "" };
        let mut content = format!("<main><h1>{}</h1><ul>", escape(&title));
        for (slug, title, summary) in entries {
            let (title, summary) = (escape(&title.text), escape(&summary.text));
            let _ = write!(content, "<li><a href=\"{prefix}{path}/{slug}\">{title}</a>: {summary}</li>");
        }
        content.push_str("</ul></main>");
        Self {
            lang,
            description: texts::get(lang, &format!("page-{kind}-description"), &Args::new()),
            path: path.to_owned(),
            data: None,
            json_ld: None,
            content,
            title,
        }
    }

    /// The elements of `<head>` that differ from page to page. The app's pages exist in both
    /// languages and name each other; a document exists once.
    pub(super) fn head(&self, shell: Shell, site_name: &str, base: &str) -> String {
        let title = if self.title.is_empty() {
            escape(site_name)
        } else {
            format!("{} – {}", escape(&self.title), escape(site_name))
        };
        let description = escape(&self.description);
        let german = format!("{}{}", escape(base), escape(&self.path));
        let english_path = if self.path == "/" { "" } else { self.path.as_str() };
        let english = format!("{}/en{}", escape(base), escape(english_path));
        let (canonical, alternates) = match shell {
            Shell::Document => (&german, String::new()),
            Shell::App => (
                if self.lang == "en" { &english } else { &german },
                format!(
                    "<link rel=\"alternate\" hreflang=\"de\" href=\"{german}\">\n\
                     <link rel=\"alternate\" hreflang=\"en\" href=\"{english}\">\n"
                ),
            ),
        };
        let mut head = format!(
            "<title>{title}</title>\n\
             <meta name=\"description\" content=\"{description}\">\n\
             <link rel=\"canonical\" href=\"{canonical}\">\n\
             {alternates}\
             <meta property=\"og:title\" content=\"{title}\">\n\
             <meta property=\"og:description\" content=\"{description}\">\n"
        );
        if let Some(path) = &self.data {
            let address = escape(&format!("/api/v1{path}?lang={}", self.lang));
            let _ = writeln!(
                head,
                "<link rel=\"preload\" href=\"{address}\" as=\"fetch\" type=\"application/json\" crossorigin>"
            );
        }
        if let Some(data) = &self.json_ld {
            // `<` would let a text end the script element.
            let json = data.to_string().replace('<', "\\u003c");
            let _ = writeln!(head, "<script type=\"application/ld+json\">{json}</script>");
        }
        head
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hostile_title_stays_text_everywhere() {
        let page = Page {
            lang: "de",
            title: "</title><script>alert(1)</script>".to_owned(),
            description: "\"><img src=x>".to_owned(),
            path: "/".to_owned(),
            data: None,
            json_ld: Some(serde_json::json!({ "name": "</script><script>alert(1)</script>" })),
            content: String::new(),
        };
        let head = page.head(Shell::App, "mitWIRken", "https://example.org");
        assert_eq!(head.matches("<script").count(), 1, "{head}");
        assert!(!head.contains("<img"), "{head}");
    }
}
