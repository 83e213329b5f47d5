//! The app in the browser: starts with the texts of the page's language, then mounts.

mod account;
mod administration;
mod api;
mod app;
mod collection;
mod concepts;
mod examples;
mod finder;
mod formats;
mod guides;
mod home;
mod lang;
mod legal;
mod numbers;
mod pick_list;
mod query_string;
mod session;
mod site_map;
mod ui;

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

fn main() {
    wasm_bindgen_futures::spawn_local(async {
        // Without its texts the app would be blank; the page that the server sent is better.
        if lang::load().await.is_err() {
            return;
        }
        let place = document()
            .get_element_by_id("app")
            .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
        if let Some(place) = place {
            place.set_inner_html("");
            mount_to(place, app::App).forget();
        }
    });
}
