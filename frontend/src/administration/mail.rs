//! Mail that could not be sent.

use leptos::prelude::*;
use mitwirken_shared::accounts::Me;
use mitwirken_shared::outbox::{OutboxMail, OutboxPage};
use mitwirken_shared::vocabulary::Vocabulary as _;

use super::shell::{fetched, staff};
use crate::lang::{moment, t, tr, word};
use crate::session::{Refused, Request};
use crate::ui;

fn mail(_: Me) -> AnyView {
    let (again, refused) = (RwSignal::new(0), RwSignal::new(None::<Refused>));
    view! {
        {ui::summary(refused)}
        {fetched("/mails?limit=100".to_owned(), again, move |page: OutboxPage, _| {
            let counts = page.counts.iter().map(|count| view! { <li class="tag">{tr("mail-count", &[("state", word("mail-state", count.state.as_str()).into()), ("count", count.count.into())])}</li> }).collect_view();
            let rows = page.items.into_iter().map(|mail| row(mail, again, refused)).collect_view();
            view! { <ul class="tags">{counts}</ul><h2>{t("mail-failed")}</h2><ul class="row-links">{rows}</ul> }.into_any()
        })}
    }
    .into_any()
}

fn row(mail: OutboxMail, again: RwSignal<u32>, refused: RwSignal<Option<Refused>>) -> AnyView {
    let act = move |verb: &str| {
        let request = Request::post(format!("/mails/{}/{verb}", mail.id), &());
        leptos::task::spawn_local(async move {
            refused.set(request.send::<()>().await.err());
            again.update(|count| *count += 1);
        });
    };
    let act = StoredValue::new(act);
    let retry = mail.sendable.then(|| view! { <button type="button" class="kern-btn kern-btn--secondary" on:click=move |_| act.with_value(|act| act("retry"))><span class="kern-label">{t("mail-retry")}</span></button> });
    view! {
        <li class="grant"><p><b>{word("mail-template", &mail.template)}</b>" · "{moment(&mail.created_at)}</p><p class="quiet">{mail.last_answer}</p>
            <p class="btn-row">{retry}<button type="button" class="kern-btn kern-btn--tertiary" on:click=move |_| act.with_value(|act| act("discard"))><span class="kern-label">{t("mail-discard")}</span></button></p></li>
    }
    .into_any()
}

/// The page, for a module of its own.
pub fn mail_view() -> AnyView {
    staff("post", t("administration-mail"), mail)
}
