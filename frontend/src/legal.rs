//! Imprint, privacy, accessibility: texts that the city fills in.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use mitwirken_shared::site::LegalText;

use crate::app::Missing;
use crate::lang::{t, tr};
use crate::{api, ui};

fn api_name(page: &str) -> Option<&'static str> {
    match page {
        "impressum" => Some("imprint"),
        "datenschutz" => Some("privacy"),
        "barrierefreiheit" => Some("accessibility"),
        _ => None,
    }
}

/// One of them.
#[component]
pub fn Legal() -> impl IntoView {
    let params = use_params_map();
    let page = Memo::new(move |_| params.with(|params| params.get("page").and_then(|page| api_name(&page))));
    let text = LocalResource::new(move || {
        let page = page.get().unwrap_or("imprint");
        async move { api::get::<LegalText>(&format!("/pages/{page}")).await }
    });
    move || {
        if page.get().is_none() {
            return view! { <Missing/> }.into_any();
        }
        match text.get() {
            None => ui::loading(t("loading")),
            Some(Err(problem)) => ui::failure(problem, move || text.refetch()),
            Some(Ok(legal)) => {
                ui::entered(&legal.title);
                let missing = (!legal.missing.is_empty()).then(|| {
                    let keys = legal.missing.join(", ");
                    view! { <p class="kern-alert kern-alert--warning" role="note">{tr("legal-missing", &[("keys", keys.into())])}</p> }
                });
                view! {
                    <div class="wrap"><article class="text-page">
                        <div class="page-head"><h1 tabindex="-1">{legal.title}</h1></div>
                        {missing}
                        <div class="prose" inner_html=legal.body.html></div>
                    </article></div>
                }
                .into_any()
            }
        }
    }
}
