//! Sixty queries as people type them, with what must stand among the first three. They were written
//! before the weights were tuned.

use mitwirken_shared::formats::FormatPage;
use mitwirken_tests::TestApp;

/// What is typed, and what must be among the first three.
const QUERIES: &[(&str, &str)] = &[
    ("World Café", "world-cafe"),
    ("worldcafe", "world-cafe"),
    ("world cafe", "world-cafe"),
    ("Weltcafé", "world-cafe"),
    ("Tischdecke", "world-cafe"),
    ("Bürgerrat", "buergerrat"),
    ("Buergerrat", "buergerrat"),
    ("Bürgerräte", "buergerrat"),
    ("BÜRGERRAT", "buergerrat"),
    ("Burgerrat", "buergerrat"),
    ("citizens' assembly", "buergerrat"),
    ("Losverfahren", "buergerrat"),
    ("Planungszelle", "planungszelle"),
    ("Planungszele", "planungszelle"),
    ("Bürgergutachten", "planungszelle"),
    ("planning cell", "planungszelle"),
    ("Zukunftswerkstatt", "zukunftswerkstatt"),
    ("Zukunftwerkstat", "zukunftswerkstatt"),
    ("Werkstatt Zukunft", "zukunftswerkstatt"),
    ("Kritik Utopie", "zukunftswerkstatt"),
    ("future workshop", "zukunftswerkstatt"),
    ("Einwohnerversammlung", "einwohnerversammlung"),
    ("Bürgerversammlung", "einwohnerversammlung"),
    ("Bürgerversamlung", "einwohnerversammlung"),
    ("town hall", "einwohnerversammlung"),
    ("Versammlung", "einwohnerversammlung"),
    ("Infoveranstaltung", "informationsveranstaltung"),
    ("Informationsveranstaltung", "informationsveranstaltung"),
    ("Information meeting", "informationsveranstaltung"),
    ("Spaziergang", "stadtteilspaziergang"),
    ("Stadtteilspaziergänge", "stadtteilspaziergang"),
    ("Rundgang im Quartier", "stadtteilspaziergang"),
    ("neighbourhood walk", "stadtteilspaziergang"),
    ("Umfrage", "repraesentative-buergerbefragung"),
    ("repräsentative Befragung", "repraesentative-buergerbefragung"),
    ("Stichprobe", "repraesentative-buergerbefragung"),
    ("survey", "repraesentative-buergerbefragung"),
    ("Fishbowl", "fishbowl"),
    ("Innenkreis", "fishbowl"),
    ("fish bowl", "fishbowl"),
    ("Open Space", "open-space"),
    ("openspace", "open-space"),
    ("Gesetz der zwei Füße", "open-space"),
    ("digitaler Dialog", "digitaler-buergerdialog"),
    ("Bürgerdialog online", "digitaler-buergerdialog"),
    ("Online-Workshop", "online-workshop"),
    ("Videokonferenz", "online-workshop"),
    ("Ideenplattform", "online-ideenplattform"),
    ("Ideen online sammeln", "online-ideenplattform"),
    ("Karte", "kartendialog"),
    ("Mapping", "kartendialog"),
    ("mobile Beteiligung", "beteiligungsmobil"),
    ("Lastenrad", "beteiligungsmobil"),
    ("Runder Tisch", "runder-tisch"),
    ("round table", "runder-tisch"),
    ("Bürgerhaushalt", "buergerhaushalt"),
    ("participatory budgeting", "buergerhaushalt"),
    ("Quartiersfonds", "quartiersfonds"),
    ("Jugendliche", "kinder-und-jugendforum"),
    ("Einwohnerantrag", "einwohnerantrag"),
];

#[tokio::test]
async fn sixty_queries_find_what_people_mean_among_the_first_three() {
    let app = TestApp::start().await;
    assert!(QUERIES.len() >= 60, "{}", QUERIES.len());
    let mut missed = Vec::new();
    for (typed, expected) in QUERIES {
        let request =
            app.request(reqwest::Method::GET, "/api/v1/formats").query(&[("q", typed), ("limit", &"3")]);
        let page: FormatPage = app.send(request).await.ok();
        let first = page.items.iter().map(|format| format.slug.as_str()).collect::<Vec<_>>();
        if !first.contains(expected) {
            missed.push(format!("{typed}: {first:?}, not {expected}"));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[tokio::test]
async fn what_was_found_is_shown_in_its_original_spelling() {
    let app = TestApp::start().await;
    let page = app.get("/api/v1/formats?q=kaffeehaus").await.json();
    let highlights = page["items"][0]["highlights"].to_string();
    assert!(highlights.contains("Kaffeehaustischen"), "{highlights}");
    assert!(highlights.contains("\"match\":true"), "{highlights}");
}

#[tokio::test]
async fn nonsense_finds_nothing_and_says_so() {
    let app = TestApp::start().await;
    for typed in ["xqzzzkj", "🦀", "%00", "\"", "*", "title:rat", "((((", "a%20OR%20b%20AND%20)"] {
        let reply = app.get(&format!("/api/v1/formats?q={typed}")).await;
        assert!(!reply.status.is_server_error(), "{typed}: {}", reply.body);
    }
    let page: FormatPage = app.get("/api/v1/formats?q=xqzzzkj").await.ok();
    assert_eq!(page.total, 0);
    assert!(!page.relaxations.is_empty());
}
