//! Accounts of staff: a table to search, and inviting somebody.

use leptos::prelude::*;
use mitwirken_shared::accounts::{Me, NewGrant, NewUser, Role, User};
use mitwirken_shared::departments::Departments;
use mitwirken_shared::page::Page;
use mitwirken_shared::vocabulary::Vocabulary as _;

use super::shell::{fetched, staff};
use crate::api::encoded;
use crate::lang::{moment, t, tr, word};
use crate::session::Request;
use crate::site_map;
use crate::ui::{self, Field};

fn people(me: Me) -> AnyView {
    let (typed, asked) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let again = RwSignal::new(0);
    let search = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        asked.set(typed.get_untracked());
    };
    let invite = me.has_any(&[Role::Admin, Role::DepartmentAdmin]).then(|| {
        view! { <details class="fold"><summary>{t("people-invite")}</summary>{invitation(again, me.has_any(&[Role::Admin]))}</details> }
    });
    view! {
        <form class="filter-row" role="search" on:submit=search>
            {ui::input(Field::new("q", t("people-search"), "search", "off").with_hint(t("people-search-hint")), typed, RwSignal::new(None))}
            <button type="submit" class="kern-btn kern-btn--secondary"><span class="kern-label">{t("people-find")}</span></button>
        </form>
        {invite}
        {move || {
            let q = asked.get();
            let query = if q.is_empty() { String::new() } else { format!("&q={}", encoded(&q)) };
            fetched(format!("/users?limit=100{query}"), again, table)
        }}
    }
    .into_any()
}

fn table(page: Page<User>, _: String) -> AnyView {
    if page.items.is_empty() {
        return view! { <p role="status">{t("people-none")}</p> }.into_any();
    }
    let rows = page
        .items
        .into_iter()
        .map(|user| {
            let roles = user
                .grants
                .iter()
                .filter(|grant| grant.active)
                .map(|grant| {
                    let place = grant.held.department.as_ref().map(|department| format!(" ({})", department.name)).unwrap_or_default();
                    format!("{}{place}", word("role", grant.held.role.as_str()))
                })
                .collect::<Vec<_>>()
                .join(", ");
            view! {
                <tr><th scope="row" class="kern-table__cell"><a href=site_map::person(&user.id)>{user.name}</a></th>
                <td class="kern-table__cell">{user.email}</td><td class="kern-table__cell">{roles}</td>
                <td class="kern-table__cell">{word("user-state", user.state.as_str())}</td>
                <td class="kern-table__cell">{user.last_seen_at.as_deref().map(moment)}</td></tr>
            }
        })
        .collect_view();
    let heads = [t("people-name"), t("people-email"), t("people-roles"), t("people-state"), t("people-seen")]
        .map(|name| view! { <th scope="col" class="kern-table__header">{name}</th> });
    view! {
        <p role="status">{tr("people-count", &[("count", page.total.into())])}</p>
        <div class="kern-table-responsive" tabindex="0" role="region" aria-label=t("administration-people")><table class="kern-table">
            <caption class="kern-sr-only">{t("administration-people")}</caption>
            <thead><tr>{heads}</tr></thead>
            <tbody>{rows}</tbody></table></div>
    }
    .into_any()
}

/// The roles as options.
pub fn roles() -> Vec<(String, String)> {
    Role::ALL.iter().map(|role| (role.to_string(), word("role", role.as_str()))).collect()
}

/// Departments as options, the whole city first if it may be chosen.
pub fn places(departments: &Departments, everywhere: bool) -> Vec<(String, String)> {
    let city = everywhere.then(|| (String::new(), t("role-everywhere")));
    let rows = departments.items.iter().map(|department| (department.id.clone(), department.name.clone()));
    city.into_iter().chain(rows).collect()
}

fn invitation(again: RwSignal<u32>, everywhere: bool) -> AnyView {
    fetched("/departments".to_owned(), RwSignal::new(0), move |departments: Departments, _| {
        let options = places(&departments, everywhere);
        let first = options.first().map(|(id, _)| id.clone()).unwrap_or_default();
        let (busy, refused, done) =
            (RwSignal::new(false), RwSignal::new(None), RwSignal::new(None::<String>));
        let (name, email, reason) =
            (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(String::new()));
        let (role, place) = (RwSignal::new(Role::Editor.to_string()), RwSignal::new(first));
        let send = ui::on_send(busy, refused, move || async move {
            let body = NewUser {
                name: name.get_untracked(),
                email: email.get_untracked(),
                locale: None,
                grant: NewGrant {
                    role: Role::parse(&role.get_untracked()).unwrap_or(Role::Editor),
                    department: Some(place.get_untracked()).filter(|id| !id.is_empty()),
                    last_day: None,
                    reason: reason.get_untracked(),
                },
            };
            let user = Request::post("/users", &body).send::<User>().await?.body;
            done.set(Some(user.email));
            for field in [name, email, reason] {
                field.set(String::new());
            }
            again.update(|count| *count += 1);
            Ok(())
        });
        view! {
            <form class="form" novalidate on:submit=send>{ui::summary(refused)}
                {ui::input(Field::new("name", t("people-name"), "text", "off"), name, refused)}
                {ui::input(Field::new("email", t("people-email"), "email", "off"), email, refused)}
                {ui::select("grant-role", t("people-role"), roles(), role)}
                {ui::select("grant-department", t("people-place"), options, place)}
                {ui::input(Field::new("grant-reason", t("people-reason"), "text", "off").with_hint(t("people-reason-hint")), reason, refused)}
                <p>{ui::send_button(t("people-invite-send"), busy)}</p>
                <p role="status">{move || done.get().map(|email| tr("people-invited", &[("email", email.into())]))}</p></form>
        }
        .into_any()
    })
}

/// The page, for a module of its own.
pub fn people_view() -> AnyView {
    staff("personen", t("administration-people"), people)
}
