//! Full text for German and English, the same on both databases: `tantivy` in memory behind our
//! own analysis ([`words`], [`fold`], [`stem`], [`compound`]).
//!
//! One surprising rule: a compound is indexed whole *and* in its parts, so "Rat" finds
//! "Bürgerrat", and "Bürgerrat" ranks what names it whole above what only names its parts.

mod analysis;
mod compound;
mod fold;
mod highlight;
mod index;
mod passages;
mod query;
mod stem;
mod suggest;
mod words;

pub use analysis::Language;
pub use fold::folded;
pub use highlight::QueryTerms;
pub use index::{Matches, SearchDocument, SearchError, TextIndex, Texts};
pub use passages::Passage;
pub use suggest::{Suggester, Suggestion};
