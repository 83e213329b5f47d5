//! Two to four formats side by side.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use mitwirken_shared::formats::{Format, FormatComparison};
use mitwirken_shared::vocabulary::Vocabulary as _;

use super::card::{level_words, modes};
use crate::lang::{t, tr, word};
use crate::ui::{self, Stepper, icon, small, text};
use crate::{numbers, site_map};

/// For how many people costs are compared at first.
const PEOPLE: u32 = 60;

/// The comparison that the address names.
#[component]
fn Compare() -> impl IntoView {
    ui::entered(&t("compare-title"));
    let search = use_location().search;
    let slugs = Memo::new(move |_| {
        let search = search.get();
        let pairs = search.trim_start_matches('?').split('&');
        pairs.filter_map(|pair| pair.strip_prefix("slug=")).map(str::to_owned).collect::<Vec<_>>()
    });
    let people = RwSignal::new(PEOPLE);
    move || {
        if slugs.with(Vec::len) < 2 {
            return view! {
                <div class="wrap"><div class="state"><h1 tabindex="-1">{t("compare-title")}</h1><p>{t("compare-too-few")}</p>
                    <div class="btn-row"><a class="kern-btn kern-btn--primary" href=site_map::formats()><span class="kern-label">{t("missing-formats")}</span></a></div></div></div>
            }
            .into_any();
        }
        let path = move || {
            let query = slugs.get().iter().map(|slug| format!("slug={slug}")).collect::<Vec<_>>().join("&");
            format!("/formats/compare?{query}")
        };
        ui::loaded(path, move |comparison: FormatComparison| {
            table(comparison.items, slugs.get_untracked(), people)
        })
    }
}

type Cell = Box<dyn Fn(&Format) -> AnyView>;

fn table(formats: Vec<Format>, slugs: Vec<String>, people: RwSignal<u32>) -> AnyView {
    let notice = ui::notices();
    let navigate = site_map::navigator();
    let shown = Signal::derive(move || Some(people.get()));
    let heads = formats.iter().map(|format| {
        let rest = slugs.iter().filter(|slug| **slug != format.slug).cloned().collect::<Vec<_>>();
        let address = site_map::compare(&rest);
        let name = format.title.text.clone();
        view! {
            <th class="kern-table__header" scope="col"><div class="compare__format">
                <span class="kind">{word("kind", format.kind.as_str())}</span>
                <span class="compare__name"><a href=site_map::format(&format.slug)>{text(format.title.clone())}</a></span>
                <button type="button" class="kern-btn kern-btn--tertiary" on:click=move |_| navigate.go(&address, false)>{small("close")}<span class="kern-label">{t("compare-remove")}<span class="kern-sr-only">": "{name}</span></span></button>
            </div></th>
        }
    }).collect_view();
    let list = |items: Vec<String>| {
        view! { <ul>{items.into_iter().map(|item| view! { <li>{item}</li> }).collect_view()}</ul> }.into_any()
    };
    let rows: Vec<(String, Cell)> = vec![
        (t("compare-where"), Box::new(|format: &Format| modes(format.modes.clone()))),
        (t("level-label"), Box::new(|format: &Format| level_words(format.level).into_any())),
        (t("fact-people"), Box::new(|format: &Format| numbers::range(format.group_size.range()).into_any())),
        (
            t("fact-duration"),
            Box::new(|format: &Format| numbers::duration(format.duration.minutes).into_any()),
        ),
        (t("fact-lead"), Box::new(|format: &Format| numbers::lead(format.lead_days).into_any())),
        (t("fact-staff"), Box::new(|format: &Format| numbers::hours(format.staff_hours.total()).into_any())),
        (
            t("fact-cost"),
            Box::new(move |format: &Format| {
                let cost = format.cost_eur;
                (move || numbers::euro(cost.at(people.get()))).into_any()
            }),
        ),
        (
            t("fact-facilitation"),
            Box::new(|format: &Format| word("skill", format.facilitation.skill.as_str()).into_any()),
        ),
        (
            t("filter-purpose"),
            Box::new(move |format: &Format| {
                list(format.purposes.iter().map(|purpose| word("purpose", purpose.as_str())).collect())
            }),
        ),
        (t("fits-yes"), Box::new(move |format: &Format| list(format.when_to_use.items.clone()))),
        (t("fits-no"), Box::new(move |format: &Format| list(format.when_not_to_use.items.clone()))),
        (t("strengths"), Box::new(move |format: &Format| list(format.strengths.items.clone()))),
        (t("weaknesses"), Box::new(move |format: &Format| list(format.weaknesses.items.clone()))),
        (t("section-outputs"), Box::new(move |format: &Format| list(format.outputs.items.clone()))),
    ];
    let body = rows.into_iter().map(|(name, cell)| view! {
        <tr><th class="kern-table__header" scope="row">{name}</th>{formats.iter().map(|format| view! { <td>{cell(format)}</td> }).collect_view()}</tr>
    }).collect_view();
    view! {
        {ui::crumbs(vec![(site_map::formats(), t("nav-formats"))], t("compare-title").into_any())}
        <div class="wrap">
            <div class="page-head"><h1 tabindex="-1">{tr("compare-heading", &[("count", formats.len().into())])}</h1>
                <p class="page-head__lead">{move || tr("compare-lead", &[("count", people.get().into())])}</p></div>
            <div class="compare-tools"><div class="field-unit"><label class="kern-label" for="compare-people">{t("compare-people")}</label>
                <Stepper id="compare-people" value=shown step=10 start=PEOPLE on_change=move |number| people.set(number.unwrap_or(PEOPLE))/></div>
                <div class="btn-row">
                    {ui::print_button("kern-btn--secondary")}
                    <button type="button" class="kern-btn kern-btn--secondary" on:click=move |_| ui::copy_link(notice)>{icon("link")}<span class="kern-label">{t("action-copy")}</span></button>
                </div>
            </div>
            <div class="compare" role="region" aria-label=t("compare-region") tabindex="0"><table class="compare__table"><caption>{t("compare-title")}</caption>
                <thead><tr><td class="compare__corner"></td>{heads}</tr></thead><tbody>{body}</tbody></table></div>
        </div>
    }
    .into_any()
}

/// The comparison, for a module of its own.
pub fn compare_view() -> AnyView {
    view! { <Compare/> }.into_any()
}
