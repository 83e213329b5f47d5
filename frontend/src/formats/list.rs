//! The Mitmachbox: everything that fits, with filters beside it (on phones in a sheet).

use leptos::html::Dialog;
use leptos::prelude::*;
use mitwirken_shared::formats::{Facets, FormatPage, FormatSort, FormatSummary};
use mitwirken_shared::vocabulary::Vocabulary as _;

use super::card::card;
use super::chips::{chips, empty};
use super::facets::filters;
use super::query::{QueryState, filters as chosen_filters, without_filters};
use super::search::Search;
use crate::lang::{t, tr, word};
use crate::ui::{self, icon};
use crate::{api, site_map};

/// Cards per page.
const LIMIT: u32 = 20;

/// The list.
#[component]
fn List() -> impl IntoView {
    ui::entered(&t("list-title"));
    let state = QueryState::follow();
    let answer = api::answer(move || format!("/formats?limit={LIMIT}&{}", state.now.get().text()));
    let page = api::read::<FormatPage>(answer);
    let facets = Memo::new(move |before: Option<&Facets>| {
        page.with(|page| match page {
            Some(Ok(page)) => page.facets.clone(),
            _ => before.cloned().unwrap_or_default(),
        })
    });
    let total = Memo::new(move |_| page.with(|page| Some(page.as_ref()?.as_ref().ok()?.total)));
    let sheet = NodeRef::<Dialog>::new();
    let active = move || state.now.with(|query| chosen_filters(query).len());
    let count = move || match total.get() {
        None => t("list-loading"),
        Some(total) => match state.now.with(|query| query.get("q").map(str::to_owned)) {
            Some(text) => tr("list-count-for", &[("count", total.into()), ("text", text.into())]),
            None => tr("count-formats", &[("count", total.into())]),
        },
    };
    view! {
        {ui::crumbs(Vec::new(), t("nav-formats").into_any())}
        <div class="wrap">
            <div class="page-head"><h1 tabindex="-1">{t("list-heading")}</h1>
                <div class="list-ways"><Search/>
                    <p class="list-ways__finder">{t("plan-start-text")}" "<a class="kern-btn kern-btn--secondary" href=site_map::finder_with("")>{icon("compass")}<span class="kern-label">{t("plan-start")}</span></a></p></div></div>
            <div class="list-page">
                <aside class="list-page__filters" aria-label=t("filters")>
                    <div class="filters__head"><h2 class="filters__title">{t("filters")}</h2></div>
                    {filters("side", state, facets)}
                </aside>
                <div>
                    <div class="list-bar">
                        <p class="list-bar__count" role="status"><b>{count}</b></p>
                        <button type="button" class="kern-btn kern-btn--secondary list-page__filter-button" aria-haspopup="dialog"
                            on:click=move |_| { if let Some(sheet) = sheet.get_untracked() { let _ = sheet.show_modal(); } }>
                            {icon("filter")}<span class="kern-label">{move || tr("filters-button", &[("count", active().into())])}</span>
                        </button>
                        {sort(state)}
                    </div>
                    {chips(state)}
                    {move || match page.get() {
                        None => ui::loading(t("list-loading")),
                        Some(Err(problem)) => ui::failure(problem, move || answer.refetch()),
                        Some(Ok(first)) if first.items.is_empty() => empty(state, first.relaxations),
                        Some(Ok(first)) => view! { <Results state=state first=first/> }.into_any(),
                    }}
                </div>
            </div>
        </div>
        <dialog class="kern-dialog sheet" aria-labelledby="sheet-title" node_ref=sheet>
            <div class="kern-dialog__header"><h2 class="kern-title filters__title" id="sheet-title">{t("filters")}</h2>
                <button type="button" class="kern-btn kern-btn--tertiary" on:click=move |_| close(sheet)>{icon("close")}<span class="kern-sr-only">{t("filters-close")}</span></button>
            </div>
            <div class="kern-dialog__body">{filters("sheet", state, facets)}</div>
            <div class="kern-dialog__footer">
                <button type="button" class="kern-btn kern-btn--secondary" on:click=move |_| state.change(without_filters)><span class="kern-label">{t("chips-reset")}</span></button>
                <button type="button" class="kern-btn kern-btn--primary" on:click=move |_| close(sheet)><span class="kern-label">{move || tr("filters-show", &[("count", total.get().unwrap_or(0).into())])}</span></button>
            </div>
        </dialog>
    }
}

fn close(sheet: NodeRef<Dialog>) {
    if let Some(sheet) = sheet.get_untracked() {
        sheet.close();
    }
}

fn sort(state: QueryState) -> AnyView {
    let now = move || state.now.with(|query| query.get("sort").unwrap_or("relevance").to_owned());
    view! {
        <div class="list-bar__sort">
            <label class="kern-label" for="sort">{t("sort-label")}</label>
            <div class="kern-form-input__select-wrapper">
                <select class="kern-form-input__select" id="sort" on:change=move |event| {
                    let value = event_target_value(&event);
                    state.change(|query| query.with("sort", (value != "relevance").then_some(value)));
                }>
                    {FormatSort::ALL.iter().map(|order| {
                        let name = order.as_str();
                        view! { <option value=name selected=move || now() == name>{word("sort", name)}</option> }
                    }).collect_view()}
                </select>
            </div>
        </div>
    }
    .into_any()
}

/// The cards, and more of them on demand.
#[component]
fn Results(state: QueryState, first: FormatPage) -> impl IntoView {
    let items = RwSignal::new(first.items);
    let next = RwSignal::new(first.next);
    let busy = RwSignal::new(false);
    let notice = ui::notices();
    let more = move |_| {
        let Some(cursor) = next.get_untracked() else { return };
        let query = state.now.get_untracked().text();
        let shown = items.with_untracked(Vec::len);
        busy.set(true);
        leptos::task::spawn_local(async move {
            let path = format!("/formats?limit={LIMIT}&cursor={}&{query}", api::encoded(&cursor));
            match api::get::<FormatPage>(path).await {
                Ok(page) => {
                    items.update(|items| items.extend(page.items));
                    next.set(page.next);
                    // The button may be gone: reading goes on at the first new card.
                    ui::focus_on(format!(".results > li:nth-child({}) a", shown + 1));
                }
                Err(problem) => ui::tell(notice, format!("{} {}", problem.title, problem.detail)),
            }
            busy.set(false);
        });
    };
    let narrowed =
        move || state.now.with(|query| query.get("q").is_some() || !chosen_filters(query).is_empty());
    view! {
        <ul class="results" aria-label=t("list-title")>
            <For each=move || items.get() key=|format: &FormatSummary| format.slug.clone() let:format>
                <li>{card(format)}</li>
            </For>
        </ul>
        <div class="btn-row">
            {move || next.get().is_some().then(|| view! {
                <button type="button" class="kern-btn kern-btn--secondary" disabled=busy on:click=more><span class="kern-label">{t("list-more")}</span></button>
            })}
            {move || narrowed().then(|| view! {
                <a class="kern-btn kern-btn--tertiary" href=site_map::formats()><span class="kern-label">{t("list-all")}</span></a>
            })}
        </div>
    }
}

/// The list, for a module of its own.
pub fn list_view() -> AnyView {
    view! { <List/> }.into_any()
}
