//! How well something is known, and where it is written.

use leptos::prelude::*;
use mitwirken_shared::formats::Confidence;
use mitwirken_shared::source::Source;
use mitwirken_shared::vocabulary::Vocabulary as _;

use super::small;
use crate::lang::{day, t, tr, word};

/// The mark of a confidence.
pub fn trust(confidence: Confidence) -> AnyView {
    let (class, picture) = match confidence {
        Confidence::PageSeen => ("trust trust--seen", "check"),
        Confidence::Reported => ("trust trust--reported", "info"),
        Confidence::Estimate => ("trust trust--estimate", "pencil"),
    };
    view! { <span class=class>{small(picture)}{word("confidence", confidence.as_str())}</span> }.into_any()
}

/// All sources of an object.
pub fn source_list(sources: Vec<Source>) -> AnyView {
    let items = sources
        .into_iter()
        .map(|source| {
            let note = match source.year {
                Some(year) => format!("{}, {year}", source.publisher),
                None => source.publisher,
            };
            let checked = tr("source-checked", &[("day", day(&source.checked).into())]);
            let confidence = if source.seen { Confidence::PageSeen } else { Confidence::Reported };
            let title = match source.url {
                Some(url) => view! { <a href=url rel="external noopener">{source.title}</a> }.into_any(),
                None => source.title.into_any(),
            };
            view! { <li>{title}<span class="fact__note">{note}" · "{checked}</span>{trust(confidence)}</li> }
        })
        .collect_view();
    view! { <ol class="source-list" aria-label=t("source-list")>{items}</ol> }.into_any()
}
