//! Formats in a row: whether they go together, and on which days each of them can be.
//!
//! "Not with" is refused, between any two. What precedes or combines is fine; anything else in a row is
//! possible, but is warned of.

use chrono::NaiveDate;
use mitwirken_shared::formats::{Format, Relation, RelationKind};
use mitwirken_shared::planning::{PlanArg, PlanRefusal, PlanWarning, RefusalCode, WarningCode};

use super::request::Wish;
use super::schedule::{follow_up_days, last_day, proposed_date, shifted, written};

/// Where a format of the sequence has its place.
#[derive(Clone, Debug)]
pub struct Place<'a> {
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
    /// Whether we proposed the day.
    pub proposed: bool,
    /// How it stands to the one before it.
    pub relation: Option<RelationKind>,
    /// The relation it comes from, written at either of both.
    pub source: Option<&'a Relation>,
    /// What to mind.
    pub warnings: Vec<PlanWarning>,
}

/// Gives every format its days.
///
/// A day that is missing is proposed: after the one before it has been followed up (or today, for the
/// first), and with time for the preparation.
///
/// # Errors
/// Two formats that do not go together; a format that begins before the one before it.
pub fn places<'a>(wishes: &[Wish<'a>], today: NaiveDate) -> Result<Vec<Place<'a>>, Vec<PlanRefusal>> {
    let mut refusals = apart(wishes);
    let mut places = Vec::<Place<'a>>::new();
    let mut before = None::<&Wish<'a>>;
    for (at, wish) in wishes.iter().enumerate() {
        let earlier = before.zip(places.last());
        let ready = earlier.map_or(today, |(before, place)| {
            shifted(place.last, follow_up_days(before.format).into()).max(today)
        });
        let first = wish.date.unwrap_or_else(|| proposed_date(wish.format, ready));
        let last = wish.last_day.unwrap_or_else(|| last_day(wish.format, first));
        let mut warnings = Vec::new();
        let (relation, source) =
            earlier.map_or((None, None), |(before, _)| relation(before.format, wish.format));
        if let Some((before, place)) = earlier {
            if first < place.first {
                let args = [
                    ("previous", (&before.format.title).into()),
                    ("earliest", PlanArg::Day(written(place.first))),
                ];
                refusals.push(PlanRefusal::new(
                    format!("/stages/{at}/date"),
                    RefusalCode::StagesOutOfOrder,
                    args,
                ));
            }
            warnings.extend(unusual(before.format, wish.format, relation));
            // What combines may well happen together.
            if relation != Some(RelationKind::CombinesWith) {
                warnings.extend(too_close(before.format, wish.format, place.last, first));
            }
        }
        places.push(Place { first, last, proposed: wish.date.is_none(), relation, source, warnings });
        before = Some(wish);
    }
    if refusals.is_empty() { Ok(places) } else { Err(refusals) }
}

/// Refuses formats that do not go together.
fn apart(wishes: &[Wish<'_>]) -> Vec<PlanRefusal> {
    let mut refusals = Vec::new();
    for (at, wish) in wishes.iter().enumerate() {
        for earlier in wishes.iter().take(at) {
            let against =
                between(earlier.format, wish.format).find(|(kind, _)| *kind == RelationKind::NotWith);
            if let Some((_, why)) = against {
                let args = [
                    ("format", (&wish.format.title).into()),
                    ("other", (&earlier.format.title).into()),
                    ("why", (&why.note).into()),
                ];
                refusals.push(PlanRefusal::new(format!("/stages/{at}/format"), RefusalCode::NotWith, args));
            }
        }
    }
    refusals
}

/// How `later` stands to `earlier`, wherever that is written.
fn between<'a>(earlier: &'a Format, later: &'a Format) -> impl Iterator<Item = (RelationKind, &'a Relation)> {
    let own = later.relations.iter().filter(|relation| relation.format.slug == earlier.slug);
    let others = earlier.relations.iter().filter(|relation| relation.format.slug == later.slug);
    own.map(|relation| (relation.kind, relation))
        .chain(others.map(|relation| (relation.kind.inverse(), relation)))
}

/// The relation that speaks most for `later` after `earlier`.
fn relation<'a>(earlier: &'a Format, later: &'a Format) -> (Option<RelationKind>, Option<&'a Relation>) {
    let rank = |kind: RelationKind| match kind {
        RelationKind::Follows => 0,
        RelationKind::CombinesWith => 1,
        RelationKind::PartOf | RelationKind::HasPart => 2,
        RelationKind::Precedes => 3,
        RelationKind::AlternativeTo => 4,
        RelationKind::DigitalTwinOf | RelationKind::HasDigitalTwin => 5,
        RelationKind::NotWith => 6,
    };
    between(earlier, later).min_by_key(|(kind, _)| rank(*kind)).unzip()
}

