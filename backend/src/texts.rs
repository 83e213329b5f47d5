//! The server's own words (problems, pages before the app, feeds) from the Fluent files.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use fluent::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use rust_embed::RustEmbed;
use unic_langid::LanguageIdentifier;

/// The languages that we speak to people, the best first.
pub const LANGUAGES: [&str; 2] = ["de", "en"];

/// Arguments of a text.
pub type Args = BTreeMap<&'static str, String>;

#[derive(RustEmbed)]
#[folder = "../shared/locales"]
#[include = "*/advice.ftl"]
#[include = "*/pathfinder.ftl"]
#[include = "*/planning.ftl"]
#[include = "*/problems.ftl"]
#[include = "*/server.ftl"]
#[include = "*/vocabulary.ftl"]
struct Locales;

thread_local! {
    /// One set a thread, because a bundle memoises its formatters and cannot be shared.
    static BUNDLES: RefCell<HashMap<&'static str, FluentBundle<FluentResource>>> =
        RefCell::new(LANGUAGES.iter().map(|lang| (*lang, bundle(lang))).collect());
}

fn bundle(lang: &'static str) -> FluentBundle<FluentResource> {
    let identifier = lang.parse::<LanguageIdentifier>().unwrap_or_default();
    let mut bundle = FluentBundle::new(vec![identifier]);
    // Isolation marks around arguments would end up in JSON and in feeds.
    bundle.set_use_isolating(false);
    for path in Locales::iter().filter(|path| path.starts_with(&format!("{lang}/"))) {
        let Some(file) = Locales::get(&path) else {
            continue;
        };
        let source = String::from_utf8_lossy(&file.data).into_owned();
        // A test parses every file strictly; here the parts that can be read are used.
        let resource = FluentResource::try_new(source).unwrap_or_else(|(partly, _)| partly);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// The value as Fluent takes it: a plain number as a number, so that texts can ask for "one". It is
/// printed as it came; everything else (a leading zero, a separator) stays text.
fn argument(value: &str) -> FluentValue<'static> {
    let plain = value.len() <= 9 && value.bytes().all(|byte| byte.is_ascii_digit());
    match value.parse::<u32>() {
        Ok(number) if plain && number.to_string() == value => FluentValue::from(number),
        _ => FluentValue::from(value.to_owned()),
    }
}

/// The text `key` in `lang` (German for a language we do not have); the key itself if there is no
/// such text, which a test rules out.
pub fn get(lang: &str, key: &str, args: &Args) -> String {
    let lang = LANGUAGES.iter().find(|known| **known == lang).unwrap_or(&"de");
    BUNDLES.with_borrow(|bundles| {
        let formatted = bundles.get(lang).and_then(|bundle| {
            let pattern = bundle.get_message(key)?.value()?;
            let mut values = FluentArgs::new();
            for (name, value) in args {
                values.set(*name, argument(value));
            }
            let mut problems = Vec::new();
            Some(bundle.format_pattern(pattern, Some(&values), &mut problems).into_owned())
        });
        formatted.unwrap_or_else(|| key.to_owned())
    })
}

/// Whether `key` exists in `lang`.
pub fn has(lang: &str, key: &str) -> bool {
    BUNDLES.with_borrow(|bundles| bundles.get(lang).is_some_and(|bundle| bundle.has_message(key)))
}

#[cfg(test)]
mod tests {
    use mitwirken_shared::problem::ProblemKind;

    use super::*;

    #[test]
    fn every_problem_has_a_title_and_a_way_out_in_every_language() {
        for kind in ProblemKind::ALL {
            for lang in LANGUAGES {
                assert!(has(lang, &format!("problem-{}", kind.slug())), "{lang} {kind:?}");
                assert!(has(lang, &format!("problem-{}-detail", kind.slug())), "{lang} {kind:?}");
            }
        }
    }

    #[test]
    fn every_file_is_read_without_a_fault_and_says_the_same_in_both_languages() {
        let keys = |lang: &str| {
            let mut keys = Vec::new();
            for path in Locales::iter().filter(|path| path.starts_with(&format!("{lang}/"))) {
                let source = String::from_utf8(Locales::get(&path).unwrap().data.into_owned()).unwrap();
                if let Err((_, faults)) = FluentResource::try_new(source.clone()) {
                    panic!("{path}: {faults:?}");
                }
                let lines = source.lines().filter_map(|line| line.split_once(" ="));
                keys.extend(lines.map(|(key, _)| key.to_owned()).filter(|key| !key.starts_with([' ', '#'])));
            }
            keys.sort_unstable();
            keys
        };
        assert!(keys("de").len() > 100);
        assert_eq!(keys("de"), keys("en"));
    }

    #[test]
    fn one_is_said_as_one_and_what_only_looks_like_a_number_stays_as_it_was() {
        let count = |count: &str| get("de", "page-count", &Args::from([("count", count.to_owned())]));
        assert_eq!([count("1"), count("2")], ["ein Eintrag", "2 Einträge"]);
        for text in ["007", "1.000", "4294967296", "-1", "1e3", "+1"] {
            assert_eq!(count(text), format!("{text} Einträge"));
        }
    }

    #[test]
    fn an_unknown_language_reads_german() {
        let german = get("de", "problem-not-found", &Args::new());
        assert_eq!(get("tlh", "problem-not-found", &Args::new()), german);
    }
}
