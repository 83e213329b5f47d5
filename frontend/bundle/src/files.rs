//! Reading, writing and walking files.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::Failure;

/// All files below `path` in a fixed order; `path` itself if it is a file.
pub(crate) fn all(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    let entries = fs::read_dir(path).map_err(|error| format!("{}: {error}", path.display()))?;
    for entry in entries {
        found.extend(all(&entry?.path())?);
    }
    found.sort();
    Ok(found)
}

/// A digest over names and contents of everything at these paths.
pub(crate) fn digest(root: &Path, paths: &[&str]) -> Result<String, Failure> {
    let mut hash = Sha256::new();
    for path in paths {
        for file in all(&root.join(path))? {
            hash.update(file.strip_prefix(root)?.to_string_lossy().as_bytes());
            hash.update(fs::read(&file)?);
        }
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Copies everything below `from` to `to`.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    for file in all(from)? {
        let target = to.join(file.strip_prefix(from)?);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::copy(&file, &target)?;
    }
    Ok(())
}

/// All files with this extension below `folder`, one after the other in the order of their paths.
pub(crate) fn joined(folder: &Path, extension: &str) -> Result<String, Failure> {
    let mut text = String::new();
    for file in all(folder)? {
        if file.extension().is_some_and(|found| found == extension) {
            text.push_str(&fs::read_to_string(&file)?);
        }
    }
    Ok(text)
}

/// Writes a text.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), Failure> {
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()).into())
}
