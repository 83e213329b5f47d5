//! What must be true of a format before it is let in.

use std::collections::BTreeSet;

use mitwirken_shared::formats::{Confidence, FactField, Mode, RelationKind, Unit};
use mitwirken_shared::range::Range;

use super::document::{FactDocument, FormatDocument};
use crate::content::issue::Issues;
use crate::content::texts;

/// Slugs that are paths of the API or the app.
const RESERVED: [&str; 5] = ["suggest", "compare", "finder", "vergleich", "sammlung"];

/// Everything that is wrong with `format` by itself; what it refers to is checked in the store.
pub fn check(format: &FormatDocument) -> Issues {
    let mut issues = Issues::default();
    texts::slug(&mut issues, &format.slug);
    issues.unless(!RESERVED.contains(&format.slug.as_str()), "/slug", "this slug is reserved");
    check_words(&mut issues, format);
    check_texts(&mut issues, format);
    check_ranges(&mut issues, format);
    check_parts(&mut issues, format);
    check_evidence(&mut issues, format);
    check_links(&mut issues, format);
    issues
}

fn check_words(issues: &mut Issues, format: &FormatDocument) {
    for (pointer, empty) in [
        ("/modes", format.modes.is_empty()),
        ("/purposes", format.purposes.is_empty()),
        ("/phases", format.phases.is_empty()),
        ("/target_groups", format.target_groups.is_empty()),
        ("/recruitment", format.recruitment.is_empty()),
        ("/interactions", format.interactions.is_empty()),
        ("/decision_modes", format.decision_modes.is_empty()),
    ] {
        issues.unless(!empty, pointer, "choose at least one");
    }
    issues.unless(format.level.min <= format.level.max, "/level", "min is above max");
    issues.unless(format.polarisation.min <= format.polarisation.max, "/polarisation", "min is above max");
    issues.unless(format.complexity.min <= format.complexity.max, "/complexity", "min is above max");
}

fn check_texts(issues: &mut Issues, format: &FormatDocument) {
    texts::heading(issues, &format.title, &format.summary);
    for (pointer, text) in [
        ("/description", &format.description),
        ("/origin", &format.origin),
        ("/accessibility", &format.accessibility),
    ] {
        texts::german(issues, pointer, text);
    }
    texts::optional(issues, "/rights", &format.rights);
    texts::optional(issues, "/legal_basis", &format.legal_basis);
    for (pointer, list, min, max) in [
        ("/aliases", &format.aliases, 0, 20),
        ("/outputs", &format.outputs, 1, 10),
        ("/when_to_use", &format.when_to_use, 1, 8),
        ("/when_not_to_use", &format.when_not_to_use, 1, 8),
        ("/strengths", &format.strengths, 1, 8),
        ("/weaknesses", &format.weaknesses, 1, 8),
        ("/digital_tools", &format.digital_tools, 0, 12),
    ] {
        texts::list(issues, pointer, list, min, max);
    }
}

fn check_ranges(issues: &mut Issues, format: &FormatDocument) {
    let staff = format.staff_hours;
    for (pointer, range) in [
        ("/group_size", format.group_size.range()),
        ("/duration/minutes", format.duration.minutes),
        ("/duration/sessions", format.duration.sessions),
        ("/duration/span_days", format.duration.span_days),
        ("/lead_days", format.lead_days),
        ("/staff_hours/prepare", staff.prepare),
        ("/staff_hours/run", staff.run),
        ("/staff_hours/follow_up", staff.follow_up),
        ("/cost_eur/fixed", format.cost_eur.fixed),
        ("/cost_eur/per_person", format.cost_eur.per_person),
    ] {
        issues.unless(range.is_ordered(), pointer, "min is above max");
    }
    let size = format.group_size;
    issues.unless(size.min > 0, "/group_size/min", "at least one person takes part");
    issues.unless(
        size.ideal.is_none_or(|ideal| size.range().contains(ideal)),
        "/group_size/ideal",
        "the ideal size lies outside of min and max",
    );
    issues.unless(size.subgroup != Some(0), "/group_size/subgroup", "leave it out instead of 0");
    if let Some(room) = &format.room {
        issues.unless(
            room.m2_per_person.is_finite() && room.m2_per_person > 0.0,
            "/room/m2_per_person",
            "more than 0 square metres",
        );
        texts::german(issues, "/room/layout", &room.layout);
    }
}

