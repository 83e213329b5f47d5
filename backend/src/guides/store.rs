//! Where guides and the formats that they are about are kept.

use crate::about_formats_table;
use crate::db::AboutTable;

/// The tables `guides` and `guide_formats`.
pub static TABLE: AboutTable = about_formats_table!("guides", "guide_formats", "guide_id");
