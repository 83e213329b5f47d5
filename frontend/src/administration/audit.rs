//! The audit log.

use leptos::prelude::*;
use mitwirken_shared::accounts::Me;
use mitwirken_shared::audit::{AuditEvent, AuditPage};
use mitwirken_shared::vocabulary::Vocabulary as _;

use super::shell::{fetched, staff};
use crate::api::encoded;
use crate::lang::{moment, t, word};

fn audit(_: Me) -> AnyView {
    let cursor = RwSignal::new(String::new());
    (move || {
        let after = cursor.get();
        let query = if after.is_empty() { String::new() } else { format!("&cursor={}", encoded(&after)) };
        fetched(format!("/audit-events?limit=50{query}"), RwSignal::new(0), move |page: AuditPage, _| {
            let rows = page.items.into_iter().map(row).collect_view();
            let next = page.next.map(|next| view! { <p><button type="button" class="kern-btn kern-btn--secondary" on:click=move |_| cursor.set(next.clone())><span class="kern-label">{t("audit-older")}</span></button></p> });
            view! {
                <p>{t("audit-lead")}</p>
                <div class="kern-table-responsive" tabindex="0" role="region" aria-label=t("administration-audit")><table class="kern-table"><caption class="kern-sr-only">{t("administration-audit")}</caption>
                    <thead><tr><th scope="col" class="kern-table__header">{t("audit-at")}</th><th scope="col" class="kern-table__header">{t("audit-who")}</th>
                        <th scope="col" class="kern-table__header">{t("audit-what")}</th><th scope="col" class="kern-table__header">{t("audit-changes")}</th></tr></thead>
                    <tbody>{rows}</tbody></table></div>
                {next}
            }.into_any()
        })
    })
    .into_any()
}

fn row(event: AuditEvent) -> AnyView {
    let who = event
        .actor_name
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| word("actor", event.actor.as_str()));
    let changes = if event.erased {
        t("audit-erased").into_any()
    } else {
        let changes = event
            .changes
            .into_iter()
            .map(|change| view! { <li><b>{change.field}</b>": "{change.from}" → "{change.to}</li> })
            .collect_view();
        view! { {event.reason.map(|reason| view! { <p>{reason}</p> })}<ul class="changes">{changes}</ul> }
            .into_any()
    };
    view! { <tr><td class="kern-table__cell">{moment(&event.at)}</td><td class="kern-table__cell">{who}</td><td class="kern-table__cell"><code>{event.action}</code></td><td class="kern-table__cell">{changes}</td></tr> }.into_any()
}

/// The page, for a module of its own.
pub fn audit_view() -> AnyView {
    staff("protokoll", t("administration-audit"), audit)
}
