//! Paints pages and writes the PDF.

use krilla::action::{Action, LinkAction};
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::configure::ConfigurationBuilder;
use krilla::configure::validate::{Accessibility, Archival};
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::{PathBuilder, Point, Quadrilateral, Rect};
use krilla::metadata::{Metadata, TextDirection};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};
use krilla::{Document, SerializeSettings};

use crate::created::Created;
use crate::error::PdfError;
use crate::fonts::Fonts;
use crate::lines::{Line, Paragraph, is_german};
use crate::pages::{Bookmark, LaidOut, Link};
use crate::strips::Mark;
use crate::style::{self, Colour, FOOT, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, THIN, WIDTH};
use crate::tags::Tree;
use crate::words::{Fragment, Run};

/// What the PDF says about itself.
pub struct About {
    /// What it is called.
    pub title: String,
    /// Who made it.
    pub author: String,
    /// The language of its text.
    pub lang: String,
    /// When it was made.
    pub created: Created,
}

/// Paints all pages.
pub fn paint(laid_out: LaidOut, about: &About, fonts: &Fonts) -> Result<Vec<u8>, PdfError> {
    let LaidOut { pages, bookmarks, mut tree } = laid_out;
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .with_archival_validator(Archival::A2_A)
        .finish()
        .map_err(|error| PdfError::Write(format!("{error:?}")))?;
    let mut document =
        Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let broken = || PdfError::Write("A4 has no size".to_owned());
    let count = pages.len();
    for (index, content) in pages.into_iter().enumerate() {
        let settings = PageSettings::from_wh(PAGE_WIDTH, PAGE_HEIGHT).ok_or_else(broken)?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        let mut painter = Painter { surface: &mut surface, fonts, tree: &mut tree, artifact: None };
        for mark in content.marks {
            painter.mark(mark);
        }
        painter.foot(about, index + 1, count);
        painter.close();
        surface.finish();
        for link in content.links {
            let slot = link.slot;
            if let Some(annotation) = annotation(link) {
                let added = page.add_tagged_annotation(annotation);
                tree.fill(slot, added);
            }
        }
    }
    document.set_metadata(metadata(about));
    document.set_outline(outline(bookmarks, &about.title));
    document.set_tag_tree(tree.finish(&about.lang));
    document.finish().map_err(|error| PdfError::Write(explain(&error)))
}

/// Paints a page.
struct Painter<'a, 'b> {
    surface: &'a mut Surface<'b>,
    fonts: &'a Fonts,
    tree: &'a mut Tree,
    /// What kind of decoration is being painted.
    artifact: Option<ArtifactType>,
}

impl Painter<'_, '_> {
    /// What follows is decoration.
    fn open(&mut self, kind: ArtifactType) {
        if self.artifact != Some(kind) {
            self.close();
            self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
            self.artifact = Some(kind);
        }
    }

    /// What follows is no decoration.
    fn close(&mut self) {
        if self.artifact.take().is_some() {
            self.surface.end_tagged();
        }
    }

    /// Paints a mark.
    fn mark(&mut self, mark: Mark) {
        match mark {
            Mark::Fill { x, y, width, height, colour } => {
                self.open(ArtifactType::Layout);
                self.fill([x + MARGIN, y, width, height], colour);
            }
            Mark::Text { x, y, size, colour, fragment, slot: Some(slot), .. } => {
                self.close();
                let actual = fragment.actual.as_deref();
                let painted =
                    self.surface.start_tagged(ContentTag::Span(SpanTag::empty().with_actual_text(actual)));
                self.text(x + MARGIN, y, size, colour, &fragment);
                self.surface.end_tagged();
                self.tree.fill(slot, painted);
            }
            Mark::Text { x, y, size, colour, fragment, slot: None, .. } => {
                self.open(ArtifactType::PaginationOther);
                self.text(x + MARGIN, y, size, colour, &fragment);
            }
        }
    }

    /// Paints a rectangle.
    fn fill(&mut self, [x, y, width, height]: [f32; 4], colour: Colour) {
        let Some(rect) = Rect::from_xywh(x, y, width, height) else { return };
        let mut path = PathBuilder::new();
        path.push_rect(rect);
        if let Some(path) = path.finish() {
            self.colour(colour);
            self.surface.draw_path(&path);
        }
    }

    /// Paints text.
    fn text(&mut self, x: f32, y: f32, size: f32, colour: Colour, fragment: &Fragment) {
        self.colour(colour);
        let font = self.fonts.face(fragment.bold).font.clone();
        self.surface.draw_glyphs(Point::from_xy(x, y), &fragment.glyphs, font, &fragment.text, size, false);
    }

    /// What is painted in.
    fn colour(&mut self, colour: Colour) {
        self.surface.set_fill(Some(Fill {
            paint: krilla::color::rgb::Color::from(colour).into(),
            ..Fill::default()
        }));
    }

