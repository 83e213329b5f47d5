//! The fields of a JSON body, read so that every wrong one is named at once, as [`super::Query`] does
//! for parameters.

use actix_web::HttpRequest;
use actix_web::http::header;
use chrono::NaiveDate;
use mitwirken_shared::problem::ProblemKind;
use mitwirken_shared::range::Range;
use mitwirken_shared::vocabulary::Vocabulary;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::query::clipped;
use crate::accounts::domain::{LONGEST_EMAIL, is_email};
use crate::problem::{ApiError, Fault};
use crate::texts::Args;

/// The most faults that one answer names: a body can hold tens of thousands, and each costs more to tell than to send.
const MOST_FAULTS: usize = 50;

/// The fields of one object. Ask for each by name, then call [`Fields::finish`].
#[derive(Debug)]
pub struct Fields {
    values: Map<String, Value>,
    asked: Vec<&'static str>,
    unreadable: Vec<Fault>,
    impossible: Vec<Fault>,
}

impl Fields {
    /// Reads the body of a request, which must be one JSON object.
    ///
    /// # Errors
    /// 415 if it says that it is something else, 400 if it is.
    pub fn new(request: &HttpRequest, body: &[u8]) -> Result<Self, ApiError> {
        let media = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let essence = media.unwrap_or_default().split(';').next().unwrap_or_default().trim();
        if !["application/json", "application/merge-patch+json"]
            .iter()
            .any(|ours| essence.eq_ignore_ascii_case(ours))
        {
            return Err(ApiError::new(ProblemKind::UnsupportedMediaType));
        }
        Self::read(body)
    }

    fn read(body: &[u8]) -> Result<Self, ApiError> {
        let refused = |code, args| {
            Err(ApiError::new(ProblemKind::InvalidRequest).with_fields(vec![fault("", code, args)]))
        };
        match serde_json::from_slice::<Value>(body) {
            Ok(Value::Object(values)) => {
                Ok(Self { values, asked: Vec::new(), unreadable: Vec::new(), impossible: Vec::new() })
            }
            Ok(_) => refused("not_an_object", Args::new()),
            Err(error) => refused(
                "not_json",
                Args::from([("line", error.line().to_string()), ("column", error.column().to_string())]),
            ),
        }
    }

    fn given(&mut self, name: &'static str) -> Option<Value> {
        self.asked.push(name);
        self.values.get(name).cloned()
    }

    /// The value of a field that may be left out; `null` says so, too.
    fn take(&mut self, name: &'static str) -> Option<Value> {
        self.given(name).filter(|value| !value.is_null())
    }

    /// The words of a vocabulary, each once, in the vocabulary's order.
    pub fn words<V: Vocabulary>(&mut self, name: &'static str) -> Vec<V> {
        let Some(value) = self.given(name) else {
            return Vec::new();
        };
        let Value::Array(items) = value else {
            self.unreadable.push(fault(&format!("/{name}"), "not_a_list", Args::new()));
            return Vec::new();
        };
        let mut words = Vec::new();
        for (position, item) in items.iter().enumerate() {
            if self.unreadable.len() >= MOST_FAULTS {
                break;
            }
            if let Some(word) = self.parse::<V>(&format!("/{name}/{position}"), item)
                && !words.contains(&word)
            {
                words.push(word);
            }
        }
        words.sort_by_key(|word| word.index());
        words
    }

    /// One word of a vocabulary.
    pub fn word<V: Vocabulary>(&mut self, name: &'static str) -> Option<V> {
        let value = self.take(name)?;
        self.parse(&format!("/{name}"), &value)
    }

    /// [`Self::word`] that must be there.
    pub fn required_word<V: Vocabulary>(&mut self, name: &'static str) -> Option<V> {
        if !self.has(name) {
            self.refuse(name, "missing", Args::new());
        }
        self.word(name)
    }

    /// [`Self::text`] that may be left out, but not be empty.
    pub fn changed_text(&mut self, name: &'static str, longest: usize) -> Option<String> {
        let text = self.text(name, longest)?;
        if text.is_empty() {
            self.refuse(name, "missing", Args::new());
            return None;
        }
        Some(text)
    }

