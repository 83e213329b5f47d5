//! What fits, why, what is only just missed, and what goes together.

use leptos::prelude::*;
use mitwirken_shared::formats::{FinderCombination, FinderExclusion, FinderHit, FinderPart, FinderResult};
use mitwirken_shared::vocabulary::Vocabulary as _;

use super::plan::{PlanState, Step, changed};
use super::question::name_of;
use super::what_if::sliders;
use crate::formats::card;
use crate::lang::{t, tr, word};
use crate::query_string::QueryString;
use crate::ui::{self, icon, text};
use crate::{api, numbers, site_map};

/// How many reasons stand open under the best result.
const BEST: usize = 1;

/// The page of the results.
pub fn results(state: PlanState) -> AnyView {
    ui::entered_part(&t("plan-result"), Step::Result.name());
    let answer = api::computed("/formats/finder", move || state.body());
    let result = api::read::<FinderResult>(answer);
    // While a slider moves the last answer stays: nothing may jump.
    let last = Memo::new(move |before: Option<&Option<FinderResult>>| {
        result.with(|result| match result {
            Some(Ok(result)) => Some(result.clone()),
            _ => before.cloned().flatten(),
        })
    });
    let failed =
        Memo::new(move |_| result.with(|result| result.as_ref().and_then(|result| result.clone().err())));
    let notice = ui::notices();
    let lead = move || {
        last.with(|last| {
            let last = last.as_ref()?;
            Some(tr(
                "plan-result-count",
                &[("count", last.total.into()), ("out", last.excluded_total.into())],
            ))
        })
    };
    let body = move || match (failed.get(), last.get()) {
        (Some(problem), _) => ui::failure(problem, move || answer.refetch()),
        (None, None) => ui::loading(t("loading")),
        (None, Some(result)) => found(state, result),
    };
    view! {
        {ui::crumbs(vec![(site_map::formats(), t("nav-formats"))], t("plan-title").into_any())}
        <div class="wrap">
            <div class="page-head"><h1 tabindex="-1">{t("plan-result")}</h1><p class="page-head__lead" role="status">{lead}</p></div>
            <div class="finder-result">
                <aside class="finder-result__plan" aria-label=t("plan-yours")>
                    {sliders(state)}
                    {answers(state)}
                    <div class="btn-row">
                        {ui::print_button("kern-btn--secondary")}
                        <button type="button" class="kern-btn kern-btn--secondary" on:click=move |_| ui::copy_link(notice)>{icon("link")}<span class="kern-label">{t("action-copy")}</span></button>
                    </div>
                </aside>
                <div class="finder-result__list">{body}</div>
            </div>
        </div>
    }
    .into_any()
}

/// What was answered, each with the way back to its question.
fn answers(state: PlanState) -> AnyView {
    let row = move |step: Step| {
        let said = move || {
            let said = state.now.with(|now| answer_of(now, step));
            if said.is_empty() { t("plan-unanswered") } else { said }
        };
        view! {
            <div class="plan__row"><dt>{word("plan-short", step.name())}</dt><dd>{said}</dd>
                <dd class="plan__change"><a href=move || state.address(step)>{t("plan-change")}<span class="kern-sr-only">": "{word("plan-short", step.name())}</span></a></dd></div>
        }
    };
    // On a phone the results come first; the answers are one tap away.
    let is_wide =
        window().match_media("(min-width: 60rem)").ok().flatten().is_some_and(|wide| wide.matches());
    view! {
        <details class="kern-accordion plan" open=is_wide><summary class="kern-accordion__header">{t("plan-yours")}</summary>
            <dl class="kern-accordion__body plan__list">{Step::QUESTIONS.map(row).into_iter().collect_view()}</dl></details>
    }
    .into_any()
}

fn answer_of(now: &QueryString, step: Step) -> String {
    let list = |name: &str, vocabulary: &str| {
        now.all(name).iter().map(|value| name_of(vocabulary, value)).collect::<Vec<_>>().join(", ")
    };
    let amount = |name: &str, say: fn(mitwirken_shared::range::Range) -> String| {
        now.number(name)
            .map(|number| say(mitwirken_shared::range::Range::new(number, number)))
            .unwrap_or_default()
    };
    match step {
        Step::Goals => list("goals", "purpose"),
        Step::Level => list("level", "level"),
        Step::People => super::plan::query_of(now).people_expected.map(numbers::range).unwrap_or_default(),
        Step::Place if now.get("crisis").is_some() => t("plan-crisis"),
        Step::Place => list("modes", "mode"),
        Step::Time => now.get("date").map_or_else(|| amount("lead_days", numbers::lead), crate::lang::day),
        Step::Budget => amount("budget_eur", numbers::euro),
        Step::Hours => amount("staff_hours", numbers::hours),
        Step::Groups => list("target_groups", "target_group"),
        Step::Heat => list("polarisation", "plan-heat"),
        Step::Ways => list("recruitment", "recruitment"),
        Step::Phase => list("phase", "phase"),
        Step::Result => String::new(),
    }
}

