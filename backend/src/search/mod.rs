//! PLACEHOLDER until the search module is delivered.
use mitwirken_shared::l10n::Fragment;
#[derive(Debug, Default, Clone)] pub struct Texts { pub german: String, pub english: String }
#[derive(Debug)] pub struct SearchDocument { pub key: u64, pub title: Texts, pub aliases: Texts, pub summary: Texts, pub body: Texts }
#[derive(Debug)] pub struct TextIndex;
#[derive(Debug, thiserror::Error)] #[error("search: {0}")] pub struct SearchError(#[from] std::io::Error);
#[derive(Debug)] pub struct Matches { pub hits: Vec<(u64, f32)>, pub terms: QueryTerms }
#[derive(Debug)] pub struct QueryTerms;
#[derive(Debug, Clone, Copy)] pub enum Language { German, English }
impl TextIndex {
    pub fn build(_: impl IntoIterator<Item = SearchDocument>) -> Result<Self, SearchError> { Ok(Self) }
    pub fn search(&self, _: &str) -> Result<Matches, SearchError> { Ok(Matches { hits: vec![], terms: QueryTerms }) }
}
impl QueryTerms {
    pub fn fragments(&self, text: &str, _: Language) -> Vec<Fragment> { vec![Fragment { text: text.into(), is_match: false }] }
    pub fn passage(&self, _: &str, _: Language) -> Option<Vec<Fragment>> { None }
}
pub fn folded(text: &str) -> String { text.to_lowercase() }
#[derive(Debug)] pub struct Suggester;
pub struct Suggestion { pub key: u64, pub fragments: Vec<Fragment> }
impl Suggester {
    pub fn new(_: impl IntoIterator<Item = (u64, String)>) -> Self { Self }
    pub fn suggest(&self, _: &str, _: usize) -> Vec<Suggestion> { vec![] }
}
