//! What must be true of a practice example before it is let in.

use super::document::ExampleDocument;
use crate::content::issue::Issues;
use crate::content::texts;

/// Everything that is wrong with `example` by itself.
pub fn check(example: &ExampleDocument) -> Issues {
    let mut issues = Issues::default();
    texts::slug(&mut issues, &example.slug);
    texts::heading(&mut issues, &example.title, &example.summary);
    for (pointer, text) in [
        ("/background", &example.background),
        ("/aim", &example.aim),
        ("/process", &example.process),
        ("/results", &example.results),
    ] {
        texts::german(&mut issues, pointer, text);
    }
    texts::list(&mut issues, "/lessons", &example.lessons, 1, 8);
    texts::sources(&mut issues, &example.sources);
    issues.unless(!example.sources.is_empty(), "/sources", "name at least one source");
    issues.unless(!example.formats.is_empty(), "/formats", "name at least one format");
    issues.unless(!example.place.trim().is_empty(), "/place", "say where it was");
    issues.unless(!example.organisation.trim().is_empty(), "/organisation", "say who did it");
    issues.unless(
        example.country.len() == 2 && example.country.bytes().all(|byte| byte.is_ascii_uppercase()),
        "/country",
        "two capital letters (ISO 3166-1), e.g. `DE`",
    );
    let ordered = example.started.zip(example.ended).is_none_or(|(started, ended)| started <= ended);
    issues.unless(ordered, "/ended", "it ends before it starts");
    issues
}
