//! The formats picked for comparing, at the bottom of the window.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::lang::{t, tr};
use crate::pick_list::{MOST_COMPARED, compare_list};
use crate::site_map;
use crate::ui::{icon, small};

/// Shows as soon as one format is picked, except where they stand side by side already.
#[component]
pub fn Tray() -> impl IntoView {
    let picked = compare_list();
    let path = use_location().pathname;
    move || {
        let formats = picked.get();
        if formats.is_empty() || path.get().ends_with("/vergleich") {
            return ().into_any();
        }
        let slugs = formats.iter().map(|format| format.slug.clone()).collect::<Vec<_>>();
        let ready = slugs.len() > 1;
        let count = tr("tray-count", &[("count", formats.len().into()), ("most", MOST_COMPARED.into())]);
        let items = formats
            .into_iter()
            .map(|format| {
                let label = tr("tray-remove", &[("title", format.title.clone().into())]);
                let title = format.title.clone();
                view! {
                    <li class="compare-tray__item">{title}
                        <button type="button" class="compare-tray__remove" on:click=move |_| picked.toggle(&format.slug, &format.title)>{small("close")}<span class="kern-sr-only">{label}</span></button>
                    </li>
                }
            })
            .collect_view();
        let go = if ready {
            view! { <a class="kern-btn kern-btn--primary btn--sun" href=site_map::compare(&slugs)>{icon("compare")}<span class="kern-label">{t("tray-compare")}</span></a> }.into_any()
        } else {
            view! { <p class="compare-tray__title">{t("tray-one-more")}</p> }.into_any()
        };
        view! {
            <aside class="compare-tray" aria-label=t("tray-label")><div class="wrap compare-tray__inner">
                <p class="compare-tray__title">{t("tray-title")}" "<span class="compare-tray__count">{count}</span></p>
                <ul class="compare-tray__items">{items}</ul>{go}
            </div></aside>
        }
        .into_any()
    }
}
