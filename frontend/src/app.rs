//! The app around its pages, and which page lies at which address.

use leptos::prelude::*;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::{Lazy, LazyRoute, path};

use crate::lang::{self, t};
use crate::ui::{Footer, Header, Notices};
use crate::{
    account, administration, api, collection, concepts, examples, finder, formats, guides, home, legal,
    pick_list, site_map, ui,
};

/// A page in a module of its own, fetched when somebody first goes there. (`#[lazy]` would panic if
/// the download fails.)
macro_rules! lazy_page {
    ($route:ident, $load:ident, $module:ident, $page:path) => {
        #[leptos::wasm_split::wasm_split($module, wasm_split_path = ::leptos::wasm_split, fallible)]
        fn $load() -> Result<AnyView, leptos::wasm_split::SplitLoaderError> {
            Ok($page())
        }
        struct $route;
        impl LazyRoute for $route {
            fn data() -> Self {
                $route
            }
            async fn view(_this: Self) -> AnyView {
                match $load().await {
                    Ok(view) => view,
                    Err(_) => page_missing(),
                }
            }
        }
    };
}

lazy_page!(FormatsPage, load_formats, formats, formats::list_view);
lazy_page!(FormatPage, load_format, format, formats::detail_view);
lazy_page!(FinderPage, load_finder, finder, finder::view);
lazy_page!(ComparePage, load_compare, format, formats::compare_view);
lazy_page!(CollectionPage, load_collection, format, collection::view);
lazy_page!(ExamplesPage, load_examples, reading, examples::list_view);
lazy_page!(ExamplePage, load_example, reading, examples::detail_view);
lazy_page!(GuidesPage, load_guides, reading, guides::list_view);
lazy_page!(GuidePage, load_guide, reading, guides::detail_view);
lazy_page!(ConceptsPage, load_concepts, reading, concepts::list_view);
lazy_page!(ConceptPage, load_concept, reading, concepts::detail_view);
lazy_page!(LegalPage, load_legal, reading, legal::view);

/// A page behind signing in: its module and its texts are fetched when somebody first goes there.
macro_rules! signed_page {
    ($route:ident, $load:ident, $page:path) => {
        #[leptos::wasm_split::wasm_split(signed, wasm_split_path = ::leptos::wasm_split, fallible)]
        fn $load() -> Result<AnyView, leptos::wasm_split::SplitLoaderError> {
            Ok($page())
        }
        struct $route;
        impl LazyRoute for $route {
            fn data() -> Self {
                $route
            }
            async fn view(_this: Self) -> AnyView {
                if lang::load_more().await.is_err() {
                    return page_missing();
                }
                match $load().await {
                    Ok(view) => view,
                    Err(_) => page_missing(),
                }
            }
        }
    };
}

signed_page!(SignInPage, load_sign_in, account::sign_in_view);
signed_page!(SignInLinkPage, load_sign_in_link, account::link_view);
signed_page!(InvitationPage, load_invitation, account::invitation_view);
signed_page!(AccountPage, load_account, account::me_view);
signed_page!(AdministrationPage, load_administration, administration::overview_view);
signed_page!(PeoplePage, load_people, administration::people_view);
signed_page!(PersonPage, load_person, administration::person_view);
signed_page!(DepartmentsPage, load_departments, administration::departments_view);
signed_page!(AuditPage, load_audit, administration::audit_view);
signed_page!(MailPage, load_mail, administration::mail_view);

/// The module could not be fetched; after an update of the server a reload helps.
fn page_missing() -> AnyView {
    ui::failure(api::Failure::unreachable(), || {
        let _ = window().location().reload();
    })
}

/// Everything. A page load has one language, so its prefix is the base of all routes, and a link to
/// the other language leaves the app.
#[component]
pub fn App() -> impl IntoView {
    pick_list::provide();
    let base = site_map::prefix();
    view! {
        <Router base=base>
            <Header/>
            <Notices/>
            <main id="main" tabindex="-1">
                <FlatRoutes fallback=Missing>
                    <Route path=path!("/") view=home::Home/>
                    <Route path=path!("/mitmachbox") view={Lazy::<FormatsPage>::new()}/>
                    <Route path=path!("/mitmachbox/finder") view={Lazy::<FinderPage>::new()}/>
                    <Route path=path!("/mitmachbox/sammlung") view={Lazy::<CollectionPage>::new()}/>
                    <Route path=path!("/mitmachbox/vergleich") view={Lazy::<ComparePage>::new()}/>
                    <Route path=path!("/mitmachbox/:slug") view={Lazy::<FormatPage>::new()}/>
                    <Route path=path!("/beispiele") view={Lazy::<ExamplesPage>::new()}/>
                    <Route path=path!("/beispiele/:slug") view={Lazy::<ExamplePage>::new()}/>
                    <Route path=path!("/leitfaeden") view={Lazy::<GuidesPage>::new()}/>
                    <Route path=path!("/leitfaeden/:slug") view={Lazy::<GuidePage>::new()}/>
                    <Route path=path!("/konzepte") view={Lazy::<ConceptsPage>::new()}/>
                    <Route path=path!("/konzepte/:slug") view={Lazy::<ConceptPage>::new()}/>
                    <Route path=path!("/anmelden") view={Lazy::<SignInPage>::new()}/>
                    <Route path=path!("/anmelden/link") view={Lazy::<SignInLinkPage>::new()}/>
                    <Route path=path!("/zugang") view={Lazy::<InvitationPage>::new()}/>
                    <Route path=path!("/konto") view={Lazy::<AccountPage>::new()}/>
                    <Route path=path!("/verwaltung") view={Lazy::<AdministrationPage>::new()}/>
                    <Route path=path!("/verwaltung/personen") view={Lazy::<PeoplePage>::new()}/>
                    <Route path=path!("/verwaltung/personen/:id") view={Lazy::<PersonPage>::new()}/>
                    <Route path=path!("/verwaltung/stellen") view={Lazy::<DepartmentsPage>::new()}/>
                    <Route path=path!("/verwaltung/protokoll") view={Lazy::<AuditPage>::new()}/>
                    <Route path=path!("/verwaltung/post") view={Lazy::<MailPage>::new()}/>
                    <Route path=path!("/:page") view={Lazy::<LegalPage>::new()}/>
                </FlatRoutes>
            </main>
            <formats::Tray/>
            <Footer/>
        </Router>
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
