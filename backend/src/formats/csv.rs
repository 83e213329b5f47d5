//! The formats as a table for spreadsheets.

use mitwirken_shared::formats::FormatSort;
use mitwirken_shared::range::Range;
use mitwirken_shared::vocabulary::Vocabulary;

use super::filter::FormatFilter;
use super::{listing, present};
use crate::http::{Body, Reader};
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
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .from_writer(b"\xEF\xBB\xBF".to_vec());
    writer.write_record(COLUMNS).map_err(ApiError::internal)?;
    let entries = listing.positions.iter().filter_map(|position| snapshot.formats.entries.get(*position));
    for entry in entries {
        let format = &entry.stored.document;
        let row = present::summary(entry, reader, filter.participants);
        let [people_min, people_max] = ends(row.group_size.range());
        let [minutes_min, minutes_max] = ends(row.duration.minutes);
        let [lead_min, _] = ends(row.lead_days);
        let [staff_min, staff_max] = ends(row.staff_hours);
        let [cost_min, cost_max] = ends(row.cost_total_eur);
        writer
            .write_record([
                harmless(&row.slug),
                harmless(&row.title.text),
                harmless(&row.summary.text),
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
            ])
            .map_err(ApiError::internal)?;
    }
    let bytes = writer.into_inner().map_err(|error| ApiError::internal(error.to_string()))?;
    Ok(Body::new("text/csv; charset=utf-8", bytes))
}

fn ends(range: Range) -> [String; 2] {
    [range.min.to_string(), range.max.map(|max| max.to_string()).unwrap_or_default()]
}

fn words<V: Vocabulary>(words: &[V]) -> String {
    words.iter().map(|word| word.as_str()).collect::<Vec<_>>().join(" ")
}

/// Spreadsheets run what begins with one of these as a formula (OWASP, "CSV Injection").
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '|']) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_cell_begins_like_a_formula() {
        for hostile in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "|calc"] {
            assert!(harmless(hostile).starts_with('\''), "{hostile}");
        }
        assert_eq!(harmless("World Café"), "World Café");
    }
}
