//! The app around its pages, and which page lies at which address.

use leptos::prelude::*;
use leptos_router::components::{Route, Router, Routes};
use leptos_router::path;

use crate::compare_list::CompareList;
use crate::lang::t;
use crate::ui::{Footer, Header, Notices};
use crate::{examples, formats, guides, home, legal, site_map, ui};

/// Everything.
#[component]
pub fn App() -> impl IntoView {
    provide_context(CompareList::restore());
    view! {
        <Router>
            <Header/>
            <Notices/>
            <main id="main" tabindex="-1">
                <Routes fallback=Missing>
                    <Route path=path!("/") view=home::Home/>
                    <Route path=path!("/mitmachbox") view=formats::List/>
                    <Route path=path!("/mitmachbox/vergleich") view=formats::Compare/>
                    <Route path=path!("/mitmachbox/:slug") view=formats::Detail/>
                    <Route path=path!("/beispiele") view=examples::List/>
                    <Route path=path!("/beispiele/:slug") view=examples::Detail/>
                    <Route path=path!("/leitfaeden") view=guides::List/>
                    <Route path=path!("/leitfaeden/:slug") view=guides::Detail/>
                    <Route path=path!("/:page") view=LegalOrEnglish/>
                    <Route path=path!("/en/mitmachbox") view=formats::List/>
                    <Route path=path!("/en/mitmachbox/vergleich") view=formats::Compare/>
                    <Route path=path!("/en/mitmachbox/:slug") view=formats::Detail/>
                    <Route path=path!("/en/beispiele") view=examples::List/>
                    <Route path=path!("/en/beispiele/:slug") view=examples::Detail/>
                    <Route path=path!("/en/leitfaeden") view=guides::List/>
                    <Route path=path!("/en/leitfaeden/:slug") view=guides::Detail/>
                    <Route path=path!("/en/:page") view=legal::Legal/>
                </Routes>
            </main>
            <formats::Tray/>
            <Footer/>
        </Router>
    }
}

/// `/en` is the English start page; every other single word is a page that the law wants.
#[component]
fn LegalOrEnglish() -> impl IntoView {
    let path = leptos_router::hooks::use_location().pathname;
    move || {
        if path.get().trim_end_matches('/') == "/en" {
            view! { <home::Home/> }.into_any()
        } else {
            view! { <legal::Legal/> }.into_any()
        }
    }
}

/// There is nothing here.
#[component]
pub fn Missing() -> impl IntoView {
    ui::entered(&t("missing-title"));
    view! {
        <div class="wrap"><div class="state">
            <h1 tabindex="-1">{t("missing-title")}</h1>
            <p>{t("missing-text")}</p>
            <div class="btn-row">
                <a class="kern-btn kern-btn--primary" href=site_map::formats()><span class="kern-label">{t("missing-formats")}</span></a>
                <a class="kern-btn kern-btn--secondary" href=site_map::home()><span class="kern-label">{t("failure-home")}</span></a>
            </div>
        </div></div>
    }
}
