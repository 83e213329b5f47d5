//! The second factor: a code, or setting it up.

use leptos::prelude::*;
use mitwirken_shared::accounts::{Enrolment, SecondFactor, SecondFactorWanted, SignInStep, SignedIn, Ticket};

use super::arrived;
use crate::lang::t;
use crate::session::{Refused, Request};
use crate::site_map;
use crate::ui::{self, Field};

/// What comes after the password.
pub fn step(wanted: SecondFactorWanted) -> AnyView {
    ui::focus_on("main h1".to_owned());
    match wanted.next {
        SignInStep::Code => code(wanted.ticket),
        SignInStep::Enrol => enrol(wanted.ticket),
    }
}

fn code(ticket: String) -> AnyView {
    let go = site_map::navigator();
    let form =
        code_form("/sign-in/password/code", ticket, t("factor-code-hint"), move |signed| arrived(signed, go));
    view! { {ui::page_head(t("factor-title"), Some(t("factor-lead")))}{form} }.into_any()
}

fn code_form(
    path: &'static str,
    ticket: String,
    hint: String,
    done: impl Fn(SignedIn) + Copy + 'static,
) -> AnyView {
    let (busy, refused, code) = (RwSignal::new(false), RwSignal::new(None), RwSignal::new(String::new()));
    let send = ui::on_send(busy, refused, move || {
        let body = SecondFactor { ticket: ticket.clone(), code: code.get_untracked() };
        async move {
            done(Request::post(path, &body).send::<SignedIn>().await?.body);
            Ok(())
        }
    });
    let field = Field::new("code", t("factor-code"), "text", "one-time-code").with_hint(hint);
    view! { <form class="form" novalidate on:submit=send>{ui::summary(refused)}{ui::input(field, code, refused)}<p>{ui::send_button(t("factor-send"), busy)}</p></form> }.into_any()
}

fn enrol(ticket: String) -> AnyView {
    let enrolment = RwSignal::new(None::<Result<Enrolment, Refused>>);
    let signed = RwSignal::new(None::<SignedIn>);
    let body = Ticket { ticket: ticket.clone() };
    leptos::task::spawn_local(async move {
        let reply = Request::post("/sign-in/second-factor", &body).send::<Enrolment>().await;
        let _ = enrolment.try_set(Some(reply.map(|reply| reply.body)));
    });
    (move || match (signed.get(), enrolment.get()) {
        (Some(signed), _) => codes(signed),
        (None, None) => ui::loading(t("loading")),
        (None, Some(Err(refused))) => ui::failure(refused.failure, || {
            let _ = window().location().reload();
        }),
        (None, Some(Ok(found))) => {
            let picture = format!("data:image/svg+xml,{}", crate::api::encoded(&found.qr_svg));
            let form = code_form("/sign-in/second-factor/code", ticket.clone(), t("factor-enrol-hint"), move |done| signed.set(Some(done)));
            view! {
                {ui::page_head(t("factor-enrol-title"), Some(t("factor-enrol-lead")))}
                <ol class="steps"><li>{t("factor-enrol-app")}</li>
                <li>{t("factor-enrol-scan")}<br/><img class="qr" src=picture alt=t("factor-enrol-picture") width="220" height="220"/>
                    <details><summary>{t("factor-enrol-type")}</summary><p><code class="secret">{found.secret}</code></p></details></li>
                <li>{t("factor-enrol-code")}</li></ol>
                {form}
            }
            .into_any()
        }
    })
    .into_any()
}

/// The recovery codes, shown this once.
fn codes(signed: SignedIn) -> AnyView {
    let go = site_map::navigator();
    ui::focus_on("main h1".to_owned());
    let items = signed
        .recovery_codes
        .iter()
        .map(|code| view! { <li><code>{code.clone()}</code></li> })
        .collect_view();
    let kept = StoredValue::new(signed);
    view! {
        {ui::page_head(t("factor-codes-title"), Some(t("factor-codes-lead")))}
        <ul class="codes">{items}</ul>
        <p class="btn-row no-print">{ui::print_button("kern-btn--secondary")}
            <button type="button" class="kern-btn kern-btn--primary" on:click=move |_| arrived(kept.get_value(), go)><span class="kern-label">{t("factor-codes-done")}</span></button></p>
    }
    .into_any()
}
