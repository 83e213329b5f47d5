//! The formats as a table for spreadsheets.

use mitwirken_shared::formats::FormatSort;
use mitwirken_shared::range::Range;
use mitwirken_shared::vocabulary::Vocabulary;

use super::filter::FormatFilter;
use super::{listing, present};
use crate::http::{Body, Reader, Table};
use crate::problem::ApiError;
use crate::snapshot::Snapshot;

/// The columns, in English like the API's fields.
const COLUMNS: [&str; 20] = [
    "slug",
    "title",
    "summary",
    "kind",
    "modes",
    "level_min",
    "level_max",
    "purposes",
    "phases",
    "target_groups",
    "recruitment",
    "people_min",
    "people_max",
    "minutes_min",
    "minutes_max",
    "lead_days_min",
    "staff_hours_min",
    "staff_hours_max",
    "cost_eur_min",
    "cost_eur_max",
];

/// The table of the formats that fit `filter`.
pub fn table(
    snapshot: &Snapshot,
    filter: &FormatFilter,
    sort: FormatSort,
    reader: &Reader,
) -> Result<Body, ApiError> {
    let found = snapshot.formats.find_text(filter.text.as_deref())?;
    let positions = found.as_ref().map(|found| found.positions.as_slice());
    let listing = listing::list(&snapshot.formats.rows, filter, positions, sort);
    let mut table = Table::new(&COLUMNS)?;
    let entries = listing.positions.iter().filter_map(|position| snapshot.formats.entries.get(*position));
    for entry in entries {
        let format = &entry.stored.document;
        let row = present::summary(entry, reader, filter.participants);
        let [people_min, people_max] = ends(row.group_size.range());
        let [minutes_min, minutes_max] = ends(row.duration.minutes);
        let [lead_min, _] = ends(row.lead_days);
        let [staff_min, staff_max] = ends(row.staff_hours);
        let [cost_min, cost_max] = ends(row.cost_total_eur);
        table.row([
            row.slug.clone(),
            row.title.text.clone(),
            row.summary.text.clone(),
            row.kind.to_string(),
            words(&row.modes),
            row.level.min.to_string(),
            row.level.max.to_string(),
            words(&format.purposes),
            words(&format.phases),
            words(&format.target_groups),
            words(&format.recruitment),
            people_min,
            people_max,
            minutes_min,
            minutes_max,
            lead_min,
            staff_min,
            staff_max,
            cost_min,
            cost_max,
        ])?;
    }
    Ok(Body::new("text/csv; charset=utf-8", table.finish()?))
}

fn ends(range: Range) -> [String; 2] {
    [range.min.to_string(), range.max.map(|max| max.to_string()).unwrap_or_default()]
}

fn words<V: Vocabulary>(words: &[V]) -> String {
    words.iter().map(|word| word.as_str()).collect::<Vec<_>>().join(" ")
}
