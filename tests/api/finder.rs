//! The format finder: twenty plans as people bring them to somebody who has run such events for years,
//! with what that person would propose. They were written before the weights were set.

use mitwirken_shared::formats::FinderResult;
use mitwirken_shared::problem::ProblemKind;
use mitwirken_tests::TestApp;
use reqwest::Method;
use serde_json::{Value, json};

const FINDER: &str = "/api/v1/formats/finder";

/// What is planned; within how many results; which formats must be among them.
#[expect(clippy::too_many_lines, reason = "a table: one plan after the other")]
fn plans() -> Vec<(&'static str, Value, usize, &'static [&'static str])> {
    vec![
        (
            "A cycle lane upsets a street; the hall is booked for three weeks from now.",
            json!({ "goals": ["inform", "gather_opinions"], "level": "consult", "people_expected": { "min": 80, "max": 150 },
                "lead_days": 28, "budget_eur": 6000, "modes": ["analog", "hybrid"], "recruitment": ["open"] }),
            3,
            &["einwohnerversammlung"],
        ),
        (
            "Neighbours shall say what they wish of a new park, on one evening.",
            json!({ "goals": ["gather_opinions", "develop_ideas"], "phase": "topic_finding", "people_expected": { "min": 40, "max": 60 },
                "lead_days": 42, "budget_eur": 2000, "staff_hours": 90, "modes": ["analog"] }),
            3,
            &["world-cafe"],
        ),
        (
            "The council is stuck on how traffic in the centre shall change, and money is there.",
            json!({ "goals": ["prepare_decision"], "level": "consult", "polarisation": "high", "people_expected": { "min": 50, "max": 75 },
                "lead_days": 240, "budget_eur": 200_000, "staff_hours": 1500, "recruitment": ["lot"] }),
            3,
            &["buergerrat", "planungszelle"],
        ),
        (
            "Nobody may meet, and a small group shall work out a concept.",
            json!({ "goals": ["develop_ideas", "plan_design"], "level": "collaborate", "people_expected": { "min": 12, "max": 18 },
                "lead_days": 42, "crisis": true }),
            3,
            &["online-workshop"],
        ),
        (
            "Nobody may meet, and fifty people shall say how they are.",
            json!({ "goals": ["gather_opinions"], "level": "consult", "people_expected": { "min": 30, "max": 60 },
                "lead_days": 42, "crisis": true }),
            3,
            &["digitaler-buergerdialog"],
        ),
        (
            "The city wants to know what all its residents think, not only the loud ones.",
            json!({ "goals": ["gather_opinions", "evaluate"], "level": "consult", "people_expected": { "min": 1000, "max": 1500 },
                "lead_days": 180, "budget_eur": 60_000, "staff_hours": 400, "recruitment": ["stratified"] }),
            2,
            &["repraesentative-buergerbefragung"],
        ),
        (
            "Where is cycling dangerous? Whoever rides there shall show it.",
            json!({ "goals": ["gather_opinions", "plan_design"], "phase": "planning", "level": "consult", "people_expected": { "min": 300, "max": 800 },
                "lead_days": 60, "budget_eur": 15_000, "staff_hours": 300, "modes": ["digital"] }),
            3,
            &["kartendialog"],
        ),
        (
            "The whole city collects ideas for its summer, on the net.",
            json!({ "goals": ["develop_ideas", "gather_opinions"], "level": "consult", "people_expected": { "min": 200, "max": 600 },
                "lead_days": 70, "modes": ["digital"], "recruitment": ["open"] }),
            3,
            &["online-ideenplattform"],
        ),
        (
            "A club and its neighbours have quarrelled over noise for two years.",
            json!({ "goals": ["work_on_conflict"], "polarisation": "high", "people_expected": { "min": 12, "max": 18 },
                "lead_days": 60, "recruitment": ["delegates", "affected"] }),
            2,
            &["runder-tisch"],
        ),
        (
            "Young people shall say what the district lacks.",
            json!({ "goals": ["gather_opinions", "develop_ideas"], "target_groups": ["youth"], "people_expected": { "min": 40, "max": 80 },
                "lead_days": 90 }),
            1,
            &["kinder-und-jugendforum"],
        ),
        (
            "Those who never come shall be met where they are.",
            json!({ "goals": ["activate", "gather_opinions"], "target_groups": ["migrants", "parents"], "people_expected": { "min": 30, "max": 60 },
                "lead_days": 45, "recruitment": ["outreach"], "modes": ["analog"] }),
            3,
            &["beteiligungsmobil"],
        ),
        (
            "Twenty neighbours look at the dark corners of their quarter.",
            json!({ "goals": ["gather_opinions"], "phase": "topic_finding", "people_expected": { "min": 15, "max": 22 },
                "lead_days": 35, "budget_eur": 1500, "staff_hours": 70, "modes": ["analog"], "recruitment": ["open"] }),
            5,
            &["stadtteilspaziergang"],
        ),
        (
            "Two hundred active people shall set the topics themselves and go on together.",
            json!({ "goals": ["develop_ideas", "network", "activate"], "level": "collaborate", "people_expected": { "min": 120, "max": 220 },
                "lead_days": 100, "budget_eur": 15_000, "modes": ["analog"] }),
            2,
            &["open-space"],
        ),
        (
            "Thirty people invent the future of a community centre in a day.",
            json!({ "goals": ["develop_ideas", "plan_design"], "level": "collaborate", "people_expected": { "min": 25, "max": 40 },
                "lead_days": 60, "budget_eur": 5000, "modes": ["analog"] }),
            3,
            &["zukunftswerkstatt"],
        ),
        (
            "After a trial those affected and those responsible talk about how it went.",
            json!({ "goals": ["evaluate", "work_on_conflict"], "phase": "evaluation", "people_expected": { "min": 30, "max": 60 },
                "lead_days": 35, "budget_eur": 2000, "staff_hours": 60 }),
            3,
            &["fishbowl"],
        ),
        (
            "A quarter gets money of its own and shall decide on it.",
            json!({ "goals": ["decide", "activate"], "level": "decide", "lead_days": 150, "budget_eur": 60_000 }),
            3,
            &["quartiersfonds"],
        ),
        (
            "Residents propose what the city's budget is spent on, every year.",
            json!({ "goals": ["develop_ideas", "prepare_decision"], "level": "codecide", "people_expected": { "min": 1000, "max": 3000 },
                "lead_days": 300, "budget_eur": 150_000, "staff_hours": 2500 }),
            3,
            &["buergerhaushalt"],
        ),
        (
            "Residents want the council to put something on its agenda.",
            json!({ "goals": ["decide", "activate"], "target_groups": ["initiatives"], "level": "codecide", "recruitment": ["open"], "modes": ["analog"] }),
            4,
            &["einwohnerantrag"],
        ),
        (
            "The whole city shall decide yes or no.",
            json!({ "goals": ["decide"], "level": "decide", "polarisation": "high" }),
            1,
            &["buergerentscheid"],
        ),
        (
            "Something happened, and in ten days the neighbours must know.",
            json!({ "goals": ["inform"], "level": "inform", "people_expected": { "min": 40, "max": 100 }, "lead_days": 10 }),
            2,
            &["informationsveranstaltung"],
        ),
    ]
}

async fn ask(app: &TestApp, plan: &Value, lang: &str) -> FinderResult {
    app.send(app.request(Method::POST, &format!("{FINDER}?lang={lang}")).json(plan)).await.ok()
}

#[tokio::test]
async fn twenty_plans_get_the_formats_that_an_experienced_facilitator_proposes() {
    let app = TestApp::start().await;
    let plans = plans();
    assert!(plans.len() >= 20, "{}", plans.len());
    let mut missed = Vec::new();
    for (story, plan, within, expected) in plans {
        let result = ask(&app, &plan, "de").await;
        let first = result.results.iter().take(within.max(6));
        let shown = first.map(|hit| format!("{} {}", hit.format.slug, hit.score)).collect::<Vec<_>>();
        for slug in expected {
            if !result.results.iter().take(within).any(|hit| hit.format.slug == *slug) {
                missed.push(format!("{story}\n  {slug} is not among the first {within}: {shown:?}"));
            }
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[tokio::test]
async fn every_part_of_a_score_is_a_sentence_with_both_values() {
    let app = TestApp::start().await;
    let plan = json!({ "goals": ["gather_opinions", "decide"], "level": "consult", "phase": "concept", "polarisation": "medium",
        "people_expected": { "min": 40, "max": 60 }, "lead_days": 60, "budget_eur": 12_500, "staff_hours": 90,
        "modes": ["analog"], "target_groups": ["youth"], "recruitment": ["open"], "limit": 100 });
    for (lang, budget) in [("de", "12.500 €"), ("en", "€12,500")] {
        let result = ask(&app, &plan, lang).await;
        assert!(result.total > 3, "{}", result.total);
        assert_eq!(result.total, result.results.len() as u64);
        assert!(result.results.is_sorted_by(|one, other| one.score >= other.score));
        for hit in &result.results {
            assert_eq!(hit.parts.len(), 11, "{}", hit.format.slug);
            let sum: u32 = hit.parts.iter().map(|part| u32::from(part.weight) * u32::from(part.fit)).sum();
            let weights: u32 = hit.parts.iter().map(|part| u32::from(part.weight)).sum();
            assert!(sum.abs_diff(u32::from(hit.score) * weights) <= weights, "the parts explain the score");
            for part in &hit.parts {
                assert!(
                    part.text.ends_with('.') && !part.text.contains('{') && !part.text.contains("finder-"),
                    "{}",
                    part.text
                );
            }
            assert!(hit.parts.iter().any(|part| part.text.contains(budget)), "{:?}", hit.parts);
        }
        for excluded in &result.excluded {
            for violation in &excluded.violated {
                assert!(violation.text.ends_with('.') && !violation.text.contains('{'), "{}", violation.text);
            }
        }
    }
}

#[tokio::test]
async fn what_the_finder_proposes_to_change_brings_the_format_in() {
    let app = TestApp::start().await;
    let plans = [
        json!({ "people_expected": { "min": 5, "max": 2_000 }, "lead_days": 3, "budget_eur": 10, "staff_hours": 1, "limit": 100 }),
        json!({ "people_expected": { "min": 40, "max": 60 }, "date": "2026-11-25", "budget_eur": 100, "modes": ["hybrid"], "limit": 100 }),
        json!({ "crisis": true, "modes": ["digital"], "lead_days": 20, "limit": 100 }),
    ];
    for plan in plans {
        let result = ask(&app, &plan, "de").await;
        assert!(result.excluded.len() > 5);
        for excluded in result.excluded.iter().step_by(6) {
            let query = serde_json::from_value(plan.clone()).expect("a plan");
            let changed = excluded.violated.iter().fold(
                query,
                |query: mitwirken_shared::formats::FinderQuery, violation| {
                    query.with(&violation.smallest_change)
                },
            );
            let again = ask(&app, &serde_json::to_value(changed).expect("JSON"), "de").await;
            let slug = &excluded.format.slug;
            assert!(
                again.results.iter().any(|hit| hit.format.slug == *slug),
                "{slug}: {:?}",
                excluded.violated
            );
        }
    }
}

#[tokio::test]
async fn an_empty_plan_excludes_nothing_and_the_same_plan_gets_the_same_answer() {
    let app = TestApp::start().await;
    let all = app.get("/api/v1/formats?limit=1").await.json()["total"].as_u64();
    let first = app.send(app.request(Method::POST, FINDER).json(&json!({}))).await.expect(200);
    let result: FinderResult = serde_json::from_str(&first.body).expect("a result");
    assert_eq!((Some(result.total), result.excluded_total), (all, 0));
    let again = app.send(app.request(Method::POST, FINDER).json(&json!({}))).await.expect(200);
    assert_eq!(first.body, again.body);
}

#[tokio::test]
async fn formats_that_go_together_cover_goals_that_none_covers_alone() {
    let app = TestApp::start().await;
    let plan = json!({ "goals": ["inform", "work_on_conflict", "decide", "network"], "limit": 100 });
    let result = ask(&app, &plan, "de").await;
    assert!(!result.combinations.is_empty());
    for combination in &result.combinations {
        assert!((2..=3).contains(&combination.formats.len()));
        assert!(combination.goals.len() >= 2);
        assert!(
            combination
                .formats
                .iter()
                .skip(1)
                .all(|member| member.relation.is_some() && member.note.is_some())
        );
    }
}

#[tokio::test]
async fn every_wrong_field_of_a_plan_is_named_at_once() {
    let app = TestApp::start().await;
    let post = async |plan: Value| app.send(app.request(Method::POST, FINDER).json(&plan)).await;
    let problem = post(
        json!({ "goals": ["inform", "magic"], "level": 3, "people_expected": { "min": 9, "max": "many" },
        "date": "morgen", "budget_eur": -5, "colour": "red" }),
    )
    .await
    .problem(ProblemKind::InvalidRequest);
    let pointers = problem.errors.iter().map(|error| error.pointer.as_str()).collect::<Vec<_>>();
    for pointer in ["/goals/1", "/level", "/people_expected/max", "/date", "/budget_eur", "/colour"] {
        assert!(pointers.contains(&pointer), "{pointer} is not among {pointers:?}");
    }
    let gone = post(json!({ "date": "2026-11-22" })).await.problem(ProblemKind::InvalidValues);
    assert_eq!(gone.errors[0].pointer, "/date");
    let both =
        post(json!({ "date": "2027-01-01", "lead_days": 3 })).await.problem(ProblemKind::InvalidValues);
    assert_eq!(both.errors[0].code, "one_of_two");
    let text = app.request(Method::POST, FINDER).header("content-type", "text/plain").body("{}");
    app.send(text).await.problem(ProblemKind::UnsupportedMediaType);
    for (body, code) in [("", "not_json"), ("{", "not_json"), ("[]", "not_an_object"), ("7", "not_an_object")]
    {
        let request = app.request(Method::POST, FINDER).header("content-type", "application/json").body(body);
        let problem = app.send(request).await.problem(ProblemKind::InvalidRequest);
        assert_eq!(problem.errors[0].code, code, "{body}");
    }
    let deep = "[".repeat(100_000);
    let request = app.request(Method::POST, FINDER).header("content-type", "application/json").body(deep);
    app.send(request).await.problem(ProblemKind::InvalidRequest);
    // What is wrong a thousand times is not told a thousand times.
    let wrong = json!({ "goals": vec!["x"; 20_000], "modes": vec!["y"; 20_000] }).to_string();
    let request = app.request(Method::POST, FINDER).header("content-type", "application/json").body(wrong);
    let problem = app.send(request).await.problem(ProblemKind::InvalidRequest);
    assert_eq!(problem.errors.len(), 50);
    let large = format!("{{\"goals\": [{}\"inform\"]}}", "\"inform\",".repeat(60_000));
    let request = app.request(Method::POST, FINDER).header("content-type", "application/json").body(large);
    app.send(request).await.problem(ProblemKind::TooLarge);
}
