//! Where staff arrive: what there is to do.

use leptos::prelude::*;
use mitwirken_shared::accounts::{Me, Role};
use mitwirken_shared::outbox::{MailState, OutboxPage};
use mitwirken_shared::vocabulary::Vocabulary as _;

use super::shell::{fetched, staff, views_of};
use crate::lang::{t, tr, word};
use crate::site_map;

fn overview(me: Me) -> AnyView {
    let roles = me
        .roles
        .iter()
        .map(|held| {
            let place = held.department.as_ref().map_or_else(|| t("role-everywhere"), |department| department.name.clone());
            view! { <li class="row-link"><span class="row-link__kind">{word("role", held.role.as_str())}</span><span>{place}</span></li> }
        })
        .collect_view();
    let links = views_of(&me)
        .into_iter()
        .filter(|(part, _)| !part.is_empty())
        .map(|(part, name)| view! { <li class="row-link"><a href=site_map::administration(part)>{name}</a></li> })
        .collect_view();
    let mails = me.has_any(&[Role::Admin]).then(failed_mails);
    view! {
        <p>{tr("administration-hello", &[("name", me.name.clone().into())])}</p>
        {mails}
        <section class="detail__section"><h2>{t("administration-views")}</h2><ul class="row-links">{links}</ul></section>
        <section class="detail__section"><h2>{t("administration-roles")}</h2><ul class="row-links">{roles}</ul></section>
    }
    .into_any()
}

/// Says that mail could not be sent, if some could not.
fn failed_mails() -> AnyView {
    fetched("/mails?limit=1".to_owned(), RwSignal::new(0), |page: OutboxPage, _| {
        let failed =
            page.counts.iter().find(|count| count.state == MailState::Failed).map_or(0, |count| count.count);
        if failed == 0 {
            return view! { <p class="quiet">{t("administration-nothing")}</p> }.into_any();
        }
        view! { <div class="kern-alert kern-alert--warning"><div class="kern-alert__header"><h2 class="kern-title">{tr("administration-failed-mails", &[("count", failed.into())])}</h2></div>
            <div class="kern-alert__body"><p><a href=site_map::administration("post")>{t("administration-see-mails")}</a></p></div></div> }.into_any()
    })
}

/// The page, for a module of its own.
pub fn overview_view() -> AnyView {
    staff("", t("administration-title"), overview)
}
