//! Checks that every kind of content shares: slugs, texts, sources.

use std::collections::BTreeSet;

use mitwirken_shared::l10n::{ENGLISH, GERMAN, SIMPLE_GERMAN};

use super::issue::Issues;
use crate::l10n::{L10n, L10nList};
use crate::source::SourceDocument;

/// The longest summary, in characters: it must fit on a card.
const LONGEST_SUMMARY: usize = 220;
/// The longest slug.
const LONGEST_SLUG: usize = 80;

/// A slug is lower-case ASCII letters and digits in groups joined by single hyphens.
pub fn slug(issues: &mut Issues, slug: &str) {
    let fine = slug.len() <= LONGEST_SLUG
        && slug.split('-').all(|part| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        });
    issues.unless(
        fine,
        "/slug",
        "a slug is at most 80 lower-case letters a–z, digits and single hyphens, e.g. `world-cafe`",
    );
}

/// Title and summary: German and English, the summary short.
pub fn heading(issues: &mut Issues, title: &L10n, summary: &L10n) {
    for (pointer, text) in [("/title", title), ("/summary", summary)] {
        german(issues, pointer, text);
        if text.get(ENGLISH).is_none() {
            issues.push(format!("{pointer}/en"), "write it in English too");
        }
    }
    for (lang, text) in &summary.0 {
        if text.chars().count() > LONGEST_SUMMARY {
            issues.push(
                format!("/summary/{lang}"),
                format!("at most {LONGEST_SUMMARY} characters, this has {}", text.chars().count()),
            );
        }
    }
}

/// A text that must exist in German and be clean in every language.
pub fn german(issues: &mut Issues, pointer: &str, text: &L10n) {
    if text.get(GERMAN).is_none() {
        issues.push(format!("{pointer}/de"), "write it in German");
    }
    optional(issues, pointer, text);
}

/// A text that may be absent, but must be clean where it exists.
pub fn optional(issues: &mut Issues, pointer: &str, text: &L10n) {
    for (lang, text) in &text.0 {
        language(issues, pointer, lang);
        clean(issues, &format!("{pointer}/{lang}"), text);
    }
}

/// A list that has between `min` and `max` entries in German.
pub fn list(issues: &mut Issues, pointer: &str, list: &L10nList, min: usize, max: usize) {
    let count = list.get(GERMAN).len();
    if !(min..=max).contains(&count) {
        issues.push(format!("{pointer}/de"), format!("write {min} to {max} entries, there are {count}"));
    }
    for (lang, items) in &list.0 {
        language(issues, pointer, lang);
        for (position, text) in items.iter().enumerate() {
            clean(issues, &format!("{pointer}/{lang}/{position}"), text);
        }
    }
}

/// Every source has a key of its own, a title, a publisher, and an address if it was seen.
pub fn sources(issues: &mut Issues, sources: &[SourceDocument]) {
    let mut keys = BTreeSet::new();
    for (position, source) in sources.iter().enumerate() {
        let at = |field: &str| format!("/sources/{position}/{field}");
        if !keys.insert(source.key.as_str()) {
            issues.push(at("key"), "another source has this key");
        }
        clean(issues, &at("title"), &source.title);
        clean(issues, &at("publisher"), &source.publisher);
        match &source.url {
            Some(url) => web_address(issues, &at("url"), url),
            None if source.seen => {
                issues.push(at("url"), "a page that was seen has an address");
            }
            None => {}
        }
    }
}

/// An `http` or `https` address without spaces.
pub fn web_address(issues: &mut Issues, pointer: &str, url: &str) {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let fine = rest.is_some_and(|rest| {
        !rest.is_empty() && !rest.contains(|c: char| c.is_whitespace() || c.is_control())
    });
    issues.unless(fine, pointer, "an address starts with https:// or http://");
}

fn language(issues: &mut Issues, pointer: &str, lang: &str) {
    let fine = lang == SIMPLE_GERMAN
        || lang.split('-').enumerate().all(|(position, part)| {
            let length = if position == 0 { 2..=3 } else { 2..=8 };
            length.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        });
    issues.unless(
        fine,
        &format!("{pointer}/{lang}"),
        "this is no language tag such as `de`, `en` or `de-simple`",
    );
}

fn clean(issues: &mut Issues, pointer: &str, text: &str) {
    if text.trim().is_empty() {
        issues.push(pointer, "this text is empty");
    } else if text.trim() != text.trim_end_matches('\n') {
        issues.push(pointer, "this text begins or ends with spaces");
    } else if text.chars().any(|c| c.is_control() && c != '\n') {
        issues.push(pointer, "this text contains control characters");
    }
}
