//! What the finder says: sentences that name what somebody has and what the format needs.

use mitwirken_shared::formats::{
    Criterion, Degree, FinderChange, Level, Mode, Phase, Purpose, Recruitment, TargetGroup,
};
use mitwirken_shared::range::Range;
use mitwirken_shared::vocabulary::Vocabulary;

use super::{Need, Part, Plan, Violation, budget_need, facet};
use crate::formats::filter::Mask;
use crate::formats::listing::Row;
use crate::texts::{self, Args};

/// Speaks one language about one plan.
#[derive(Clone, Copy, Debug)]
pub struct Sentences<'plan> {
    /// BCP 47 tag.
    pub lang: &'plan str,
    /// What somebody plans.
    pub plan: &'plan Plan,
}

impl Sentences<'_> {
    /// How a format meets a criterion.
    pub fn part(&self, row: &Row, part: Part) -> String {
        let plan = self.plan;
        match part.criterion {
            Criterion::Goals => {
                let has = facet(row, "purpose");
                let (served, missing) = (plan.goals & has, plan.goals & !has);
                let mut args = Args::new();
                args.insert("served", self.list::<Purpose>("purpose", served));
                args.insert("count", served.count_ones().to_string());
                args.insert("missing", self.list::<Purpose>("purpose", missing));
                args.insert("kind", kind(served != 0, missing != 0).to_owned());
                self.say("finder-goals", &args)
            }
            Criterion::Level => self.pair(
                "finder-level",
                part,
                &[
                    ("want", plan.level.map(|level| self.word("level", level)).unwrap_or_default()),
                    ("has", self.span::<Level>("level", facet(row, "level"))),
                ],
            ),
            Criterion::Phase => self.pair(
                "finder-phase",
                part,
                &[
                    ("want", plan.phase.map(|phase| self.word("phase", phase)).unwrap_or_default()),
                    ("has", self.list::<Phase>("phase", facet(row, "phase"))),
                ],
            ),
            Criterion::People => self.pair(
                "finder-people",
                part,
                &[
                    ("want", plan.people.map(|people| self.range(people)).unwrap_or_default()),
                    ("has", self.range(row.group_size.range())),
                    ("ideal", row.group_size.ideal.map(|ideal| self.number(ideal)).unwrap_or_default()),
                    ("knows", if row.group_size.ideal.is_some() { "yes" } else { "no" }.to_owned()),
                ],
            ),
            Criterion::TargetGroups => {
                let has = facet(row, "target_group");
                let special = plan.target_groups & has;
                let general = has & 1 != 0;
                self.say(
                    "finder-target_groups",
                    &Args::from([
                        ("want", self.list::<TargetGroup>("target_group", plan.target_groups)),
                        ("special", self.list::<TargetGroup>("target_group", special & !1)),
                        ("has", self.list::<TargetGroup>("target_group", has)),
                        (
                            "kind",
                            if special & !1 != 0 {
                                "special"
                            } else if general {
                                "general"
                            } else {
                                "none"
                            }
                            .to_owned(),
                        ),
                    ]),
                )
            }
            Criterion::Recruitment => self.pair(
                "finder-recruitment",
                part,
                &[
                    ("want", self.list::<Recruitment>("recruitment", plan.recruitment)),
                    ("has", self.list::<Recruitment>("recruitment", facet(row, "recruitment"))),
                ],
            ),
            Criterion::Polarisation => self.pair(
                "finder-polarisation",
                part,
                &[
                    ("want", plan.polarisation.map(|degree| self.word("degree", degree)).unwrap_or_default()),
                    ("has", self.degrees(row)),
                ],
            ),
            Criterion::Time => self.need("finder-time", part, plan.lead_days, row.lead_days.into()),
            Criterion::Budget => self.need("finder-budget", part, plan.budget_eur, budget_need(row, plan)),
            Criterion::StaffHours => {
                self.need("finder-hours", part, plan.staff_hours, row.staff_hours.into())
            }
            Criterion::Modes => self.pair(
                "finder-modes",
                part,
                &[("has", self.list::<Mode>("mode", facet(row, "mode") & plan.modes))],
            ),
            Criterion::Crisis => self.pair("finder-crisis", part, &[]),
        }
    }

    /// What a format needs, what there is, and the smallest change.
    pub fn violation(&self, row: &Row, violation: &Violation) -> String {
        let plan = self.plan;
        let amount = |key: &str, need: u32, have: Option<u32>| {
            let args = [("need", self.number(need)), ("have", self.number(have.unwrap_or(0)))];
            self.say(key, &Args::from(args))
        };
        match &violation.change {
            FinderChange::PeopleExpected(people) => self.say(
                "finder-no-people",
                &Args::from([
                    ("has", self.range(row.group_size.range())),
                    ("want", plan.people.map(|people| self.range(people)).unwrap_or_default()),
                    ("change", self.range(*people)),
                ]),
            ),
            FinderChange::LeadDays(days) => amount("finder-no-time", *days, plan.lead_days),
            FinderChange::Date(day) => self.say(
                "finder-no-date",
                &Args::from([
                    ("need", self.number(row.lead_days.min)),
                    ("have", self.number(plan.lead_days.unwrap_or(0))),
                    ("day", self.day(day)),
                ]),
            ),
            FinderChange::BudgetEur(euros) => amount("finder-no-budget", *euros, plan.budget_eur),
            FinderChange::StaffHours(hours) => amount("finder-no-hours", *hours, plan.staff_hours),
            FinderChange::AddMode(_) => self.say(
                "finder-no-mode",
                &Args::from([
                    ("has", self.list::<Mode>("mode", facet(row, "mode"))),
                    ("want", self.list::<Mode>("mode", plan.modes)),
                ]),
            ),
            FinderChange::Crisis(_) => self.say("finder-no-crisis", &Args::new()),
        }
    }

    fn say(&self, key: &str, args: &Args) -> String {
        texts::get(self.lang, key, args)
    }

    /// A sentence that depends on how well it fits: `kind` is `full`, `some` or `none`.
    fn pair(&self, key: &str, part: Part, args: &[(&'static str, String)]) -> String {
        let kind = match part.fit {
            super::FULL => "full",
            0 => "none",
            _ => "some",
        };
        let mut all = args.iter().cloned().collect::<Args>();
        all.insert("kind", kind.to_owned());
        self.say(key, &all)
    }

    fn need(&self, key: &str, part: Part, have: Option<u32>, need: Need) -> String {
        let range = Range { min: need.least, max: need.comfortable };
        let kind = match need.comfortable {
            None => "open",
            Some(_) if part.fit == super::FULL => "full",
            Some(_) => "some",
        };
        self.say(
            key,
            &Args::from([
                ("have", self.number(have.unwrap_or(0))),
                ("need", self.range(range)),
                ("kind", kind.to_owned()),
            ]),
        )
    }

    fn word<V: Vocabulary>(&self, vocabulary: &str, word: V) -> String {
        self.say(&format!("{vocabulary}-{}", word.as_str()), &Args::new())
    }

    /// "A, B and C".
    fn list<V: Vocabulary>(&self, vocabulary: &str, mask: Mask) -> String {
        let words = V::ALL.iter().filter(|word| mask & (1 << word.index()) != 0);
        let words = words.map(|word| self.word(vocabulary, *word)).collect::<Vec<_>>();
        match words.split_last() {
            None => String::new(),
            Some((last, [])) => last.clone(),
            Some((last, before)) => {
                self.say("finder-and", &Args::from([("first", before.join(", ")), ("last", last.clone())]))
            }
        }
    }

    /// "A" or "A to C", for words that are steps.
    fn span<V: Vocabulary>(&self, vocabulary: &str, mask: Mask) -> String {
        let mut words = V::ALL.iter().filter(|word| mask & (1 << word.index()) != 0);
        let first = words.next().map(|word| self.word(vocabulary, *word)).unwrap_or_default();
        match words.next_back() {
            None => first,
            Some(last) => {
                self.say("finder-to", &Args::from([("first", first), ("last", self.word(vocabulary, *last))]))
            }
        }
    }

    fn degrees(&self, row: &Row) -> String {
        let range = row.polarisation;
        let mask = Degree::ALL
            .iter()
            .filter(|degree| (range.min..=range.max).contains(degree))
            .fold(0, |mask, degree| mask | 1 << degree.index());
        self.span::<Degree>("degree", mask)
    }

    /// "12", "12–200", "from 12".
    fn range(&self, range: Range) -> String {
        match range.max {
            Some(max) if max == range.min => self.number(max),
            Some(max) => format!("{}–{}", self.number(range.min), self.number(max)),
            None => self.say("finder-from", &Args::from([("least", self.number(range.min))])),
        }
    }

    /// "1.450" in German, "1,450" in English.
    fn number(&self, number: u32) -> String {
        let digits = number.to_string();
        let separator = if self.lang == "en" { ',' } else { '.' };
        let mut grouped = String::with_capacity(digits.len() + 3);
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                grouped.push(separator);
            }
            grouped.push(digit);
        }
        grouped
    }

    /// "15.03.2027" in German, "2027-03-15" in English.
    fn day(&self, day: &str) -> String {
        let mut parts = day.split('-');
        match (self.lang, parts.next(), parts.next(), parts.next()) {
            ("de", Some(year), Some(month), Some(day)) => format!("{day}.{month}.{year}"),
            _ => day.to_owned(),
        }
    }
}

const fn kind(served: bool, missing: bool) -> &'static str {
    match (served, missing) {
        (true, false) => "all",
        (true, true) => "some",
        _ => "none",
    }
}
