//! An event plan with all kinds of blocks, for tests and to look at.

use mitwirken_pdf::{Block, Column, Document, ListKind, Row, Span, Table};

/// The plan.
pub fn plan() -> Document {
    Document {
        title: "Zukunftswerkstatt Bahnhofsviertel – Veranstaltungsplan".into(),
        lang: "de".into(),
        author: "Stadt Musterhausen, Büro für Bürgerbeteiligung".into(),
        blocks: vec![
            heading(1, "Zukunftswerkstatt Bahnhofsviertel"),
            Block::Lead(vec![Span::text(
                "Wie soll das Viertel rund um den Bahnhof in zehn Jahren aussehen? An einem Samstag sammeln \
                 Bewohnerinnen und Bewohner Kritik, entwerfen Wünsche und einigen sich auf erste Schritte.",
            )]),
            facts(),
            heading(2, "Worum es geht"),
            Block::Paragraph(vec![
                Span::text("Die Zukunftswerkstatt folgt den drei Phasen "),
                Span::strong("Kritik, Fantasie und Verwirklichung"),
                Span::text(
                    ". Sie richtet sich an alle, die im Viertel wohnen, arbeiten oder zur Schule gehen. Die Ergebnisse \
                     gehen an den Ausschuss für Stadtentwicklung; die Verwaltung berichtet binnen drei Monaten, was daraus \
                     wird. Mehr dazu steht auf ",
                ),
                Span::link(
                    "mitmachen.musterhausen.example/bahnhofsviertel",
                    "https://mitmachen.musterhausen.example/bahnhofsviertel",
                ),
                Span::text("."),
            ]),
            Block::List {
                kind: ListKind::Bullets,
                items: vec![
                    vec![
                        Span::strong("Barrierefrei: "),
                        Span::text(
                            "Saal ebenerdig, Induktionsschleife, Gebärdensprache auf Anmeldung bis 1. September.",
                        ),
                    ],
                    vec![Span::text("Kinderbetreuung von 9:30 bis 16:30 Uhr, kostenlos.")],
                    vec![Span::text(
                        "Sprachmittlung für Arabisch (العربية), Türkisch (Türkçe) und Ukrainisch (Українська) ist bestellt ✓",
                    )],
                ],
            },
            heading(2, "Aufgaben bis zur Veranstaltung"),
            tasks(),
            heading(2, "Ablauf am Tag"),
            run_sheet(),
            heading(2, "Material"),
            heading(3, "Für den Saal"),
            Block::List {
                kind: ListKind::Boxes,
                items: material(&[
                    "8 Stellwände mit Packpapier",
                    "4 Moderationskoffer",
                    "200 Karten in vier Farben",
                    "Beamer und Leinwand",
                    "Namensschilder, Filzstifte (schwarz, 80 Stück)",
                ]),
            },
            heading(3, "Reihenfolge beim Aufbau"),
            Block::List {
                kind: ListKind::Numbers,
                items: material(&[
                    "Tische zu sechs Inseln stellen; zwischen den Inseln mindestens 1,50 m Platz für Rollstühle lassen.",
                    "Stellwände aufbauen und beschriften.",
                    "Technik prüfen: Mikrofone, Induktionsschleife, Beamer.",
                    "Empfang einrichten.",
                ]),
            },
            heading(2, "Kosten"),
            budget(),
            Block::Rule,
            Block::Paragraph(vec![
                Span::text("Fragen? "),
                Span::link("beteiligung@musterhausen.example", "mailto:beteiligung@musterhausen.example"),
                Span::text(" oder "),
                Span::link("0123 456-789", "tel:+49123456789"),
            ]),
        ],
    }
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading { level, text: text.into() }
}

fn material(items: &[&str]) -> Vec<Vec<Span>> {
    items.iter().map(|item| vec![Span::text(*item)]).collect()
}

fn facts() -> Block {
    let fact = |term: &str, text: &str| (term.to_owned(), vec![Span::text(text)]);
    Block::Facts(vec![
        fact("Termin", "Samstag, 19. September 2026, 10:00 bis 16:00 Uhr (Einlass ab 9:30 Uhr)"),
        fact("Ort", "Bürgerhaus am Bahnhof, Großer Saal\nBahnhofstraße 12, 12345 Musterhausen"),
        fact("Teilnehmende", "60 bis 80; die Hälfte per Los aus dem Melderegister"),
        fact("Federführung", "Büro für Bürgerbeteiligung, Frau Yıldırım-Großmann"),
        fact("Stufe der Beteiligung", "Mitwirkung (Konsultation mit Rückmeldepflicht)"),
    ])
}

