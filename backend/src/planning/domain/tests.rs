//! What must hold for any formats and any plan, and the formats that the tests of this folder use.

use chrono::Days;
use mitwirken_shared::formats::{Contactless, GroupSize, Material, Per, SocialForm, Step, Task};
use mitwirken_shared::l10n::{LocalizedList, LocalizedText};
use mitwirken_shared::planning::{RefusalCode, StageRequest};
use proptest::prelude::*;

use super::schedule::{earliest_date, tasks};
use super::*;

pub fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn said(text: &str) -> LocalizedText {
    LocalizedText { text: text.to_owned(), lang: "de".to_owned(), translations: None }
}

/// The World Café without texts, steps, tasks and materials.
const CAFE: &str = r#"{
    "id": "", "slug": "", "version": 1, "completeness": "complete", "kind": "method", "purposes": [], "phases": [],
    "level": { "min": "consult", "max": "collaborate" }, "target_groups": [], "recruitment": [],
    "interactions": [], "decision_modes": [], "polarisation": { "min": "low", "max": "medium" },
    "complexity": { "min": "low", "max": "medium" }, "title": { "text": "", "lang": "de" },
    "aliases": { "items": [], "lang": "de" }, "summary": { "text": "", "lang": "de" },
    "description": { "markdown": "", "html": "", "lang": "de" }, "origin": { "text": "", "lang": "de" },
    "accessibility": { "text": "", "lang": "de" }, "outputs": { "items": [], "lang": "de" },
    "when_to_use": { "items": [], "lang": "de" }, "when_not_to_use": { "items": [], "lang": "de" },
    "strengths": { "items": [], "lang": "de" }, "weaknesses": { "items": [], "lang": "de" },
    "digital_tools": { "items": [], "lang": "de" }, "variants": [], "risks": [], "facts": [], "sources": [],
    "relations": [], "examples": [], "guides": [], "concepts": [], "published_at": "", "updated_at": "",
    "modes": ["analog", "digital", "hybrid"],
    "group_size": { "min": 12, "max": 200, "ideal": 40, "subgroup": 5 },
    "duration": { "minutes": { "min": 120, "max": 180 }, "sessions": { "min": 1, "max": 1 }, "span_days": { "min": 1, "max": 1 } },
    "lead_days": { "min": 28, "max": 56 },
    "staff_hours": { "prepare": { "min": 16, "max": 30 }, "run": { "min": 20, "max": 36 }, "follow_up": { "min": 8, "max": 16 } },
    "cost_eur": { "fixed": { "min": 300, "max": 1500 }, "per_person": { "min": 5, "max": 12 } },
    "room": { "m2_per_person": 2.5, "rooms": 1, "layout": { "text": "", "lang": "de" } },
    "facilitation": { "skill": "trained", "people_per_facilitator": 60 },
    "steps": [], "tasks": [], "materials": []
}"#;

/// The numbers of the World Café, under another name.
pub fn format(slug: &str) -> Format {
    let base = serde_json::from_str::<Format>(CAFE).unwrap();
    let step = |title: &str, min: u32, max: u32, repeat: u32| Step {
        title: said(title),
        goal: said("goal"),
        minutes: Some(Range::new(min, max)),
        days: None,
        repeat,
        social_form: SocialForm::Plenary,
        instructions: said("instructions"),
        materials: LocalizedList::default(),
        remote: None,
    };
    let material = |quantity: f32, per: Per| Material { name: said("thing"), quantity, per, note: None };
    Format {
        slug: slug.to_owned(),
        title: said(slug),
        steps: vec![
            step("Ankommen am Tisch", 15, 20, 1),
            step("Eröffnung und Spielregeln", 10, 15, 1),
            step("Tischrunde", 20, 30, 3),
            step("Pause mit Galerie", 10, 15, 1),
            step("Ernte im Plenum", 20, 30, 1),
            step("Ausblick und Abschied", 5, 10, 1),
        ],
        tasks: [-42, -35, -28, -21, -7, -1, 1, 10, 42].map(|day| Task { day, text: said("task") }).to_vec(),
        materials: vec![material(1.5, Per::Group), material(1.0, Per::Person), material(2.0, Per::Event)],
        ..base
    }
}

/// A step of so many minutes.
pub fn step(min: u32, max: Option<u32>, repeat: u32) -> Step {
    let step = format("").steps.remove(0);
    Step { minutes: Some(Range { min, max }), repeat, ..step }
}

