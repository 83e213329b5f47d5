//! Query parameters, read so that every wrong one is named at once.
//!
//! actix's `web::Query` cannot read `mode=a&mode=b` and stops at the first error.

use actix_web::HttpRequest;
use chrono::NaiveDate;
use mitwirken_shared::problem::ProblemKind;
use mitwirken_shared::vocabulary::Vocabulary;
use percent_encoding::percent_decode_str;
use uuid::Uuid;

use crate::problem::{ApiError, Fault};
use crate::texts::Args;

/// The longest query string in bytes.
const LONGEST: usize = 4096;
/// The most pairs; more can only be an attack.
const MOST_PAIRS: usize = 100;

/// The parameters of one request. Ask for each by name, then call [`Query::finish`].
#[derive(Debug)]
pub struct Query {
    pairs: Vec<(String, String)>,
    asked: Vec<&'static str>,
    unreadable: Vec<Fault>,
    impossible: Vec<Fault>,
}

impl Query {
    /// Splits and decodes the query string (`application/x-www-form-urlencoded`).
    ///
    /// # Errors
    /// 414 if it is too long.
    pub fn new(request: &HttpRequest) -> Result<Self, ApiError> {
        let raw = request.query_string();
        if raw.len() > LONGEST {
            return Err(ApiError::new(ProblemKind::UriTooLong));
        }
        let mut query =
            Self { pairs: Vec::new(), asked: Vec::new(), unreadable: Vec::new(), impossible: Vec::new() };
        for pair in raw.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            match (decode(name), decode(value)) {
                (Some(name), Some(value)) => query.pairs.push((name, value)),
                (name, _) => {
                    let name = name.unwrap_or_default();
                    query.unreadable.push(fault(&name, "not_text", []));
                }
            }
        }
        if query.pairs.len() > MOST_PAIRS {
            let most = MOST_PAIRS.to_string();
            query.unreadable.push(fault("", "too_many", [("max", most)]));
            query.pairs.truncate(MOST_PAIRS);
        }
        Ok(query)
    }

    /// The values of a parameter that may be repeated.
    pub fn all(&mut self, name: &'static str) -> Vec<String> {
        self.asked.push(name);
        self.pairs.iter().filter(|(pair, _)| pair == name).map(|(_, value)| value.clone()).collect()
    }

    /// The value of a parameter that may occur once.
    pub fn one(&mut self, name: &'static str) -> Option<String> {
        let mut values = self.all(name);
        if values.len() > 1 {
            self.unreadable.push(fault(name, "repeated", [("name", name.to_owned())]));
        }
        values.pop()
    }

    /// Free text of at most `longest` characters, trimmed; absent if nothing remains.
    pub fn text(&mut self, name: &'static str, longest: usize) -> Option<String> {
        let text = self.one(name)?.trim().to_owned();
        if text.chars().count() > longest {
            self.impossible.push(fault(name, "too_long", [("max", longest.to_string())]));
            return None;
        }
        (!text.is_empty()).then_some(text)
    }

    /// The words of a vocabulary, each once, in the vocabulary's order.
    pub fn words<V: Vocabulary>(&mut self, name: &'static str) -> Vec<V> {
        let mut found = Vec::new();
        for value in self.all(name) {
            match V::parse(&value) {
                Some(word) if !found.contains(&word) => found.push(word),
                Some(_) => {}
                None => self.unknown_value(name, &value, V::ALL.iter().map(|word| word.as_str())),
            }
        }
        found.sort_by_key(|word| word.index());
        found
    }

    /// One word of a vocabulary.
    pub fn word<V: Vocabulary>(&mut self, name: &'static str) -> Option<V> {
        let value = self.one(name)?;
        let word = V::parse(&value);
        if word.is_none() {
            self.unknown_value(name, &value, V::ALL.iter().map(|word| word.as_str()));
        }
        word
    }

    /// One of a few words.
    pub fn choice(&mut self, name: &'static str, choices: &[&'static str]) -> Option<&'static str> {
        let value = self.one(name)?;
        let choice = choices.iter().copied().find(|choice| *choice == value);
        if choice.is_none() {
            self.unknown_value(name, &value, choices.iter().copied());
        }
        choice
    }

    /// A whole number in `min..=max`.
    pub fn number(&mut self, name: &'static str, min: u32, max: u32) -> Option<u32> {
        let value = self.one(name)?;
        let bounds = [("min", min.to_string()), ("max", max.to_string())];
        let digits = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
        match value.parse::<u32>() {
            Ok(number) if (min..=max).contains(&number) => Some(number),
            _ if digits || value.strip_prefix('-').is_some_and(|rest| rest.parse::<u32>().is_ok()) => {
                self.impossible.push(fault(name, "out_of_range", bounds));
                None
            }
            _ => {
                let [low, high] = bounds;
                self.unreadable.push(fault(name, "not_a_number", [("value", clipped(&value)), low, high]));
                None
            }
        }
    }

    /// `true` or `false`.
    pub fn boolean(&mut self, name: &'static str) -> Option<bool> {
        match self.one(name)?.as_str() {
            "true" => Some(true),
            "false" => Some(false),
            _ => {
                self.unreadable.push(fault(name, "not_a_boolean", []));
                None
            }
        }
    }

    /// A calendar day, `YYYY-MM-DD`.
    pub fn day(&mut self, name: &'static str) -> Option<NaiveDate> {
        let value = self.one(name)?;
        let day = NaiveDate::parse_from_str(&value, "%Y-%m-%d").ok().filter(|day| day.to_string() == value);
        if day.is_none() {
            self.unreadable.push(fault(name, "not_a_day", [("value", clipped(&value))]));
        }
        day
    }

    /// The id of an object.
    pub fn id(&mut self, name: &'static str) -> Option<Uuid> {
        let value = self.one(name)?;
        let id = value.parse().ok();
        if id.is_none() {
            self.unreadable.push(fault(name, "not_an_id", []));
        }
        id
    }

    /// Records that a value which could be read is not possible.
    pub fn refuse(&mut self, name: &'static str, code: &'static str, args: Args) {
        self.impossible.push(Fault { pointer: format!("?{name}"), code, args });
    }

    /// Whether anything was wrong so far.
    pub const fn has_faults(&self) -> bool {
        !self.unreadable.is_empty() || !self.impossible.is_empty()
    }

    /// Everything that was wrong, at once: 400 if something could not be read or is not known, 422
    /// if values are not possible.
    pub fn finish(mut self) -> Result<(), ApiError> {
        let mut known = self.asked.clone();
        known.sort_unstable();
        let known = known.join(", ");
        let mut strangers = Vec::<&str>::new();
        for (name, _) in &self.pairs {
            if !self.asked.contains(&name.as_str()) && !strangers.contains(&name.as_str()) {
                strangers.push(name);
                self.unreadable.push(fault(
                    name,
                    "unknown_parameter",
                    [("name", clipped(name)), ("known", known.clone())],
                ));
            }
        }
        let kind = match (self.unreadable.is_empty(), self.impossible.is_empty()) {
            (true, true) => return Ok(()),
            (true, false) => ProblemKind::InvalidValues,
            (false, _) => ProblemKind::InvalidRequest,
        };
        self.unreadable.append(&mut self.impossible);
        Err(ApiError::new(kind).with_fields(self.unreadable))
    }

    fn unknown_value(&mut self, name: &'static str, value: &str, known: impl Iterator<Item = &'static str>) {
        let known = known.collect::<Vec<_>>().join(", ");
        self.unreadable.push(fault(name, "unknown_value", [("value", clipped(value)), ("known", known)]));
    }
}

