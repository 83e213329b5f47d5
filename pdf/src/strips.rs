//! What lies between blocks and pages: strips of the text's width, which are only cut between each other.

use crate::style::Colour;
use crate::tags::{NodeId, SlotId, Tree};
use crate::words::Fragment;

/// Something painted; measured from the top left of its box, or of the text once it is on a page.
#[derive(Clone, Debug)]
pub enum Mark {
    /// Text in one line.
    Text {
        /// Left edge.
        x: f32,
        /// Baseline.
        y: f32,
        /// Size of the font.
        size: f32,
        /// Its colour.
        colour: Colour,
        /// What it says.
        fragment: Fragment,
        /// Where it belongs; nowhere if it is mere decoration.
        slot: Option<SlotId>,
        /// Where it leads.
        link: Option<LinkId>,
    },
    /// A filled rectangle: always decoration.
    Fill {
        /// Left edge.
        x: f32,
        /// Top edge.
        y: f32,
        /// From left to right.
        width: f32,
        /// From top to bottom.
        height: f32,
        /// Its colour.
        colour: Colour,
    },
}

impl Mark {
    /// The same further down.
    pub fn lowered(mut self, by: f32) -> Self {
        match &mut self {
            Self::Text { y, .. } | Self::Fill { y, .. } => *y += by,
        }
        self
    }

    /// The same as decoration.
    pub fn decoration(mut self) -> Self {
        if let Self::Text { slot, link, .. } = &mut self {
            (*slot, *link) = (None, None);
        }
        self
    }
}

/// A strip across the text.
#[derive(Debug, Default)]
pub struct Strip {
    /// Distance to what comes before; none at the top of a page.
    pub before: f32,
    /// How high it is.
    pub height: f32,
    /// Whether it must stay on a page with the next.
    pub keep: bool,
    /// Whether it begins a page.
    pub page_break: bool,
    /// What is painted.
    pub marks: Vec<Mark>,
    /// Which head is repeated above it if a page begins with it.
    pub repeat: Option<usize>,
    /// Which heading begins with it.
    pub heading: Option<usize>,
}

/// A head that is repeated.
#[derive(Debug)]
pub struct Repeat {
    /// How high it is.
    pub height: f32,
    /// What is painted: decoration, for it has been read already.
    pub marks: Vec<Mark>,
}

/// A link of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinkId(usize);

/// Where a link leads.
#[derive(Debug)]
pub struct Target {
    /// Where it belongs.
    pub node: NodeId,
    /// The address.
    pub url: String,
    /// What it is called.
    pub label: String,
}

/// A heading of the document.
#[derive(Debug)]
pub struct Heading {
    /// 1 and up, without gaps.
    pub level: u8,
    /// What it says.
    pub text: String,
}

/// All that is to be laid out.
#[derive(Default)]
pub struct Composed {
    /// In reading order.
    pub strips: Vec<Strip>,
    /// What they repeat.
    pub repeats: Vec<Repeat>,
    /// What they lead to.
    pub targets: Vec<Target>,
    /// What they are headed by.
    pub headings: Vec<Heading>,
    /// What they are.
    pub tree: Tree,
}

impl Composed {
    /// Adds a link.
    pub fn link(&mut self, target: Target) -> LinkId {
        self.targets.push(target);
        LinkId(self.targets.len() - 1)
    }

    /// Where a link leads.
    pub fn target(&self, link: LinkId) -> Option<&Target> {
        self.targets.get(link.0)
    }
}
