//! The texts of the page's language. One language per page load: switching is a link to the other
//! address, so nothing here is reactive.

use std::cell::{OnceCell, RefCell};

use js_sys::{Array, Intl, Object, Reflect};
use serde_json::{Map, Value};
use wasm_bindgen::{JsCast as _, JsValue};

struct Texts {
    lang: String,
    texts: RefCell<Map<String, Value>>,
    plurals: Intl::PluralRules,
}

thread_local! {
    static TEXTS: OnceCell<Texts> = const { OnceCell::new() };
}

/// A value within a text.
pub enum Arg {
    /// As it is.
    Text(String),
    /// Written in the reader's way, and able to choose a plural form.
    Number(f64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(f64::from(number))
    }
}

impl From<u64> for Arg {
    #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
    fn from(number: u64) -> Self {
        Self::Number(number as f64)
    }
}

impl From<usize> for Arg {
    #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
    fn from(number: usize) -> Self {
        Self::Number(number as f64)
    }
}

/// Fetches the texts of the language that the page is in.
///
/// # Errors
/// The server cannot be reached.
pub async fn load() -> Result<(), JsValue> {
    let root = leptos::prelude::document().document_element();
    let lang = root.and_then(|root| root.get_attribute("lang")).unwrap_or_else(|| "de".to_owned());
    let address = format!("{}texts.{lang}.json", base());
    let body = crate::api::exchange("GET", &address, &[], None).await?.body;
    let texts = serde_json::from_str(&body).map_err(|_| JsValue::NULL)?;
    let plurals = Intl::PluralRules::new(&Array::of1(&JsValue::from_str(&lang)), &Object::new());
    TEXTS.with(|kept| {
        // It runs once; a second call would change nothing.
        let _ = kept.set(Texts { lang, texts: RefCell::new(texts), plurals });
    });
    Ok(())
}

/// Fetches the texts that only the pages behind signing in need, once.
///
/// # Errors
/// The server cannot be reached.
pub async fn load_more() -> Result<(), JsValue> {
    thread_local! {
        static LOADED: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
    }
    if LOADED.get() {
        return Ok(());
    }
    let address = format!("{}more.{}.json", base(), lang());
    let body = crate::api::exchange("GET", &address, &[], None).await?.body;
    let more: Map<String, Value> = serde_json::from_str(&body).map_err(|_| JsValue::NULL)?;
    TEXTS.with(|kept| {
        if let Some(texts) = kept.get() {
            texts.texts.borrow_mut().extend(more);
        }
    });
    LOADED.set(true);
    Ok(())
}

/// Where the files of this version lie, with a slash at the end.
pub fn base() -> String {
    let body = leptos::prelude::document().body();
    body.and_then(|body| body.get_attribute("data-base")).unwrap_or_else(|| "/".to_owned())
}

/// BCP 47 tag of the page's language.
pub fn lang() -> String {
    TEXTS.with(|kept| kept.get().map_or_else(|| "de".to_owned(), |texts| texts.lang.clone()))
}

/// The text under `key`.
pub fn t(key: &str) -> String {
    tr(key, &[])
}

/// The text under `key` with values in it. A key that is missing shows itself: a test forbids it.
pub fn tr(key: &str, args: &[(&str, Arg)]) -> String {
    TEXTS.with(|kept| {
        let Some(texts) = kept.get() else { return String::new() };
        texts.texts.borrow().get(key).map_or_else(|| key.to_owned(), |text| texts.resolve(text, args))
    })
}

/// What people call a word of the API.
pub fn word(vocabulary: &str, word: &str) -> String {
    t(&format!("{vocabulary}-{word}"))
}

/// `lang` for a text whose language differs from the page's.
pub fn other(text_lang: &str) -> Option<String> {
    (text_lang != lang()).then(|| text_lang.to_owned())
}

impl Texts {
    fn resolve(&self, text: &Value, args: &[(&str, Arg)]) -> String {
        let find = |name: &str| args.iter().find(|(arg, _)| *arg == name).map(|(_, value)| value);
        match text {
            Value::String(text) => text.clone(),
            Value::Array(parts) => parts.iter().map(|part| self.resolve(part, args)).collect(),
            Value::Object(part) => {
                if let Some(name) = part.get("a").and_then(Value::as_str) {
                    return match find(name) {
                        Some(Arg::Text(text)) => text.clone(),
                        Some(Arg::Number(number)) => crate::numbers::decimal(*number),
                        None => String::new(),
                    };
                }
                let selector = part.get("s").and_then(Value::as_str).unwrap_or_default();
                let choice = |key: &str| part.get("v").and_then(|choices| choices.get(key));
                let found = match find(selector) {
                    Some(Arg::Number(number)) => choice(&number.to_string())
                        .or_else(|| choice(&self.plurals.select(*number).as_string()?)),
                    Some(Arg::Text(text)) => choice(text),
                    None => None,
                };
                let default = part.get("d").and_then(Value::as_str).unwrap_or_default();
                found.or_else(|| choice(default)).map(|text| self.resolve(text, args)).unwrap_or_default()
            }
            _ => String::new(),
        }
    }
}

/// The country's way to write dates: the English here is British.
fn locale() -> &'static str {
    if lang() == "en" { "en-GB" } else { "de-DE" }
}

/// `YYYY-MM-DD` (or RFC 3339) as people write it.
pub fn day(date: &str) -> String {
    let options = Object::new();
    for (name, value) in [("day", "numeric"), ("month", "long"), ("year", "numeric"), ("timeZone", "UTC")] {
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    let parsed = js_sys::Date::new(&JsValue::from_str(date));
    if parsed.get_time().is_nan() {
        return date.to_owned();
    }
    parsed.to_locale_date_string(locale(), options.unchecked_ref()).into()
}

/// A moment (RFC 3339) as people write it, in the city's time.
pub fn moment(at: &str) -> String {
    let options = Object::new();
    for (name, value) in [("dateStyle", "medium"), ("timeStyle", "short"), ("timeZone", "Europe/Berlin")] {
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    let parsed = js_sys::Date::new(&JsValue::from_str(at));
    if parsed.get_time().is_nan() {
        return at.to_owned();
    }
    parsed.to_locale_string(locale(), options.unchecked_ref()).into()
}
