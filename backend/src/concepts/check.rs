//! What must be true of a concept before it is let in.

use mitwirken_shared::concepts::ConceptKind;

use super::document::ConceptDocument;
use crate::content::issue::Issues;
use crate::content::texts;

/// Everything that is wrong with `concept` by itself.
pub fn check(concept: &ConceptDocument) -> Issues {
    let mut issues = Issues::default();
    texts::slug(&mut issues, &concept.slug);
    texts::heading(&mut issues, &concept.title, &concept.summary);
    texts::german(&mut issues, "/body", &concept.body);
    texts::list(&mut issues, "/open_questions", &concept.open_questions, 0, 8);
    texts::sources(&mut issues, &concept.sources);
    issues.unless(!concept.authors.trim().is_empty(), "/authors", "say who thought it up");
    issues.unless(
        concept.kind == ConceptKind::Idea || !concept.sources.is_empty(),
        "/sources",
        "a concept names at least one source; without one it is an idea",
    );
    issues
}
