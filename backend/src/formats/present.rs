//! From documents to what the API gives, in the reader's language.

use std::collections::HashSet;

use mitwirken_shared::formats::{
    Completeness, Contactless, Fact, Format, FormatLink, FormatSummary, Highlights, Material, Relation, Risk,
    Room, SimpleText, Step, Task, Variant,
};
use mitwirken_shared::l10n::SIMPLE_GERMAN;

use super::document::FormatDocument;
use super::set::FormatEntry;
use crate::http::Reader;
use crate::l10n::L10n;
use crate::markdown;
use crate::search::{Language, Passage, QueryTerms};
use crate::snapshot::Snapshot;
use crate::{concepts, examples, guides};

/// The row of a list; `participants` decides what it costs.
pub fn summary(entry: &FormatEntry, reader: &Reader, participants: Option<u32>) -> FormatSummary {
    let format = &entry.stored.document;
    let people = participants.or(format.group_size.ideal).unwrap_or(format.group_size.min);
    FormatSummary {
        id: entry.stored.id.to_string(),
        slug: format.slug.clone(),
        title: format.title.localize(reader),
        summary: format.summary.localize(reader),
        kind: format.kind,
        modes: format.modes.clone(),
        level: format.level,
        group_size: format.group_size,
        duration: format.duration,
        lead_days: format.lead_days,
        staff_hours: format.staff_hours.total(),
        cost_eur: format.cost_eur,
        cost_total_eur: format.cost_eur.at(people),
        updated_at: entry.stored.updated_at.to_string(),
        highlights: None,
    }
}

/// Shows where the search found something in the texts that `summary` gives, or else in a sentence of the
/// rest.
pub fn highlights(
    entry: &FormatEntry,
    summary: &FormatSummary,
    terms: &QueryTerms,
    passage: Option<&Passage>,
) -> Highlights {
    let language = |lang: &str| if lang == "en" { Language::English } else { Language::German };
    let title = terms.fragments(&summary.title.text, language(&summary.title.lang));
    let short = terms.fragments(&summary.summary.text, language(&summary.summary.lang));
    let shown = title.iter().chain(&short).any(|fragment| fragment.is_match);
    let passage = passage.filter(|_| !shown).and_then(|passage| {
        let body = super::set::body(&entry.stored.document);
        let text = match passage.language {
            Language::German => &body.german,
            Language::English => &body.english,
        };
        let sentence = text.get(passage.bytes.start..passage.bytes.end.min(text.len()))?;
        Some(terms.passage(sentence, passage.language))
    });
    Highlights { title, summary: short, passage }
}

/// A link to the format `slug`, if the public may see it.
pub fn link(snapshot: &Snapshot, slug: &str, reader: &Reader) -> Option<FormatLink> {
    snapshot.formats.find(slug).map(|entry| FormatLink {
        slug: slug.to_owned(),
        title: entry.stored.document.title.localize(reader),
    })
}

