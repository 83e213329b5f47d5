//! From Rust to modules that browsers load: the app's main one, and one for each group of pages that
//! a first visit does not need.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use wasm_bindgen_cli_support::Bindgen;

use crate::{Failure, files};

const TARGET: &str = "wasm32-unknown-unknown";
const PROFILE: &str = "wasm-release";
/// Magic number and version at the start of every module.
const PREAMBLE: usize = 8;

/// Compiles the app and writes its modules and their JavaScript to `out`.
pub(crate) fn build(root: &Path, out: &Path) -> Result<(), Failure> {
    let target_dir = target_dir(root);
    let status = Command::new(env!("CARGO"))
        .current_dir(root)
        // One type for all views instead of one for each: a fifth of the size.
        .env("RUSTFLAGS", "--cfg erase_components")
        .args(["rustc", "--package", "mitwirken-app", "--bin", "app"])
        .args(["--target", TARGET, "--profile", PROFILE, "--target-dir"])
        .arg(&target_dir)
        // Splitting needs to know what refers to what.
        .args(["--", "-C", "link-arg=--emit-relocs"])
        .status()?;
    if !status.success() {
        return Err(format!(
            "the app does not compile; if the target is missing: rustup target add {TARGET}"
        )
        .into());
    }
    let compiled = fs::read(target_dir.join(TARGET).join(PROFILE).join("app.wasm"))?;
    let main = out.join("unbound.wasm");
    let mut options = wasm_split_cli_support::Options::new(&compiled);
    options.output_dir = out;
    options.main_out_path = &main;
    options.link_name = "./__wasm_split.js";
    options.main_module = "./app.js";
    wasm_split_cli_support::transform(options).map_err(|error| format!("splitting: {error}"))?;
    Bindgen::new()
        .input_path(&main)
        .web(true)?
        .out_name("app")
        .typescript(false)
        .keep_lld_exports(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .omit_default_module_path(false)
        .generate(out)?;
    fs::remove_file(&main)?;
    for file in files::all(out)? {
        if file.extension().is_some_and(|extension| extension == "wasm") {
            let stripped = without_custom_sections(&fs::read(&file)?)
                .ok_or_else(|| format!("{} is no module", file.display()))?;
            fs::write(&file, stripped)?;
        }
    }
    Ok(())
}

/// The module without names and other notes for tools (WebAssembly core specification, section 5.5).
fn without_custom_sections(module: &[u8]) -> Option<Vec<u8>> {
    let mut kept = module.get(..PREAMBLE)?.to_vec();
    let mut rest = module.get(PREAMBLE..)?;
    while let Some((id, after)) = rest.split_first() {
        let (size, header) = leb128(after)?;
        let length = 1 + header + size;
        if *id != 0 {
            kept.extend_from_slice(rest.get(..length)?);
        }
        rest = rest.get(length..)?;
    }
    Some(kept)
}

/// An unsigned number and how many bytes it takes.
fn leb128(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut value = 0_usize;
    for (at, byte) in bytes.iter().enumerate().take(5) {
        value |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some((value, at + 1));
        }
    }
    None
}

/// A folder of its own, so that the outer cargo's lock is not waited for.
fn target_dir(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from).join("wasm")
}
