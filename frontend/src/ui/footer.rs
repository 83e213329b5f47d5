//! The end of every page.

use leptos::prelude::*;

use super::icon;
use crate::lang::t;
use crate::site_map;

/// Links to everything, and what the law wants.
#[component]
pub fn Footer() -> impl IntoView {
    let item = |address: String, label: String| view! { <li><a href=address>{label}</a></li> };
    view! {
        <footer class="site-footer"><div class="wrap site-footer__inner">
            <div><a class="wordmark" href=site_map::home() aria-label=t("wordmark")>"mit"<b>"WIR"</b>"ken"</a><p>{t("footer-claim")}</p></div>
            <div class="site-footer__lists">
                <section aria-labelledby="footer-explore"><h2 id="footer-explore">{t("footer-explore")}</h2><ul class="site-footer__list">
                    {item(site_map::formats(), t("nav-formats"))}
                    {item(site_map::finder_with(""), t("plan-title"))}
                    {item(site_map::collection(), t("collection-own"))}
                    {item(site_map::legal("lotse"), t("footer-pathfinder"))}
                    {item(site_map::examples(), t("nav-examples"))}
                    {item(site_map::guides(), t("nav-guides"))}
                    {item(site_map::concepts(), t("nav-concepts"))}
                </ul></section>
                <section aria-labelledby="footer-about"><h2 id="footer-about">{t("footer-about")}</h2><ul class="site-footer__list">
                    {item(site_map::legal("barrierefreiheit"), t("footer-accessibility"))}
                    {item(site_map::legal("datenschutz"), t("footer-privacy"))}
                    {item(site_map::legal("impressum"), t("footer-imprint"))}
                </ul></section>
                <section aria-labelledby="footer-data"><h2 id="footer-data">{t("footer-data")}</h2><ul class="site-footer__list">
                    <li><a href="/docs" rel="external">{t("footer-api")}</a></li>
                    <li><a href="/api/v1/formats.csv" rel="external" download="">{t("footer-csv")}</a></li>
                    <li><a href="/api/v1/formats.atom" rel="external">{t("footer-feed")}</a></li>
                </ul></section>
            </div>
            <div class="site-footer__legal"><p>{t("footer-licence")}</p><a href="#main" rel="external">{icon("arrow-up")}"\u{a0}"{t("footer-top")}</a></div>
        </div></footer>
    }
}
