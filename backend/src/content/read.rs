//! Reads content files: syntax, shape, and what each document must be by itself.

use std::collections::BTreeMap;
use std::path::Path;

use serde::de::DeserializeOwned;

use super::issue::{FileIssue, Issues};
use super::locate::{Located, line_at};
use crate::concepts::{self, ConceptDocument};
use crate::examples::{self, ExampleDocument};
use crate::formats::{self, FormatDocument};
use crate::guides::{self, GuideDocument};

/// A set of content, read and checked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bundle {
    /// Formats by slug.
    pub formats: BTreeMap<String, FormatDocument>,
    /// Practice examples by slug.
    pub examples: BTreeMap<String, ExampleDocument>,
    /// Guides by slug.
    pub guides: BTreeMap<String, GuideDocument>,
    /// Concepts and ideas by slug.
    pub concepts: BTreeMap<String, ConceptDocument>,
    /// Path and text of each file by folder and slug, to name lines later.
    files: BTreeMap<(String, String), (String, String)>,
}

/// The folders of the four kinds, in the order in which they refer to each other.
pub const FOLDERS: [&str; 4] = ["formats", "examples", "guides", "concepts"];

impl Bundle {
    /// Reads one file; `path` is `<folder>/<slug>.toml` and decides the kind.
    pub fn add(&mut self, path: &str, source: &str) -> Result<(), Vec<FileIssue>> {
        let mut parts = path.rsplit('/');
        let stem = parts.next().and_then(|name| name.strip_suffix(".toml")).unwrap_or_default();
        let folder = parts.next().unwrap_or_default();
        self.files.insert((folder.to_owned(), stem.to_owned()), (path.to_owned(), source.to_owned()));
        match folder {
            "formats" => {
                let document =
                    read::<FormatDocument>(path, stem, source, formats::check, |format| &format.slug)?;
                self.formats.insert(document.slug.clone(), document);
            }
            "examples" => {
                let document =
                    read::<ExampleDocument>(path, stem, source, examples::check, |example| &example.slug)?;
                self.examples.insert(document.slug.clone(), document);
            }
            "guides" => {
                let document = read::<GuideDocument>(path, stem, source, guides::check, |guide| &guide.slug)?;
                self.guides.insert(document.slug.clone(), document);
            }
            "concepts" => {
                let document =
                    read::<ConceptDocument>(path, stem, source, concepts::check, |concept| &concept.slug)?;
                self.concepts.insert(document.slug.clone(), document);
            }
            _ => {
                return Err(vec![FileIssue {
                    file: path.to_owned(),
                    line: None,
                    field: String::new(),
                    message: "content lies in one of the folders formats, examples, guides, concepts"
                        .to_owned(),
                }]);
            }
        }
        Ok(())
    }
}

impl Bundle {
    /// Something wrong at `pointer` of the file of this folder and slug.
    pub(super) fn issue(&self, folder: &str, slug: &str, pointer: String, message: String) -> FileIssue {
        let file = self.files.get(&(folder.to_owned(), slug.to_owned()));
        FileIssue {
            file: file.map_or_else(|| format!("{folder}/{slug}.toml"), |(path, _)| path.clone()),
            line: file
                .and_then(|(_, source)| Located::parse(source))
                .and_then(|located| located.line(&pointer)),
            field: pointer,
            message,
        }
    }
}

/// Reads all TOML files in the folders `formats`, `examples`, `guides` and `concepts` below `folder`.
///
/// # Errors
/// Everything that is wrong with any of the files; nothing is returned then.
pub fn read_folder(folder: &Path) -> Result<Bundle, Vec<FileIssue>> {
    let mut bundle = Bundle::default();
    let mut problems = Vec::new();
    let mut found = 0;
    for kind in FOLDERS {
        let Ok(entries) = std::fs::read_dir(folder.join(kind)) else {
            continue;
        };
        let mut paths = entries
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
            .collect::<Vec<_>>();
        paths.sort();
        for path in paths {
            found += 1;
            let name = path.display().to_string();
            match std::fs::read_to_string(&path) {
                Ok(source) => {
                    if let Err(mut wrong) = bundle.add(&name, &source) {
                        problems.append(&mut wrong);
                    }
                }
                Err(error) => problems.push(whole(&name, error.to_string())),
            }
        }
    }
    if found == 0 {
        problems.push(whole(
            &folder.display().to_string(),
            "there is no TOML file in formats/, examples/, guides/ or concepts/ of this folder".to_owned(),
        ));
    }
    if problems.is_empty() { Ok(bundle) } else { Err(problems) }
}

fn whole(file: &str, message: String) -> FileIssue {
    FileIssue { file: file.to_owned(), line: None, field: String::new(), message }
}

fn read<T: DeserializeOwned>(
    path: &str,
    stem: &str,
    source: &str,
    check: fn(&T) -> Issues,
    slug: fn(&T) -> &str,
) -> Result<T, Vec<FileIssue>> {
    let document = toml::from_str::<T>(source).map_err(|error| {
        let offset = error.span().map(|span| span.start);
        vec![FileIssue {
            file: path.to_owned(),
            line: offset.map(|offset| line_at(source, offset)),
            field: offset
                .and_then(|offset| Some(Located::parse(source)?.pointer_at(offset)))
                .unwrap_or_default(),
            message: error.message().to_owned(),
        }]
    })?;
    let mut issues = check(&document);
    issues.unless(slug(&document) == stem, "/slug", "the slug and the file's name must be the same");
    if issues.0.is_empty() {
        return Ok(document);
    }
    let located = Located::parse(source);
    Err(issues
        .0
        .into_iter()
        .map(|issue| FileIssue {
            file: path.to_owned(),
            line: located.as_ref().and_then(|located| located.line(&issue.pointer)),
            field: issue.pointer,
            message: issue.message,
        })
        .collect())
}
