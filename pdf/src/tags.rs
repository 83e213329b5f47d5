//! The structure tree: what the parts of the text are, in reading order.
//!
//! It is grown while the text is set, before anything is painted, so that its order is that of the document and not
//! that of the paint. What will be painted gets a slot in it, which the painter fills.

use krilla::tagging::{Identifier, Node, TagGroup, TagKind, TagTree};

/// A part of the structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NodeId(usize);

/// A place for something that will be painted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SlotId(usize);

/// What a part is made of.
#[derive(Clone, Copy)]
enum Child {
    Node(NodeId),
    Slot(SlotId),
}

/// The structure tree while it grows.
#[derive(Default)]
pub struct Tree {
    parts: Vec<(TagKind, Vec<Child>)>,
    roots: Vec<NodeId>,
    slots: Vec<Option<Identifier>>,
}

impl Tree {
    /// Adds a part to the document.
    pub fn root(&mut self, tag: impl Into<TagKind>) -> NodeId {
        let node = self.part(tag.into());
        self.roots.push(node);
        node
    }

    /// Adds a part to another.
    pub fn child(&mut self, parent: NodeId, tag: impl Into<TagKind>) -> NodeId {
        let node = self.part(tag.into());
        self.add(parent, Child::Node(node));
        node
    }

    /// Adds a place for something painted.
    pub fn slot(&mut self, parent: NodeId) -> SlotId {
        let slot = SlotId(self.slots.len());
        self.slots.push(None);
        self.add(parent, Child::Slot(slot));
        slot
    }

    /// Says what was painted for a slot.
    pub fn fill(&mut self, slot: SlotId, painted: Identifier) {
        if let Some(place) = self.slots.get_mut(slot.0) {
            *place = Some(painted);
        }
    }

    /// The tree for the writer.
    pub fn finish(mut self, lang: &str) -> TagTree {
        // From the last to the first: children are always younger than their parents, so they are ready when the
        // parent takes them.
        let mut groups: Vec<Option<TagGroup>> = self.parts.iter().map(|_| None).collect();
        let take = |groups: &mut Vec<Option<TagGroup>>, node: NodeId| {
            groups.get_mut(node.0).and_then(Option::take).map(Node::Group)
        };
        while let Some((tag, children)) = self.parts.pop() {
            let children = children
                .into_iter()
                .filter_map(|child| match child {
                    Child::Node(node) => take(&mut groups, node),
                    Child::Slot(slot) => self.slots.get(slot.0).copied().flatten().map(Node::Leaf),
                })
                .collect();
            if let Some(place) = groups.get_mut(self.parts.len()) {
                *place = Some(TagGroup::with_children(tag, children));
            }
        }
        let roots: Vec<Node> = self.roots.iter().filter_map(|root| take(&mut groups, *root)).collect();
        TagTree::from(roots).with_lang(Some(lang.to_owned()))
    }

    /// A part that belongs nowhere yet.
    fn part(&mut self, tag: TagKind) -> NodeId {
        self.parts.push((tag, Vec::new()));
        NodeId(self.parts.len() - 1)
    }

    /// Adds to a part.
    fn add(&mut self, parent: NodeId, child: Child) {
        if let Some((_, children)) = self.parts.get_mut(parent.0) {
            children.push(child);
        }
    }
}