/// A format with steps of so many minutes and rounds.
pub fn with_steps(steps: &[(u32, Option<u32>, u32)]) -> Format {
    let steps = steps.iter().map(|(min, max, repeat)| step(*min, *max, *repeat)).collect();
    Format { steps, ..format("steps") }
}

fn with_phases(span: (u32, u32), phases: &[(u32, u32)]) -> Format {
    let phase = |(min, max): &(u32, u32)| Step {
        minutes: None,
        days: Some(Range::new(*min, *max)),
        ..step(0, None, 1)
    };
    let mut format = Format { steps: phases.iter().map(phase).collect(), ..format("phases") };
    format.duration.span_days = Range::new(span.0, span.1);
    format
}

/// A format with a relation to another.
pub fn related(mut format: Format, kind: RelationKind, to: &str) -> Format {
    let other = FormatLink { slug: to.to_owned(), title: said(to) };
    format.relations.push(Relation { kind, format: other, note: said("because") });
    format
}

/// A request for these formats with 40 people.
pub fn request(slugs: &[&str]) -> PlanRequest {
    let stage = |slug: &&str| StageRequest { format: (*slug).to_owned(), ..StageRequest::default() };
    PlanRequest { stages: slugs.iter().map(stage).collect(), people: 40, ..PlanRequest::default() }
}

/// The codes of all warnings of a plan but those of its Plan B.
pub fn codes(plan: &Plan) -> Vec<WarningCode> {
    let stages = plan.stages.iter().flat_map(|stage| &stage.work.warnings);
    plan.warnings.iter().chain(stages).map(|warning| warning.code).collect()
}

fn on(day: &str) -> PlanRequest {
    let mut request = request(&["cafe"]);
    request.stages[0].date = Some(day.to_owned());
    request
}

fn refused(request: &PlanRequest) -> Vec<(String, RefusalCode)> {
    let refusals = plan(&[format("cafe")], request, date("2027-01-04")).unwrap_err();
    refusals.into_iter().map(|refusal| (refusal.pointer, refusal.code)).collect()
}

#[test]
fn tasks_are_dated_from_the_event_and_moved_off_holidays() {
    let plan = plan(&[format("cafe")], &on("2027-06-10"), date("2027-01-04")).unwrap();
    let days =
        plan.stages[0].work.tasks.iter().map(|task| (task.day, task.date.as_str())).collect::<Vec<_>>();
    let expected = [
        (-42, "2027-04-29"),
        (-35, "2027-05-05"), // Ascension Day is the 6th
        (-28, "2027-05-13"),
        (-21, "2027-05-20"),
        (-7, "2027-06-03"),
        (-1, "2027-06-09"),
        (1, "2027-06-11"),
        (10, "2027-06-21"), // the 20th is a Sunday
        (42, "2027-07-22"),
    ];
    assert_eq!(days, expected);
    let moved = plan.stages[0].work.tasks[1].moved.as_ref().unwrap();
    assert_eq!((moved.date.as_str(), moved.reason), ("2027-05-06", DayOff::AscensionDay));
    assert_eq!((plan.begins.as_str(), plan.ends.as_str()), ("2027-04-29", "2027-07-22"));
    assert_eq!(codes(&plan), []);
}

#[test]
fn late_tasks_are_flagged_and_the_earliest_day_named() {
    let plan = plan(&[format("cafe")], &on("2027-02-12"), date("2027-01-04")).unwrap();
    let work = &plan.stages[0].work;
    assert_eq!(work.tasks.iter().map(|task| task.overdue).collect::<Vec<_>>()[..2], [true, false]);
    assert_eq!(work.earliest_date, "2027-02-15");
    assert_eq!(codes(&plan), [WarningCode::TasksOverdue]);
    assert_eq!(work.warnings[0].args["earliest"], PlanArg::Day("2027-02-15".to_owned()));
}

#[test]
fn a_task_of_the_day_itself_stays_there_even_on_a_sunday() {
    let mut cafe = format("cafe");
    cafe.tasks = vec![Task { day: 0, text: said("open the doors") }];
    let plan = plan(&[cafe], &on("2027-06-13"), date("2027-01-04")).unwrap();
    assert_eq!(plan.stages[0].work.tasks[0].date, "2027-06-13");
}

