//! What is chosen, to be taken away one by one; and what to take away when nothing fits.

use leptos::prelude::*;
use mitwirken_shared::formats::Relaxation;

use super::facets::value_name;
use super::query::{QueryState, filters, without_filters};
use crate::lang::{t, tr};
use crate::query_string::QueryString;
use crate::ui::{icon, small};

/// The chosen filters.
pub fn chips(state: QueryState) -> AnyView {
    (move || {
        let filters = state.now.with(filters);
        (!filters.is_empty()).then(|| {
            let items = filters
                .into_iter()
                .map(|(name, value)| {
                    let label = value_name(&name, &value);
                    view! {
                        <li><button type="button" class="chip" on:click=move |_| state.change(|query| query.toggled(&name, &value))>
                            {label}{small("close")}<span class="kern-sr-only">": "{t("chip-remove")}</span>
                        </button></li>
                    }
                })
                .collect_view();
            view! {
                <ul class="chips list-chips" aria-label=t("chips-label")>{items}
                    <li><button type="button" class="chip chip--quiet" on:click=move |_| state.change(without_filters)>{t("chips-reset")}</button></li>
                </ul>
            }
        })
    })
    .into_any()
}

/// Nothing fits: what would.
pub fn empty(state: QueryState, relaxations: Vec<Relaxation>) -> AnyView {
    let rows = relaxations
        .into_iter()
        .map(|relaxation| {
            let parameter = relaxation.parameter;
            let dropped = state.now.with_untracked(|query| {
                let chosen = filters(query).into_iter().filter(|(name, _)| *name == parameter);
                let names = chosen.map(|(name, value)| value_name(&name, &value)).collect::<Vec<_>>();
                if parameter == "q" { query.get("q").unwrap_or_default().to_owned() } else { names.join(", ") }
            });
            view! {
                <li class="empty__row">
                    <button type="button" class="chip" on:click=move |_| state.change(|query| query.with(&parameter, None))>
                        {tr("empty-without", &[("what", dropped.into())])}{small("close")}
                    </button>
                    <span class="empty__gain">{tr("empty-gain", &[("count", relaxation.total.into())])}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="empty" aria-labelledby="empty-heading">
            <h2 id="empty-heading">{t("empty-title")}</h2><p>{t("empty-text")}</p>
            <ul class="empty__list">{rows}</ul>
            <div class="btn-row"><button type="button" class="kern-btn kern-btn--primary"
                on:click=move |_| state.change(|_| QueryString::default())>
                {icon("refresh")}<span class="kern-label">{t("empty-reset")}</span>
            </button></div>
        </section>
    }
    .into_any()
}
