//! One format, whole: a planner reads it, calculates with it, prints it.

use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use mitwirken_shared::formats::Format;
use mitwirken_shared::l10n::GERMAN;
use mitwirken_shared::vocabulary::Vocabulary as _;

use super::calculator::{calculator, materials};
use super::card::modes;
use super::evidence::fact_box;
use super::run_sheet::run_sheet;
use super::schedule::schedule;
use crate::lang::{day, lang, other, t, tr, word};
use crate::pick_list::{collection, compare_list};
use crate::ui::{self, icon, text};
use crate::{api, site_map};

/// From how many letters on a format is printed smaller, so that it stays one sheet of paper.
const DENSE: usize = 2_600;

/// The parts of the page in their order: the fragment of each and the key of its heading.
const SECTIONS: [(&str, &str); 14] = [
    ("passt", "section-fits"),
    ("was", "section-what"),
    ("rechner", "section-calculator"),
    ("ablauf", "section-run"),
    ("material", "section-materials"),
    ("aufgaben", "section-tasks"),
    ("ergebnis", "section-outputs"),
    ("varianten", "section-variants"),
    ("risiken", "section-risks"),
    ("barrieren", "section-access"),
    ("recht", "section-law"),
    ("verwandt", "section-related"),
    ("beispiele", "section-practice"),
    ("quellen", "section-sources"),
];
/// The part that only formats with a law have.
const LAW: &str = "recht";

/// The page of a format.
#[component]
fn Detail() -> impl IntoView {
    let params = use_params_map();
    let slug = Memo::new(move |_| params.with(|params| params.get("slug").unwrap_or_default()));
    let wanted = use_query_map();
    let simple =
        RwSignal::new(wanted.with_untracked(|query| query.get("sprache").as_deref() == Some("einfach")));
    ui::loaded(move || format!("/formats/{}", api::encoded(&slug.get())), move |format| page(format, simple))
}

fn page(format: Format, simple: RwSignal<bool>) -> AnyView {
    ui::entered(&format.title.text);
    let people = RwSignal::new(format.group_size.ideal.unwrap_or(format.group_size.min));
    let crumbs = format.title.clone();
    let dense = is_dense(&format);
    view! {
        {ui::crumbs(vec![(site_map::formats(), t("nav-formats"))], text(crumbs))}
        <div class="wrap"><article class="detail" class:detail--dense=dense>
            {head(&format, simple)}
            <aside class="detail__aside" aria-label=t("detail-aside")>
                {fact_box(&format)}{actions(&format)}
                <nav class="toc" aria-labelledby="toc-title"><h2 class="toc__title" id="toc-title">{t("detail-contents")}</h2>{contents(&format)}</nav>
            </aside>
            <div class="detail__body">
                <details class="kern-accordion toc-phone"><summary class="kern-accordion__header">{t("detail-contents")}</summary>
                    <nav class="kern-accordion__body" aria-label=t("detail-contents")>{contents(&format)}</nav></details>
                {body(format, simple, people)}</div>
        </article></div>
    }
    .into_any()
}

/// Whether so much is printed that it takes smaller letters.
pub fn is_dense(format: &Format) -> bool {
    printed_letters(format) > DENSE
}

fn printed_letters(format: &Format) -> usize {
    let fits =
        format.when_to_use.items.iter().chain(&format.when_not_to_use.items).map(String::len).sum::<usize>();
    let steps = format.steps.iter().map(|step| step.title.text.len() + step.goal.text.len()).sum::<usize>();
    let materials = format.materials.iter().map(|material| material.name.text.len()).sum::<usize>();
    let tasks = format.tasks.iter().map(|task| task.text.text.len()).sum::<usize>();
    fits + steps + materials + tasks
}

fn head(format: &Format, simple: RwSignal<bool>) -> AnyView {
    let lead = {
        let (plain, easy) = (format.summary.clone(), format.simple.clone());
        move || match easy.clone() {
            Some(easy) if simple.get() => easy.summary.into_any(),
            _ => text(plain.clone()),
        }
    };
    let switch = format.simple.as_ref().map(|easy| {
        let note = (!easy.tested).then(|| view! { <span class="switch__note">{t("simple-untested")}</span> });
        view! {
            <button type="button" class="switch" role="switch" aria-checked=move || if simple.get() { "true" } else { "false" } on:click=move |_| simple.update(|on| *on = !*on)>
                <span class="switch__track" aria-hidden="true"></span><span>{t("simple-switch")}{note}</span>
            </button>
        }
    });
    let aliases = (!format.aliases.items.is_empty()).then(|| {
        let items = format
            .aliases
            .items
            .clone()
            .into_iter()
            .map(|alias| view! { <li class="tag">{alias}</li> })
            .collect_view();
        view! { <ul class="tags" aria-label=t("aliases")>{items}</ul> }
    });
    view! {
        <header class="detail__head">
            <div class="format-card__top">{modes(format.modes.clone())}<span class="kind">{word("kind", format.kind.as_str())}</span></div>
            <h1 class="detail__title" tabindex="-1">{text(format.title.clone())}</h1>
            <p class="detail__lead">{lead}</p>
            <div class="detail__tools">{switch}{aliases}</div>
        </header>
    }
    .into_any()
}