    /// One of a few words.
    pub fn choice(&mut self, name: &'static str, choices: &[&'static str]) -> Option<&'static str> {
        let value = self.take(name)?;
        let choice = choices.iter().copied().find(|choice| value.as_str() == Some(*choice));
        if choice.is_none() {
            let args = Args::from([("value", said(&value)), ("known", choices.join(", "))]);
            self.unreadable.push(fault(&format!("/{name}"), "unknown_value", args));
        }
        choice
    }

    fn parse<V: Vocabulary>(&mut self, pointer: &str, value: &Value) -> Option<V> {
        let word = value.as_str().and_then(V::parse);
        if word.is_none() {
            let known = V::ALL.iter().map(|word| word.as_str()).collect::<Vec<_>>().join(", ");
            let args = Args::from([("value", said(value)), ("known", known)]);
            self.unreadable.push(fault(pointer, "unknown_value", args));
        }
        word
    }

    /// A whole number in `min..=max`.
    pub fn number(&mut self, name: &'static str, min: u32, max: u32) -> Option<u32> {
        let value = self.take(name)?;
        self.whole(&format!("/{name}"), &value, min, max)
    }

    fn whole(&mut self, pointer: &str, value: &Value, min: u32, max: u32) -> Option<u32> {
        let bounds = || Args::from([("min", min.to_string()), ("max", max.to_string())]);
        // 60.0 is a whole number in JSON, too.
        let whole = value.as_f64().filter(|number| number.fract() == 0.0);
        let Some(whole) = whole else {
            let mut args = bounds();
            args.insert("value", said(value));
            self.unreadable.push(fault(pointer, "not_a_number", args));
            return None;
        };
        if !(f64::from(min)..=f64::from(max)).contains(&whole) {
            self.impossible.push(fault(pointer, "out_of_range", bounds()));
            return None;
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "whole, and within the range of u32"
        )]
        Some(whole as u32)
    }

    /// `{ "min": …, "max": … }`, both in `min..=max` and in this order; without `max` it has no end.
    pub fn range(&mut self, name: &'static str, min: u32, max: u32) -> Option<Range> {
        let value = self.take(name)?;
        let pointer = format!("/{name}");
        let Value::Object(ends) = value else {
            self.unreadable.push(fault(&pointer, "not_an_object", Args::new()));
            return None;
        };
        let strangers = ends.keys().filter(|key| !["min", "max"].contains(&key.as_str()));
        for stranger in strangers.take(MOST_FAULTS) {
            let args = Args::from([("name", clipped(stranger)), ("known", "min, max".to_owned())]);
            self.unreadable.push(fault(
                &format!("{pointer}/{}", escaped(stranger)),
                "unknown_parameter",
                args,
            ));
        }
        let given = |key: &str| ends.get(key).filter(|value| !value.is_null());
        let high = match given("max") {
            None => Some(None),
            Some(value) => self.whole(&format!("{pointer}/max"), value, min, max).map(Some),
        };
        let Some(low) = given("min") else {
            self.unreadable.push(fault(&format!("{pointer}/min"), "missing", Args::new()));
            return None;
        };
        let low = self.whole(&format!("{pointer}/min"), low, min, max);
        let range = Range { min: low?, max: high? };
        if !range.is_ordered() {
            self.impossible.push(fault(&format!("{pointer}/max"), "below_min", Args::new()));
            return None;
        }
        Some(range)
    }

    /// `true` or `false`.
    pub fn boolean(&mut self, name: &'static str) -> Option<bool> {
        let value = self.given(name)?;
        if value.as_bool().is_none() {
            self.unreadable.push(fault(&format!("/{name}"), "not_a_boolean", Args::new()));
        }
        value.as_bool()
    }

    /// A calendar day, `YYYY-MM-DD`.
    pub fn day(&mut self, name: &'static str) -> Option<NaiveDate> {
        let value = self.take(name)?;
        // chrono takes "2026-1-5", years of any length, signs and spaces, too.
        let day = value.as_str().filter(|text| text.len() == 10).and_then(|text| {
            NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|day| day.to_string() == text)
        });
        if day.is_none() {
            self.unreadable.push(fault(
                &format!("/{name}"),
                "not_a_day",
                Args::from([("value", said(&value))]),
            ));
        }
        day
    }

    /// Text of at most `longest` characters, trimmed, without control characters but line ends; absent
    /// if it was left out.
    pub fn text(&mut self, name: &'static str, longest: usize) -> Option<String> {
        let value = self.take(name)?;
        let Some(text) = value.as_str() else {
            self.unreadable.push(fault(&format!("/{name}"), "not_text", Args::new()));
            return None;
        };
        let text = text.trim();
        if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
            self.refuse(name, "control_characters", Args::new());
            return None;
        }
        if text.chars().count() > longest {
            self.refuse(name, "too_long", Args::from([("max", longest.to_string())]));
            return None;
        }
        Some(text.to_owned())
    }

    /// [`Self::text`] that must be there and not empty.
    pub fn required_text(&mut self, name: &'static str, longest: usize) -> Option<String> {
        let before = self.impossible.len() + self.unreadable.len();
        let text = self.text(name, longest).filter(|text| !text.is_empty());
        if text.is_none() && self.impossible.len() + self.unreadable.len() == before {
            self.refuse(name, "missing", Args::new());
        }
        text
    }

    /// A secret that somebody typed or a link carried: as it is, never said back.
    pub fn secret(&mut self, name: &'static str, longest: usize) -> Option<String> {
        let value = self.take(name);
        match value.as_ref().map(|value| value.as_str()) {
            Some(Some(text)) if text.chars().count() > longest => {
                self.refuse(name, "too_long", Args::from([("max", longest.to_string())]));
                None
            }
            Some(Some("")) | None => {
                self.refuse(name, "missing", Args::new());
                None
            }
            Some(Some(text)) => Some(text.to_owned()),
            Some(None) => {
                self.unreadable.push(fault(&format!("/{name}"), "not_text", Args::new()));
                None
            }
        }
    }

    /// An e-mail address.
    pub fn email(&mut self, name: &'static str) -> Option<String> {
        let text = self.text(name, LONGEST_EMAIL)?;
        if is_email(&text) {
            return Some(text);
        }
        self.refuse(name, "not_an_email", Args::new());
        None
    }

    /// The id of an object.
    pub fn id(&mut self, name: &'static str) -> Option<Uuid> {
        let value = self.take(name)?;
        let id = value.as_str().and_then(|text| text.parse().ok());
        if id.is_none() {
            self.unreadable.push(fault(&format!("/{name}"), "not_an_id", Args::new()));
        }
        id
    }

    /// Whether a field was given at all, `null` included.
    pub fn has(&self, name: &str) -> bool {
        self.values.contains_key(name)
    }

    /// The fields of an object within the object; faults are told with their whole path by
    /// [`Self::absorb`].
    pub fn object(&mut self, name: &'static str) -> Option<Self> {
        if let Value::Object(values) = self.take(name)? {
            Some(Self { values, asked: Vec::new(), unreadable: Vec::new(), impossible: Vec::new() })
        } else {
            self.unreadable.push(fault(&format!("/{name}"), "not_an_object", Args::new()));
            None
        }
    }

    /// Takes over what was wrong in the object `name`.
    pub fn absorb(&mut self, name: &str, inner: Self) {
        if let Err(error) = inner.finish() {
            let unreadable = error.kind == ProblemKind::InvalidRequest;
            for mut found in error.fields {
                found.pointer = format!("/{name}{}", found.pointer);
                if unreadable { self.unreadable.push(found) } else { self.impossible.push(found) }
            }
        }
    }

    /// Records that a value which could be read is not possible.
    pub fn refuse(&mut self, name: &'static str, code: &'static str, args: Args) {
        self.impossible.push(fault(&format!("/{name}"), code, args));
    }

    /// Everything that was wrong, at once (the first [`MOST_FAULTS`] of it): 400 if something could not be read or is not known, 422 if
    /// values are not possible.
    pub fn finish(mut self) -> Result<(), ApiError> {
        let mut known = self.asked.clone();
        known.sort_unstable();
        let known = known.join(", ");
        let strangers = self.values.keys().filter(|name| !self.asked.contains(&name.as_str()));
        for name in strangers.take(MOST_FAULTS) {
            let args = Args::from([("name", clipped(name)), ("known", known.clone())]);
            self.unreadable.push(fault(&format!("/{}", escaped(name)), "unknown_parameter", args));
        }
        let kind = match (self.unreadable.is_empty(), self.impossible.is_empty()) {
            (true, true) => return Ok(()),
            (true, false) => ProblemKind::InvalidValues,
            (false, _) => ProblemKind::InvalidRequest,
        };
        self.unreadable.append(&mut self.impossible);
        self.unreadable.truncate(MOST_FAULTS);
        Err(ApiError::new(kind).with_fields(self.unreadable))
    }
}

