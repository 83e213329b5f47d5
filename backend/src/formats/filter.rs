//! What somebody looks for, as the query parameters of the list say it.

use mitwirken_shared::formats::{FormatSort, Kind, Level, Mode, Phase, Purpose, Recruitment, TargetGroup};
use mitwirken_shared::vocabulary::Vocabulary;

use crate::http::Query;
use crate::snapshot::Snapshot;
use crate::texts::Args;

/// The facets, in the order in which people should read them.
pub const FACETS: [&str; 7] = ["mode", "level", "purpose", "phase", "target_group", "recruitment", "kind"];

/// The longest search text in characters.
const LONGEST_TEXT: usize = 200;
/// The largest number of participants, euros, hours or days that makes sense.
const LARGEST: u32 = 1_000_000;

/// The format that the parameter `format` names; refused if there is none of this slug.
pub fn named(query: &mut Query, snapshot: &Snapshot) -> Option<String> {
    let format = query.one("format");
    if let Some(slug) = &format
        && snapshot.formats.find(slug).is_none()
    {
        query.refuse("format", "unknown_object", Args::from([("value", slug.clone())]));
    }
    format
}

/// A set of words of one vocabulary, one bit each.
pub type Mask = u16;

/// The set of these words.
pub fn mask<V: Vocabulary>(words: &[V]) -> Mask {
    words.iter().fold(0, |mask, word| mask | 1 << word.index())
}

/// What is looked for: any of the words within a facet, all facets together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormatFilter {
    /// Full text.
    pub text: Option<String>,
    /// Chosen words by facet, in the order of [`FACETS`]; empty = any.
    pub facets: [Mask; FACETS.len()],
    /// For this many people.
    pub participants: Option<u32>,
    /// At most so many minutes for a participant.
    pub duration_max: Option<u32>,
    /// At most so many days of preparation.
    pub lead_days_max: Option<u32>,
    /// At most so many euros, at [`Self::participants`] or else at the ideal group.
    pub cost_max: Option<u32>,
    /// At most so many working hours of all staff.
    pub staff_hours_max: Option<u32>,
}

impl FormatFilter {
    /// Takes the filter's parameters from the query.
    pub fn from_query(query: &mut Query) -> Self {
        Self {
            text: query.text("q", LONGEST_TEXT),
            facets: [
                mask(&query.words::<Mode>("mode")),
                mask(&query.words::<Level>("level")),
                mask(&query.words::<Purpose>("purpose")),
                mask(&query.words::<Phase>("phase")),
                mask(&query.words::<TargetGroup>("target_group")),
                mask(&query.words::<Recruitment>("recruitment")),
                mask(&query.words::<Kind>("kind")),
            ],
            participants: query.number("participants", 1, LARGEST),
            duration_max: query.number("duration_max", 1, LARGEST),
            lead_days_max: query.number("lead_days_max", 0, LARGEST),
            cost_max: query.number("cost_max", 0, LARGEST),
            staff_hours_max: query.number("staff_hours_max", 0, LARGEST),
        }
    }

    /// The parameters that are set, each with the same filter without it.
    pub fn without_each(&self) -> Vec<(&'static str, Self)> {
        let mut weaker = Vec::new();
        let mut without = |name, is_set: bool, drop: &dyn Fn(&mut Self)| {
            if is_set {
                let mut filter = self.clone();
                drop(&mut filter);
                weaker.push((name, filter));
            }
        };
        without("q", self.text.is_some(), &|filter| filter.text = None);
        for (facet, name) in FACETS.into_iter().enumerate() {
            let chosen = self.facets.get(facet).is_some_and(|mask| *mask != 0);
            without(name, chosen, &|filter| {
                if let Some(mask) = filter.facets.get_mut(facet) {
                    *mask = 0;
                }
            });
        }
        without("participants", self.participants.is_some(), &|filter| {
            filter.participants = None;
        });
        without("duration_max", self.duration_max.is_some(), &|filter| {
            filter.duration_max = None;
        });
        without("lead_days_max", self.lead_days_max.is_some(), &|filter| {
            filter.lead_days_max = None;
        });
        without("cost_max", self.cost_max.is_some(), &|filter| filter.cost_max = None);
        without("staff_hours_max", self.staff_hours_max.is_some(), &|filter| {
            filter.staff_hours_max = None;
        });
        weaker
    }
}

/// The words of each facet, in the order of [`FACETS`].
pub fn facet_words() -> [Vec<&'static str>; FACETS.len()] {
    fn words<V: Vocabulary>() -> Vec<&'static str> {
        V::ALL.iter().map(|word| word.as_str()).collect()
    }
    [
        words::<Mode>(),
        words::<Level>(),
        words::<Purpose>(),
        words::<Phase>(),
        words::<TargetGroup>(),
        words::<Recruitment>(),
        words::<Kind>(),
    ]
}

/// The order asked for.
pub fn sort_from_query(query: &mut Query) -> FormatSort {
    query.word::<FormatSort>("sort").unwrap_or(FormatSort::Relevance)
}
