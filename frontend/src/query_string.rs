//! What stands behind the `?` of an address: the address is the state of a page.

use crate::api;

/// The pairs of a query string, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QueryString(Vec<(String, String)>);

impl QueryString {
    /// Reads the part of an address behind `?`; names that the page does not know and empty values are
    /// left out.
    pub fn parse(search: &str, knows: impl Fn(&str) -> bool) -> Self {
        let decode = |text: &str| -> String {
            js_sys::decode_uri_component(&text.replace('+', " ")).map(Into::into).unwrap_or_default()
        };
        Self(
            search
                .trim_start_matches('?')
                .split('&')
                .filter_map(|pair| pair.split_once('='))
                .map(|(name, value)| (decode(name), decode(value)))
                .filter(|(name, value)| !value.is_empty() && knows(name))
                .collect(),
        )
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

    /// The values of a parameter.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.0.iter().filter(|(pair, _)| pair == name).map(|(_, value)| value.clone()).collect()
    }

    /// Every pair.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.0
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

    /// Only the pairs whose names fit.
    pub fn only(mut self, fits: impl Fn(&str) -> bool) -> Self {
        self.0.retain(|(name, _)| fits(name));
        self
    }
}
