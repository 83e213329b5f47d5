//! Where concepts and ideas and the formats that they build on are kept.

use crate::about_formats_table;
use crate::db::AboutTable;

/// The tables `concepts` and `concept_formats`.
pub static TABLE: AboutTable = about_formats_table!("concepts", "concept_formats", "concept_id");