/// Warns of formats that usually do not follow each other. A format may be held twice.
fn unusual(earlier: &Format, later: &Format, relation: Option<RelationKind>) -> Option<PlanWarning> {
    let code = match relation {
        Some(RelationKind::Follows | RelationKind::CombinesWith) => return None,
        None if earlier.slug == later.slug => return None,
        Some(RelationKind::Precedes) => WarningCode::ReversedStages,
        Some(RelationKind::AlternativeTo) => WarningCode::AlternativeStages,
        _ => WarningCode::UnrelatedStages,
    };
    Some(PlanWarning::new(code, [("format", (&later.title).into()), ("previous", (&earlier.title).into())]))
}

/// Warns if `later` begins before `earlier` is over, or is followed up.
fn too_close(earlier: &Format, later: &Format, last: NaiveDate, first: NaiveDate) -> Option<PlanWarning> {
    let (format, previous) = (PlanArg::from(&later.title), PlanArg::from(&earlier.title));
    if first <= last {
        let args = [("format", format), ("previous", previous), ("last_day", PlanArg::Day(written(last)))];
        return Some(PlanWarning::new(WarningCode::StagesOverlap, args));
    }
    let needed = follow_up_days(earlier);
    let days = u32::try_from((first - last).num_days()).ok().filter(|days| *days < needed)?;
    let args = [("format", format), ("previous", previous), ("days", days.into()), ("needed", needed.into())];
    Some(PlanWarning::new(WarningCode::FollowUpOverlaps, args))
}

#[cfg(test)]
mod tests {
    use mitwirken_shared::planning::{Plan, PlanRequest};

    use super::super::tests::{codes, date, format, related, request};
    use super::*;

    const TODAY: &str = "2027-01-04";

    fn planned(formats: &[Format], request: &PlanRequest) -> Result<Plan, Vec<PlanRefusal>> {
        super::super::plan(formats, request, date(TODAY))
    }

    fn both(kind: RelationKind) -> [Format; 2] {
        [related(format("cafe"), kind, "council"), format("council")]
    }

    #[test]
    fn a_missing_day_is_proposed_after_follow_up_and_preparation() {
        let request = request(&["cafe", "council"]);
        let plan = planned(&both(RelationKind::Precedes), &request).unwrap();
        // 42 days after Monday 4 January; then 10 days of documentation and 42 days of preparation.
        let days = plan.stages.iter().map(|stage| (stage.date.as_str(), stage.proposed)).collect::<Vec<_>>();
        assert_eq!(days, [("2027-02-15", true), ("2027-04-08", true)]);
        assert_eq!(plan.stages[1].relation, Some(RelationKind::Follows));
        assert!(plan.stages.iter().all(|stage| stage.work.tasks.iter().all(|task| !task.overdue)));
        assert_eq!(codes(&plan), []);
    }

    #[test]
    fn what_does_not_go_together_is_refused_from_either_side() {
        let formats = both(RelationKind::NotWith);
        for order in [["cafe", "council"], ["council", "cafe"]] {
            let refusals = planned(&formats, &request(&order)).unwrap_err();
            assert_eq!(refusals.len(), 1);
            assert_eq!(
                (refusals[0].code, refusals[0].pointer.as_str()),
                (RefusalCode::NotWith, "/stages/1/format")
            );
            assert!(refusals[0].args.contains_key("why"));
        }
    }

    #[test]
    fn what_is_unusual_in_a_row_is_warned_of() {
        for (kind, order, expected) in [
            (RelationKind::CombinesWith, ["council", "cafe"], None),
            (RelationKind::Precedes, ["council", "cafe"], Some(WarningCode::ReversedStages)),
            (RelationKind::AlternativeTo, ["cafe", "council"], Some(WarningCode::AlternativeStages)),
            (RelationKind::PartOf, ["cafe", "council"], Some(WarningCode::UnrelatedStages)),
        ] {
            let plan = planned(&both(kind), &request(&order)).unwrap();
            assert_eq!(codes(&plan), Vec::from_iter(expected), "{kind}");
        }
    }

    #[test]
    fn a_second_stage_too_early_is_warned_of_and_before_the_first_refused() {
        let formats = both(RelationKind::Precedes);
        let mut request = request(&["cafe", "council"]);
        let mut on = |first: &str, second: &str| {
            request.stages[0].date = Some(first.to_owned());
            request.stages[1].date = Some(second.to_owned());
            planned(&formats, &request)
        };
        assert_eq!(codes(&on("2027-04-12", "2027-04-12").unwrap()), [WarningCode::StagesOverlap]);
        assert_eq!(codes(&on("2027-04-12", "2027-04-20").unwrap()), [WarningCode::FollowUpOverlaps]);
        assert_eq!(codes(&on("2027-04-12", "2027-04-22").unwrap()), []);
        let refusals = on("2027-04-12", "2027-04-09").unwrap_err();
        assert_eq!(refusals[0].code, RefusalCode::StagesOutOfOrder);
        // What combines may be on the same day.
        (request.stages[0].date, request.stages[1].date) =
            (Some("2027-04-12".into()), Some("2027-04-12".into()));
        assert_eq!(codes(&planned(&both(RelationKind::CombinesWith), &request).unwrap()), []);
    }
}