fn actions(format: &Format) -> AnyView {
    let picked = compare_list();
    let notice = ui::notices();
    let (slug, name) = (format.slug.clone(), format.title.text.clone());
    let is_picked = {
        let slug = slug.clone();
        move || picked.has(&slug)
    };
    let pressed = is_picked.clone();
    let kept = collection();
    let is_kept = {
        let slug = slug.clone();
        move || kept.has(&slug)
    };
    let keep_pressed = is_kept.clone();
    let (keep_slug, keep_name) = (slug.clone(), name.clone());
    let shared = name.clone();
    let data = format!("/api/v1/formats/{}?lang={}", format.slug, lang());
    view! {
        <div class="detail__actions">
            <button type="button" class="kern-btn kern-btn--primary btn--sun" aria-pressed=move || if pressed() { "true" } else { "false" } on:click=move |_| picked.toggle(&slug, &name)>
                {icon("compare")}<span class="kern-label">{move || if is_picked() { t("compare-picked") } else { t("compare-remember") }}</span>
            </button>
            <button type="button" class="kern-btn kern-btn--secondary" aria-pressed=move || if keep_pressed() { "true" } else { "false" } on:click=move |_| kept.toggle(&keep_slug, &keep_name)>
                {icon("flag")}<span class="kern-label">{move || if is_kept() { t("collection-kept") } else { t("collection-keep") }}</span>
            </button>
            {ui::print_button("kern-btn--secondary")}
            <button type="button" class="kern-btn kern-btn--secondary" on:click=move |_| ui::share(notice, &shared)>{icon("share")}<span class="kern-label">{t("action-share")}</span></button>
            <button type="button" class="kern-btn kern-btn--secondary" on:click=move |_| ui::copy_link(notice)>{icon("link")}<span class="kern-label">{t("action-copy")}</span></button>
            <a class="kern-btn kern-btn--secondary" href=data rel="external">{icon("download")}<span class="kern-label">{t("action-data")}</span></a>
        </div>
    }
    .into_any()
}

fn section(id: &'static str, print: bool, content: AnyView) -> AnyView {
    let class = if print { "detail__section detail__section--print" } else { "detail__section" };
    let title = SECTIONS.iter().find(|(known, _)| *known == id).map(|(_, key)| t(key));
    view! { <section class=class id=id aria-labelledby=format!("h-{id}")><h2 id=format!("h-{id}")>{title}</h2>{content}</section> }.into_any()
}

/// Links to the parts of the page.
fn contents(format: &Format) -> AnyView {
    let has_law = format.legal_basis.is_some();
    let parts = SECTIONS.iter().filter(|(id, _)| *id != LAW || has_law);
    let links =
        parts.map(|(id, key)| view! { <li><a href=format!("#{id}") rel="external">{t(key)}</a></li> });
    view! { <ul class="toc__list">{links.collect_view()}</ul> }.into_any()
}