#[test]
fn a_day_off_and_a_day_that_has_passed_are_warned_of() {
    let cafe = [format("cafe")];
    let told = |day: &str| codes(&plan(&cafe, &on(day), date("2027-01-04")).unwrap());
    assert_eq!(told("2027-05-27"), [WarningCode::DayOffChosen]);
    assert_eq!(told("2027-05-30"), []);
    assert_eq!(told("2027-01-03"), [WarningCode::DatePast]);
}

#[test]
fn phases_get_days_where_they_add_up_to_the_span() {
    // A citizens' assembly: the mandate and the lot come before the first day, the answer after the last.
    let council = with_phases((43, 120), &[(30, 60), (42, 70), (14, 28), (28, 90), (1, 2), (60, 120)]);
    let phases = schedule::phases(&council, Mode::Analog, date("2027-06-10"));
    let begins = phases.into_iter().map(|phase| phase.begins.unwrap()).collect::<Vec<_>>();
    let days =
        begins.iter().map(|window| (window.earliest.as_deref().unwrap(), window.latest.as_deref().unwrap()));
    let expected = [
        ("2027-01-31", "2027-03-30"),
        ("2027-04-01", "2027-04-29"),
        ("2027-06-10", "2027-06-10"),
        ("2027-06-24", "2027-07-08"),
        ("2027-07-22", "2027-10-06"),
        ("2027-07-23", "2027-10-08"),
    ];
    assert_eq!(days.collect::<Vec<_>>(), expected);
}

#[test]
fn phases_stay_without_days_where_it_is_unclear_when_they_begin() {
    let two = |meetings: usize| {
        let mut workshops = with_phases((23, 37), &[(21, 35), (1, 1)]);
        workshops.steps.splice(0..0, (0..meetings).map(|_| step(60, Some(90), 1)));
        workshops
    };
    assert!(dated(&two(1)));
    // Of two meetings only one could be on a day of its own: perhaps both are on the first.
    assert!(!dated(&two(2)));
    assert!(!dated(&with_phases((44, 120), &[(14, 28), (28, 90)])));
}

#[test]
fn a_meeting_among_phases_counts_as_a_day_or_as_part_of_the_phase_before() {
    for span in [(12, 18), (11, 17)] {
        let mut survey = with_phases(span, &[(4, 7), (7, 10)]);
        survey.steps.insert(1, step(120, Some(180), 3));
        assert!(dated(&survey), "{span:?}");
    }
}

fn dated(format: &Format) -> bool {
    let phases = schedule::phases(format, Mode::Analog, date("2027-06-10"));
    phases.iter().all(|phase| phase.begins.is_some())
}

#[test]
fn plan_b_is_the_digital_twin_planned_for_the_same_day() {
    let twin = FormatLink { slug: "online".to_owned(), title: said("online") };
    let contactless = Some(Contactless { format: Some(twin), reason: None });
    let mut online = Format { modes: vec![Mode::Digital], room: None, ..format("online") };
    online.tasks.retain(|task| task.day != -42);
    let cafe = Format { contactless, ..format("cafe") };
    assert_eq!(digital_twin(&cafe), Some("online"));
    let mut request = on("2027-06-10");
    request.stages[0].minutes = Some(150);
    let whole = plan(&[cafe.clone(), online], &request, date("2027-01-04")).unwrap();
    let other = whole.stages[0].plan_b.as_ref().unwrap();
    let work = other.work.as_ref().unwrap();
    assert_eq!((work.format.slug.as_str(), work.warnings.len()), ("online", 0));
    assert_eq!(work.run_sheet.as_ref().unwrap().minutes, 150);
    // 35 days before is Ascension Day.
    assert_eq!(other.decide_by.as_deref(), Some("2027-05-05"));
    // Without the twin's data it is only named.
    let named = plan(std::slice::from_ref(&cafe), &request, date("2027-01-04")).unwrap();
    let other = named.stages[0].plan_b.as_ref().unwrap();
    assert!(other.format.is_some() && other.work.is_none());
    // Who meets online anyway needs none.
    request.stages[0].mode = Some(Mode::Digital);
    assert_eq!(plan(&[cafe], &request, date("2027-01-04")).unwrap().stages[0].plan_b, None);
}

#[test]
fn a_format_without_a_twin_says_why_or_nothing() {
    let contactless = Some(Contactless { format: None, reason: Some(said("trust grows at dinner")) });
    let with = |contactless| {
        let cafe = Format { contactless, ..format("cafe") };
        plan(&[cafe], &on("2027-06-10"), date("2027-01-04")).unwrap().stages.remove(0).plan_b
    };
    assert_eq!(with(contactless).unwrap().note, Some(said("trust grows at dinner")));
    assert_eq!(with(None), None);
}

