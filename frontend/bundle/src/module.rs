//! From Rust to a module that browsers load.

use std::path::{Path, PathBuf};
use std::process::Command;

use wasm_bindgen_cli_support::Bindgen;

use crate::Failure;

const TARGET: &str = "wasm32-unknown-unknown";
const PROFILE: &str = "wasm-release";

/// Compiles the app and writes `app.js` and `app_bg.wasm` to `out`.
pub(crate) fn build(root: &Path, out: &Path) -> Result<(), Failure> {
    let target_dir = target_dir(root);
    let status = Command::new(env!("CARGO"))
        .current_dir(root)
        // One type for all views instead of one for each: a third of the size.
        .env("RUSTFLAGS", "--cfg erase_components")
        .args(["build", "--package", "mitwirken-app", "--bin", "app"])
        .args(["--target", TARGET, "--profile", PROFILE, "--target-dir"])
        .arg(&target_dir)
        .status()?;
    if !status.success() {
        return Err(format!(
            "the app does not compile; if the target is missing: rustup target add {TARGET}"
        )
        .into());
    }
    let compiled = target_dir.join(TARGET).join(PROFILE).join("app.wasm");
    Bindgen::new()
        .input_path(compiled)
        .web(true)?
        .out_name("app")
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .omit_default_module_path(false)
        .generate(out)?;
    Ok(())
}

/// A folder of its own, so that the outer cargo's lock is not waited for.
#[expect(clippy::disallowed_methods, reason = "cargo itself is configured by this variable")]
fn target_dir(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from).join("wasm")
}
