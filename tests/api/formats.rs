//! Formats: list, filters, facets, detail, comparison, suggestions, feeds.

use std::collections::{BTreeMap, BTreeSet};

use mitwirken_shared::formats::{Format, FormatComparison, FormatPage, FormatSuggestions};
use mitwirken_shared::problem::ProblemKind;
use mitwirken_tests::TestApp;

#[tokio::test]
async fn the_list_has_formats_across_all_modes_and_levels() {
    let app = TestApp::start().await;
    let page: FormatPage = app.get("/api/v1/formats?limit=100").await.ok();
    assert!(page.total >= 8, "{}", page.total);
    assert_eq!(page.items.len() as u64, page.total);
    for (facet, values) in [
        ("mode", &["analog", "digital", "hybrid"][..]),
        ("level", &["consult", "collaborate", "codecide", "decide"][..]),
    ] {
        for value in values {
            assert!(page.facets[facet].get(*value).is_some_and(|count| *count > 0), "{facet}={value}");
        }
    }
}

/// Every filter value alone and in pairs: the count that the facet promised is what one gets.
#[tokio::test]
async fn choosing_a_facet_value_gives_as_many_formats_as_its_count_said() {
    let app = TestApp::start().await;
    for base in
        ["", "mode=digital", "level=consult&participants=40", "q=stadt", "phase=concept&cost_max=2000"]
    {
        let page: FormatPage = app.get(&format!("/api/v1/formats?{base}")).await.ok();
        for (facet, counts) in &page.facets {
            if base.contains(facet.as_str()) {
                continue;
            }
            for (value, count) in counts {
                let chosen: FormatPage =
                    app.get(&format!("/api/v1/formats?{base}&{facet}={value}&limit=1")).await.ok();
                assert_eq!(chosen.total, *count, "{base} + {facet}={value}");
            }
        }
    }
}

#[tokio::test]
async fn values_of_one_facet_widen_and_facets_narrow() {
    let app = TestApp::start().await;
    let total = async |query: &str| -> u64 {
        app.get(&format!("/api/v1/formats?{query}")).await.ok::<FormatPage>().total
    };
    let (analog, digital) = (total("mode=analog").await, total("mode=digital").await);
    let either = total("mode=analog&mode=digital").await;
    assert!(either >= analog.max(digital));
    assert!(total("mode=digital&level=decide").await <= digital);
}

#[tokio::test]
async fn every_filter_value_that_comes_back_fits() {
    let app = TestApp::start().await;
    let page: FormatPage = app
        .get("/api/v1/formats?participants=60&duration_max=180&lead_days_max=40&staff_hours_max=80&cost_max=1500&limit=100")
        .await
        .ok();
    assert!(!page.items.is_empty());
    for format in &page.items {
        assert!(
            format.group_size.min <= 60 && format.group_size.max.is_none_or(|max| max >= 60),
            "{}",
            format.slug
        );
        assert!(format.duration.minutes.min <= 180, "{}", format.slug);
    }
}

#[tokio::test]
async fn pages_together_are_the_whole_list_without_repetition() {
    let app = TestApp::start().await;
    for sort in ["title", "newest", "group_size", "duration", "cost"] {
        let whole: FormatPage = app.get(&format!("/api/v1/formats?limit=100&sort={sort}")).await.ok();
        let mut seen = Vec::new();
        let mut path = format!("/api/v1/formats?limit=3&sort={sort}");
        loop {
            let reply = app.get(&path).await;
            let link = reply.header("link").to_owned();
            let page: FormatPage = reply.ok();
            seen.extend(page.items.into_iter().map(|format| format.slug));
            let Some(next) = page.next else {
                assert!(!link.contains("rel=\"next\""), "{link}");
                break;
            };
            assert!(link.contains("rel=\"next\""), "{link}");
            path = format!("/api/v1/formats?limit=3&sort={sort}&cursor={next}");
        }
        let slugs = whole.items.into_iter().map(|format| format.slug).collect::<Vec<_>>();
        assert_eq!(seen, slugs, "{sort}");
    }
}

#[tokio::test]
async fn sorting_by_numbers_really_sorts() {
    let app = TestApp::start().await;
    let page: FormatPage = app.get("/api/v1/formats?sort=duration&limit=100").await.ok();
    assert!(page.items.is_sorted_by_key(|format| format.duration.minutes.min));
    let page: FormatPage = app.get("/api/v1/formats?sort=group_size&limit=100").await.ok();
    assert!(page.items.is_sorted_by_key(|format| format.group_size.min));
}