#[test]
fn money_that_is_missing_is_named() {
    let mut request = on("2027-06-10");
    let mut with = |euros: u32| {
        request.budget_eur = Some(euros);
        let plan = plan(&[format("cafe")], &request, date("2027-01-04")).unwrap();
        plan.warnings
            .into_iter()
            .map(|warning| (warning.code, warning.args["missing"].clone()))
            .collect::<Vec<_>>()
    };
    // 500 to 1,980 € for 40.
    assert_eq!(with(400), [(WarningCode::BudgetShort, PlanArg::Number(100))]);
    assert_eq!(with(1_900), [(WarningCode::BudgetTight, PlanArg::Number(80))]);
    assert_eq!(with(1_980), []);
}

#[test]
fn everything_that_is_wrong_is_refused_at_once() {
    assert_eq!(
        refused(&PlanRequest { people: 1, ..PlanRequest::default() }),
        [("/stages".to_owned(), RefusalCode::NoStages)]
    );
    let stage = StageRequest {
        format: "unknown".to_owned(),
        date: Some("2027-1-5".to_owned()),
        last_day: Some("2327-01-05".to_owned()),
        start: Some("24:00".to_owned()),
        end: Some("9:00".to_owned()),
        minutes: Some(0),
        people: Some(1_000_001),
        place: Some("x".repeat(201)),
        response_percent: Some(0.0),
        no_show_percent: Some(100.0),
        ..StageRequest::default()
    };
    let request = PlanRequest { stages: vec![stage], budget_eur: Some(u32::MAX), ..PlanRequest::default() };
    let expected = [
        ("/people", RefusalCode::PeopleOutOfRange),
        ("/budget_eur", RefusalCode::BudgetOutOfRange),
        ("/stages/0/format", RefusalCode::UnknownFormat),
        ("/stages/0/people", RefusalCode::PeopleOutOfRange),
        ("/stages/0/date", RefusalCode::DateUnreadable),
        ("/stages/0/last_day", RefusalCode::DateOutOfRange),
        ("/stages/0/start", RefusalCode::TimeUnreadable),
        ("/stages/0/end", RefusalCode::TimeUnreadable),
        ("/stages/0/end", RefusalCode::EndAndMinutes),
        ("/stages/0/minutes", RefusalCode::MinutesOutOfRange),
        ("/stages/0/place", RefusalCode::PlaceTooLong),
        ("/stages/0/response_percent", RefusalCode::ResponseOutOfRange),
        ("/stages/0/no_show_percent", RefusalCode::NoShowOutOfRange),
    ];
    assert_eq!(refused(&request), expected.map(|(pointer, code)| (pointer.to_owned(), code)));
}

#[test]
fn halves_of_a_wish_are_refused() {
    let with = |change: &dyn Fn(&mut PlanRequest)| {
        let mut request = request(&["cafe"]);
        change(&mut request);
        refused(&request).into_iter().map(|(_, code)| code).collect::<Vec<_>>()
    };
    let last = Some("2027-06-10".to_owned());
    assert_eq!(with(&|ask| ask.stages[0].last_day = last.clone()), [RefusalCode::LastDayWithoutDate]);
    let turned = |ask: &mut PlanRequest| {
        (ask.stages[0].date, ask.stages[0].last_day) = (last.clone(), Some("2027-06-09".to_owned()));
    };
    assert_eq!(with(&turned), [RefusalCode::LastDayBeforeFirst]);
    assert_eq!(with(&|ask| ask.stages[0].end = Some("21:00".to_owned())), [RefusalCode::EndWithoutStart]);
    assert_eq!(with(&|ask| ask.no_show_percent = Some(5.0)), [RefusalCode::NoShowWithoutResponse]);
    assert_eq!(with(&|ask| ask.stages = vec![ask.stages[0].clone(); 1_000]), [RefusalCode::TooManyStages]);
}

#[test]
fn an_end_before_the_start_is_one_of_the_next_day() {
    let mut request = on("2027-06-10");
    (request.stages[0].start, request.stages[0].end) = (Some("22:30".to_owned()), Some("01:00".to_owned()));
    let plan = plan(&[format("cafe")], &request, date("2027-01-04")).unwrap();
    let sheet = plan.stages[0].work.run_sheet.as_ref().unwrap();
    assert_eq!((sheet.minutes, sheet.end.as_str(), sheet.end_day), (150, "01:00", 1));
}