/// The whole format with everything that is linked to it.
pub fn format(snapshot: &Snapshot, entry: &FormatEntry, reader: &Reader) -> Format {
    let stored = &entry.stored;
    let doc = &stored.document;
    Format {
        id: stored.id.to_string(),
        slug: doc.slug.clone(),
        version: stored.version,
        completeness: completeness(doc),
        kind: doc.kind,
        modes: doc.modes.clone(),
        level: doc.level,
        purposes: doc.purposes.clone(),
        phases: doc.phases.clone(),
        target_groups: doc.target_groups.clone(),
        recruitment: doc.recruitment.clone(),
        interactions: doc.interactions.clone(),
        decision_modes: doc.decision_modes.clone(),
        polarisation: doc.polarisation,
        complexity: doc.complexity,
        title: doc.title.localize(reader),
        aliases: doc.aliases.localize(reader),
        summary: doc.summary.localize(reader),
        description: doc.description.localize_rich(reader),
        simple: simple(doc),
        origin: doc.origin.localize(reader),
        rights: optional(&doc.rights, reader),
        legal_basis: optional(&doc.legal_basis, reader),
        accessibility: doc.accessibility.localize(reader),
        outputs: doc.outputs.localize(reader),
        when_to_use: doc.when_to_use.localize(reader),
        when_not_to_use: doc.when_not_to_use.localize(reader),
        strengths: doc.strengths.localize(reader),
        weaknesses: doc.weaknesses.localize(reader),
        digital_tools: doc.digital_tools.localize(reader),
        group_size: doc.group_size,
        duration: doc.duration,
        lead_days: doc.lead_days,
        staff_hours: doc.staff_hours,
        cost_eur: doc.cost_eur,
        room: doc.room.as_ref().map(|room| Room {
            m2_per_person: room.m2_per_person,
            rooms: room.rooms,
            layout: room.layout.localize(reader),
        }),
        facilitation: doc.facilitation,
        contactless: doc.contactless.as_ref().map(|contactless| Contactless {
            format: contactless.format.as_deref().and_then(|slug| link(snapshot, slug, reader)),
            reason: optional(&contactless.reason, reader),
        }),
        steps: steps(doc, reader),
        tasks: doc
            .tasks
            .iter()
            .map(|task| Task { day: task.day, text: task.text.localize(reader) })
            .collect(),
        variants: doc
            .variants
            .iter()
            .map(|variant| Variant {
                title: variant.title.localize(reader),
                differs: variant.differs.localize(reader),
                text: variant.text.localize(reader),
            })
            .collect(),
        materials: doc
            .materials
            .iter()
            .map(|material| Material {
                name: material.name.localize(reader),
                quantity: material.quantity,
                per: material.per,
                note: optional(&material.note, reader),
            })
            .collect(),
        risks: doc
            .risks
            .iter()
            .map(|risk| Risk {
                text: risk.text.localize(reader),
                mitigation: risk.mitigation.localize(reader),
            })
            .collect(),
        facts: facts(doc, reader),
        sources: doc.sources.iter().map(Into::into).collect(),
        relations: relations(snapshot, entry, reader),
        examples: examples::about(snapshot, &doc.slug, reader),
        guides: guides::about(snapshot, &doc.slug, reader),
        concepts: concepts::about(snapshot, &doc.slug, reader),
        published_at: stored.published_at.to_string(),
        updated_at: stored.updated_at.to_string(),
    }
}

fn optional(text: &L10n, reader: &Reader) -> Option<mitwirken_shared::l10n::LocalizedText> {
    (!text.is_empty()).then(|| text.localize(reader))
}

fn simple(doc: &FormatDocument) -> Option<SimpleText> {
    let markdown = doc.description.get(SIMPLE_GERMAN)?;
    Some(SimpleText {
        summary: doc.summary.get(SIMPLE_GERMAN)?.to_owned(),
        markdown: markdown.to_owned(),
        html: markdown::to_html(markdown),
        tested: false,
    })
}

fn steps(doc: &FormatDocument, reader: &Reader) -> Vec<Step> {
    doc.steps
        .iter()
        .map(|step| Step {
            title: step.title.localize(reader),
            goal: step.goal.localize(reader),
            minutes: step.minutes,
            days: step.days,
            repeat: step.repeat,
            social_form: step.social_form,
            instructions: step.instructions.localize(reader),
            materials: step.materials.localize(reader),
            remote: optional(&step.remote, reader),
        })
        .collect()
}

fn facts(doc: &FormatDocument, reader: &Reader) -> Vec<Fact> {
    doc.facts
        .iter()
        .map(|fact| Fact {
            field: fact.field,
            min: fact.min,
            max: fact.max,
            unit: fact.unit,
            confidence: fact.confidence,
            source: fact.source.clone(),
            derivation: optional(&fact.derivation, reader),
            note: optional(&fact.note, reader),
        })
        .collect()
}

fn relations(snapshot: &Snapshot, entry: &FormatEntry, reader: &Reader) -> Vec<Relation> {
    // Both sides may have written the same mutual relation; the one written here comes first.
    let mut seen = HashSet::new();
    entry
        .relations
        .iter()
        .filter(|(kind, slug, _)| seen.insert((*kind, slug.clone())))
        .filter_map(|(kind, slug, note)| {
            Some(Relation { kind: *kind, format: link(snapshot, slug, reader)?, note: note.localize(reader) })
        })
        .collect()
}

/// How complete an entry is: a stub says what it is; a partial one has a run sheet or tasks; a
/// complete one has everything that somebody needs who runs it, Einfache Sprache included.
pub fn completeness(doc: &FormatDocument) -> Completeness {
    let usable = !doc.steps.is_empty();
    let complete = usable
        && !doc.tasks.is_empty()
        && !doc.materials.is_empty()
        && !doc.risks.is_empty()
        && !doc.sources.is_empty()
        && doc.description.get(SIMPLE_GERMAN).is_some();
    match (complete, usable) {
        (true, _) => Completeness::Complete,
        (false, true) => Completeness::Partial,
        (false, false) => Completeness::Stub,
    }
}
