//! The top of every page.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::{ThemeSwitch, icon};
use crate::lang::{lang, t};
use crate::{session, site_map};

/// To the own account, or to signing in.
fn account_link() -> AnyView {
    let known = session::known();
    (move || {
        let (address, name) = if known.get() {
            (site_map::account(), t("nav-account"))
        } else {
            (site_map::sign_in(), t("nav-sign-in"))
        };
        view! { <a class="official__link" href=address>{name}</a> }
    })
    .into_any()
}

/// Skip link, language, colours, name, navigation.
#[component]
pub fn Header() -> impl IntoView {
    let location = use_location();
    let open = RwSignal::new(false);
    let path = location.pathname;
    let search = location.search;
    Effect::new(move |_| {
        path.track();
        open.set(false);
    });
    let item = move |address: String, label: String, exact: bool| {
        let here = address.clone();
        let current = move || {
            let now = path.get();
            let below = now.starts_with(&format!("{here}/"));
            (now == here || now == here.trim_end_matches('/') || (!exact && below)).then_some("page")
        };
        view! { <li><a class="site-nav__link" href=address aria-current=current>{label}</a></li> }
    };
    let language = move |tag: &'static str, short: &'static str, name: &'static str| {
        let current = (lang() == tag).then_some("true");
        let address = move || site_map::in_language(tag, &path.get(), &search.get());
        view! {
            <a class="segmented__face" href=address rel="external" lang=tag hreflang=tag aria-current=current>
                <span aria-hidden="true">{short}</span><span class="kern-sr-only">{name}</span>
            </a>
        }
    };
    view! {
        <a class="skip" href="#main" rel="external">{t("skip")}</a>
        <div class="official" role="region" aria-label=t("official-label")><div class="wrap official__inner">
            <span class="official__name">{t("official")}</span>
            <nav class="segmented" aria-label=t("language-label")>
                {language("de", "DE", "Deutsch")}{language("en", "EN", "English")}
            </nav>
            <ThemeSwitch/>
            {account_link()}
        </div></div>
        <header class="site-header"><div class="wrap site-header__inner">
            <a class="wordmark" href=site_map::home() aria-label=t("wordmark")>"mit"<b>"WIR"</b>"ken"</a>
            <button type="button" class="kern-btn kern-btn--secondary site-header__menu" aria-controls="site-nav"
                aria-expanded=move || if open.get() { "true" } else { "false" }
                on:click=move |_| open.update(|open| *open = !*open)>
                {icon("menu")}<span class="kern-label">{t("menu")}</span>
            </button>
            <nav class="site-nav" class:site-nav--open=open id="site-nav" aria-label=t("navigation")><ul class="site-nav__list">
                {item(site_map::home(), t("nav-home"), true)}
                {item(site_map::formats(), t("nav-formats"), false)}
                {item(site_map::examples(), t("nav-examples"), false)}
                {item(site_map::guides(), t("nav-guides"), false)}
                {item(site_map::concepts(), t("nav-concepts"), false)}
            </ul></nav>
        </div></header>
    }
}
