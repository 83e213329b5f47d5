//! Imprint, privacy, accessibility, and the guide to people's rights: texts that the city fills in.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use mitwirken_shared::site::LegalText;

use crate::app::Missing;
use crate::lang::tr;
use crate::ui::{self, icon};

fn api_name(page: &str) -> Option<&'static str> {
    match page {
        "impressum" => Some("imprint"),
        "datenschutz" => Some("privacy"),
        "barrierefreiheit" => Some("accessibility"),
        "lotse" => Some("pathfinder"),
        _ => None,
    }
}

/// One of them.
#[component]
fn Legal() -> impl IntoView {
    let params = use_params_map();
    let page = Memo::new(move |_| params.with(|params| params.get("page").and_then(|page| api_name(&page))));
    move || match page.get() {
        None => view! { <Missing/> }.into_any(),
        Some(page) => ui::loaded(move || format!("/pages/{page}"), show),
    }
}

fn show(legal: LegalText) -> AnyView {
    ui::entered(&legal.title);
    let missing = (!legal.missing.is_empty()).then(|| {
        let keys = legal.missing.join(", ");
        view! {
            <div class="kern-alert kern-alert--warning" role="note"><div class="kern-alert__header">
                {icon("warning")}<p class="kern-title">{tr("legal-missing", &[("keys", keys.into())])}</p>
            </div></div>
        }
    });
    view! {
        {ui::crumbs(Vec::new(), legal.title.clone().into_any())}
        <div class="wrap"><article class="text-page">
            {ui::page_head(legal.title, None)}
            {missing}
            <div class="prose" inner_html=legal.body.html></div>
        </article></div>
    }
    .into_any()
}

/// The page, for a module of its own.
pub fn view() -> AnyView {
    view! { <Legal/> }.into_any()
}
