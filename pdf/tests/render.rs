//! What the PDF says about itself and its parts, and that no text makes it fail.

use mitwirken_pdf::{
    Align, Block, Cell, Column, Created, Document, ListKind, PdfError, Row, Span, Table, render,
};
use proptest::prelude::*;

mod plan;

const CREATED: i64 = 1_790_000_000;

fn pdf(document: &Document) -> Result<Vec<u8>, PdfError> {
    render(document, Created::from_unix(CREATED))
}

/// How often something stands in a PDF outside of what is compressed, and not as the beginning of a longer name.
fn count(pdf: &[u8], what: &str) -> usize {
    pdf.windows(what.len() + 1)
        .filter(|window| {
            window
                .strip_prefix(what.as_bytes())
                .is_some_and(|next| !next.iter().all(u8::is_ascii_alphanumeric))
        })
        .count()
}

fn document(blocks: Vec<Block>) -> Document {
    Document { title: "Titel".into(), lang: "de".into(), author: String::new(), blocks }
}

#[test]
fn says_what_it_is() {
    let pdf = pdf(&plan::plan()).unwrap();
    for (what, times) in [
        ("<pdfuaid:part>1", 1),
        ("<pdfaid:part>2", 1),
        ("<pdfaid:conformance>A", 1),
        ("/Lang(de)", 2),
        ("/DisplayDocTitle true", 1),
        ("/Marked true", 1),
        ("/Type/Page", 3),
        ("/S/Document", 1),
        ("/S/H1", 1),
        ("/S/H2", 5),
        ("/S/H3", 2),
        ("/S/P", 3),
        ("/S/L", 3),
        ("/S/LI", 12),
        ("/S/Lbl", 12),
        ("/S/LBody", 12),
        ("/S/Table", 4),
        ("/S/Caption", 2),
        ("/S/THead", 3),
        ("/S/TBody", 4),
        ("/S/TR", 5 + 9 + 10 + 7),
        ("/Scope/Column", 4 + 4 + 4),
        ("/Scope/Row", 5 + 8 + 9 + 6),
        ("/S/TD", 5 + 8 * 3 + 9 * 3 + 6 * 3),
        ("/S/Link", 3),
        ("/Subtype/Link", 3),
        ("/S/Strong", 2),
    ] {
        assert_eq!(count(&pdf, what), times, "{what}");
    }
}

#[test]
fn is_the_same_for_the_same() {
    let first = pdf(&plan::plan()).unwrap();
    assert!(first == pdf(&plan::plan()).unwrap());
    assert!(first != render(&plan::plan(), Created::from_unix(CREATED + 1)).unwrap());
}

#[test]
fn demands_title_and_language() {
    let refused = |title: &str, lang: &str| {
        let document = Document { title: title.into(), lang: lang.into(), ..document(Vec::new()) };
        pdf(&document)
    };
    assert!(matches!(refused(" \u{200b}\n", "de"), Err(PdfError::Title)));
    assert!(matches!(refused("Titel", "Deutsch!"), Err(PdfError::Language)));
}

#[test]
fn gives_a_table_without_rows_an_empty_one() {
    let table = Table { head: vec!["Name".into(), "Amt".into()], ..Table::default() };
    let pdf = pdf(&document(vec![Block::Table(table)])).unwrap();
    assert_eq!((count(&pdf, "/S/TBody"), count(&pdf, "/S/TD")), (1, 2));
}

