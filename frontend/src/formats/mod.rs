//! The Mitmachbox: search and filter, one format whole, formats side by side.

mod calculator;
mod card;
mod chips;
mod compare;
mod detail;
mod evidence;
mod facets;
mod list;
mod query;
mod run_sheet;
mod schedule;
mod search;
mod sheet;
mod tray;

pub use card::card;
pub use compare::compare_view;
pub use detail::detail_view;
pub use list::list_view;
pub use search::Search;
pub use sheet::sheet;
pub use tray::Tray;