fn body(format: Format, simple: RwSignal<bool>, people: RwSignal<u32>) -> AnyView {
    let fits = fits(&format);
    let one_session = format.duration.sessions.max == Some(1);
    let calculator = calculator(&format, people);
    let materials = materials(&format, people);
    let title = format.title.text.clone();
    let description = {
        let (plain, easy) = (format.description.clone(), format.simple.clone());
        move || match easy.clone() {
            Some(easy) if simple.get() => {
                view! { <div class="prose" lang=other(GERMAN) inner_html=easy.html></div> }.into_any()
            }
            _ => ui::prose(plain.clone()),
        }
    };
    let variants = format.variants.into_iter().map(|variant| view! {
        <details class="kern-accordion"><summary class="kern-accordion__header">{text(variant.title)}</summary>
            <div class="kern-accordion__body"><div class="prose"><p><strong>{text(variant.differs)}</strong></p><p>{text(variant.text)}</p></div></div></details>
    }).collect_view();
    let risks = format.risks.into_iter().map(|risk| view! {
        <div class="risk"><p class="risk__text">{icon("warning")}<span>{text(risk.text)}</span></p><p class="risk__answer">{text(risk.mitigation)}</p></div>
    }).collect_view();
    let relations = format.relations.into_iter().map(|relation| view! {
        <li class="row-link"><span class="row-link__kind">{word("relation", relation.kind.as_str())}</span>
            <a href=site_map::format(&relation.format.slug)>{text(relation.format.title)}</a><span class="row-link__text">{text(relation.note)}</span>{icon("arrow-right")}</li>
    }).collect_view();
    let contactless = format.contactless.map(|contactless| {
        let twin = contactless
            .format
            .map(|twin| view! { <a href=site_map::format(&twin.slug)>{text(twin.title)}</a> });
        view! { <p class="fact__note">{t("contactless")}" "{twin}{contactless.reason.map(text)}</p> }
    });
    let practice = format.examples.into_iter().map(|example| view! {
        <li class="row-link"><span class="row-link__kind">{t("row-example")}" · "{example.place}</span><a href=site_map::example(&example.slug)>{text(example.title)}</a><span class="row-link__text">{text(example.summary)}</span>{icon("arrow-right")}</li>
    }).collect_view();
    let guides = format.guides.into_iter().map(|guide| view! {
        <li class="row-link"><span class="row-link__kind">{word("guide", guide.kind.as_str())}</span><a href=site_map::guide(&guide.slug)>{text(guide.title)}</a><span class="row-link__text">{text(guide.summary)}</span>{icon("arrow-right")}</li>
    }).collect_view();
    let concepts = format.concepts.into_iter().map(|concept| view! {
        <li class="row-link"><span class="row-link__kind">{word("concept-kind", concept.kind.as_str())}</span><a href=site_map::concept(&concept.slug)>{text(concept.title)}</a><span class="row-link__text">{text(concept.summary)}</span>{icon("arrow-right")}</li>
    }).collect_view();
    let law = format.legal_basis.map(|law| section("recht", false, view! { <p>{text(law)}</p> }.into_any()));
    let rights = format.rights.map(|rights| view! { <p class="fact__note">{text(rights)}</p> });
    view! {
        {section("passt", true, fits)}
        {section("was", false, description.into_any())}
        {section("rechner", false, calculator)}
        {section("ablauf", true, run_sheet(format.steps, one_session))}
        {section("material", true, materials)}
        {section("aufgaben", true, schedule(format.tasks, title))}
        {section("ergebnis", false, ui::ticks(format.outputs, "ticks--yes", "flag"))}
        {section("varianten", false, view! { <div class="variants">{variants}</div> }.into_any())}
        {section("risiken", false, risks.into_any())}
        {section("barrieren", false, view! { <div class="prose"><p>{text(format.accessibility)}</p></div> }.into_any())}
        {law}
        {section("verwandt", false, view! { <ul class="row-links">{relations}</ul>{contactless} }.into_any())}
        {section("beispiele", false, view! { <ul class="row-links">{practice}{guides}{concepts}</ul> }.into_any())}
        {section("quellen", false, view! {
            {ui::source_list(format.sources)}
            <p class="fact__note">{t("origin")}" "{text(format.origin)}</p>{rights}
            <p class="fact__note">{tr("updated", &[("day", day(&format.updated_at).into())])}" · "{t("footer-licence")}</p>
        }.into_any())}
    }
    .into_any()
}

fn fits(format: &Format) -> AnyView {
    view! {
        <div class="pair">
            <div class="pair__side pair__side--yes"><h3 class="pair__title"><span class="pair__sign" aria-hidden="true">{icon("check")}</span>{t("fits-yes")}</h3>{ui::ticks(format.when_to_use.clone(), "ticks--yes", "check")}</div>
            <div class="pair__side pair__side--no"><h3 class="pair__title"><span class="pair__sign" aria-hidden="true">{icon("no")}</span>{t("fits-no")}</h3>{ui::ticks(format.when_not_to_use.clone(), "ticks--no", "no")}</div>
        </div>
        <div class="pair">
            <div><h3 class="detail__sub">{t("strengths")}</h3>{ui::ticks(format.strengths.clone(), "ticks--yes", "plus")}</div>
            <div><h3 class="detail__sub">{t("weaknesses")}</h3>{ui::ticks(format.weaknesses.clone(), "ticks--no", "minus")}</div>
        </div>
    }
    .into_any()
}

/// The page, for a module of its own.
pub fn detail_view() -> AnyView {
    view! { <Detail/> }.into_any()
}
