//! Formats that never were: the shipped ones, recombined, as many as wanted.

use std::fs;
use std::path::Path;

use toml::{Table, Value};

use mitwirken_tests::load::queries::{Dice, words};

/// Fields that are exchanged among formats.
const MIXED: [&str; 14] = [
    "modes",
    "purposes",
    "phases",
    "target_groups",
    "recruitment",
    "summary",
    "description",
    "outputs",
    "when_to_use",
    "when_not_to_use",
    "strengths",
    "weaknesses",
    "steps",
    "tasks",
];

/// Writes `count` formats to `folder`, which `mitwirken import` takes.
pub fn write(shipped: &Path, folder: &Path, count: usize) {
    let formats = folder.join("formats");
    for name in ["formats", "examples", "guides", "concepts"] {
        fs::create_dir_all(folder.join(name)).expect("a folder");
    }
    let originals = fs::read_dir(shipped.join("formats"))
        .expect("content")
        .flatten()
        .map(|file| fs::read_to_string(file.path()).expect("a file").parse::<Table>().expect("TOML"))
        .collect::<Vec<_>>();
    let words = words(shipped);
    let mut dice = Dice::new(23);
    for number in 0..count {
        let mut format = dice.pick(&originals).clone();
        for field in MIXED {
            if let Some(value) = dice.pick(&originals).get(field) {
                format.insert(field.to_owned(), value.clone());
            }
        }
        let slug = format!("synthetic-{number}");
        let title = format!("{} {} {number}", dice.pick(&words), dice.pick(&words));
        format.insert("slug".to_owned(), Value::String(slug.clone()));
        let title = ["de", "en"].map(|lang| (lang.to_owned(), Value::String(title.clone())));
        format.insert("title".to_owned(), Value::Table(title.into_iter().collect()));
        format.remove("relations");
        let reason = Table::from_iter([(
            "reason".to_owned(),
            Value::Table(Table::from_iter([("de".to_owned(), Value::String("Nur zum Messen.".to_owned()))])),
        )]);
        format.insert("contactless".to_owned(), Value::Table(reason));
        fs::write(formats.join(format!("{slug}.toml")), toml::to_string(&format).expect("TOML"))
            .expect("written");
    }
}
