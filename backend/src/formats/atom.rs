//! New and changed formats as an Atom feed (RFC 4287).

use atom_syndication::{Content, Entry, Feed, FixedDateTime, Generator, Link, Person, Text};
use mitwirken_shared::l10n::GERMAN;

use crate::config::Config;
use crate::http::{Body, Reader};
use crate::snapshot::Snapshot;
use crate::texts::{self, Args};

/// How many entries a feed has.
const ENTRIES: usize = 50;

/// The feed in the reader's language.
pub fn feed(config: &Config, snapshot: &Snapshot, reader: &Reader) -> Body {
    let base = config.public_url.as_str();
    let prefix = if reader.lang == GERMAN { "" } else { "/en" };
    let mut newest = snapshot.formats.entries.iter().collect::<Vec<_>>();
    newest.sort_by_key(|entry| std::cmp::Reverse((entry.stored.updated_at, entry.stored.id)));
    newest.truncate(ENTRIES);
    let time = |entry: &crate::formats::FormatEntry| -> FixedDateTime {
        entry.stored.updated_at.utc().fixed_offset()
    };
    let entries = newest
        .iter()
        .map(|entry| {
            let format = &entry.stored.document;
            let summary = format.summary.localize(reader);
            Entry {
                title: Text::plain(format.title.localize(reader).text),
                id: format!("urn:uuid:{}", entry.stored.id),
                updated: time(entry),
                published: Some(entry.stored.published_at.utc().fixed_offset()),
                links: vec![Link {
                    href: format!("{base}{prefix}/mitmachbox/{}", format.slug),
                    rel: "alternate".to_owned(),
                    ..Link::default()
                }],
                content: Some(Content {
                    lang: Some(summary.lang),
                    value: Some(summary.text),
                    content_type: Some("text".to_owned()),
                    ..Content::default()
                }),
                ..Entry::default()
            }
        })
        .collect();
    let feed = Feed {
        title: Text::plain(texts::get(&reader.lang, "feed-formats-title", &Args::new())),
        id: format!("{base}/api/v1/formats.atom"),
        updated: newest.first().map_or_else(FixedDateTime::default, |entry| time(entry)),
        authors: vec![Person { name: config.site_name.clone(), ..Person::default() }],
        generator: Some(Generator { value: "MitWIRken".to_owned(), ..Generator::default() }),
        links: vec![Link {
            href: format!("{base}/api/v1/formats.atom?lang={}", reader.lang),
            rel: "self".to_owned(),
            ..Link::default()
        }],
        lang: Some(reader.lang.clone()),
        entries,
        ..Feed::default()
    };
    Body::new("application/atom+xml; charset=utf-8", feed.to_string())
}
