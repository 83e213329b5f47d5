//! The format finder: one question a page, then what fits and why. Its address holds every answer, so
//! that a plan can be shared, and "back" is the question before.

mod plan;
mod question;
mod results;
mod what_if;

use leptos::prelude::*;

use self::plan::{PlanState, Step};

/// The finder: the question that the address names, or the results.
#[component]
fn Finder() -> impl IntoView {
    let state = PlanState::follow();
    move || match state.step.get() {
        Step::Result => results::results(state),
        step => question::question(state, step),
    }
}

/// The page, for a module of its own.
pub fn view() -> AnyView {
    view! { <Finder/> }.into_any()
}
