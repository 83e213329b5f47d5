//! The own account: who I am here, where I am signed in, and how to leave.

use leptos::prelude::*;
use mitwirken_shared::accounts::{Me, MePatch, Session, Sessions};
use mitwirken_shared::vocabulary::Vocabulary as _;

use crate::lang::{moment, t, word};
use crate::session::{self, Refused, Request};
use crate::site_map;
use crate::ui::{self, Field};

/// Shows `page` to whoever is signed in; everybody else learns where to sign in.
pub fn signed_in(title: String, page: impl Fn(Me) -> AnyView + Send + 'static) -> AnyView {
    ui::entered(&title);
    let me = RwSignal::new(None::<Result<Me, Refused>>);
    leptos::task::spawn_local(async move {
        let _ = me.try_set(Some(session::me().await));
    });
    (move || match me.get() {
        None => ui::loading(t("loading")),
        Some(Ok(me)) => page(me),
        Some(Err(refused)) if refused.kind.is_some() => view! {
            <div class="wrap"><div class="state"><h1 tabindex="-1">{t("account-needed-title")}</h1><p>{t("account-needed")}</p>
            <a class="kern-btn kern-btn--primary" href=site_map::sign_in()><span class="kern-label">{t("sign-in-title")}</span></a></div></div>
        }
        .into_any(),
        Some(Err(refused)) => ui::failure(refused.failure, || {
            let _ = window().location().reload();
        }),
    })
    .into_any()
}

fn account(me: Me) -> AnyView {
    let go = site_map::navigator();
    let out = move |path: &'static str| {
        leptos::task::spawn_local(async move {
            let request =
                if path == "/session/end" { Request::post(path, &()) } else { Request::delete(path) };
            let _ = request.send::<()>().await;
            session::forget();
            go.go(&site_map::sign_in(), false);
        });
    };
    let staff = me.is_staff();
    let sure = RwSignal::new(false);
    let erase = (!staff).then(|| {
        view! {
            <section class="detail__section"><h2>{t("account-erase-title")}</h2><p>{t("account-erase-text")}</p>
            {move || if sure.get() {
                view! { <p class="btn-row"><button type="button" class="kern-btn kern-btn--primary" on:click=move |_| out("/me")><span class="kern-label">{t("account-erase-sure")}</span></button>
                    <button type="button" class="kern-btn kern-btn--tertiary" on:click=move |_| sure.set(false)><span class="kern-label">{t("account-erase-no")}</span></button></p> }.into_any()
            } else {
                view! { <p><button type="button" class="kern-btn kern-btn--secondary" on:click=move |_| sure.set(true)><span class="kern-label">{t("account-erase")}</span></button></p> }.into_any()
            }}</section>
        }
    });
    let administration = staff.then(|| view! { <p><a class="kern-btn kern-btn--primary" href=site_map::administration("")><span class="kern-label">{t("administration-title")}</span></a></p> });
    view! {
        {ui::crumbs(Vec::new(), t("account-title").into_any())}
        <div class="wrap form-page">
            {ui::page_head(t("account-title"), Some(me.email.clone()))}
            {administration}
            {details(me)}
            <section class="detail__section"><h2>{t("account-sessions")}</h2>{sessions()}
                <p class="btn-row"><button type="button" class="kern-btn kern-btn--secondary" on:click=move |_| out("/session/end")><span class="kern-label">{t("account-sign-out")}</span></button>
                <button type="button" class="kern-btn kern-btn--tertiary" on:click=move |_| out("/me/sessions")><span class="kern-label">{t("account-sign-out-everywhere")}</span></button></p></section>
            {erase}
        </div>
    }
    .into_any()
}

fn details(me: Me) -> AnyView {
    let (busy, refused, name) = (RwSignal::new(false), RwSignal::new(None), RwSignal::new(me.name));
    let (tag, saved) = (RwSignal::new(format!("\"v{}\"", me.version)), RwSignal::new(false));
    let send = ui::on_send(busy, refused, move || async move {
        saved.set(false);
        let patch = MePatch { name: Some(name.get_untracked()), locale: None };
        let reply = Request::patch("/me", &tag.get_untracked(), &patch).send::<Me>().await?;
        tag.set(reply.tag);
        saved.set(true);
        Ok(())
    });
    view! {
        <form class="form" novalidate on:submit=send>{ui::summary(refused)}
            {ui::input(Field::new("name", t("access-name"), "text", "name").with_hint(t("account-name-hint")), name, refused)}
            <p>{ui::send_button(t("account-save"), busy)}</p><p role="status">{move || saved.get().then(|| t("account-saved"))}</p></form>
    }
    .into_any()
}

fn sessions() -> AnyView {
    let list = RwSignal::new(Vec::<Session>::new());
    leptos::task::spawn_local(async move {
        if let Ok(reply) = Request::get("/me/sessions").send::<Sessions>().await {
            let _ = list.try_set(reply.body.items);
        }
    });
    (move || {
        let rows = list.get().into_iter().map(|session| {
            let device = if session.device.is_empty() { t("account-device-unknown") } else { session.device };
            let here = session.current.then(|| view! { " "<span class="tag">{t("account-session-here")}</span> });
            view! { <li class="row-link"><span class="row-link__kind">{word("strength", session.strength.as_str())}</span><span>{device}{here}</span><span>{moment(&session.last_used_at)}</span></li> }
        });
        view! { <ul class="row-links">{rows.collect_view()}</ul> }
    })
    .into_any()
}

/// The page, for a module of its own.
pub fn me_view() -> AnyView {
    signed_in(t("account-title"), account)
}