#[test]
fn bears_extremes() {
    let row =
        |number: usize| Row::new([number.to_string(), "Änderung an der Straße".to_owned(), String::new()]);
    let rows = (0..10_000).map(row).collect();
    let columns = (0..500).map(|number| Cell::from(number.to_string())).collect::<Vec<_>>();
    let blocks = vec![
        Block::Heading { level: 1, text: "Wort".repeat(2_000) },
        Block::Paragraph(vec![Span::text("a".repeat(5_000)), Span::strong("\u{301}".repeat(5_000))]),
        Block::Paragraph(vec![Span::text(
            "\u{fffe}\u{e000}\u{0}\u{feff}\u{10ffff}مرحبا 🏳\u{fe0f}\u{200d}🌈 日本語",
        )]),
        Block::Table(Table { rows, row_headers: true, ..Table::default() }),
        Block::Table(Table {
            head: columns.clone(),
            rows: vec![Row { cells: columns, total: true }],
            ..Table::default()
        }),
        Block::Table(Table {
            columns: vec![Column::new(f32::NAN), Column::numbers(-1.0)],
            ..Table::default()
        }),
    ];
    let document = Document { title: "T".repeat(100_000), author: "A".repeat(100_000), ..document(blocks) };
    let pdf = pdf(&document).unwrap();
    assert!(count(&pdf, "/S/TR") > 10_000);
}

/// Any text, with more than its share of what is special.
fn any_text() -> impl Strategy<Value = String> {
    let special = prop::sample::select(vec![
        "\n",
        "\r\n",
        "\t",
        "\0",
        "\u{ad}",
        "\u{200b}",
        "\u{2060}",
        "\u{feff}",
        "\u{202e}",
        "\u{301}",
        "\u{e000}",
        "\u{fffd}",
        "🎉",
        "ع",
        "ї",
        "Ω",
        "\u{2028}",
        "\u{a0}",
        " ",
        "  ",
        "Bürgerbeteiligungsverfahren",
        "https://a.example/?q=1",
        "x",
    ]);
    let piece = prop_oneof![special.prop_map(str::to_owned), any::<String>(), "[a-zäöüß]{0,30}"];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

fn any_span() -> impl Strategy<Value = Span> {
    prop_oneof![
        any_text().prop_map(Span::Text),
        any_text().prop_map(Span::Strong),
        (any_text(), any_text()).prop_map(|(text, rest)| Span::link(text, format!("https://{rest}"))),
        (any_text(), any_text()).prop_map(|(text, url)| Span::link(text, url)),
    ]
}

fn any_spans() -> impl Strategy<Value = Vec<Span>> {
    prop::collection::vec(any_span(), 0..4)
}

fn any_table() -> impl Strategy<Value = Block> {
    let cells = || prop::collection::vec(any_spans().prop_map(Cell), 0..5);
    let column = (any::<f32>(), any::<bool>())
        .prop_map(|(weight, end)| Column { weight, align: if end { Align::End } else { Align::Start } });
    let row = (cells(), any::<bool>()).prop_map(|(cells, total)| Row { cells, total });
    (
        any_text(),
        prop::collection::vec(column, 0..5),
        cells(),
        prop::collection::vec(row, 0..6),
        any::<bool>(),
    )
        .prop_map(|(caption, columns, head, rows, row_headers)| {
            Block::Table(Table { caption, columns, head, rows, row_headers })
        })
}

fn any_block() -> impl Strategy<Value = Block> {
    let kind = prop::sample::select(vec![ListKind::Bullets, ListKind::Numbers, ListKind::Boxes]);
    prop_oneof![
        (any::<u8>(), any_text()).prop_map(|(level, text)| Block::Heading { level, text }),
        any_spans().prop_map(Block::Lead),
        any_spans().prop_map(Block::Paragraph),
        (kind, prop::collection::vec(any_spans(), 0..5))
            .prop_map(|(kind, items)| Block::List { kind, items }),
        any_table(),
        prop::collection::vec((any_text(), any_spans()), 0..5).prop_map(Block::Facts),
        Just(Block::Rule),
        Just(Block::PageBreak),
    ]
}

proptest! {
    #[test]
    fn no_text_makes_it_fail(
        title in any_text(),
        author in any_text(),
        blocks in prop::collection::vec(any_block(), 0..8),
        created in any::<i64>(),
    ) {
        let document = Document { title: format!("T{title}"), lang: "de".into(), author, blocks };
        let pdf = render(&document, Created::from_unix(created));
        prop_assert!(pdf.is_ok(), "{:?}", pdf.err());
    }
}
