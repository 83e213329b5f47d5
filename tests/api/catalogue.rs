//! The catalogue: another city takes everything over, and says from whom.

use mitwirken::catalogue::read_catalogue;
use mitwirken::content;
use mitwirken::db::{Db, Origin};
use mitwirken::ids::Ids;
use mitwirken_shared::catalogue::Catalogue;
use mitwirken_tests::{TestApp, TestDatabase};
use serde_json::Value;

#[tokio::test]
async fn another_city_takes_the_whole_content_over_and_every_object_says_from_where() {
    let city = TestApp::start_with(&[("MITWIRKEN_SITE_NAME", "Musterstadt macht mit")]).await;
    let reply = city.get("/api/v1/catalogue").await.expect(200);
    let catalogue: Catalogue = serde_json::from_str(&reply.body).expect("a catalogue");
    let counts = city.get("/api/v1/site").await.json()["counts"].clone();
    assert_eq!(counts["formats"], catalogue.formats.len());
    assert_eq!(
        (counts["examples"].as_u64(), counts["guides"].as_u64(), counts["concepts"].as_u64()),
        (
            Some(catalogue.examples.len() as u64),
            Some(catalogue.guides.len() as u64),
            Some(catalogue.concepts.len() as u64)
        )
    );
    assert_eq!(catalogue.licence, "CC-BY-4.0");
    assert!(catalogue.formats.iter().any(|item| item.url.ends_with("/mitmachbox/world-cafe")));

    let file = city.database().folder().join("catalogue.json");
    std::fs::write(&file, &reply.body).expect("written");
    let bundle = read_catalogue(&file, city.app().clock.today()).expect("what we wrote we can read");
    let database = TestDatabase::new().await;
    let db = Db::open(database.url()).await.expect("a database");
    db.migrate().await.expect("a schema");
    let now = city.app().clock.now();
    let report = content::import(&db, &bundle, Origin::Local, Ids, now).await.expect("an import");
    let kinds = [&catalogue.formats, &catalogue.examples, &catalogue.guides, &catalogue.concepts];
    assert_eq!(report.inserted, kinds.iter().map(|items| items.len()).sum::<usize>());
    // Whoever takes the same over again, days later, changes nothing.
    let later = city.app().clock.today() + chrono::Days::new(9);
    let bundle = read_catalogue(&file, later).expect("what we wrote we can read");
    let again = content::import(&db, &bundle, Origin::Local, Ids, now).await.expect("an import");
    assert_eq!((again.inserted, again.updated), (0, 0));
    db.close().await;

    // The shipped content does not come over what was taken over.
    let other = TestApp::start_on(database, &[]).await;
    let format = other.get("/api/v1/formats/world-cafe?lang=de").await.json();
    let sources = format["sources"].as_array().expect("sources");
    assert!(
        sources.iter().any(|source| source["publisher"] == "Musterstadt macht mit (CC-BY-4.0)"),
        "{sources:?}"
    );
    let original = city.get("/api/v1/formats/world-cafe?lang=de").await.json();
    for field in
        ["title", "description", "steps", "tasks", "materials", "facts", "relations", "examples", "concepts"]
    {
        let plain = |value: &Value| {
            let mut value = value[field].clone();
            // The other city gives ids of its own.
            value.as_array_mut().into_iter().flatten().for_each(|item| {
                item.as_object_mut().map(|item| item.remove("id"));
            });
            value
        };
        assert_eq!(plain(&format), plain(&original), "{field}");
    }
}

#[tokio::test]
async fn a_catalogue_with_anything_wrong_is_refused_whole_and_names_the_place() {
    let city = TestApp::start().await;
    let good = city.get("/api/v1/catalogue").await.json();
    let file = city.database().folder().join("catalogue.json");
    let refused = |catalogue: &Value| {
        std::fs::write(&file, catalogue.to_string()).expect("written");
        let issues = read_catalogue(&file, city.app().clock.today()).expect_err("something is wrong");
        issues.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    };
    let mut bad = good.clone();
    bad["formats"][3]["document"]["group_size"] = serde_json::json!({ "min": 9, "max": 3 });
    bad["examples"][1]["document"]["colour"] = serde_json::json!("red");
    let said = refused(&bad);
    assert!(
        said.contains("/formats/3/document/group_size") && said.contains("/examples/1/document"),
        "{said}"
    );
    let mut twice = good.clone();
    twice["formats"][2] = twice["formats"][1].clone();
    assert!(refused(&twice).contains("/formats/2/document/slug"));
    let mut newer = good.clone();
    newer["mitwirken_catalogue"] = serde_json::json!(99);
    assert!(refused(&newer).contains("99"));
    assert!(refused(&serde_json::json!({ "formats": [] })).contains("no catalogue"));
}