#[tokio::test]
async fn an_empty_result_says_what_to_drop_and_that_helps() {
    let app = TestApp::start().await;
    let page = app.get("/api/v1/formats?mode=analog&participants=99000&q=caf%C3%A9").await.json();
    assert_eq!(page["total"], 0);
    let relaxations = page["relaxations"].as_array().expect("relaxations");
    assert!(!relaxations.is_empty(), "{page}");
}

#[tokio::test]
async fn a_format_comes_whole() {
    let app = TestApp::start().await;
    let format: Format = app.get("/api/v1/formats/world-cafe").await.ok();
    assert_eq!(format.title.text, "World Café");
    assert_eq!(format.title.lang, "de");
    assert!(format.steps.len() >= 5);
    assert!(format.facts.len() >= 5);
    assert!(!format.relations.is_empty());
    assert!(!format.materials.is_empty());
}

#[tokio::test]
async fn relations_show_from_both_sides() {
    let app = TestApp::start().await;
    let page: FormatPage = app.get("/api/v1/formats?limit=100").await.ok();
    let mut relations = BTreeMap::new();
    for format in &page.items {
        let format = app.get(&format!("/api/v1/formats/{}", format.slug)).await.json();
        let others = format["relations"]
            .as_array()
            .expect("relations")
            .iter()
            .map(|relation| relation["format"]["slug"].as_str().expect("a slug").to_owned())
            .collect::<BTreeSet<_>>();
        relations.insert(format["slug"].as_str().expect("a slug").to_owned(), others);
    }
    for (slug, others) in &relations {
        for other in others {
            assert!(relations[other].contains(slug), "{slug} → {other}");
        }
    }
}

#[tokio::test]
async fn a_language_that_is_missing_falls_back_and_says_so() {
    let app = TestApp::start().await;
    let format: Format = app.get("/api/v1/formats/world-cafe?lang=en").await.ok();
    assert_eq!(format.title.text, "World café");
    assert_eq!(format.title.lang, "en");
    let all = app.get("/api/v1/formats/world-cafe?all_languages=true").await.json();
    assert!(all["title"]["translations"]["en"].is_string(), "{}", all["title"]);
}

#[tokio::test]
async fn a_format_that_is_not_there_is_a_problem_in_the_readers_language() {
    let app = TestApp::start().await;
    let german = app.get("/api/v1/formats/gibt-es-nicht").await.problem(ProblemKind::NotFound);
    let english = app.get("/api/v1/formats/gibt-es-nicht?lang=en").await.problem(ProblemKind::NotFound);
    assert_ne!(german.title, english.title);
}

#[tokio::test]
async fn two_to_four_formats_compare_in_the_order_asked() {
    let app = TestApp::start().await;
    let comparison: FormatComparison =
        app.get("/api/v1/formats/compare?slug=world-cafe&slug=buergerrat").await.ok();
    assert_eq!(comparison.items.len(), 2);
    assert_eq!(comparison.items[0].slug, "world-cafe");
    for query in
        ["", "?slug=world-cafe", "?slug=world-cafe&slug=world-cafe", "?slug=a&slug=b&slug=c&slug=d&slug=e"]
    {
        let problem =
            app.get(&format!("/api/v1/formats/compare{query}")).await.problem(ProblemKind::InvalidValues);
        assert_eq!(problem.errors[0].pointer, "?slug", "{query}");
    }
}

#[tokio::test]
async fn suggestions_forgive_spelling_and_mark_what_was_typed() {
    let app = TestApp::start().await;
    for typed in ["worl", "World Cafe", "weltcaf"] {
        let suggestions: FormatSuggestions =
            app.get(&format!("/api/v1/formats/suggest?q={typed}")).await.ok();
        assert_eq!(suggestions.items[0].slug, "world-cafe", "{typed}");
        assert!(suggestions.items[0].fragments.iter().any(|fragment| fragment.is_match), "{typed}");
    }
}

#[tokio::test]
async fn the_csv_has_a_row_for_every_format_and_opens_in_a_spreadsheet() {
    let app = TestApp::start().await;
    let page: FormatPage = app.get("/api/v1/formats").await.ok();
    let csv = app.get("/api/v1/formats.csv").await.expect(200);
    assert!(csv.header("content-type").starts_with("text/csv"));
    assert!(csv.body.starts_with('\u{feff}'), "a byte order mark, so that Excel reads UTF-8");
    assert_eq!(csv.body.matches("\nworld-cafe").count() + csv.body.matches("\n\"world-cafe").count(), 1);
    assert!(csv.body.lines().count() as u64 > page.total);
}

#[tokio::test]
async fn the_feed_is_atom_and_names_every_new_format() {
    let app = TestApp::start().await;
    let feed = app.get("/api/v1/formats.atom").await.expect(200);
    assert!(feed.header("content-type").starts_with("application/atom+xml"));
    assert!(feed.body.contains("<entry>") && feed.body.contains("World Café"));
}