fn check_parts(issues: &mut Issues, format: &FormatDocument) {
    for (position, step) in format.steps.iter().enumerate() {
        let at = |field: &str| format!("/steps/{position}{field}");
        texts::german(issues, &at("/title"), &step.title);
        texts::german(issues, &at("/goal"), &step.goal);
        texts::german(issues, &at("/instructions"), &step.instructions);
        texts::optional(issues, &at("/remote"), &step.remote);
        issues.unless(step.minutes.is_some() != step.days.is_some(), &at(""), "give either minutes or days");
        for range in step.minutes.iter().chain(&step.days) {
            issues.unless(range.is_ordered(), &at(""), "min is above max");
        }
        issues.unless(step.repeat > 0, &at("/repeat"), "leave it out instead of 0");
    }
    for (position, task) in format.tasks.iter().enumerate() {
        texts::german(issues, &format!("/tasks/{position}/text"), &task.text);
    }
    for (position, variant) in format.variants.iter().enumerate() {
        texts::german(issues, &format!("/variants/{position}/title"), &variant.title);
        texts::german(issues, &format!("/variants/{position}/differs"), &variant.differs);
        texts::german(issues, &format!("/variants/{position}/text"), &variant.text);
    }
    for (position, material) in format.materials.iter().enumerate() {
        texts::german(issues, &format!("/materials/{position}/name"), &material.name);
        texts::optional(issues, &format!("/materials/{position}/note"), &material.note);
        issues.unless(
            material.quantity.is_finite() && material.quantity > 0.0,
            &format!("/materials/{position}/quantity"),
            "more than 0",
        );
    }
    for (position, risk) in format.risks.iter().enumerate() {
        texts::german(issues, &format!("/risks/{position}/text"), &risk.text);
        texts::german(issues, &format!("/risks/{position}/mitigation"), &risk.mitigation);
    }
    texts::sources(issues, &format.sources);
}

fn check_evidence(issues: &mut Issues, format: &FormatDocument) {
    let keys = format.sources.iter().map(|source| source.key.as_str()).collect::<BTreeSet<_>>();
    for (position, fact) in format.facts.iter().enumerate() {
        let at = |field: &str| format!("/facts/{position}{field}");
        issues.unless(fact.max.is_none_or(|max| fact.min <= max), &at(""), "min is above max");
        issues.unless(
            units_of(fact.field).contains(&fact.unit),
            &at("/unit"),
            "this unit does not fit the field",
        );
        let estimate = fact.confidence == Confidence::Estimate;
        issues.unless(
            estimate != fact.derivation.is_empty(),
            &at("/derivation"),
            "an estimate says how it was derived, and only an estimate",
        );
        match &fact.source {
            None => issues.unless(estimate, &at("/source"), "name the source's key"),
            Some(key) if !keys.contains(key.as_str()) => {
                issues.push(at("/source"), format!("there is no source with the key `{key}`"));
            }
            Some(key) if fact.confidence == Confidence::PageSeen => {
                let seen = format.sources.iter().any(|source| source.key == *key && source.seen);
                issues.unless(seen, &at("/confidence"), "that source's page was not seen");
            }
            Some(_) => {}
        }
        texts::optional(issues, &at("/derivation"), &fact.derivation);
        texts::optional(issues, &at("/note"), &fact.note);
    }
    let ideal = format.group_size.ideal.unwrap_or(format.group_size.min);
    let cost = format.cost_eur;
    let cost_fits = inside_hull(&format.facts, FactField::Cost, cost.at(ideal))
        || inside_hull(&format.facts, FactField::Cost, cost.fixed);
    for (pointer, fine) in [
        ("/group_size", inside_hull(&format.facts, FactField::GroupSize, format.group_size.range())),
        ("/duration/minutes", inside_hull(&format.facts, FactField::Duration, format.duration.minutes)),
        ("/lead_days", inside_hull(&format.facts, FactField::LeadTime, format.lead_days)),
        ("/staff_hours", inside_hull(&format.facts, FactField::StaffHours, format.staff_hours.total())),
        ("/cost_eur", cost_fits),
        (
            "/cost_eur/per_person",
            cost.per_person == Range::new(0, 0)
                || inside_hull(&format.facts, FactField::CostPerPerson, cost.per_person),
        ),
    ] {
        issues.unless(
            fine,
            pointer,
            "this range lies outside of what the facts say (or there is no fact for it)",
        );
    }
}

