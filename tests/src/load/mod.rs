//! What measuring and soaking need: the release binary as a process of its own, a load that costs
//! little, and what the load asks for.

pub mod client;
pub mod process;
pub mod queries;

use std::path::{Path, PathBuf};

/// The release binary that `make dist` builds.
pub fn binary() -> PathBuf {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let target = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    workspace.join(target).join("release/mitwirken")
}

/// The content that the binary ships.
pub fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../backend/content")
}
