//! Fields of forms: label, hint, error, and the summary of errors above a form.

use leptos::prelude::*;

use crate::lang::{t, tr};
use crate::session::Refused;

/// What a field is called and how it behaves.
#[derive(Clone)]
pub struct Field {
    /// Its id; the error's pointer is `/` and this, with `-` for `/`.
    pub id: &'static str,
    /// Its label.
    pub label: String,
    /// What helps to fill it in.
    pub hint: Option<String>,
    /// `text`, `email`, `password` …
    pub kind: &'static str,
    /// What the browser may fill in.
    pub autocomplete: &'static str,
}

impl Field {
    /// A field without hint.
    pub fn new(id: &'static str, label: String, kind: &'static str, autocomplete: &'static str) -> Self {
        Self { id, label, hint: None, kind, autocomplete }
    }

    /// Adds a hint.
    pub fn with_hint(mut self, hint: String) -> Self {
        self.hint = Some(hint);
        self
    }
}

/// What is wrong with the field, if something is.
fn error_of(refused: Option<Refused>, id: &str) -> Option<String> {
    refused?
        .fields
        .into_iter()
        .find(|(pointer, _)| pointer.trim_start_matches('/').replace('/', "-") == id)
        .map(|(_, message)| message)
}

/// A line to type into.
pub fn input(field: Field, value: RwSignal<String>, refused: RwSignal<Option<Refused>>) -> AnyView {
    let Field { id, label, hint, kind, autocomplete } = field;
    let error = Memo::new(move |_| error_of(refused.get(), id));
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described = {
        let (hint_id, error_id, has_hint) = (hint_id.clone(), error_id.clone(), hint.is_some());
        move || {
            let mut ids = Vec::new();
            if has_hint {
                ids.push(hint_id.clone());
            }
            if error.get().is_some() {
                ids.push(error_id.clone());
            }
            (!ids.is_empty()).then(|| ids.join(" "))
        }
    };
    view! {
        <div class="kern-form-input" class:kern-form-input--error=move || error.get().is_some()>
            <label class="kern-label" for=id>{label}</label>
            {hint.map(|hint| view! { <p class="kern-hint" id=hint_id>{hint}</p> })}
            <input class="kern-form-input__input" id=id name=id type=kind autocomplete=autocomplete spellcheck="false"
                aria-invalid=move || error.get().is_some().then_some("true") aria-describedby=described
                prop:value=move || value.get() on:input=move |event| value.set(event_target_value(&event))/>
            {move || error.get().map(|message| view! { <p class="kern-error" id=error_id.clone()>{message}</p> })}
        </div>
    }
    .into_any()
}

/// A choice from a list of values with their names.
pub fn select(
    id: &'static str,
    label: String,
    options: Vec<(String, String)>,
    value: RwSignal<String>,
) -> AnyView {
    let options = options
        .into_iter()
        .map(|(word, name)| {
            let here = word.clone();
            view! { <option value=word selected=move || value.get_untracked() == here>{name}</option> }
        })
        .collect_view();
    view! {
        <div class="kern-form-input">
            <label class="kern-label" for=id>{label}</label>
            <div class="kern-form-input__select-wrapper"><select class="kern-form-input__select" id=id name=id
                on:change=move |event| value.set(event_target_value(&event))>{options}</select></div>
        </div>
    }
    .into_any()
}

/// Why a form was refused, with links to the fields; takes the focus. Nothing while nothing is wrong.
pub fn summary(refused: RwSignal<Option<Refused>>) -> AnyView {
    (move || {
        refused.get().map(|refused| {
            super::focus_on("#error-summary".to_owned());
            let links = refused
                .fields
                .iter()
                .map(|(pointer, message)| {
                    let address = format!("#{}", pointer.trim_start_matches('/').replace('/', "-"));
                    view! { <li><a href=address rel="external">{message.clone()}</a></li> }
                })
                .collect_view();
            let detail = refused.fields.is_empty().then_some(refused.failure.detail);
            let id = refused.failure.request_id.filter(|_| refused.fields.is_empty()).map(|id| tr("failure-id", &[("id", id.into())]));
            view! {
                <div class="kern-alert kern-alert--danger" role="alert" id="error-summary" tabindex="-1">
                    <div class="kern-alert__header"><h2 class="kern-title">{refused.failure.title}</h2></div>
                    <div class="kern-alert__body">{detail.map(|detail| view! { <p>{detail}</p> })}<ul>{links}</ul>{id.map(|id| view! { <p class="state__code">{id}</p> })}</div>
                </div>
            }
        })
    })
    .into_any()
}

/// The button that sends a form; while it is on its way it says so and does nothing.
pub fn send_button(label: String, busy: RwSignal<bool>) -> AnyView {
    view! {
        <button type="submit" class="kern-btn kern-btn--primary" aria-disabled=move || busy.get().then_some("true")>
            <span class="kern-label">{move || if busy.get() { t("form-sending") } else { label.clone() }}</span>
        </button>
    }
    .into_any()
}

/// Does `work` when the form is sent, once at a time, and keeps why it was refused.
pub fn on_send<F>(
    busy: RwSignal<bool>,
    refused: RwSignal<Option<Refused>>,
    work: impl Fn() -> F + 'static,
) -> impl Fn(leptos::ev::SubmitEvent)
where
    F: Future<Output = Result<(), Refused>> + 'static,
{
    move |event| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        let outcome = work();
        leptos::task::spawn_local(async move {
            let outcome = outcome.await;
            let _ = busy.try_set(false);
            let _ = refused.try_set(outcome.err());
        });
    }
}
