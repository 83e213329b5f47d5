//! The interpreter with the test tools that `make test` installs.

use std::path::{Path, PathBuf};

/// `MITWIRKEN_TEST_PYTHON`, or where `tests/tools/python.sh` puts it.
pub fn python() -> PathBuf {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    std::env::var_os("MITWIRKEN_TEST_PYTHON").map_or_else(
        || {
            let target = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
            workspace.join(target).join("test-tools/bin/python")
        },
        PathBuf::from,
    )
}
