//! Departments: the tree with its roll-out, and adding to it.

use leptos::prelude::*;
use mitwirken_shared::accounts::{Me, Role};
use mitwirken_shared::departments::{
    Department, DepartmentKind, DepartmentPatch, Departments, NewDepartment, Rollout,
};
use mitwirken_shared::vocabulary::Vocabulary as _;

use super::shell::{fetched, staff};
use crate::lang::{day, t, word};
use crate::session::{Refused, Request};
use crate::ui::{self, Field};

fn departments(me: Me) -> AnyView {
    let again = RwSignal::new(0);
    let refused = RwSignal::new(None::<Refused>);
    let shapes = me.has_any(&[Role::Admin]);
    let steers = me.has_any(&[Role::Admin, Role::DepartmentAdmin]);
    // The form has a signal of its own: what is typed there stays while the table loads anew.
    let added = RwSignal::new(0);
    let add = shapes.then(|| {
        let form = fetched("/departments".to_owned(), added, move |tree: Departments, _| {
            new_department(&tree, again, added)
        });
        view! { <details class="fold"><summary>{t("departments-add")}</summary>{form}</details> }
    });
    view! {
        {ui::summary(refused)}
        {add}
        {fetched("/departments".to_owned(), again, move |tree: Departments, _| table(tree, again, refused, steers))}
    }
    .into_any()
}

fn rollouts() -> Vec<(String, String)> {
    Rollout::ALL.iter().map(|state| (state.to_string(), word("rollout", state.as_str()))).collect()
}

fn table(
    tree: Departments,
    again: RwSignal<u32>,
    refused: RwSignal<Option<Refused>>,
    steers: bool,
) -> AnyView {
    if tree.items.is_empty() {
        return view! { <p role="status">{t("departments-none")}</p> }.into_any();
    }
    let depth = |department: &Department| {
        std::iter::successors(department.parent.as_ref(), |parent| {
            tree.items.iter().find(|row| row.id == **parent).and_then(|row| row.parent.as_ref())
        })
        .take(20)
        .count()
    };
    let rows = tree
        .items
        .iter()
        .map(|department| {
            let (id, tag, name) = (department.id.clone(), format!("\"v{}\"", department.version), department.name.clone());
            let state = if steers {
                let options = rollouts().into_iter().map(|(value, label)| {
                    let selected = value == department.rollout.as_str();
                    view! { <option value=value selected=selected>{label}</option> }
                }).collect_view();
                let change = move |event| {
                    let patch = DepartmentPatch { rollout: Rollout::parse(&event_target_value(&event)), ..DepartmentPatch::default() };
                    let request = Request::patch(format!("/departments/{id}"), &tag, &patch);
                    leptos::task::spawn_local(async move {
                        refused.set(request.send::<Department>().await.err());
                        again.update(|count| *count += 1);
                    });
                };
                view! { <select class="kern-form-input__select" aria-label=format!("{}: {name}", t("departments-rollout")) on:change=change>{options}</select> }.into_any()
            } else {
                word("rollout", department.rollout.as_str()).into_any()
            };
            view! {
                <tr><th scope="row" class="kern-table__cell"><span class="indent" style=("--depth", depth(department).to_string())>{department.name.clone()}</span></th>
                <td class="kern-table__cell">{department.abbreviation.clone()}</td><td class="kern-table__cell">{word("department-kind", department.kind.as_str())}</td>
                <td class="kern-table__cell">{state}</td><td class="kern-table__cell">{day(&department.rollout_since)}</td>
                <td class="kern-table__cell kern-table__cell--numeric">{department.people}</td></tr>
            }
        })
        .collect_view();
    view! {
        <div class="kern-table-responsive" tabindex="0" role="region" aria-label=t("administration-departments")><table class="kern-table"><caption class="kern-sr-only">{t("administration-departments")}</caption>
            <thead><tr><th scope="col" class="kern-table__header">{t("departments-name")}</th><th scope="col" class="kern-table__header">{t("departments-abbreviation")}</th>
                <th scope="col" class="kern-table__header">{t("departments-kind")}</th><th scope="col" class="kern-table__header">{t("departments-rollout")}</th>
                <th scope="col" class="kern-table__header">{t("departments-since")}</th><th scope="col" class="kern-table__header kern-table__header--numeric">{t("departments-people")}</th></tr></thead>
            <tbody>{rows}</tbody></table></div>
    }
    .into_any()
}

fn new_department(tree: &Departments, again: RwSignal<u32>, added: RwSignal<u32>) -> AnyView {
    let above = std::iter::once((String::new(), t("departments-top")))
        .chain(tree.items.iter().map(|row| (row.id.clone(), row.name.clone())))
        .collect();
    let kinds = DepartmentKind::ALL
        .iter()
        .map(|kind| (kind.to_string(), word("department-kind", kind.as_str())))
        .collect();
    let (busy, refused) = (RwSignal::new(false), RwSignal::new(None));
    let (name, abbreviation) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (kind, parent, rollout) = (
        RwSignal::new(DepartmentKind::Division.to_string()),
        RwSignal::new(String::new()),
        RwSignal::new(Rollout::None.to_string()),
    );
    let send = ui::on_send(busy, refused, move || async move {
        let body = NewDepartment {
            organisation: None,
            parent: Some(parent.get_untracked()).filter(|id| !id.is_empty()),
            kind: DepartmentKind::parse(&kind.get_untracked()).unwrap_or(DepartmentKind::Office),
            abbreviation: Some(abbreviation.get_untracked()),
            name: name.get_untracked(),
            rollout: Rollout::parse(&rollout.get_untracked()),
            four_eyes: None,
        };
        Request::post("/departments", &body).send::<Department>().await?;
        for signal in [again, added] {
            signal.update(|count| *count += 1);
        }
        Ok(())
    });
    view! {
        <form class="form" novalidate on:submit=send>{ui::summary(refused)}
            {ui::input(Field::new("name", t("departments-name"), "text", "off"), name, refused)}
            {ui::input(Field::new("abbreviation", t("departments-abbreviation"), "text", "off"), abbreviation, refused)}
            {ui::select("kind", t("departments-kind"), kinds, kind)}{ui::select("parent", t("departments-above"), above, parent)}
            {ui::select("rollout", t("departments-rollout"), rollouts(), rollout)}
            <p>{ui::send_button(t("departments-add-send"), busy)}</p></form>
    }
    .into_any()
}

/// The page, for a module of its own.
pub fn departments_view() -> AnyView {
    staff("stellen", t("administration-departments"), departments)
}
