//! Numbers, ranges and units as people say them.

use js_sys::Number;
use mitwirken_shared::range::Range;

use crate::lang::{lang, t, tr};

/// Minutes in a working day of eight hours.
const WORKDAY: u32 = 480;

/// A number with the separators of the language.
pub fn decimal(number: f64) -> String {
    Number::from(number).to_locale_string(&lang()).into()
}

/// A whole number with the separators of the language.
pub fn whole(number: u32) -> String {
    decimal(f64::from(number))
}

/// "12–200", "ab 12", "5".
pub fn range(range: Range) -> String {
    scaled(range, 1.0)
}

/// Euro.
pub fn euro(range_: Range) -> String {
    if range_ == Range::new(0, 0) {
        return t("number-free");
    }
    format!("{}\u{a0}€", range(range_))
}

/// Contact time in the unit that makes small numbers.
pub fn duration(minutes: Range) -> String {
    let largest = minutes.max.unwrap_or(minutes.min);
    if largest < 90 {
        tr("number-minutes", &[("range", range(minutes).into())])
    } else if largest <= WORKDAY * 2 {
        counted("number-hours", minutes, 60.0)
    } else {
        counted("number-days", minutes, f64::from(WORKDAY))
    }
}

/// Calendar days in the unit that makes small numbers.
pub fn lead(days: Range) -> String {
    let largest = days.max.unwrap_or(days.min);
    if largest < 14 {
        counted("number-days", days, 1.0)
    } else if largest <= 90 {
        counted("number-weeks", days, 7.0)
    } else {
        counted("number-months", days, 30.0)
    }
}

/// Working hours.
pub fn hours(range_: Range) -> String {
    counted("number-hours", range_, 1.0)
}

fn counted(key: &str, range: Range, unit: f64) -> String {
    let largest = half(f64::from(range.max.unwrap_or(range.min)), unit);
    let only_one = (largest - 1.0).abs() < f64::EPSILON;
    let form = if only_one { "one" } else { "other" };
    tr(key, &[("range", scaled(range, unit).into()), ("form", form.into())])
}

fn scaled(range: Range, unit: f64) -> String {
    let from = decimal(half(f64::from(range.min), unit));
    match range.max {
        None => tr("number-from", &[("from", from.into())]),
        Some(max) => {
            let to = decimal(half(f64::from(max), unit));
            if from == to { from } else { format!("{from}–{to}") }
        }
    }
}

/// In halves below ten, whole above: nobody plans in tenths of an hour.
fn half(value: f64, unit: f64) -> f64 {
    let exact = value / unit;
    if unit <= 1.0 || exact >= 10.0 { exact.round() } else { (exact * 2.0).round().max(1.0) / 2.0 }
}
