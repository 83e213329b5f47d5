//! Whoever has an invitation, a reset or the set-up link chooses a password here.

use leptos::prelude::*;
use mitwirken_shared::accounts::{Invitation, InvitationAnswer, SecondFactorWanted, Ticket};

use super::second_factor;
use crate::lang::{t, tr};
use crate::session::{Refused, Request};
use crate::ui::{self, Field};

#[component]
fn Access() -> impl IntoView {
    ui::entered(&t("access-title"));
    let token = window().location().hash().unwrap_or_default().trim_start_matches('#').to_owned();
    let invitation = RwSignal::new(None::<Result<Invitation, Refused>>);
    let wanted = RwSignal::new(None::<SecondFactorWanted>);
    let body = Ticket { ticket: token.clone() };
    leptos::task::spawn_local(async move {
        let reply = Request::post("/sign-in/invitation", &body).send::<Invitation>().await;
        let _ = invitation.try_set(Some(reply.map(|reply| reply.body)));
    });
    move || {
        let content = match (wanted.get(), invitation.get()) {
            (Some(wanted), _) => second_factor::step(wanted),
            (None, None) => ui::loading(t("loading")),
            (None, Some(Err(refused))) => ui::failure(refused.failure, || {
                let _ = window().location().reload();
            }),
            (None, Some(Ok(found))) => form(found, token.clone(), wanted),
        };
        view! { <div class="wrap form-page">{content}</div> }
    }
}

fn form(found: Invitation, token: String, wanted: RwSignal<Option<SecondFactorWanted>>) -> AnyView {
    let (busy, refused) = (RwSignal::new(false), RwSignal::new(None));
    let (name, email, password) =
        (RwSignal::new(found.name.clone()), RwSignal::new(String::new()), RwSignal::new(String::new()));
    let set_up = found.set_up;
    let send = ui::on_send(busy, refused, move || {
        let body = InvitationAnswer {
            token: token.clone(),
            password: password.get_untracked(),
            name: Some(name.get_untracked()),
            email: set_up.then(|| email.get_untracked()),
        };
        async move {
            let reply =
                Request::post("/sign-in/invitation/accept", &body).send::<SecondFactorWanted>().await?;
            wanted.set(Some(reply.body));
            Ok(())
        }
    });
    let lead =
        if set_up { t("access-set-up-lead") } else { tr("access-lead", &[("email", found.email.into())]) };
    let address = set_up
        .then(|| ui::input(Field::new("email", t("sign-in-email"), "email", "username"), email, refused));
    view! {
        {ui::page_head(t("access-title"), Some(lead))}
        <form class="form" novalidate on:submit=send>
            {ui::summary(refused)}
            {ui::input(Field::new("name", t("access-name"), "text", "name"), name, refused)}
            {address}
            {ui::input(Field::new("password", t("access-password"), "password", "new-password").with_hint(t("access-password-hint")), password, refused)}
            <p>{ui::send_button(t("sign-in-next"), busy)}</p>
        </form>
    }
    .into_any()
}

/// The page, for a module of its own.
pub fn invitation_view() -> AnyView {
    view! { <Access/> }.into_any()
}
