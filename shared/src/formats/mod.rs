//! Participation formats: what the Mitmachbox shows.

mod dto;
mod effort;
mod finder;
mod vocabulary;

pub use dto::*;
pub use effort::{Effort, MaterialNeed, effort_for, groups_for};
pub use finder::*;
pub use vocabulary::*;
