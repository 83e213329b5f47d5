//! What is searched and filtered, as the address has it.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::query_string::QueryString;
use crate::site_map::{self, Navigator, navigator};

/// Filters that take a number.
pub const NUMBERS: [&str; 5] =
    ["participants", "duration_max", "lead_days_max", "cost_max", "staff_hours_max"];
/// Filters that take words.
pub const FACETS: [&str; 7] = ["mode", "level", "purpose", "phase", "target_group", "recruitment", "kind"];

/// Whether a parameter narrows the list: not the text, not the order.
fn filters_by(name: &str) -> bool {
    FACETS.contains(&name) || NUMBERS.contains(&name)
}

fn knows(name: &str) -> bool {
    name == "q" || name == "sort" || filters_by(name)
}

/// Reads the part of the list's address behind `?`.
pub fn read(search: &str) -> QueryString {
    QueryString::parse(search, knows)
}

/// Everything that filters.
pub fn filters(query: &QueryString) -> Vec<(String, String)> {
    query.pairs().iter().filter(|(name, _)| filters_by(name)).cloned().collect()
}

/// Text and order alone.
pub fn without_filters(query: QueryString) -> QueryString {
    query.only(|name| !filters_by(name))
}

/// The query of the address, and how to change it.
#[derive(Clone, Copy)]
pub struct QueryState {
    /// As the address has it now.
    pub now: Memo<QueryString>,
    navigator: Navigator,
}

impl QueryState {
    /// Follows the address.
    pub fn follow() -> Self {
        let search = use_location().search;
        Self { now: Memo::new(move |_| read(&search.get())), navigator: navigator() }
    }

    /// Changes the address, without a step in the history: "back" leaves the list.
    pub fn change(self, change: impl FnOnce(QueryString) -> QueryString) {
        let next = change(self.now.get_untracked());
        self.navigator.go(&site_map::formats_with(&next.text()), true);
    }
}