    /// The foot of the page: a line, the title, and which page it is.
    fn foot(&mut self, about: &About, page: usize, pages: usize) {
        self.open(ArtifactType::Footer);
        let top = PAGE_HEIGHT - MARGIN + 16.0;
        self.fill([MARGIN, top, WIDTH, THIN], style::HAIRLINE);
        let y = top + 5.0 + FOOT.baseline();
        let number = self.foot_line(&page_number(&about.lang, page, pages), WIDTH);
        let width = number.width * FOOT.size;
        self.foot_text(MARGIN + WIDTH - width, y, &number);
        let title = self.foot_line(&about.title, WIDTH - width - 18.0);
        self.foot_text(MARGIN, y, &title);
    }

    /// As much of a text as fits into a line.
    fn foot_line(&self, text: &str, room: f32) -> Line {
        let room = room / FOOT.size;
        let lines = |text: &str, room: f32| {
            Paragraph::new(self.fonts, &[Run::new(text, false)], FOOT.tabular, None).lines(self.fonts, room)
        };
        // No more is shaped than could ever fit.
        let mut first: String = text.chars().take(300).collect();
        let mut fitting = lines(&first, room);
        if fitting.len() > 1 || first.len() < text.len() {
            // With room for the dots that say that there is more.
            let cut = lines(&first, room - 1.0).into_iter().next().unwrap_or_default();
            first = cut.fragments.iter().map(|f| f.actual.as_deref().unwrap_or(&f.text)).collect();
            fitting = lines(&format!("{}…", first.trim_end()), room);
        }
        fitting.into_iter().next().unwrap_or_default()
    }

    /// Paints a line of the foot.
    fn foot_text(&mut self, mut x: f32, y: f32, line: &Line) {
        for fragment in &line.fragments {
            self.text(x, y, FOOT.size, FOOT.colour, fragment);
            x += fragment.width * FOOT.size;
        }
    }
}

/// Which page it is, in words.
fn page_number(lang: &str, page: usize, pages: usize) -> String {
    if is_german(lang) { format!("Seite {page} von {pages}") } else { format!("Page {page} of {pages}") }
}

/// What is clicked.
fn annotation(link: Link) -> Option<Annotation> {
    let areas: Vec<Quadrilateral> = link
        .areas
        .iter()
        .filter_map(|[left, top, right, bottom]| {
            Rect::from_ltrb(left + MARGIN, *top, right + MARGIN, *bottom)
        })
        .map(Quadrilateral::from)
        .collect();
    if areas.is_empty() {
        return None;
    }
    let target = Target::Action(Action::Link(LinkAction::new(link.url)));
    Some(Annotation::new_link(LinkAnnotation::new_with_quad_points(areas, target), Some(link.label)))
}

/// What the PDF says about itself, for the writer.
fn metadata(about: &About) -> Metadata {
    let product = concat!("MitWIRken ", env!("CARGO_PKG_VERSION")).to_owned();
    let metadata = Metadata::new()
        .title(about.title.clone())
        .language(about.lang.clone())
        .creator(product.clone())
        .producer(product)
        .creation_date(about.created.date_time())
        .text_direction(TextDirection::LeftToRight);
    if about.author.is_empty() { metadata } else { metadata.authors(vec![about.author.clone()]) }
}

/// The bookmarks; the title if there are no headings, for PDF/UA demands some.
fn outline(bookmarks: Vec<Bookmark>, title: &str) -> Outline {
    let mut outline = Outline::new();
    // Headings that are still open, each below the one before it.
    let mut open: Vec<(u8, OutlineNode)> = Vec::new();
    let close = |open: &mut Vec<(u8, OutlineNode)>, outline: &mut Outline, level: u8| {
        while open.last().is_some_and(|(of, _)| *of >= level) {
            let Some((_, node)) = open.pop() else { break };
            match open.last_mut() {
                Some((_, parent)) => parent.push_child(node),
                None => outline.push_child(node),
            }
        }
    };
    if bookmarks.is_empty() {
        let start = XyzDestination::new(0, Point::from_xy(MARGIN, MARGIN));
        outline.push_child(OutlineNode::new(title.to_owned(), start));
    }
    for Bookmark { heading, page, y } in bookmarks {
        close(&mut open, &mut outline, heading.level);
        let place = XyzDestination::new(page, Point::from_xy(MARGIN, y));
        open.push((heading.level, OutlineNode::new(heading.text, place).with_open(heading.level == 1)));
    }
    close(&mut open, &mut outline, 0);
    outline
}

/// The writer's reasons; its own text only counts them.
fn explain(error: &KrillaError) -> String {
    match error {
        KrillaError::Validation(reasons) => {
            let reasons: Vec<String> =
                reasons.iter().map(|(reason, _)| short(&format!("{reason:?}"))).collect();
            format!("{error}: {}", reasons.join("; "))
        }
        other => other.to_string(),
    }
}

/// No more than a log can bear.
fn short(text: &str) -> String {
    text.chars().take(200).collect()
}
