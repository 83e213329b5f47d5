//! Short messages that screen readers speak, and the actions that give them.

use std::time::Duration;

use js_sys::{Function, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::icon;
use crate::lang::t;

/// How long a message stays.
const SHOWN: Duration = Duration::from_secs(6);

#[derive(Clone, Copy)]
struct Notice(RwSignal<Option<String>>);

/// The place where messages show.
#[component]
pub fn Notices() -> impl IntoView {
    let notice = Notice(RwSignal::new(None));
    provide_context(notice);
    view! {
        <div class="notices" role="status" aria-live="polite">
            {move || notice.0.get().map(|text| view! {
                <div class="notice">
                    <p class="notice__text">{text}</p>
                    <button type="button" class="kern-btn kern-btn--tertiary" on:click=move |_| notice.0.set(None)>
                        {icon("close")}<span class="kern-sr-only">{t("notice-close")}</span>
                    </button>
                </div>
            })}
        </div>
    }
}

fn say(notice: Option<Notice>, text: String) {
    let Some(Notice(signal)) = notice else { return };
    signal.set(Some(text));
    set_timeout(move || signal.set(None), SHOWN);
}

/// Puts the page's address on the clipboard.
pub fn copy_link(notice: Option<NoticeHandle>) {
    let address = window().location().href().unwrap_or_default();
    let writing = window().navigator().clipboard().write_text(&address);
    wasm_bindgen_futures::spawn_local(async move {
        let key = match wasm_bindgen_futures::JsFuture::from(writing).await {
            Ok(_) => "notice-copied",
            Err(_) => "notice-not-copied",
        };
        say(notice.map(|handle| handle.0), t(key));
    });
}

/// What an event handler needs to give a message: take it while the component is built.
#[derive(Clone, Copy)]
pub struct NoticeHandle(Notice);

/// The handle, from any component below the app.
pub fn notices() -> Option<NoticeHandle> {
    use_context::<Notice>().map(NoticeHandle)
}

/// Tells something that happened beside what the page shows.
pub fn tell(notice: Option<NoticeHandle>, text: String) {
    say(notice.map(|handle| handle.0), text);
}

/// Opens the device's share sheet, or copies the address where there is none.
pub fn share(notice: Option<NoticeHandle>, title: &str) {
    let navigator = window().navigator();
    let found =
        Reflect::get(&navigator, &"share".into()).ok().and_then(|share| share.dyn_into::<Function>().ok());
    let Some(share) = found else {
        copy_link(notice);
        return;
    };
    let what = Object::new();
    let address = window().location().href().unwrap_or_default();
    let _ = Reflect::set(&what, &"title".into(), &title.into());
    let _ = Reflect::set(&what, &"url".into(), &address.into());
    // Closing the sheet rejects; there is nothing to tell then.
    let _ = share.call1(&navigator, &what);
}

/// The button that opens the print dialogue; `class` says how it looks.
pub fn print_button(class: &'static str) -> AnyView {
    let print = |_| {
        let _ = window().print();
    };
    view! {
        <button type="button" class=format!("kern-btn {class}") on:click=print>{icon("print")}<span class="kern-label">{t("action-print")}</span></button>
    }
    .into_any()
}