fn fault(pointer: &str, code: &'static str, args: Args) -> Fault {
    Fault { pointer: pointer.to_owned(), code, args }
}

/// A name within a JSON pointer (RFC 6901, section 3), short enough to say it back.
fn escaped(name: &str) -> String {
    clipped(name).replace('~', "~0").replace('/', "~1")
}

/// What people sent, short enough to say it back.
fn said(value: &Value) -> String {
    clipped(value.as_str().map_or_else(|| value.to_string(), str::to_owned).as_str())
}

#[cfg(test)]
mod tests {
    use mitwirken_shared::formats::Mode;
    use proptest::prelude::*;

    use super::*;

    fn fields(body: &str) -> Fields {
        Fields::read(body.as_bytes()).unwrap()
    }

    #[test]
    fn every_wrong_field_is_named_with_its_place() {
        let mut fields = fields(
            r#"{ "modes": ["analog", "sideways", 7], "budget": "much", "people": { "min": 9, "max": 3, "x": 1 },
                 "day": "2026-02-30", "a/b": 1, "crisis": "yes" }"#,
        );
        assert_eq!(fields.words::<Mode>("modes"), [Mode::Analog]);
        assert_eq!(fields.number("budget", 0, 10), None);
        assert_eq!(fields.range("people", 1, 100), None);
        assert_eq!(fields.day("day"), None);
        assert_eq!(fields.boolean("crisis"), None);
        let error = fields.finish().unwrap_err();
        assert_eq!(error.kind, ProblemKind::InvalidRequest);
        let pointers = error.fields.iter().map(|fault| fault.pointer.as_str()).collect::<Vec<_>>();
        for pointer in
            ["/modes/1", "/modes/2", "/budget", "/people/x", "/people/max", "/day", "/a~1b", "/crisis"]
        {
            assert!(pointers.contains(&pointer), "{pointer} is not among {pointers:?}");
        }
    }

    #[test]
    fn what_can_be_read_but_is_not_possible_is_422() {
        let mut fields = fields(r#"{ "budget": 11, "whole": 3.0 }"#);
        assert_eq!(fields.number("budget", 0, 10), None);
        assert_eq!(fields.number("whole", 0, 10), Some(3));
        assert_eq!(fields.finish().unwrap_err().kind, ProblemKind::InvalidValues);
    }

    #[test]
    fn a_null_counts_as_left_out() {
        let mut fields = fields(r#"{ "budget": null, "day": null }"#);
        assert_eq!(fields.number("budget", 0, 10), None);
        assert_eq!(fields.day("day"), None);
        assert!(fields.finish().is_ok());
    }

    #[test]
    fn a_day_has_one_spelling() {
        for text in [" 2026-12-1", "+2026-12-1", "2026-1-05 ", "2026-1-5", "20261201", "+12026-12-01"] {
            let mut fields = Fields::read(serde_json::json!({ "day": text }).to_string().as_bytes()).unwrap();
            assert_eq!(fields.day("day"), None, "{text}");
        }
        assert!(fields(r#"{ "day": "2026-12-01" }"#).day("day").is_some());
    }

    proptest! {
        #[test]
        fn no_body_makes_it_panic(body in proptest::collection::vec(any::<u8>(), 0..200)) {
            if let Ok(mut fields) = Fields::read(&body) {
                fields.words::<Mode>("modes");
                fields.number("n", 0, 10);
                let _ = fields.finish();
            }
        }
    }
}
