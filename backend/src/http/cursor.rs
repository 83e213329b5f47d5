//! Where the next page of a list starts.

use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// The position after one item of one list. Opaque to clients.
///
/// It holds the item's id, so that a page neither repeats nor skips anything when items before it
/// come or go, and its position for the case that this very item has gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// Digest of the list's filters and order: a cursor of another list is refused.
    pub list: u32,
    /// How many items lie before.
    pub offset: usize,
    /// The last item of the page before.
    pub after: String,
}

impl Cursor {
    /// As it stands in URLs.
    pub fn encode(&self) -> String {
        let plain = format!("{:08x}.{}.{}", self.list, self.offset, self.after);
        utf8_percent_encode(&plain, NON_ALPHANUMERIC).to_string().replace("%2E", ".").replace("%2D", "-")
    }

    /// Reads what [`Self::encode`] wrote.
    pub fn decode(text: &str) -> Option<Self> {
        let plain = percent_decode_str(text).decode_utf8().ok()?;
        let mut parts = plain.splitn(3, '.');
        Some(Self {
            list: u32::from_str_radix(parts.next()?, 16).ok()?,
            offset: parts.next()?.parse().ok()?,
            after: parts.next()?.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Cursor;

    proptest! {
        #[test]
        fn a_cursor_survives_the_way_through_a_url(list: u32, offset in 0_usize..1_000_000, after in "[a-z0-9-]{1,40}") {
            let cursor = Cursor { list, offset, after };
            prop_assert_eq!(Cursor::decode(&cursor.encode()), Some(cursor));
        }

        #[test]
        fn garbage_is_no_cursor_and_no_panic(text in "\\PC{0,60}") {
            let _ = Cursor::decode(&text);
        }
    }
}
