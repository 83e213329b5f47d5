//! From a JSON pointer to a line of a TOML file, and back.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A parsed file that knows where its values stand.
#[derive(Debug)]
pub struct Located<'source> {
    source: &'source str,
    root: Spanned<DeTable<'source>>,
}

/// A step from one value to one inside it.
struct Child<'value, 'source> {
    name: String,
    /// Where it stands, key included.
    span: Range<usize>,
    value: &'value DeValue<'source>,
}

impl<'source> Located<'source> {
    /// Parses `source`; `None` if it is not TOML.
    pub fn parse(source: &'source str) -> Option<Self> {
        Some(Self { source, root: DeTable::parse(source).ok()? })
    }

    /// The line (from 1) of the value at `pointer`, or of its nearest parent that is there.
    pub fn line(&self, pointer: &str) -> Option<usize> {
        let mut at = self.children_of_root();
        let mut start = None;
        for part in pointer.split('/').skip(1) {
            let Some(child) = at.into_iter().find(|child| child.name == part) else {
                break;
            };
            start = Some(child.span.start);
            at = children(child.value);
        }
        start.map(|start| line_at(self.source, start))
    }

    /// The pointer of the innermost value that covers byte `offset`; empty if none does.
    pub fn pointer_at(&self, offset: usize) -> String {
        innermost(self.children_of_root(), offset).unwrap_or_default()
    }

    fn children_of_root(&self) -> Vec<Child<'_, 'source>> {
        table_children(self.root.get_ref())
    }
}

/// Looks into every child: the span of `[[steps]]` is its header alone, not what stands below it.
fn innermost(at: Vec<Child<'_, '_>>, offset: usize) -> Option<String> {
    at.into_iter().rev().find_map(|child| {
        let inside = innermost(children(child.value), offset);
        let here = || child.span.contains(&offset).then(String::new);
        inside.or_else(here).map(|rest| format!("/{}{rest}", child.name))
    })
}

/// The line (from 1) of byte `offset`.
pub fn line_at(source: &str, offset: usize) -> usize {
    source.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}

fn children<'value, 'source>(value: &'value DeValue<'source>) -> Vec<Child<'value, 'source>> {
    match value {
        DeValue::Table(table) => table_children(table),
        DeValue::Array(array) => array
            .iter()
            .enumerate()
            .map(|(position, item)| Child {
                name: position.to_string(),
                span: item.span(),
                value: item.get_ref(),
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn table_children<'value, 'source>(table: &'value DeTable<'source>) -> Vec<Child<'value, 'source>> {
    table
        .iter()
        .map(|(key, value)| Child {
            name: key.get_ref().to_string(),
            span: key.span().start.min(value.span().start)..value.span().end.max(key.span().end),
            value: value.get_ref(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "slug = \"x\"\ntitle.de = \"X\"\ntitle.en = \"Y\"\n\n[[steps]]\nminutes = { min = 1, max = 2 }\n\n[[steps]]\nminutes = { min = 3, max = 4 }\n";

    #[test]
    fn a_pointer_leads_to_its_line() {
        let located = Located::parse(FILE).unwrap();
        assert_eq!(located.line("/slug"), Some(1));
        assert_eq!(located.line("/title/en"), Some(3));
        assert_eq!(located.line("/steps/1/minutes/max"), Some(9));
    }

    #[test]
    fn what_is_missing_is_looked_for_in_its_parent() {
        let located = Located::parse(FILE).unwrap();
        assert_eq!(located.line("/steps/0/goal/de"), Some(5));
        assert_eq!(located.line("/nothing"), None);
    }

    #[test]
    fn an_offset_leads_to_its_pointer() {
        let located = Located::parse(FILE).unwrap();
        let offset = FILE.find("max = 4").unwrap() + 6;
        assert_eq!(located.pointer_at(offset), "/steps/1/minutes/max");
    }
}
