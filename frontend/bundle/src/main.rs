//! Builds the app and packs it into `frontend/dist`, from where the server embeds it.
//!
//! `cargo run -p mitwirken-bundle` does nothing if nothing changed since the last time. No Node, no
//! network: cargo compiles, wasm-bindgen's library makes the module, the rest is files.

mod catalogue;
mod files;
mod module;
mod pack;
mod report;

use std::path::Path;
use std::process::ExitCode;

use catalogue::Part;

/// What can go wrong, in words that help.
type Failure = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    match bundle(&root) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bundle: {error}");
            ExitCode::FAILURE
        }
    }
}

fn bundle(root: &Path) -> Result<(), Failure> {
    let frontend = root.join("frontend");
    let dist = frontend.join("dist");
    let inputs = files::digest(
        root,
        &[
            "frontend/src",
            "frontend/boot",
            "frontend/document",
            "frontend/bundle/src",
            "frontend/style",
            "frontend/public",
            "frontend/index.html",
            "frontend/Cargo.toml",
            "shared/src",
            "shared/locales",
            "Cargo.toml",
            "Cargo.lock",
        ],
    )?;
    let stamp = dist.join("inputs.sha256");
    if std::fs::read_to_string(&stamp).is_ok_and(|kept| kept == inputs) {
        println!("bundle: the app is up to date");
        return Ok(());
    }
    let work = dist.join(".work");
    if work.exists() {
        std::fs::remove_dir_all(&work)?;
    }
    std::fs::create_dir_all(&work)?;
    module::build(root, &work)?;
    files::copy(&frontend.join("public"), &work)?;
    files::copy(&frontend.join("boot"), &work)?;
    files::write(&work.join("style.css"), &files::joined(&frontend.join("style"), "css")?)?;
    std::fs::copy(frontend.join("document/document.css"), work.join("document.css"))?;
    for lang in catalogue::LANGUAGES {
        for (part, name) in [(Part::First, "texts"), (Part::More, "more")] {
            let texts = catalogue::read(&root.join("shared/locales").join(lang), part)?;
            files::write(&work.join(format!("{name}.{lang}.json")), &serde_json::to_string(&texts)?)?;
        }
    }
    let base = pack::publish(&work, &dist)?;
    for (shell, name) in [("index.html", "index.html"), ("document/document.html", "document.html")] {
        let text = std::fs::read_to_string(frontend.join(shell))?;
        files::write(&dist.join(name), &text.replace("{{base}}", &base))?;
    }
    std::fs::copy(frontend.join("public/favicon.svg"), dist.join("favicon.svg"))?;
    report::first_visit(&dist.join(base.trim_matches('/')))?;
    files::write(&stamp, &inputs)
}
