//! One folder per version, named by the hash of everything in it, so that browsers may keep it for
//! ever; beside each file its compressed forms.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use crate::{Failure, files};

/// The best that brotli can do; this happens once a build.
const BROTLI_QUALITY: u32 = 11;
const BROTLI_WINDOW: u32 = 22;
/// What is compressed already.
const COMPRESSED: [&str; 3] = ["woff2", "png", "jpg"];

/// Moves `work` to its place below `dist` and gives the address of that place, `/pkg/<hash>/`. The
/// version before stays for tabs that are still open; older ones go.
pub(crate) fn publish(work: &Path, dist: &Path) -> Result<String, Failure> {
    let hash = files::digest(work, &["."])?;
    let hash = hash.get(..16).unwrap_or(&hash).to_owned();
    for file in files::all(work)? {
        let extension = file.extension().unwrap_or_default().to_string_lossy().into_owned();
        if !COMPRESSED.contains(&extension.as_str()) {
            compress(&file)?;
        }
    }
    let pkg = dist.join("pkg");
    fs::create_dir_all(&pkg)?;
    let place = pkg.join(&hash);
    if place.exists() {
        fs::remove_dir_all(&place)?;
    }
    let mut older = fs::read_dir(&pkg)?.collect::<Result<Vec<_>, _>>()?;
    older.sort_by_key(|entry| entry.metadata().and_then(|data| data.modified()).ok());
    older.pop();
    for entry in older {
        fs::remove_dir_all(entry.path())?;
    }
    fs::rename(work, &place)?;
    Ok(format!("/pkg/{hash}/"))
}

fn compress(file: &Path) -> Result<(), Failure> {
    let plain = fs::read(file)?;
    let beside = |extension: &str| format!("{}.{extension}", file.display());
    let mut brotli = brotli::CompressorWriter::new(
        fs::File::create(beside("br"))?,
        64 * 1024,
        BROTLI_QUALITY,
        BROTLI_WINDOW,
    );
    brotli.write_all(&plain)?;
    brotli.flush()?;
    drop(brotli);
    let mut gzip =
        flate2::write::GzEncoder::new(fs::File::create(beside("gz"))?, flate2::Compression::best());
    gzip.write_all(&plain)?;
    gzip.finish()?;
    Ok(())
}