fn tasks() -> Block {
    let rows = [
        ("Raum buchen", "Hausverwaltung Bürgerhaus", "14.05.2026", "✓"),
        (
            "Zufallsauswahl beim Einwohnermeldeamt beantragen (Rechtsgrundlage: § 46 BMG)",
            "Datenschutzbeauftragte, Einwohnermeldeamt",
            "01.06.2026",
            "✓",
        ),
        ("Einladungen verschicken", "Büro für Bürgerbeteiligung", "01.07.2026", "☐"),
        (
            "Gebärdensprachdolmetschen und Sprachmittlung bestellen",
            "Öffentlichkeitsbeteiligungsbeauftragte",
            "15.07.2026",
            "☐",
        ),
        ("Moderation beauftragen, Vergabevermerk schreiben", "Vergabestelle", "20.07.2026", "☐"),
        (
            "Pressemitteilung und Aushänge in Hauseingängen, Läden und Schulen",
            "Pressestelle",
            "24.08.2026",
            "☐",
        ),
        (
            "Verpflegung für 90 Personen (vegetarisch, halal, Allergene gekennzeichnet)",
            "Küche der Volkshochschule",
            "01.09.2026",
            "☐",
        ),
        ("Auswertung und Bericht an den Ausschuss", "Büro für Bürgerbeteiligung", "19.12.2026", ""),
    ];
    Block::Table(Table {
        caption: "Wer macht was bis wann?".into(),
        columns: vec![Column::new(4.0), Column::new(3.0), Column::new(1.5), Column::new(1.0)],
        head: vec!["Aufgabe".into(), "Verantwortlich".into(), "Bis".into(), "Erledigt".into()],
        rows: rows.into_iter().map(|(what, who, when, done)| Row::new([what, who, when, done])).collect(),
        row_headers: true,
    })
}

fn run_sheet() -> Block {
    let rows = [
        (
            "09:30",
            "Einlass, Anmeldung, Kaffee",
            "Empfangsteam",
            "Namensschilder ausgeben, Einwilligungen für Fotos einholen",
        ),
        (
            "10:00",
            "Begrüßung",
            "Oberbürgermeisterin",
            "Auftrag und Spielraum nennen: Was kann sich ändern, was nicht?",
        ),
        ("10:20", "Kennenlernen und Regeln", "Moderation", ""),
        ("10:45", "Kritikphase", "Moderation, sechs Tische", "Karten sammeln, Themen bilden, Punkte kleben"),
        ("12:15", "Mittagspause", "Küche der Volkshochschule", "Stellwände fotografieren"),
        (
            "13:00",
            "Fantasiephase",
            "Moderation, sechs Tische",
            "Modelle bauen, Collagen, Rollenspiele – alles ist erlaubt",
        ),
        ("14:30", "Verwirklichungsphase", "Moderation", "Vorschläge prüfen: wer, was, bis wann"),
        ("15:40", "Ausblick", "Baudezernent", "Wie es weitergeht; Termin der Rückmeldung"),
        ("16:00", "Ende", "", ""),
    ];
    Block::Table(Table {
        caption: "Drehbuch für Samstag, 19. September".into(),
        columns: vec![Column::new(1.0), Column::new(2.6), Column::new(2.6), Column::new(4.0)],
        head: vec!["Uhrzeit".into(), "Was".into(), "Wer".into(), "Hinweise".into()],
        rows: rows.into_iter().map(|(when, what, who, how)| Row::new([when, what, who, how])).collect(),
        row_headers: true,
    })
}

fn budget() -> Block {
    let rows = [
        ("Moderation (zwei Personen, Vor- und Nachbereitung)", "1", "4.800,00 €", "4.800,00 €"),
        ("Verpflegung", "90", "18,50 €", "1.665,00 €"),
        ("Gebärdensprachdolmetschen", "12", "85,00 €", "1.020,00 €"),
        ("Porto", "600", "0,95 €", "570,00 €"),
        ("Material", "1", "310,11 €", "310,11 €"),
    ];
    let mut rows: Vec<Row> =
        rows.into_iter().map(|(what, many, each, all)| Row::new([what, many, each, all])).collect();
    rows.push(Row::new(["Summe", "", "", "8.365,11 €"]).total());
    Block::Table(Table {
        caption: String::new(),
        columns: vec![Column::new(4.0), Column::numbers(1.0), Column::numbers(1.5), Column::numbers(1.5)],
        head: vec!["Posten".into(), "Menge".into(), "Einzelpreis".into(), "Betrag".into()],
        rows,
        row_headers: true,
    })
}
