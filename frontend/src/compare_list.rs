//! The formats somebody picked for comparing. They survive moving between pages, in this tab.

use leptos::prelude::*;

/// The most that can stand side by side.
pub const MOST: usize = 4;
const KEY: &str = "compare";

/// A picked format.
#[derive(Clone, Debug, PartialEq)]
pub struct Picked {
    /// Its slug.
    pub slug: String,
    /// Its name.
    pub title: String,
}

/// The picked formats, for every component.
#[derive(Clone, Copy)]
pub struct CompareList(RwSignal<Vec<Picked>>);

impl CompareList {
    /// Takes up what this tab remembers.
    pub fn restore() -> Self {
        let kept = storage().and_then(|storage| storage.get_item(KEY).ok()?).unwrap_or_default();
        let picked = kept
            .lines()
            .filter_map(|line| line.split_once('\t'))
            .map(|(slug, title)| Picked { slug: slug.to_owned(), title: title.to_owned() })
            .collect();
        Self(RwSignal::new(picked))
    }

    /// The picked formats.
    pub fn get(self) -> Vec<Picked> {
        self.0.get()
    }

    /// Whether this format is picked.
    pub fn has(self, slug: &str) -> bool {
        self.0.with(|picked| picked.iter().any(|format| format.slug == slug))
    }

    /// Whether no more can be picked.
    pub fn is_full(self) -> bool {
        self.0.with(|picked| picked.len() >= MOST)
    }

    /// Picks it, or puts it back.
    pub fn toggle(self, slug: &str, title: &str) {
        self.0.update(|picked| {
            if let Some(at) = picked.iter().position(|format| format.slug == slug) {
                picked.remove(at);
            } else if picked.len() < MOST {
                picked.push(Picked { slug: slug.to_owned(), title: title.to_owned() });
            }
        });
        let lines = self.0.with_untracked(|picked| {
            picked
                .iter()
                .map(|format| format!("{}\t{}", format.slug, format.title))
                .collect::<Vec<_>>()
                .join("\n")
        });
        if let Some(storage) = storage() {
            // Storage may be full or forbidden; the list then lasts until the tab is closed.
            let _ = storage.set_item(KEY, &lines);
        }
    }
}

/// The list, from any component.
pub fn compare_list() -> CompareList {
    expect_context()
}

fn storage() -> Option<web_sys::Storage> {
    js_sys::Reflect::get(&window(), &"sessionStorage".into()).ok().map(wasm_bindgen::JsCast::unchecked_into)
}
