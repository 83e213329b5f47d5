//! The content files: shipped, imported, exported; and what every text must be.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use mitwirken::content::export::export;
use mitwirken::content::{self, ImportError, read_folder, shipped};
use mitwirken::db::{Db, Origin};
use mitwirken::ids::Ids;
use mitwirken_shared::concepts::ConceptKind;
use mitwirken_shared::formats::Mode;
use mitwirken_tests::{TestApp, TestDatabase};

fn shipped_folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../backend/content"))
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

#[tokio::test]
async fn what_is_exported_imports_as_nothing_new_and_exports_the_same_again() {
    let app = TestApp::start().await;
    let first = app.database().folder().join("first");
    let second = app.database().folder().join("second");
    let files = export(&app.app().db, &first).await.expect("an export");
    assert!(files >= 18, "{files}");
    let bundle = read_folder(&first).expect("what we wrote we can read");
    assert_eq!(bundle.formats, shipped().expect("shipped content").formats);

    let database = TestDatabase::new().await;
    let db = Db::open(database.url()).await.expect("a database");
    db.migrate().await.expect("a schema");
    let now = app.app().clock.now();
    let report = content::import(&db, &bundle, Origin::Local, Ids, now).await.expect("an import");
    assert_eq!(report.inserted, files);
    let again = content::import(&db, &bundle, Origin::Local, Ids, now).await.expect("an import");
    assert_eq!((again.inserted, again.updated, again.unchanged), (0, 0, files));
    export(&db, &second).await.expect("an export");
    for folder in ["formats", "examples", "guides", "concepts"] {
        for entry in std::fs::read_dir(first.join(folder)).expect("a folder") {
            let path = entry.expect("an entry").path();
            let other = second.join(folder).join(path.file_name().expect("a name"));
            let read = |path: &Path| std::fs::read_to_string(path).expect("a file");
            assert_eq!(read(&path), read(&other), "{}", path.display());
        }
    }
    db.close().await;
}

#[tokio::test]
async fn a_bad_file_names_file_line_and_field_and_nothing_is_imported() {
    let database = TestDatabase::new().await;
    let db = Db::open(database.url()).await.expect("a database");
    db.migrate().await.expect("a schema");
    for (good, bad, field) in [
        ("kind = \"method\"", "kind = \"methodical\"", "/kind"),
        ("slug = \"world-cafe\"", "slug = \"world-cafe\"\ncolour = \"red\"", "colour"),
        ("max = 200, ideal = 40", "max = 2, ideal = 40", "/group_size"),
        ("[[sources]]\nkey = \"kompass\"", "[[sources]]\nkey = \"other\"", "/facts/"),
        ("title.en = \"World café\"", "title.en = \"World café", "world-cafe.toml"),
    ] {
        let folder = database.folder().join(uuid::Uuid::from_u128(good.len() as u128).to_string());
        copy(shipped_folder(), &folder);
        let file = folder.join("formats/world-cafe.toml");
        let text = std::fs::read_to_string(&file).expect("a file");
        assert!(text.contains(good), "{good}");
        std::fs::write(&file, text.replacen(good, bad, 1)).expect("written");
        let issues = match read_folder(&folder) {
            Err(issues) => issues,
            Ok(bundle) => {
                match content::import(&db, &bundle, Origin::Local, Ids, mitwirken::clock::Clock::System.now())
                    .await
                {
                    Err(ImportError::Content(issues)) => issues,
                    other => panic!("{bad}: {other:?}"),
                }
            }
        };
        let said = issues.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        assert!(said.contains("world-cafe.toml") && said.contains(field), "{bad}: {said}");
        assert!(issues.iter().all(|issue| issue.line.is_some()), "{said}");
    }
    let empty = content::export::export(&db, &database.folder().join("empty")).await.expect("an export");
    assert_eq!(empty, 0);
    db.close().await;
}

#[test]
fn there_are_sixty_six_formats_twenty_examples_and_guides_six_concepts_and_six_ideas() {
    let bundle = shipped().expect("shipped content");
    assert!(bundle.formats.len() >= 66, "{}", bundle.formats.len());
    assert!(bundle.examples.len() >= 20, "{}", bundle.examples.len());
    assert!(bundle.guides.len() >= 20, "{}", bundle.guides.len());
    let ideas = bundle.concepts.values().filter(|concept| concept.kind == ConceptKind::Idea).count();
    assert!(ideas >= 6, "{ideas}");
    assert!(bundle.concepts.len() - ideas >= 6, "{}", bundle.concepts.len());
}

/// Every text of the content in one language, with where it stands.
fn texts(lang: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for folder in ["formats", "examples", "guides", "concepts"] {
        for entry in std::fs::read_dir(shipped_folder().join(folder)).expect("a folder") {
            let path = entry.expect("an entry").path();
            let text = std::fs::read_to_string(&path).expect("a file");
            let table = text.parse::<toml::Table>().expect("TOML");
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            collect(&toml::Value::Table(table), lang, &name, &mut found);
        }
    }
    found
}

