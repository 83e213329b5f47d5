//! What it takes for n people.

use leptos::prelude::*;
use mitwirken_shared::formats::{Format, Material, Per, effort_for};
use mitwirken_shared::vocabulary::Vocabulary as _;

use crate::lang::{t, tr, word};
use crate::numbers;
use crate::ui::{Stepper, small, text};

/// Sliders end here where a format has no upper end.
const SLIDER_END: u32 = 300;

/// Cost, groups, room and facilitators for the number that the reader sets.
pub fn calculator(format: &Format, people: RwSignal<u32>) -> AnyView {
    let (size, cost, lead, room) =
        (format.group_size, format.cost_eur, format.facilitation, format.room.clone());
    let hours = format.staff_hours.total();
    let effort = Memo::new(move |_| effort_for(size, cost, lead, people.get()));
    let shown = Signal::derive(move || Some(people.get()));
    let result = |name: String, value: AnyView| view! { <div class="calculator__result"><dt>{name}</dt><dd>{value}</dd></div> };
    let outside = move || {
        let now = people.get();
        (!size.range().contains(now))
            .then(|| view! { <p class="calculator__warning">{small("warning")}{t("calculator-outside")}</p> })
    };
    let square_metres = room.map(|room| {
        let per = room.m2_per_person;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a room's area is small and positive"
        )]
        let area = move || (f64::from(per) * f64::from(people.get())).ceil() as u32;
        result(t("calculator-room"), (move || format!("{}\u{a0}m²", numbers::whole(area()))).into_any())
    });
    view! {
        <div class="calculator">
            <div class="calculator__ask"><label for="calculator-people">{t("calculator-people")}</label>
                <Stepper id="calculator-people" value=shown step=5 start=20 on_change=move |number| people.set(number.unwrap_or(size.min).max(1))/>
                <input class="calculator__range" type="range" min=size.min max=size.max.unwrap_or(SLIDER_END) aria-label=t("calculator-slider")
                    prop:value=move || people.get().to_string()
                    on:input=move |event| { if let Ok(number) = event_target_value(&event).parse() { people.set(number); } }/>
            </div>
            {outside}
            <dl class="calculator__results" aria-live="polite">
                {result(t("calculator-cost"), (move || numbers::euro(effort.get().cost_eur)).into_any())}
                {result(t("calculator-staff"), numbers::hours(hours).into_any())}
                {size.subgroup.map(|each| result(tr("calculator-groups", &[("count", each.into())]), (move || numbers::whole(effort.get().groups)).into_any()))}
                {square_metres}
                {lead.people_per_facilitator.map(|_| result(t("calculator-facilitators"), (move || effort.get().facilitators.map(numbers::whole)).into_any()))}
            </dl>
        </div>
    }
    .into_any()
}

/// The list of materials for that number.
pub fn materials(format: &Format, people: RwSignal<u32>) -> AnyView {
    let size = format.group_size;
    let row = move |material: Material| {
        let need = {
            let material = material.clone();
            move || numbers::whole(material.need(size, people.get()).0)
        };
        let per = match material.per {
            Per::Event => t("per-event"),
            per => tr(
                "per",
                &[
                    ("quantity", numbers::decimal(f64::from(material.quantity)).into()),
                    ("what", word("per-what", per.as_str()).into()),
                ],
            ),
        };
        view! {
            <tr><th class="kern-table__cell" scope="row">{text(material.name)}{material.note.map(|note| view! { <span class="materials__note">{text(note)}</span> })}</th>
                <td class="kern-table__cell kern-table__cell--numeric"><b>{need}</b></td><td class="kern-table__cell">{per}</td></tr>
        }
    };
    let caption = move || tr("materials-for", &[("count", people.get().into())]);
    view! {
        <table class="kern-table materials"><caption class="kern-sr-only">{caption}</caption>
            <thead><tr><th class="kern-table__header" scope="col">{t("materials-what")}</th><th class="kern-table__header kern-table__header--numeric" scope="col">{caption}</th><th class="kern-table__header" scope="col">{t("materials-per")}</th></tr></thead>
            <tbody>{format.materials.clone().into_iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}