fn fault<const N: usize>(name: &str, code: &'static str, args: [(&'static str, String); N]) -> Fault {
    Fault { pointer: format!("?{}", clipped(name)), code, args: Args::from(args) }
}

/// What people sent, short enough to say it back.
pub(super) fn clipped(value: &str) -> String {
    if value.chars().count() <= 60 {
        value.to_owned()
    } else {
        value.chars().take(59).chain(['…']).collect()
    }
}

/// Decodes percent signs and plus signs; `None` if it is not UTF-8 or has control characters.
fn decode(encoded: &str) -> Option<String> {
    let spaced = encoded.replace('+', " ");
    let text = percent_decode_str(&spaced).decode_utf8().ok()?.into_owned();
    (!text.chars().any(char::is_control)).then_some(text)
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;
    use mitwirken_shared::formats::Mode;
    use proptest::prelude::*;

    use super::*;

    fn query(raw: &str) -> Query {
        let request = TestRequest::with_uri(&format!("/?{raw}")).to_http_request();
        Query::new(&request).unwrap()
    }

    #[test]
    fn repeated_words_come_once_and_in_order() {
        let mut query = query("mode=hybrid&mode=analog&mode=hybrid");
        assert_eq!(query.words::<Mode>("mode"), [Mode::Analog, Mode::Hybrid]);
        assert!(query.finish().is_ok());
    }

    #[test]
    fn every_wrong_parameter_is_named() {
        let mut query = query("mode=x&limit=abc&surprise=1&participants=0");
        query.words::<Mode>("mode");
        query.number("limit", 1, 100);
        query.number("participants", 1, 1000);
        let error = query.finish().unwrap_err();
        assert_eq!(error.kind, ProblemKind::InvalidRequest);
        let pointers = error.fields.iter().map(|f| f.pointer.as_str()).collect::<Vec<_>>();
        assert_eq!(pointers, ["?mode", "?limit", "?surprise", "?participants"]);
    }

    #[test]
    fn an_impossible_number_alone_is_422() {
        let mut query = query("participants=99999999999999999999");
        query.number("participants", 1, 1000);
        assert_eq!(query.finish().unwrap_err().kind, ProblemKind::InvalidValues);
    }

    proptest! {
        #[test]
        fn no_query_string_makes_it_panic(raw in "[ -~]{0,200}") {
            if let Ok(uri) = format!("/?{raw}").parse::<actix_web::http::Uri>() {
                let request = TestRequest::default().uri(&uri.to_string()).to_http_request();
                if let Ok(mut query) = Query::new(&request) {
                    query.text("q", 200);
                    query.words::<Mode>("mode");
                    query.number("limit", 1, 100);
                    let _ = query.finish();
                }
            }
        }
    }
}
