//! From CommonMark to HTML that is safe to put into a page.

use std::sync::LazyLock;

use ammonia::Builder;
use comrak::{Options, markdown_to_html};

/// Renders `markdown` and keeps only what a text of ours may contain: no images, no raw HTML, no
/// headings above level 2 (a page has its own first one), links only to the web and to mail addresses.
pub fn to_html(markdown: &str) -> String {
    static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
        let mut builder = Builder::default();
        builder
            .tags(
                [
                    "p",
                    "br",
                    "strong",
                    "em",
                    "ul",
                    "ol",
                    "li",
                    "a",
                    "blockquote",
                    "code",
                    "h2",
                    "h3",
                    "h4",
                    "table",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td",
                    "hr",
                ]
                .into(),
            )
            .url_schemes(["http", "https", "mailto", "tel"].into())
            .link_rel(Some("noopener noreferrer"));
        builder
    });
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.autolink = true;
    CLEANER.clean(&markdown_to_html(markdown, &options)).to_string()
}

#[cfg(test)]
mod tests {
    use super::to_html;

    #[test]
    fn lists_and_emphasis_survive() {
        let html = to_html("**Wichtig:**\n\n- eins\n- zwei");
        assert!(html.contains("<strong>Wichtig:</strong>"), "{html}");
        assert!(html.contains("<li>eins</li>"), "{html}");
    }

    #[test]
    fn scripts_handlers_and_javascript_links_do_not() {
        for hostile in [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "[x](javascript:alert(1))",
            "<a href=\"x\" onclick=\"alert(1)\">x</a>",
        ] {
            let html = to_html(hostile);
            for word in ["<script", "onerror=", "javascript:", "onclick="] {
                assert!(!html.contains(word), "{hostile} gave {html}");
            }
        }
    }
}
