//! Formats that somebody picked: a few for a comparison, which this tab remembers, and a collection,
//! which this device keeps. Neither is sent anywhere.

use leptos::prelude::*;

/// The most that can stand side by side.
pub const MOST_COMPARED: usize = 4;
/// The most that a collection holds: more than there are formats.
pub const MOST_KEPT: usize = 200;

/// A picked format.
#[derive(Clone, Debug, PartialEq)]
pub struct Picked {
    /// Its slug.
    pub slug: String,
    /// Its name.
    pub title: String,
}

/// Where a list lives.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Until the tab is closed.
    Tab,
    /// Until somebody clears this device.
    Device,
}

impl Place {
    const fn key(self) -> &'static str {
        match self {
            Self::Tab => "compare",
            Self::Device => "collection",
        }
    }

    const fn most(self) -> usize {
        match self {
            Self::Tab => MOST_COMPARED,
            Self::Device => MOST_KEPT,
        }
    }

    fn storage(self) -> Option<web_sys::Storage> {
        match self {
            Self::Tab => window().session_storage().ok().flatten(),
            Self::Device => window().local_storage().ok().flatten(),
        }
    }

    /// What is remembered; `None` if there is nothing, or no way to ask.
    fn stored(self) -> Option<Vec<Picked>> {
        let kept = self.storage()?.get_item(self.key()).ok()??;
        let picked = kept
            .lines()
            .filter_map(|line| line.split_once('\t'))
            .map(|(slug, title)| Picked { slug: slug.to_owned(), title: title.to_owned() });
        Some(picked.take(self.most()).collect())
    }
}

/// Picked formats, in the order in which they were picked.
#[derive(Clone, Copy)]
pub struct PickList {
    picked: RwSignal<Vec<Picked>>,
    place: Place,
}

#[derive(Clone, Copy)]
struct Compared(PickList);
#[derive(Clone, Copy)]
struct Kept(PickList);

/// Takes up both lists as they are remembered, for every component below.
pub fn provide() {
    provide_context(Compared(PickList::restore(Place::Tab)));
    provide_context(Kept(PickList::restore(Place::Device)));
}

/// The formats picked for a comparison, from any component.
pub fn compare_list() -> PickList {
    expect_context::<Compared>().0
}

/// The collection, from any component.
pub fn collection() -> PickList {
    expect_context::<Kept>().0
}

impl PickList {
    fn restore(place: Place) -> Self {
        Self { picked: RwSignal::new(place.stored().unwrap_or_default()), place }
    }

    /// The picked formats.
    pub fn get(self) -> Vec<Picked> {
        self.picked.get()
    }

    /// Whether this format is picked.
    pub fn has(self, slug: &str) -> bool {
        self.picked.with(|picked| picked.iter().any(|format| format.slug == slug))
    }

    /// Whether no more can be picked.
    pub fn is_full(self) -> bool {
        self.picked.with(|picked| picked.len() >= self.place.most())
    }

    /// Picks it, or puts it back.
    pub fn toggle(self, slug: &str, title: &str) {
        self.change(|picked| {
            if let Some(at) = picked.iter().position(|format| format.slug == slug) {
                picked.remove(at);
            } else if picked.len() < self.place.most() {
                picked.push(Picked { slug: slug.to_owned(), title: title.to_owned() });
            }
        });
    }

    /// Moves it one place towards the beginning.
    pub fn move_up(self, slug: &str) {
        self.change(|picked| {
            if let Some(at) = picked.iter().position(|format| format.slug == slug).filter(|at| *at > 0) {
                picked.swap(at, at - 1);
            }
        });
    }

    fn change(self, change: impl FnOnce(&mut Vec<Picked>)) {
        self.picked.update(|picked| {
            // Another tab may have picked something meanwhile: nobody's is lost.
            if self.place == Place::Device
                && let Some(stored) = self.place.stored()
            {
                *picked = stored;
            }
            change(picked);
        });
        let lines = self.picked.with_untracked(|picked| {
            let lines = picked.iter().map(|format| format!("{}\t{}", format.slug, format.title));
            lines.collect::<Vec<_>>().join("\n")
        });
        if let Some(storage) = self.place.storage() {
            // Storage may be full or forbidden; the list then lasts until the tab is closed.
            let _ = storage.set_item(self.place.key(), &lines);
        }
    }
}
