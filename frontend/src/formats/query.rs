//! What is searched and filtered, as the address has it: the address is the state.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::api;
use crate::site_map::{self, Navigator, navigator};

/// The pairs of a query string.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query(Vec<(String, String)>);

/// Filters that take a number.
pub const NUMBERS: [&str; 5] =
    ["participants", "duration_max", "lead_days_max", "cost_max", "staff_hours_max"];
/// Filters that take words.
pub const FACETS: [&str; 7] = ["mode", "level", "purpose", "phase", "target_group", "recruitment", "kind"];

impl Query {
    /// Reads the part of an address behind `?`.
    pub fn parse(search: &str) -> Self {
        let decode = |text: &str| -> String {
            js_sys::decode_uri_component(&text.replace('+', " ")).map(Into::into).unwrap_or_default()
        };
        Self(
            search
                .trim_start_matches('?')
                .split('&')
                .filter_map(|pair| pair.split_once('='))
                .map(|(name, value)| (decode(name), decode(value)))
                .filter(|(name, value)| !value.is_empty() && Self::knows(name))
                .collect(),
        )
    }

    fn knows(name: &str) -> bool {
        name == "q" || name == "sort" || FACETS.contains(&name) || NUMBERS.contains(&name)
    }

    /// The query string, without `?`.
    pub fn text(&self) -> String {
        self.0
            .iter()
            .map(|(name, value)| format!("{name}={}", api::encoded(value)))
            .collect::<Vec<_>>()
            .join("&")
    }

    /// The first value of a parameter.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(pair, _)| pair == name).map(|(_, value)| value.as_str())
    }

    /// The number of a parameter.
    pub fn number(&self, name: &str) -> Option<u32> {
        self.get(name)?.parse().ok()
    }

    /// Whether this value is chosen.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.0.iter().any(|(pair, chosen)| pair == name && chosen == value)
    }

    /// How many values of a facet are chosen.
    pub fn count(&self, name: &str) -> usize {
        self.0.iter().filter(|(pair, _)| pair == name).count()
    }

    /// Everything that filters: not the text, not the order.
    pub fn filters(&self) -> Vec<(String, String)> {
        self.0.iter().filter(|(name, _)| name != "q" && name != "sort").cloned().collect()
    }

    /// With this value instead of any other; without the parameter if there is none.
    pub fn with(mut self, name: &str, value: Option<String>) -> Self {
        self.0.retain(|(pair, _)| pair != name);
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            self.0.push((name.to_owned(), value));
        }
        self
    }

    /// With this value chosen, or no longer.
    pub fn toggled(mut self, name: &str, value: &str) -> Self {
        let before = self.0.len();
        self.0.retain(|(pair, chosen)| !(pair == name && chosen == value));
        if self.0.len() == before {
            self.0.push((name.to_owned(), value.to_owned()));
        }
        self
    }

    /// Text and order alone.
    pub fn without_filters(mut self) -> Self {
        self.0.retain(|(name, _)| name == "q" || name == "sort");
        self
    }
}

/// The query of the address, and how to change it.
#[derive(Clone, Copy)]
pub struct QueryState {
    /// As the address has it now.
    pub now: Memo<Query>,
    navigator: Navigator,
}

impl QueryState {
    /// Follows the address.
    pub fn follow() -> Self {
        let search = use_location().search;
        Self { now: Memo::new(move |_| Query::parse(&search.get())), navigator: navigator() }
    }

    /// Changes the address, without a step in the history: "back" leaves the list.
    pub fn change(self, change: impl FnOnce(Query) -> Query) {
        let next = change(self.now.get_untracked());
        self.navigator.go(&site_map::formats_with(&next.text()), true);
    }
}
