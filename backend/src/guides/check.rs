//! What must be true of a guide before it is let in.

use super::document::GuideDocument;
use crate::content::issue::Issues;
use crate::content::texts;

/// Everything that is wrong with `guide` by itself.
pub fn check(guide: &GuideDocument) -> Issues {
    let mut issues = Issues::default();
    texts::slug(&mut issues, &guide.slug);
    texts::heading(&mut issues, &guide.title, &guide.summary);
    texts::optional(&mut issues, "/body", &guide.body);
    issues.unless(!guide.publisher.trim().is_empty(), "/publisher", "say who published it");
    issues.unless(!guide.audiences.is_empty(), "/audiences", "choose at least one");
    if let Some(url) = &guide.url {
        texts::web_address(&mut issues, "/url", url);
    }
    issues.unless(
        guide.url.is_some() || !guide.body.is_empty(),
        "/url",
        "give the address of the publication, or its whole text as `body`",
    );
    issues
}
