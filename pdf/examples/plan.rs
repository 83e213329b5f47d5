//! Writes the plan of the tests, to look at: `cargo run -p mitwirken-pdf --example plan plan.pdf`.

use mitwirken_pdf::{Created, render};

#[path = "../tests/plan/mod.rs"]
mod plan;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("where to?")?;
    std::fs::write(path, render(&plan::plan(), Created::from_unix(1_790_000_000))?)?;
    Ok(())
}
