//! One account: roles with their history, giving and taking them, disabling, resetting.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use mitwirken_shared::accounts::{Me, NewGrant, Revocation, Role, RoleGrant, User, UserPatch, UserState};
use mitwirken_shared::departments::Departments;
use mitwirken_shared::vocabulary::Vocabulary as _;

use super::people::{places, roles};
use super::shell::{fetched, staff};
use crate::lang::{day, moment, t, tr, word};
use crate::session::{Refused, Request};
use crate::ui::{self, Field};

fn person(me: &Me) -> AnyView {
    let params = use_params_map();
    let id = params.with_untracked(|params| params.get("id").unwrap_or_default());
    let again = RwSignal::new(0);
    let manages = me.has_any(&[Role::Admin, Role::DepartmentAdmin]);
    let everywhere = me.has_any(&[Role::Admin]);
    let own = me.id == id;
    let grant = manages.then(|| view! { <details class="fold"><summary>{t("person-grant")}</summary>{new_grant(id.clone(), again, everywhere)}</details> });
    view! {
        {fetched(format!("/users/{id}"), again, move |user: User, tag| whole(user, tag, again, manages, own))}
        {grant}
    }
    .into_any()
}

fn whole(user: User, tag: String, again: RwSignal<u32>, manages: bool, own: bool) -> AnyView {
    let id = user.id.clone();
    let rows = user.grants.into_iter().map(|grant| row(&id, grant, again, manages)).collect_view();
    let refused = RwSignal::new(None::<Refused>);
    let done = RwSignal::new(None::<String>);
    let disabled = user.state == UserState::Disabled;
    let path = format!("/users/{id}");
    let switch = {
        let path = path.clone();
        move |_| {
            let request = Request::patch(
                path.clone(),
                &tag,
                &UserPatch { disabled: Some(!disabled), ..UserPatch::default() },
            );
            leptos::task::spawn_local(async move {
                match request.send::<User>().await {
                    Ok(_) => again.update(|count| *count += 1),
                    Err(problem) => refused.set(Some(problem)),
                }
            });
        }
    };
    let reset = move |_| {
        let request = Request::post(format!("{path}/reset"), &());
        leptos::task::spawn_local(async move {
            match request.send::<()>().await {
                Ok(_) => done.set(Some(t("person-reset-done"))),
                Err(problem) => refused.set(Some(problem)),
            }
        });
    };
    let actions = (manages && !own).then(|| view! {
        <p class="btn-row"><button type="button" class="kern-btn kern-btn--secondary" on:click=switch><span class="kern-label">{if disabled { t("person-enable") } else { t("person-disable") }}</span></button>
        <button type="button" class="kern-btn kern-btn--tertiary" on:click=reset><span class="kern-label">{t("person-reset")}</span></button></p>
    });
    let factor = if user.second_factor { t("person-factor-yes") } else { t("person-factor-no") };
    view! {
        {ui::summary(refused)}
        <p role="status">{move || done.get()}</p>
        <h2>{user.name}</h2>
        <dl class="facts-list"><dt>{t("people-email")}</dt><dd>{user.email}</dd><dt>{t("people-state")}</dt><dd>{word("user-state", user.state.as_str())}</dd>
            <dt>{t("person-factor")}</dt><dd>{factor}</dd><dt>{t("people-seen")}</dt><dd>{user.last_seen_at.as_deref().map_or_else(|| t("person-never"), moment)}</dd></dl>
        {actions}
        <h2>{t("people-roles")}</h2><ul class="row-links">{rows}</ul>
    }
    .into_any()
}

fn row(user: &str, grant: RoleGrant, again: RwSignal<u32>, manages: bool) -> AnyView {
    let place = grant.held.department.map_or_else(|| t("role-everywhere"), |department| department.name);
    let mut notes = vec![
        grant.reason,
        tr(
            "person-granted",
            &[
                ("day", day(&grant.granted_at).into()),
                ("by", grant.granted_by.unwrap_or_else(|| t("person-command")).into()),
            ],
        ),
    ];
    if let Some(end) = &grant.held.ends_at {
        notes.push(tr("person-ends", &[("day", moment(end).into())]));
    }
    if let Some(end) = &grant.revoked_at {
        notes.push(tr("person-revoked", &[("day", day(end).into())]));
    }
    let (open, reason, refused, busy) =
        (RwSignal::new(false), RwSignal::new(String::new()), RwSignal::new(None), RwSignal::new(false));
    let path = format!("/users/{user}/grants/{}/revoke", grant.id);
    let send = ui::on_send(busy, refused, move || {
        let request = Request::post(path.clone(), &Revocation { reason: reason.get_untracked() });
        async move {
            request.send::<()>().await?;
            again.update(|count| *count += 1);
            Ok(())
        }
    });
    let send = StoredValue::new_local(send);
    let take = (manages && grant.active).then_some({
        move || if open.get() {
            view! { <form class="form" novalidate on:submit=move |event| send.with_value(|send| send(event))>{ui::summary(refused)}
                {ui::input(Field::new("reason", t("people-reason"), "text", "off"), reason, refused)}<p>{ui::send_button(t("person-revoke"), busy)}</p></form> }.into_any()
        } else {
            view! { <button type="button" class="kern-btn kern-btn--tertiary" on:click=move |_| open.set(true)><span class="kern-label">{t("person-revoke")}</span></button> }.into_any()
        }
    });
    view! {
        <li class="grant" class:grant--over=!grant.active><p><b>{word("role", grant.held.role.as_str())}</b>" · "{place}</p><p class="quiet">{notes.join(" · ")}</p>{take}</li>
    }
    .into_any()
}

fn new_grant(user: String, again: RwSignal<u32>, everywhere: bool) -> AnyView {
    fetched("/departments".to_owned(), RwSignal::new(0), move |departments: Departments, _| {
        let options = places(&departments, everywhere);
        let first = options.first().map(|(id, _)| id.clone()).unwrap_or_default();
        let (busy, refused) = (RwSignal::new(false), RwSignal::new(None));
        let (role, place) = (RwSignal::new(Role::Editor.to_string()), RwSignal::new(first));
        let (reason, last_day) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
        let path = format!("/users/{user}/grants");
        let send = ui::on_send(busy, refused, move || {
            let body = NewGrant {
                role: Role::parse(&role.get_untracked()).unwrap_or(Role::Editor),
                department: Some(place.get_untracked()).filter(|id| !id.is_empty()),
                last_day: Some(last_day.get_untracked()).filter(|day| !day.is_empty()),
                reason: reason.get_untracked(),
            };
            let request = Request::post(path.clone(), &body);
            async move {
                request.send::<RoleGrant>().await?;
                reason.set(String::new());
                again.update(|count| *count += 1);
                Ok(())
            }
        });
        view! {
            <form class="form" novalidate on:submit=send>{ui::summary(refused)}
                {ui::select("role", t("people-role"), roles(), role)}{ui::select("department", t("people-place"), options, place)}
                {ui::input(Field::new("last_day", t("person-last-day"), "date", "off").with_hint(t("person-last-day-hint")), last_day, refused)}
                {ui::input(Field::new("reason", t("people-reason"), "text", "off").with_hint(t("people-reason-hint")), reason, refused)}
                <p>{ui::send_button(t("person-grant-send"), busy)}</p></form>
        }
        .into_any()
    })
}

/// The page, for a module of its own.
pub fn person_view() -> AnyView {
    staff("personen", t("person-title"), |me| person(&me))
}
