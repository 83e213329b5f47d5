//! Signing in: residents with a mailed code or link, staff with password and second factor.

use leptos::prelude::*;
use mitwirken_shared::accounts::{
    ChallengeAnswer, SecondFactorWanted, SignInByMail, SignInByPassword, SignInChallenge, SignedIn,
};

use super::{arrived, second_factor};
use crate::lang::{t, tr};
use crate::session::{self, Refused, Request};
use crate::site_map;
use crate::ui::{self, Field};

/// Where this device keeps the challenge, so that the link finds it in another tab.
const CHALLENGE: &str = "mitwirken-challenge";

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

fn page(content: AnyView) -> AnyView {
    view! { {ui::crumbs(Vec::new(), t("sign-in-title").into_any())}<div class="wrap form-page">{content}</div> }.into_any()
}

/// The two ways in.
#[component]
fn SignIn() -> impl IntoView {
    ui::entered(&t("sign-in-title"));
    let go = site_map::navigator();
    leptos::task::spawn_local(async move {
        // Whoever is signed in already has nothing to do here.
        if let Ok(me) = session::me().await {
            go.go(&super::home_of(&me), true);
        }
    });
    let challenge = RwSignal::new(None::<(String, String)>);
    let wanted = RwSignal::new(None::<SecondFactorWanted>);
    move || {
        match (challenge.get(), wanted.get()) {
        (Some((email, challenge)), _) => page(code_step(email, challenge)),
        (None, Some(wanted)) => page(second_factor::step(wanted)),
        (None, None) => page(
            view! {
                {ui::page_head(t("sign-in-title"), Some(t("sign-in-lead")))}
                <section aria-labelledby="by-mail"><h2 id="by-mail">{t("sign-in-mail")}</h2>{mail_step(challenge)}</section>
                <section aria-labelledby="by-password"><h2 id="by-password">{t("sign-in-staff")}</h2>{password_step(wanted)}</section>
            }
            .into_any(),
        ),
    }
    }
}

fn mail_step(challenge: RwSignal<Option<(String, String)>>) -> AnyView {
    let (busy, refused, email) = (RwSignal::new(false), RwSignal::new(None), RwSignal::new(String::new()));
    let send = ui::on_send(busy, refused, move || async move {
        let address = email.get_untracked();
        let reply = Request::post("/sign-in/mail", &SignInByMail { email: address.clone() })
            .send::<SignInChallenge>()
            .await?;
        if let Some(storage) = storage() {
            let _ = storage.set_item(CHALLENGE, &reply.body.challenge);
        }
        challenge.set(Some((address, reply.body.challenge)));
        Ok(())
    });
    let field = Field::new("email", t("sign-in-email"), "email", "email").with_hint(t("sign-in-mail-hint"));
    view! {
        <form class="form" novalidate on:submit=send>{ui::summary(refused)}{ui::input(field, email, refused)}<p>{ui::send_button(t("sign-in-mail-send"), busy)}</p></form>
    }
    .into_any()
}

fn code_step(email: String, challenge: String) -> AnyView {
    let go = site_map::navigator();
    ui::focus_on("main h1".to_owned());
    let (busy, refused, code) = (RwSignal::new(false), RwSignal::new(None), RwSignal::new(String::new()));
    let send = ui::on_send(busy, refused, move || {
        let challenge = challenge.clone();
        async move {
            let answer = ChallengeAnswer { challenge, code: Some(code.get_untracked()), token: None };
            let reply = Request::post("/sign-in/mail/answer", &answer).send::<SignedIn>().await?;
            arrived(reply.body, go);
            Ok(())
        }
    });
    let field =
        Field::new("code", t("sign-in-code"), "text", "one-time-code").with_hint(t("sign-in-code-hint"));
    view! {
        {ui::page_head(t("sign-in-code-title"), Some(tr("sign-in-code-lead", &[("email", email.into())])))}
        <form class="form" novalidate on:submit=send>{ui::summary(refused)}{ui::input(field, code, refused)}<p>{ui::send_button(t("sign-in-title"), busy)}</p></form>
        <p><a href=site_map::sign_in() rel="external">{t("sign-in-again")}</a></p>
    }
    .into_any()
}

fn password_step(wanted: RwSignal<Option<SecondFactorWanted>>) -> AnyView {
    let (busy, refused) = (RwSignal::new(false), RwSignal::new(None));
    let (email, password, sent) =
        (RwSignal::new(String::new()), RwSignal::new(String::new()), RwSignal::new(false));
    let send = ui::on_send(busy, refused, move || async move {
        let body = SignInByPassword { email: email.get_untracked(), password: password.get_untracked() };
        let reply = Request::post("/sign-in/password", &body).send::<SecondFactorWanted>().await?;
        wanted.set(Some(reply.body));
        Ok(())
    });
    let reset = move |_| {
        leptos::task::spawn_local(async move {
            let body = SignInByMail { email: email.get_untracked() };
            match Request::post("/sign-in/password/reset", &body).send::<()>().await {
                Ok(_) => sent.set(true),
                Err(problem) => refused.set(Some(problem)),
            }
        });
    };
    view! {
        <form class="form" novalidate on:submit=send>
            {ui::summary(refused)}
            {ui::input(Field::new("staff-email", t("sign-in-email"), "email", "username"), email, refused)}
            {ui::input(Field::new("password", t("sign-in-password"), "password", "current-password"), password, refused)}
            <p class="btn-row">{ui::send_button(t("sign-in-next"), busy)}<button type="button" class="kern-btn kern-btn--tertiary" on:click=reset><span class="kern-label">{t("sign-in-forgotten")}</span></button></p>
            <p role="status">{move || sent.get().then(|| t("sign-in-reset-sent"))}</p>
        </form>
    }
    .into_any()
}

/// The page of the mailed link: it sends the token only once somebody asks it to.
#[component]
fn Link() -> impl IntoView {
    ui::entered(&t("sign-in-title"));
    let go = site_map::navigator();
    let token = window().location().hash().unwrap_or_default().trim_start_matches('#').to_owned();
    let challenge = storage().and_then(|storage| storage.get_item(CHALLENGE).ok().flatten());
    let (busy, refused) = (RwSignal::new(false), RwSignal::new(None::<Refused>));
    let Some(challenge) = challenge.filter(|_| !token.is_empty()) else {
        return page(view! { {ui::page_head(t("sign-in-title"), Some(t("sign-in-other-device")))}<p><a href=site_map::sign_in()>{t("sign-in-again")}</a></p> }.into_any());
    };
    let send = ui::on_send(busy, refused, move || {
        let answer = ChallengeAnswer { challenge: challenge.clone(), code: None, token: Some(token.clone()) };
        async move {
            let reply = Request::post("/sign-in/mail/answer", &answer).send::<SignedIn>().await?;
            arrived(reply.body, go);
            Ok(())
        }
    });
    page(view! {
        {ui::page_head(t("sign-in-title"), Some(t("sign-in-link-lead")))}
        <form class="form" on:submit=send>{ui::summary(refused)}<p>{ui::send_button(t("sign-in-title"), busy)}</p></form>
    }.into_any())
}

/// Signing in, for a module of its own.
pub fn sign_in_view() -> AnyView {
    view! { <SignIn/> }.into_any()
}

/// The mailed link, for a module of its own.
pub fn link_view() -> AnyView {
    view! { <Link/> }.into_any()
}
