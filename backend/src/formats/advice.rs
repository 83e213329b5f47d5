//! What the finder answers: its verdicts on all public formats in the reader's language.

use std::cmp::Reverse;

use mitwirken_shared::formats::{
    FinderCombination, FinderExclusion, FinderHit, FinderMember, FinderPart, FinderResult, FinderViolation,
    FormatLink, Purpose,
};
use mitwirken_shared::vocabulary::Vocabulary as _;

use super::finder::{self, Combination, Link, Part, Plan, Sentences, Verdict, Violation};
use super::present;
use super::set::FormatSet;
use crate::http::Reader;
use crate::snapshot::Snapshot;

/// Judges every format and says why.
pub fn advise(snapshot: &Snapshot, plan: &Plan, reader: &Reader) -> FinderResult {
    let formats = &snapshot.formats;
    let mut fitting = Vec::<(u8, usize, Vec<Part>)>::new();
    let mut excluded = Vec::<(Vec<Violation>, u8, usize)>::new();
    for (position, row) in formats.rows.iter().enumerate() {
        match finder::judge(row, plan) {
            Verdict::Fits(score, parts) => fitting.push((score, position, parts)),
            Verdict::Excluded(violations, then) => excluded.push((violations, then, position)),
        }
    }
    // Of equals those for everyone come first, unless somebody is meant in particular; then by title, as
    // the positions are.
    let special = |position: usize| {
        plan.target_groups == 0 && formats.rows.get(position).is_some_and(|row| !finder::is_for_everyone(row))
    };
    fitting.sort_by_key(|(score, position, _)| (Reverse(*score), special(*position), *position));
    excluded.sort_by_key(|(violations, then, position)| (violations.len(), Reverse(*then), *position));
    let order = fitting.iter().map(|(_, position, _)| *position).collect::<Vec<_>>();
    let speaker = Speaker { snapshot, reader, sentences: Sentences { lang: &reader.lang, plan } };
    FinderResult {
        total: fitting.len() as u64,
        results: fitting.into_iter().take(plan.limit).filter_map(|hit| speaker.hit(hit)).collect(),
        excluded_total: excluded.len() as u64,
        excluded: excluded
            .into_iter()
            .take(plan.limit)
            .filter_map(|(violations, then, position)| speaker.exclusion(position, &violations, then))
            .collect(),
        combinations: finder::combine(&formats.rows, plan, &order, |position| links(formats, position))
            .into_iter()
            .map(|combination| speaker.combination(&combination))
            .collect(),
    }
}

fn links(formats: &FormatSet, position: usize) -> Vec<Link> {
    let relations = formats.entries.get(position).map(|entry| entry.relations.as_slice()).unwrap_or_default();
    relations
        .iter()
        .filter_map(|(kind, slug, _)| Some(Link { kind: *kind, to: formats.position(slug)? }))
        .collect()
}

#[derive(Clone, Copy)]
struct Speaker<'answer> {
    snapshot: &'answer Snapshot,
    reader: &'answer Reader,
    sentences: Sentences<'answer>,
}

impl Speaker<'_> {
    fn hit(self, (score, position, parts): (u8, usize, Vec<Part>)) -> Option<FinderHit> {
        let row = self.snapshot.formats.rows.get(position)?;
        let entry = self.snapshot.formats.entries.get(position)?;
        let mut parts = parts
            .into_iter()
            .map(|part| FinderPart {
                criterion: part.criterion,
                fit: u8::try_from((part.fit + 5) / 10).unwrap_or(100),
                weight: finder::weight(part.criterion),
                text: self.sentences.part(row, part),
            })
            .collect::<Vec<_>>();
        parts.sort_by_key(|part| Reverse(part.weight));
        let people = self.sentences.plan.people.and_then(|people| people.max);
        Some(FinderHit { format: present::summary(entry, self.reader, people), score, parts })
    }

    fn exclusion(self, position: usize, violations: &[Violation], score_then: u8) -> Option<FinderExclusion> {
        let row = self.snapshot.formats.rows.get(position)?;
        let format = &self.snapshot.formats.entries.get(position)?.stored.document;
        let twin = format.contactless.as_ref().and_then(|contactless| contactless.format.as_deref());
        let violated = violations
            .iter()
            .map(|violation| FinderViolation {
                criterion: violation.criterion,
                text: self.sentences.violation(row, violation),
                smallest_change: violation.change.clone(),
                instead: twin
                    .filter(|_| violation.criterion == mitwirken_shared::formats::Criterion::Crisis)
                    .and_then(|slug| present::link(self.snapshot, slug, self.reader)),
            })
            .collect();
        Some(FinderExclusion { format: self.link(position)?, violated, score_then })
    }

    fn link(self, position: usize) -> Option<FormatLink> {
        let slug = &self.snapshot.formats.entries.get(position)?.stored.document.slug;
        present::link(self.snapshot, slug, self.reader)
    }

    fn combination(self, combination: &Combination) -> FinderCombination {
        let mut before = None;
        let mut formats = Vec::new();
        for (position, relation) in &combination.members {
            if let Some(format) = self.link(*position) {
                let note = before.zip(*relation).and_then(|(before, _)| self.note(*position, before));
                formats.push(FinderMember { format, relation: *relation, note });
            }
            before = Some(*position);
        }
        FinderCombination {
            formats,
            goals: Purpose::ALL
                .iter()
                .copied()
                .filter(|purpose| combination.goals & (1 << purpose.index()) != 0)
                .collect(),
            cost_eur: combination.cost,
            staff_hours: combination.staff_hours,
        }
    }

    /// Why the format at `position` goes with the one at `before`.
    fn note(self, position: usize, before: usize) -> Option<String> {
        let other = &self.snapshot.formats.entries.get(before)?.stored.document.slug;
        let relations = &self.snapshot.formats.entries.get(position)?.relations;
        let (_, _, note) = relations.iter().find(|(_, slug, _)| slug == other)?;
        Some(note.localize(self.reader).text)
    }
}