#[test]
fn an_end_at_the_start_is_a_day_later() {
    let mut request = on("2027-06-10");
    (request.stages[0].start, request.stages[0].end) = (Some("18:00".to_owned()), Some("18:00".to_owned()));
    let plan = plan(&[format("cafe")], &request, date("2027-01-04")).unwrap();
    assert_eq!(plan.stages[0].work.warnings[0].args["available"], PlanArg::Number(1_440));
}

#[test]
fn only_too_few_and_too_many_people_are_warned_of() {
    let mut request = on("2027-06-10");
    let mut with = |people: u32| {
        request.people = people;
        codes(&plan(&[format("cafe")], &request, date("2027-01-04")).unwrap())
    };
    assert_eq!((with(11), with(12)), (vec![WarningCode::TooFewPeople], vec![]));
    assert_eq!((with(201), with(200)), (vec![WarningCode::TooManyPeople], vec![]));
}

#[test]
fn a_way_of_meeting_that_the_format_does_not_offer_and_times_without_a_sheet_are_warned_of() {
    let mut cafe = Format { modes: vec![Mode::Analog], ..format("cafe") };
    cafe.duration.sessions = Range::new(2, 3);
    let mut request = on("2027-06-10");
    (request.stages[0].mode, request.stages[0].start) = (Some(Mode::Digital), Some("18:00".to_owned()));
    let plan = plan(&[cafe], &request, date("2027-01-04")).unwrap();
    assert_eq!(codes(&plan), [WarningCode::ModeNotOffered, WarningCode::NoRunSheet]);
    assert_eq!(plan.stages[0].work.phases.len(), 6);
}

#[test]
fn a_day_sooner_than_the_shortest_lead_is_warned_of_where_no_task_tells() {
    let mut cafe = format("cafe");
    cafe.tasks.retain(|task| task.day > -10);
    let told = |day: &str| codes(&plan(std::slice::from_ref(&cafe), &on(day), date("2027-01-04")).unwrap());
    assert_eq!(told("2027-01-29"), [WarningCode::LeadTimeShort]);
    assert_eq!(told("2027-02-01"), []);
}

#[test]
fn a_stage_may_have_its_own_people_and_response() {
    let mut request = request(&["cafe"]);
    (request.people, request.no_show_percent) = (100, Some(20.0));
    (request.stages[0].people, request.stages[0].response_percent) = (Some(60), Some(10.0));
    let plan = plan(&[format("cafe")], &request, date("2027-01-04")).unwrap();
    assert_eq!(plan.stages[0].people, 60);
    assert_eq!(plan.stages[0].invitations.unwrap().needed, 750);
}

/// A format with tasks on these days and of this span.
fn with_tasks(days: &[i32], span: u32) -> Format {
    let tasks = days.iter().map(|day| Task { day: *day, text: said("") }).collect();
    let mut format = Format { tasks, ..format("cafe") };
    format.duration.span_days = Range::new(1, span);
    format
}

prop_compose! {
    fn days()(after in 0_u64..76_000) -> NaiveDate { date("1990-01-01") + Days::new(after) }
}

