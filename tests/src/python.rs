//! The interpreter with the test tools that `make test` installs.

use std::path::{Path, PathBuf};

/// `MITWIRKEN_TEST_PYTHON`, or where `tests/tools/python.sh` puts it.
pub fn python() -> PathBuf {
    std::env::var_os("MITWIRKEN_TEST_PYTHON").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/test-tools/bin/python"),
        PathBuf::from,
    )
}
