//! A format as one sheet of paper among others: what one takes into the room, without anything to click.

use leptos::prelude::*;
use mitwirken_shared::formats::Format;
use mitwirken_shared::vocabulary::Vocabulary as _;

use super::calculator::materials;
use super::card::modes;
use super::detail::is_dense;
use super::evidence::fact_list;
use super::run_sheet::run_sheet;
use super::schedule::tasks_in_order;
use crate::lang::{t, word};
use crate::ui::{text, ticks};

/// The sheet, for the ideal number of people.
pub fn sheet(format: Format) -> AnyView {
    let dense = is_dense(&format);
    let people = RwSignal::new(format.group_size.ideal.unwrap_or(format.group_size.min));
    let facts = fact_list(&format);
    let materials = materials(&format, people);
    let title = format.title.text.clone();
    let part = |title: String, content: AnyView| {
        view! { <section class="detail__section detail__section--print"><h3 class="sheet__part">{title}</h3>{content}</section> }
    };
    let fits = view! {
        <div class="pair">
            <div class="pair__side pair__side--yes"><h4 class="pair__title">{t("fits-yes")}</h4>{ticks(format.when_to_use, "ticks--yes", "check")}</div>
            <div class="pair__side pair__side--no"><h4 class="pair__title">{t("fits-no")}</h4>{ticks(format.when_not_to_use, "ticks--no", "no")}</div>
        </div>
    }
    .into_any();
    view! {
        <article class="detail sheet-of-paper" class:detail--dense=dense>
            <header class="detail__head">
                <div class="format-card__top">{modes(format.modes)}<span class="kind">{word("kind", format.kind.as_str())}</span></div>
                <h2 class="detail__title">{text(format.title)}</h2>
                <p class="detail__lead">{text(format.summary)}</p>
            </header>
            <div class="detail__aside"><div class="fact-box">{facts}</div></div>
            <div class="detail__body">
                {part(t("section-fits"), fits)}
                {part(t("section-run"), run_sheet(format.steps, false))}
                {part(t("section-materials"), materials)}
                {part(t("section-tasks"), tasks_in_order(format.tasks, title))}
            </div>
        </article>
    }
    .into_any()
}
