//! What a first visit costs a phone, as Chromium sees it: Lighthouse's four scores, and every file that
//! was downloaded.

use std::path::Path;
use std::process::Command;

use mitwirken_tests::load::binary;
use serde_json::Value;

/// The four kinds of scores, out of 100.
const CATEGORIES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];
const FLAGS: &str = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
     --disable-background-networking --disable-component-update --disable-sync";

/// Asks Lighthouse (its simulated mid-range phone on a slow network) for each page and prints what it says.
pub fn report(address: &str, folder: &Path) {
    println!("\n## Lighthouse (simulated phone)\n");
    println!("| page | {} |", CATEGORIES.join(" | "));
    println!("|---|---:|---:|---:|---:|");
    let mut first_visit = None;
    for page in ["/", "/mitmachbox", "/mitmachbox/world-cafe"] {
        let Some(report) = ask(&format!("http://{address}{page}"), folder) else {
            println!("| {page} | not measured: `make bench` installs Lighthouse | | | |");
            return;
        };
        let scores = CATEGORIES.map(|category| {
            let score = report["categories"][category]["score"].as_f64();
            score.map_or_else(|| "–".to_owned(), |score| format!("{:.0}", score * 100.0))
        });
        println!("| {page} | {} |", scores.join(" | "));
        first_visit.get_or_insert(report);
    }
    if let Some(report) = first_visit {
        downloads(&report["audits"]["network-requests"]["details"]["items"]);
    }
}

fn downloads(items: &Value) {
    println!("\n## First visit of the start page, bytes as they came over the network\n");
    let mut together = 0;
    for item in items.as_array().into_iter().flatten() {
        let size = item["transferSize"].as_u64().unwrap_or(0);
        together += size;
        let path = item["url"].as_str().unwrap_or_default().splitn(4, '/').nth(3).unwrap_or_default();
        println!("{size:>8}  /{path}");
    }
    println!(
        "{together:>8}  together (goal: at most {}), headers and the page's API answers included",
        250 * 1024
    );
}

fn ask(url: &str, folder: &Path) -> Option<Value> {
    let tool = binary().parent()?.parent()?.join("bench-tools/node_modules/.bin/lighthouse");
    let file = folder.join("lighthouse.json");
    let status = Command::new(tool)
        .arg(url)
        .args(["--quiet", "--output=json"])
        .arg(format!("--output-path={}", file.display()))
        .arg(format!("--chrome-flags={FLAGS}"))
        .env("CHROME_PATH", "/usr/bin/chromium")
        .status()
        .ok()?;
    if !status.success() {
        return None;
    }
    serde_json::from_slice(&std::fs::read(file).ok()?).ok()
}