fn collect(value: &toml::Value, lang: &str, place: &str, found: &mut Vec<(String, String)>) {
    match value {
        toml::Value::Table(table) => {
            for (key, value) in table {
                let place = format!("{place}/{key}");
                match value {
                    toml::Value::String(text) if key == lang => found.push((place, text.clone())),
                    toml::Value::Array(items) if key == lang => {
                        found.extend(
                            items.iter().filter_map(|item| Some((place.clone(), item.as_str()?.to_owned()))),
                        );
                    }
                    other => collect(other, lang, &place, found),
                }
            }
        }
        toml::Value::Array(items) => items.iter().for_each(|item| collect(item, lang, place, found)),
        _ => {}
    }
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['.', '!', '?', '\n']).map(|part| part.trim().trim_start_matches(['-', '*', '„', '“', ' ']))
}

fn words(sentence: &str) -> usize {
    sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

#[test]
fn no_sentence_stands_in_two_places() {
    let mut seen = HashMap::<String, String>::new();
    let mut twice = Vec::new();
    for lang in ["de", "de-simple"] {
        for (place, text) in texts(lang) {
            let file = place.split('/').next().unwrap_or_default().to_owned();
            for sentence in sentences(&text).filter(|sentence| words(sentence) >= 5) {
                if let Some(other) = seen.insert(sentence.to_lowercase(), file.clone())
                    && other != file
                {
                    twice.push(format!("{other} and {file}: {sentence}"));
                }
            }
        }
    }
    assert!(twice.is_empty(), "{}", twice.join("\n"));
}

#[test]
fn einfache_sprache_keeps_its_rules() {
    const SUBJUNCTIVES: [&str; 12] = [
        "würde", "würden", "könnte", "könnten", "wäre", "wären", "hätte", "hätten", "sollte", "sollten",
        "müsste", "dürfte",
    ];
    let mut broken = Vec::new();
    for (place, text) in texts("de-simple") {
        for sentence in sentences(&text) {
            let length = words(sentence);
            if length > 12 {
                broken.push(format!("{place}: {length} words: {sentence}"));
            }
            let lower = sentence.to_lowercase();
            let mut parts = lower.split(|c: char| !c.is_alphanumeric());
            if parts.any(|word| SUBJUNCTIVES.contains(&word)) {
                broken.push(format!("{place}: subjunctive: {sentence}"));
            }
            for word in
                sentence.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|w| !w.contains('-'))
            {
                if word.chars().count() > 20 {
                    broken.push(format!("{place}: a compound without hyphens: {word}"));
                }
            }
        }
        if text.contains(['(', ')', ';']) {
            broken.push(format!("{place}: brackets or semicolons"));
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn at_least_twenty_five_formats_rest_on_pages_of_two_publishers_that_somebody_read() {
    let bundle = shipped().expect("shipped content");
    let resting = bundle
        .formats
        .values()
        .filter(|format| {
            let seen = format.sources.iter().filter(|source| source.seen && source.url.is_some());
            seen.map(|source| source.publisher.as_str()).collect::<HashSet<_>>().len() >= 2
        })
        .count();
    assert!(resting >= 25, "{resting}");
}

#[test]
fn every_format_has_two_relations_and_a_mutual_one_is_written_once() {
    let bundle = shipped().expect("shipped content");
    let mut degree = HashMap::<&str, usize>::new();
    let mut written = HashSet::new();
    for format in bundle.formats.values() {
        for relation in &format.relations {
            assert!(bundle.formats.contains_key(&relation.format), "{}: {}", format.slug, relation.format);
            assert_ne!(relation.format, format.slug, "a relation to itself");
            *degree.entry(&format.slug).or_default() += 1;
            *degree.entry(&relation.format).or_default() += 1;
            let mut pair = [format.slug.as_str(), relation.format.as_str()];
            pair.sort_unstable();
            assert!(
                written.insert((relation.kind, pair)),
                "{:?} between {pair:?} stands in both files",
                relation.kind
            );
        }
    }
    for slug in bundle.formats.keys() {
        assert!(degree.get(slug.as_str()).copied().unwrap_or_default() >= 2, "{slug} stands alone");
    }
}

#[test]
fn every_format_without_a_digital_mode_names_its_contactless_twin_or_why_there_is_none() {
    let bundle = shipped().expect("shipped content");
    for format in bundle.formats.values().filter(|format| !format.modes.contains(&Mode::Digital)) {
        let contactless = format.contactless.as_ref();
        let contactless = contactless.unwrap_or_else(|| panic!("{} says nothing", format.slug));
        match &contactless.format {
            Some(twin) => assert!(
                bundle.formats.get(twin).is_some_and(|twin| twin.modes.contains(&Mode::Digital)),
                "{}: {twin} isn't digital",
                format.slug
            ),
            None => assert!(!contactless.reason.german().is_empty(), "{} gives no reason", format.slug),
        }
    }
}
