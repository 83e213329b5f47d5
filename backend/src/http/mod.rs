//! What every route shares.

mod answer;
mod cursor;
mod envelope;
mod fallback;
mod fields;
mod if_match;
mod limit;
mod mount;
pub mod paging;
mod query;
mod reader;
mod table;

pub use answer::{Answer, Body, CachePolicy, no_content};
pub use cursor::Cursor;
pub use envelope::{RequestId, envelope};
pub use fallback::{RouteTable, api_fallback};
pub use fields::Fields;
pub use if_match::if_match;
pub use limit::{RateLimit, bucket, rate_limit};
pub use mount::Mount;
pub use query::Query;
pub use reader::Reader;
pub use table::Table;
