//! The collection as a booklet: a cover, then every format on one sheet.

use leptos::prelude::*;
use mitwirken_shared::formats::Format;

use super::named;
use crate::formats::sheet;
use crate::lang::{t, tr};
use crate::query_string::QueryString;
use crate::ui::{self, icon};
use crate::{api, site_map};

/// The booklet of the formats that the address names.
pub fn booklet(query: &QueryString) -> AnyView {
    let slugs = named(query);
    let title = query.get("title").map_or_else(|| t("collection-shared"), str::to_owned);
    ui::entered_part(&title, "booklet");
    let back = site_map::shared_collection(&slugs, query.get("title").unwrap_or_default());
    let count = tr("collection-shared-text", &[("count", slugs.len().into())]);
    let sheets = slugs.into_iter().map(one).collect_view();
    view! {
        {ui::crumbs(vec![(site_map::formats(), t("nav-formats"))], title.clone().into_any())}
        <div class="wrap booklet">
            <header class="booklet__cover"><h1 tabindex="-1">{title}</h1><p class="page-head__lead">{count}</p>
                <p class="booklet__note">{t("collection-licence")}</p>
                <p class="btn-row no-print">
                    {ui::print_button("kern-btn--primary btn--sun")}
                    <a class="kern-btn kern-btn--secondary" href=back>{icon("arrow-left")}<span class="kern-label">{t("collection-back")}</span></a>
                </p>
            </header>
            {sheets}
        </div>
    }
    .into_any()
}

/// One sheet. A format that is gone says so in its place and leaves the rest of the booklet as it is.
fn one(slug: String) -> AnyView {
    let path = format!("/formats/{}", api::encoded(&slug));
    let answer = api::answer(move || path.clone());
    let format = api::read::<Format>(answer);
    (move || match format.get() {
        None => ui::loading(t("loading")),
        Some(Ok(format)) => sheet(format),
        Some(Err(problem)) if problem.is_missing => {
            view! { <p class="collection__gone">{slug.clone()}" – "{t("collection-gone")}</p> }.into_any()
        }
        Some(Err(problem)) => ui::failure(problem, move || answer.refetch()),
    })
    .into_any()
}