proptest! {
    #[test]
    fn tasks_are_on_working_days_and_on_their_side_of_the_event(
        offsets in proptest::collection::vec(-300_i32..300, 0..12), span in 1_u32..60, first in days(), today in days(),
    ) {
        let format = with_tasks(&offsets, span);
        let last = schedule::last_day(&format, first);
        let dated = tasks(&format, first, last, today);
        prop_assert_eq!(dated.len(), offsets.len());
        for task in &dated {
            let day = date(&task.date);
            prop_assert_eq!(task.overdue, day < today);
            match task.day {
                0 => prop_assert_eq!(day, first),
                before if before < 0 => prop_assert!(day < first && is_working_day(day)),
                _ => prop_assert!(day > last && is_working_day(day)),
            }
            if let Some(moved) = &task.moved {
                prop_assert_eq!(day_off(date(&moved.date)), Some(moved.reason));
            }
        }
        prop_assert!(dated.is_sorted_by_key(|task| task.date.clone()));
    }

    #[test]
    fn on_the_earliest_day_no_task_is_late_and_the_day_before_one_is(
        offsets in proptest::collection::vec(-300_i32..60, 0..12), today in days(),
    ) {
        let format = with_tasks(&offsets, 1);
        let earliest = earliest_date(&format, today);
        let late = |first: NaiveDate| tasks(&format, first, first, today).iter().any(|task| task.overdue);
        prop_assert!(!late(earliest));
        if offsets.iter().any(|day| *day < 0) {
            prop_assert!(late(earliest.pred_opt().unwrap()));
        } else {
            prop_assert_eq!(earliest, today);
        }
    }

    #[test]
    fn a_proposed_day_is_a_working_day_without_late_tasks(
        offsets in proptest::collection::vec(-300_i32..60, 0..12), span in 1_u32..60, today in days(),
    ) {
        let second = Format { slug: "second".to_owned(), ..with_tasks(&offsets, span) };
        let plan = plan(&[with_tasks(&offsets, span), second], &request(&["cafe", "second"]), today).unwrap();
        for stage in &plan.stages {
            prop_assert!(stage.proposed && is_working_day(date(&stage.date)));
            prop_assert!(stage.work.tasks.iter().all(|task| !task.overdue));
            prop_assert!(date(&stage.date) >= date(&stage.work.earliest_date));
        }
        prop_assert!(plan.stages[1].date > plan.stages[0].last_day);
        prop_assert!(!codes(&plan).contains(&WarningCode::FollowUpOverlaps));
    }

    #[test]
    fn more_people_never_cost_less_or_take_fewer_invitations(people in 1_u32..900_000, more in 0_u32..1_000) {
        let mut ask = on("2027-06-10");
        ask.response_percent = Some(8.0);
        let mut with = |people: u32| {
            ask.people = people;
            plan(&[format("cafe")], &ask, date("2027-01-04")).unwrap()
        };
        let (few, many) = (with(people), with(people + more));
        prop_assert!(few.budget.cost_eur.min <= many.budget.cost_eur.min);
        prop_assert!(few.budget.cost_eur.max <= many.budget.cost_eur.max);
        prop_assert!(few.stages[0].invitations.unwrap().needed <= many.stages[0].invitations.unwrap().needed);
    }

    #[test]
    fn no_format_and_no_day_brings_it_down(
        numbers: [u32; 8], offsets in proptest::collection::vec(any::<i32>(), 0..5), steps in proptest::collection::vec(
            (any::<u32>(), any::<Option<u32>>(), any::<u32>(), any::<bool>()), 0..6),
        first in days(), limit in 0_u8..4, minutes in proptest::option::of(any::<u32>()), people: u32, metres: f32,
    ) {
        let [span, lead, subgroup, fixed, each, per, size, most] = numbers;
        let mut wild = with_tasks(&offsets, span);
        wild.steps = steps.into_iter().map(|(min, max, repeat, in_days)| {
            let range = Some(Range { min, max });
            let step = step(0, None, repeat);
            if in_days { Step { minutes: None, days: range, ..step } } else { Step { minutes: range, ..step } }
        }).collect();
        wild.lead_days.min = lead;
        wild.group_size = GroupSize { min: size, max: Some(most), ideal: None, subgroup: Some(subgroup) };
        wild.cost_eur.fixed = Range { min: fixed, max: Some(each) };
        wild.cost_eur.per_person = Range { min: each, max: Some(fixed) };
        wild.facilitation.people_per_facilitator = Some(per);
        wild.room.as_mut().unwrap().m2_per_person = metres;
        wild.materials[0].quantity = metres;
        wild.staff_hours.run = Range { min: fixed, max: Some(each) };
        let wild = related(wild, RelationKind::HasDigitalTwin, "cafe");
        let today = match limit { 0 => NaiveDate::MIN, 1 => NaiveDate::MAX, _ => first };
        let mut ask = request(&["cafe", "cafe", "cafe", "cafe", "cafe", "cafe"]);
        (ask.people, ask.budget_eur, ask.response_percent) = (people, Some(fixed), Some(metres));
        ask.stages[0].minutes = minutes;
        let _ = plan(std::slice::from_ref(&wild), &ask, today);
        // The same, with what would be refused left to reason.
        (ask.people, ask.budget_eur, ask.response_percent) = (people.clamp(1, 1_000_000), Some(fixed.min(9)), None);
        ask.stages[0].minutes = minutes.map(|minutes| minutes.clamp(1, 1_440));
        let made = plan(&[wild], &ask, today).unwrap();
        prop_assert_eq!(made.stages.len(), 6);
        for step in made.stages.iter().filter_map(|stage| stage.work.run_sheet.as_ref()).flat_map(|sheet| &sheet.steps) {
            prop_assert_eq!(step.begins.len(), 5);
        }
    }
}