fn found(state: PlanState, result: FinderResult) -> AnyView {
    let nothing = result.results.is_empty().then(|| {
        view! {
            <section class="empty" aria-labelledby="plan-none"><h2 id="plan-none">{t("plan-none")}</h2><p>{t("plan-none-text")}</p></section>
        }
    });
    let hits = result.results.into_iter().enumerate().map(|(at, found)| hit(at, found)).collect_view();
    let together = (!result.combinations.is_empty()).then(|| {
        let items = result.combinations.into_iter().map(combination).collect_view();
        view! {
            <section class="finder-part" aria-labelledby="plan-together"><h2 id="plan-together">{t("plan-together")}</h2>
                <p>{t("plan-together-text")}</p><ul class="combinations">{items}</ul></section>
        }
    });
    let missed = (!result.excluded.is_empty()).then(|| {
        let items = result.excluded.into_iter().map(|excluded| exclusion(state, excluded)).collect_view();
        view! {
            <section class="finder-part" aria-labelledby="plan-missed"><h2 id="plan-missed">{t("plan-missed")}</h2>
                <p>{t("plan-missed-text")}</p><ul class="missed">{items}</ul></section>
        }
    });
    view! {
        {nothing}<ol class="results">{hits}</ol>{together}{missed}
        <p class="fact__note">{t("plan-how")}</p>
    }
    .into_any()
}

fn hit(at: usize, found: FinderHit) -> AnyView {
    let name = found.format.title.text.clone();
    let parts = found.parts.into_iter().map(reason).collect_view();
    view! {
        <li class="hit">
            <p class="hit__score"><b>{found.score}</b>" "{t("plan-of-100")}</p>
            {card(found.format)}
            <details class="kern-accordion hit__why" open={at < BEST}>
                <summary class="kern-accordion__header">{t("plan-why")}<span class="kern-sr-only">": "{name}</span></summary>
                <ul class="kern-accordion__body reasons">{parts}</ul>
            </details>
        </li>
    }
    .into_any()
}

fn reason(part: FinderPart) -> AnyView {
    let name = word("plan-criterion", part.criterion.as_str());
    let share =
        tr("plan-share", &[("fit", u32::from(part.fit).into()), ("weight", u32::from(part.weight).into())]);
    view! {
        <li class="reason"><span class="reason__meter" aria-hidden="true" style=("--fit", format!("{}%", part.fit))></span>
            <span><b>{name}</b>" "{part.text}" "<span class="reason__share">{share}</span></span></li>
    }
    .into_any()
}

fn exclusion(state: PlanState, excluded: FinderExclusion) -> AnyView {
    let name = excluded.format.title.text.clone();
    let changes =
        excluded.violated.iter().map(|violation| violation.smallest_change.clone()).collect::<Vec<_>>();
    let reasons = excluded
        .violated
        .into_iter()
        .map(|violation| {
            let instead = violation.instead.map(|twin| {
                view! { " "{t("plan-instead")}" "<a href=site_map::format(&twin.slug)>{text(twin.title)}</a> }
            });
            view! { <li>{violation.text}{instead}</li> }
        })
        .collect_view();
    let then = tr("plan-then", &[("score", u32::from(excluded.score_then).into())]);
    view! {
        <li class="missed__item">
            <h3 class="missed__name"><a href=site_map::format(&excluded.format.slug)>{text(excluded.format.title)}</a></h3>
            <ul class="missed__reasons">{reasons}</ul>
            <button type="button" class="chip" on:click=move |_| {
                state.change(|now| changes.iter().fold(now, changed));
                ui::focus_on("main h1".to_owned());
            }>{icon("refresh")}<span>{t("plan-apply")}<span class="kern-sr-only">": "{name}</span></span></button>
            <span class="missed__then">{then}</span>
        </li>
    }
    .into_any()
}

fn combination(found: FinderCombination) -> AnyView {
    let goals = found.goals.iter().map(|goal| word("purpose", goal.as_str())).collect::<Vec<_>>().join(", ");
    let members = found
        .formats
        .into_iter()
        .map(|member| {
            view! {
                <li class="combination__member"><a href=site_map::format(&member.format.slug)>{text(member.format.title)}</a>
                    {member.note.map(|note| view! { <span class="combination__note">{note}</span> })}</li>
            }
        })
        .collect_view();
    view! {
        <li class="combination"><ol class="combination__members">{members}</ol>
            <p class="combination__goals">{tr("plan-covers", &[("goals", goals.into())])}</p>
            <p class="combination__cost">{numbers::euro(found.cost_eur)}" · "{numbers::hours(found.staff_hours)}</p></li>
    }
    .into_any()
}