fn check_links(issues: &mut Issues, format: &FormatDocument) {
    let mut seen = BTreeSet::new();
    for (position, relation) in format.relations.iter().enumerate() {
        let at = |field: &str| format!("/relations/{position}{field}");
        issues.unless(relation.format != format.slug, &at("/format"), "a format has no relation to itself");
        issues.unless(
            seen.insert((relation.kind, relation.format.as_str())),
            &at(""),
            "this relation stands here twice",
        );
        issues.unless(
            !matches!(
                relation.kind,
                RelationKind::Follows | RelationKind::HasDigitalTwin | RelationKind::HasPart
            ),
            &at("/kind"),
            "write the relation at the other format",
        );
        texts::german(issues, &at("/note"), &relation.note);
    }
    match &format.contactless {
        Some(contactless) => {
            issues.unless(
                contactless.format.is_some() == contactless.reason.is_empty(),
                "/contactless",
                "name either the format to use instead or the reason why there is none",
            );
            texts::optional(issues, "/contactless/reason", &contactless.reason);
        }
        None => issues.unless(
            format.modes.contains(&Mode::Digital),
            "/contactless",
            "say how it works without meeting, or why it does not",
        ),
    }
}

/// The units in which a field can be given.
fn units_of(field: FactField) -> &'static [Unit] {
    match field {
        FactField::GroupSize | FactField::Subgroup | FactField::Facilitation => &[Unit::People],
        FactField::Duration | FactField::LeadTime | FactField::Span | FactField::Round => {
            &[Unit::Minutes, Unit::Hours, Unit::Days, Unit::Weeks, Unit::Months, Unit::Years]
        }
        FactField::StaffHours => &[Unit::Minutes, Unit::Hours, Unit::Days, Unit::Weeks, Unit::Months],
        FactField::Cost | FactField::CostPerPerson => &[Unit::Euro],
        FactField::Sessions => &[Unit::Times],
    }
}

/// Calendar days.
const SHORTEST_MONTH: u64 = 28;
const LONGEST_MONTH: u64 = 31;

/// How many base units of the field one `unit` is: contact minutes for a duration (a day is eight
/// working hours, a week five such days), calendar days for lead time and span, working hours for
/// staff. As a ratio, because a minute is less than an hour.
const fn ratio(field: FactField, unit: Unit) -> (u64, u64) {
    match field {
        FactField::Duration | FactField::Round => match unit {
            Unit::Hours => (60, 1),
            Unit::Days => (480, 1),
            Unit::Weeks => (2_400, 1),
            Unit::Months => (10_400, 1),
            Unit::Years => (124_800, 1),
            _ => (1, 1),
        },
        FactField::LeadTime | FactField::Span => match unit {
            Unit::Minutes => (1, 1_440),
            Unit::Hours => (1, 24),
            Unit::Weeks => (7, 1),
            Unit::Months => (LONGEST_MONTH, 1),
            Unit::Years => (366, 1),
            _ => (1, 1),
        },
        FactField::StaffHours => match unit {
            Unit::Minutes => (1, 60),
            Unit::Days => (8, 1),
            Unit::Weeks => (40, 1),
            Unit::Months => (170, 1),
            _ => (1, 1),
        },
        _ => (1, 1),
    }
}

/// The smallest and the largest value that any fact gives for `field`, in its base unit; no upper
/// value if one is open, `None` if there is no fact.
pub fn hull(facts: &[FactDocument], field: FactField) -> Option<(u64, Option<u64>)> {
    facts
        .iter()
        .filter(|fact| fact.field == field)
        .map(|fact| {
            let (times, of) = ratio(field, fact.unit);
            // "Three months" are 84 days at least and 93 at most.
            let shortest = if times == LONGEST_MONTH { SHORTEST_MONTH } else { times };
            let low = u64::from(fact.min) * shortest / of;
            let high = fact.max.map(|max| (u64::from(max) * times).div_ceil(of));
            (low, high)
        })
        .reduce(|(low, high), (other_low, other_high)| {
            (low.min(other_low), high.zip(other_high).map(|(one, other)| one.max(other)))
        })
}

fn inside_hull(facts: &[FactDocument], field: FactField, range: Range) -> bool {
    hull(facts, field).is_some_and(|(low, high)| {
        u64::from(range.min) >= low
            && match (high, range.max) {
                (None, _) => true,
                (Some(_), None) => false,
                (Some(high), Some(max)) => u64::from(max) <= high,
            }
    })
}
