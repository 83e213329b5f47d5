//! What every staff view shares: who may see it, the way around, a place for what the server has.

use leptos::prelude::*;
use mitwirken_shared::accounts::{Me, Role};
use serde::de::DeserializeOwned;

use crate::account::signed_in;
use crate::lang::t;
use crate::session::{Refused, Request};
use crate::site_map;
use crate::ui;

/// The views with the roles that see them; the server decides, this only keeps dead links away.
fn views() -> [(&'static str, String, &'static [Role]); 5] {
    const EVERYBODY: &[Role] = &[];
    const PEOPLE: &[Role] = &[Role::Admin, Role::DepartmentAdmin, Role::Dpo];
    [
        ("", t("administration-overview"), EVERYBODY),
        ("personen", t("administration-people"), PEOPLE),
        ("stellen", t("administration-departments"), EVERYBODY),
        ("protokoll", t("administration-audit"), PEOPLE),
        ("post", t("administration-mail"), &[Role::Admin]),
    ]
}

/// The views that somebody sees.
pub fn views_of(me: &Me) -> Vec<(&'static str, String)> {
    let seen = |roles: &[Role]| roles.is_empty() || me.has_any(roles);
    views().into_iter().filter(|(_, _, roles)| seen(roles)).map(|(part, name, _)| (part, name)).collect()
}

/// A staff view: `part` is its place in the navigation.
pub fn staff(part: &'static str, title: String, content: impl Fn(Me) -> AnyView + Send + 'static) -> AnyView {
    let heading = title.clone();
    signed_in(title, move |me| {
        if !me.is_staff() {
            return view! { <div class="wrap"><div class="state"><h1 tabindex="-1">{t("administration-none-title")}</h1><p>{t("administration-none")}</p>
                <a class="kern-btn kern-btn--secondary" href=site_map::account()><span class="kern-label">{t("account-title")}</span></a></div></div> }.into_any();
        }
        let links = views_of(&me)
            .into_iter()
            .map(|(place, name)| {
                let current = (place == part).then_some("page");
                view! { <li><a class="staff-nav__link" href=site_map::administration(place) aria-current=current>{name}</a></li> }
            })
            .collect_view();
        let above = if part.is_empty() {
            Vec::new()
        } else {
            vec![(site_map::administration(""), t("administration-title"))]
        };
        view! {
            {ui::crumbs(above, heading.clone().into_any())}
            <div class="wrap staff">
                <nav class="staff-nav" aria-label=t("administration-title")><ul class="staff-nav__list">{links}</ul></nav>
                <div class="staff__content">{ui::page_head(heading.clone(), None)}{content(me)}</div>
            </div>
        }
        .into_any()
    })
}

/// What the server has at `path`, shown by `show`; `again` loads it anew whenever it changes.
pub fn fetched<T>(
    path: String,
    again: RwSignal<u32>,
    show: impl Fn(T, String) -> AnyView + Send + 'static,
) -> AnyView
where
    T: DeserializeOwned + Clone + Send + Sync + 'static,
{
    let found = RwSignal::new(None::<Result<(T, String), Refused>>);
    Effect::new(move |_| {
        again.track();
        let path = path.clone();
        leptos::task::spawn_local(async move {
            let reply = Request::get(path).send::<T>().await;
            let _ = found.try_set(Some(reply.map(|reply| (reply.body, reply.tag))));
        });
    });
    (move || match found.get() {
        None => ui::loading(t("loading")),
        Some(Ok((body, tag))) => show(body, tag),
        Some(Err(refused)) => ui::failure(refused.failure, move || again.update(|count| *count += 1)),
    })
    .into_any()
}
