//! What a first visit downloads, and whether that is still little enough.

use std::path::Path;

use crate::{Failure, files};

/// The most that a first visit may download, compressed (bytes).
const LIMIT: u64 = 250 * 1024;
/// What the first visit does not load.
const LATER: [&str; 6] =
    ["texts.en.json", "more.de.json", "more.en.json", "OFL.txt", "favicon.svg", "document.css"];

/// Prints the sizes and refuses what is too large.
pub(crate) fn first_visit(place: &Path) -> Result<(), Failure> {
    let mut total = 0;
    println!("bundle: first visit, as sent (brotli)");
    for file in files::all(place)? {
        let name = file.strip_prefix(place)?.to_string_lossy().into_owned();
        let lazy = name.starts_with("split_") || name.starts_with("chunk_");
        let beside = [".br", ".gz"].iter().any(|end| name.ends_with(end));
        if lazy || beside || LATER.iter().any(|later| name.ends_with(later)) {
            continue;
        }
        let compressed =
            file.with_file_name(format!("{}.br", file.file_name().unwrap_or_default().to_string_lossy()));
        let sent = if compressed.exists() { compressed } else { file };
        let size = std::fs::metadata(sent)?.len();
        total += size;
        println!("  {size:>8}  {name}");
    }
    println!("  {total:>8}  together, of {LIMIT} allowed");
    if total > LIMIT {
        return Err(format!("the first visit is {} bytes too large", total - LIMIT).into());
    }
    Ok(())
}
