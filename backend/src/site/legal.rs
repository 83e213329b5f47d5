//! The pages that the law wants, made from the settings or from the city's own files.

use std::collections::BTreeMap;

use mitwirken_shared::l10n::RichText;
use mitwirken_shared::site::{LegalPage, LegalText};
use mitwirken_shared::vocabulary::Vocabulary as _;

use crate::config::{Config, KEYS};
use crate::markdown;
use crate::texts::{self, Args};

/// The page in `lang`. A file of the city's replaces our text; a setting that is missing leaves a
/// visible gap, because an invented imprint would be worse.
pub fn legal_text(config: &Config, page: LegalPage, lang: &str) -> LegalText {
    let name = page.as_str();
    let own = config
        .site_pages_dir
        .0
        .as_ref()
        .and_then(|folder| std::fs::read_to_string(folder.join(format!("{name}.{lang}.md"))).ok());
    let (markdown, missing) = match own {
        Some(markdown) => (markdown, Vec::new()),
        None => from_settings(config, name, lang),
    };
    LegalText {
        page,
        title: texts::get(lang, &format!("legal-{name}-title"), &Args::new()),
        body: RichText {
            html: markdown::to_html(&markdown),
            markdown,
            lang: lang.to_owned(),
            translations: None,
        },
        missing,
    }
}

fn from_settings(config: &Config, name: &str, lang: &str) -> (String, Vec<String>) {
    let gap = texts::get(lang, "legal-gap", &Args::new());
    let values = BTreeMap::from([
        ("site_city", &config.site_city),
        ("site_operator", &config.site_operator),
        ("site_represented_by", &config.site_represented_by),
        ("site_email", &config.site_email),
        ("site_phone", &config.site_phone),
        ("site_privacy_officer", &config.site_privacy_officer),
        ("site_privacy_authority", &config.site_privacy_authority),
        ("site_accessibility_authority", &config.site_accessibility_authority),
        ("site_accessibility_checked", &config.site_accessibility_checked),
    ]);
    let needed: &[&str] = match name {
        "pathfinder" => &["site_email", "site_phone"],
        "imprint" => &["site_city", "site_operator", "site_represented_by", "site_email", "site_phone"],
        "privacy" => &["site_city", "site_operator", "site_privacy_officer", "site_privacy_authority"],
        _ => &[
            "site_city",
            "site_email",
            "site_phone",
            "site_accessibility_authority",
            "site_accessibility_checked",
        ],
    };
    let missing = KEYS
        .iter()
        .filter(|key| needed.contains(&key.name))
        .filter(|key| values.get(key.name).is_some_and(|value| value.is_empty()))
        .map(crate::config::Key::variable)
        .collect();
    let mut args = Args::new();
    for (key, value) in values {
        let text = if value.is_empty() {
            gap.clone()
        } else {
            // Two spaces and a line end are a line break in Markdown.
            value.split(" | ").map(plain).collect::<Vec<_>>().join("  \n")
        };
        args.insert(key, text);
    }
    args.insert("public_url", config.public_url.to_string());
    (texts::get(lang, &format!("legal-{name}-body"), &args), missing)
}

/// A setting is plain text: what Markdown would take for markup is escaped.
fn plain(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|') {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}
