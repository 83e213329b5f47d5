//! Where practice examples and the formats that they are about are kept.

use crate::about_formats_table;
use crate::db::AboutTable;

/// The tables `examples` and `example_formats`.
pub static TABLE: AboutTable = about_formats_table!("examples", "example_formats", "example_id");
