//! Pages of lists: `limit`, `cursor`, `next` and the `Link` header (RFC 8288).

use std::sync::Arc;

use actix_web::HttpRequest;
use actix_web::http::header;
use mitwirken_shared::problem::ProblemKind;
use sha2::{Digest as _, Sha256};

use super::{Answer, Body, CachePolicy, Cursor, Query};
use crate::problem::{ApiError, Fault};
use crate::texts::Args;

/// Items a page if nobody says otherwise.
const USUAL: u32 = 20;
/// The most items a page may have.
const MOST: u32 = 100;

/// Which page of which list.
#[derive(Debug)]
pub struct Request {
    limit: usize,
    cursor: Option<Cursor>,
    list: u32,
}

/// One page's worth of a list.
#[derive(Debug)]
pub struct Slice<'list, T> {
    /// The items.
    pub items: &'list [T],
    /// The cursor of the next page, if there is one.
    pub next: Option<String>,
}

impl Request {
    /// Takes `limit` and `cursor` from the query; `list` describes filters and order, and a cursor
    /// of another list is refused.
    pub fn from_query(query: &mut Query, list: &str) -> Self {
        let digest = Sha256::digest(list.as_bytes());
        let list = digest.iter().take(4).fold(0, |number, byte| number << 8 | u32::from(*byte));
        let limit = query.number("limit", 1, MOST).unwrap_or(USUAL);
        let cursor = query.one("cursor").filter(|text| !text.is_empty()).and_then(|text| {
            let cursor = Cursor::decode(&text).filter(|cursor| cursor.list == list);
            if cursor.is_none() {
                query.refuse("cursor", "invalid_cursor", Args::new());
            }
            cursor
        });
        Self { limit: limit as usize, cursor, list }
    }

    /// The page's part of the whole list; `name` gives an item's stable name.
    pub fn slice<'list, T>(
        &self,
        whole: &'list [T],
        name: impl Fn(&T) -> Option<String>,
    ) -> Result<Slice<'list, T>, ApiError> {
        let start = match &self.cursor {
            None => 0,
            Some(cursor) => whole
                .iter()
                .position(|item| name(item).as_deref() == Some(&cursor.after))
                .map_or(cursor.offset, |position| position + 1),
        };
        let rest = whole.get(start..).ok_or_else(|| {
            ApiError::new(ProblemKind::InvalidValues).with_fields(vec![Fault {
                pointer: "?cursor".to_owned(),
                code: "invalid_cursor",
                args: Args::new(),
            }])
        })?;
        let items = rest.get(..self.limit).unwrap_or(rest);
        let next = items
            .last()
            .filter(|_| rest.len() > items.len())
            .and_then(&name)
            .map(|after| Cursor { list: self.list, offset: start + items.len(), after }.encode());
        Ok(Slice { items, next })
    }
}

/// Answers a page, with a link to the next one.
pub fn answer(body: Arc<Body>, request: &HttpRequest, next: Option<&str>) -> Answer {
    let answer = Answer::new(body, CachePolicy::Public);
    let Some(next) = next else {
        return answer;
    };
    let mut pairs = request
        .query_string()
        .split('&')
        .filter(|pair| !pair.is_empty() && !pair.starts_with("cursor="))
        .map(str::to_owned)
        .collect::<Vec<_>>();
    pairs.push(format!("cursor={next}"));
    let link = format!("<{}?{}>; rel=\"next\"", request.path(), pairs.join("&"));
    answer.with_header(header::LINK, &link)
}
