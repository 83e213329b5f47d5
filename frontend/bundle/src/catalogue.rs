//! Fluent files to one flat catalogue per language, which the app's small resolver reads.
//!
//! A message becomes a string, or a list of strings and objects: `{"a": name}` is an argument,
//! `{"s": name, "v": {key: pattern}, "d": key}` chooses by an argument's plural form or value.

use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;
use serde_json::{Map, Value, json};

use crate::{Failure, files};

/// The languages of the app.
pub(crate) const LANGUAGES: [&str; 2] = ["de", "en"];
/// Files that only the server reads.
const SERVER_ONLY: [&str; 6] =
    ["advice.ftl", "pathfinder.ftl", "plain_language.ftl", "planning.ftl", "problems.ftl", "server.ftl"];

/// Files for the pages behind signing in: a catalogue of their own, so that residents' first visit stays
/// small.
const BEHIND_SIGN_IN: [&str; 2] = ["account.ftl", "administration.ftl"];

/// Which texts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Those that every page may need.
    First,
    /// Those of the pages behind signing in.
    More,
}

/// The catalogue of the language in `folder`.
pub(crate) fn read(folder: &Path, part: Part) -> Result<Map<String, Value>, Failure> {
    let mut texts = Map::new();
    for file in files::all(folder)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let behind = BEHIND_SIGN_IN.contains(&name.as_str());
        if SERVER_ONLY.contains(&name.as_str()) || behind != (part == Part::More) {
            continue;
        }
        let resource = parser::parse(std::fs::read_to_string(&file)?)
            .map_err(|(_, errors)| format!("{}: {errors:?}", file.display()))?;
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let key = message.id.name;
            let value = message.value.ok_or_else(|| format!("{name}: {key} has no text"))?;
            let text =
                pattern(&value).ok_or_else(|| format!("{name}: {key} uses what the app cannot resolve"))?;
            if texts.insert(key.clone(), text).is_some() {
                return Err(format!("{name}: {key} is there twice").into());
            }
        }
    }
    Ok(texts)
}

fn pattern(pattern: &Pattern<String>) -> Option<Value> {
    let mut parts = Vec::new();
    for element in &pattern.elements {
        parts.push(match element {
            PatternElement::TextElement { value } => json!(value),
            PatternElement::Placeable { expression } => placeable(expression)?,
        });
    }
    match parts.as_slice() {
        [Value::String(text)] => Some(json!(text)),
        _ => Some(Value::Array(parts)),
    }
}

fn placeable(expression: &Expression<String>) -> Option<Value> {
    match expression {
        Expression::Inline(InlineExpression::VariableReference { id }) => Some(json!({ "a": id.name })),
        Expression::Inline(InlineExpression::StringLiteral { value }) => Some(json!(value)),
        Expression::Select { selector: InlineExpression::VariableReference { id }, variants } => {
            let mut choices = Map::new();
            let mut default = String::new();
            for variant in variants {
                let key = match &variant.key {
                    VariantKey::Identifier { name } => name,
                    VariantKey::NumberLiteral { value } => value,
                };
                if variant.default {
                    default.clone_from(key);
                }
                choices.insert(key.clone(), self::pattern(&variant.value)?);
            }
            Some(json!({ "s": id.name, "v": choices, "d": default }))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::{Path, PathBuf};

    use serde_json::{Map, Value};

    use super::{LANGUAGES, Part, read};
    use crate::files;

    fn root() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
    }

    fn arguments(text: &Value, found: &mut BTreeSet<String>) {
        match text {
            Value::Array(parts) => parts.iter().for_each(|part| arguments(part, found)),
            Value::Object(part) => {
                found.extend(["a", "s"].iter().filter_map(|key| part.get(*key)?.as_str()).map(str::to_owned));
                if let Some(Value::Object(choices)) = part.get("v") {
                    choices.values().for_each(|choice| arguments(choice, found));
                }
            }
            _ => {}
        }
    }

    /// Both parts; a key in both would be a fault.
    fn both(lang: &str) -> Map<String, Value> {
        let folder = root().join("shared/locales").join(lang);
        let mut texts = read(&folder, Part::First).unwrap();
        for (key, text) in read(&folder, Part::More).unwrap() {
            assert!(texts.insert(key.clone(), text).is_none(), "{key} is in both catalogues");
        }
        texts
    }

    #[test]
    fn every_text_exists_in_every_language_with_the_same_arguments() {
        let catalogues = LANGUAGES.map(both);
        let [german, english] = &catalogues;
        let keys = |texts: &Map<String, Value>| texts.keys().cloned().collect::<BTreeSet<_>>();
        assert_eq!(keys(german), keys(english));
        for (key, text) in german {
            let (mut one, mut other) = (BTreeSet::new(), BTreeSet::new());
            arguments(text, &mut one);
            arguments(&english[key], &mut other);
            assert_eq!(one, other, "{key}");
        }
    }

    #[test]
    fn every_text_is_used_and_every_used_text_exists() {
        let texts = both("de");
        let code = files::joined(&root().join("frontend/src"), "rs").unwrap();
        for key in texts.keys() {
            // Words of a vocabulary are named by `<vocabulary>-<word>`, put together at run time.
            let vocabulary = key
                .match_indices('-')
                .filter_map(|(at, _)| key.get(..at))
                .any(|start| code.contains(&format!("word(\"{start}\"")));
            assert!(vocabulary || code.contains(&format!("\"{key}\"")), "{key} is not used");
        }
        for call in ["t(\"", "tr(\""] {
            let calls = code.match_indices(call).filter(|(at, _)| {
                // `set("…` ends in `t("`, too.
                let before = code.get(..*at).and_then(|before| before.chars().next_back());
                before.is_none_or(|before| !before.is_alphanumeric() && before != '_')
            });
            for (at, _) in calls {
                let piece = &code[at + call.len()..];
                let key = piece.split('"').next().unwrap();
                let looks_like_key = key.contains('-')
                    && key.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c.is_ascii_digit());
                assert!(!looks_like_key || texts.contains_key(key), "{key} does not exist");
            }
        }
    }
}
