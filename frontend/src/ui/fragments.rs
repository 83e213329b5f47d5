//! Text with what was searched for marked.

use leptos::prelude::*;
use mitwirken_shared::l10n::Fragment;

/// The pieces in a row.
pub fn fragments(pieces: Vec<Fragment>) -> AnyView {
    pieces
        .into_iter()
        .map(|piece| {
            if piece.is_match {
                view! { <mark>{piece.text}</mark> }.into_any()
            } else {
                piece.text.into_any()
            }
        })
        .collect_view()
        .into_any()
}
