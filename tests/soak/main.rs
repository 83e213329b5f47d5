//! `make soak`: what takes too long for every commit. The release binary is killed at random moments
//! and asked for what it remembers; it is kept busy for a while and must stay as it was; every kind of
//! page is looked at in every size.

#![expect(clippy::expect_used, reason = "a test's failure is a panic")]

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use mitwirken_tests::load::client::{self, Load};
use mitwirken_tests::load::process::{self, Server};
use mitwirken_tests::load::queries::{self, Dice};
use mitwirken_tests::load::{binary, shipped};
use mitwirken_tests::{TestApp, TestDatabase, python};
use tokio::process::Command;

/// How often a process is killed.
const KILLS: usize = 100;
/// How much more memory a server may hold after a load than after its first fifth.
const DRIFT: f64 = 1.10;

fn copy_with_marker(folder: &Path, marker: &str) -> PathBuf {
    let target = folder.join(marker);
    for kind in ["formats", "examples", "guides", "concepts"] {
        std::fs::create_dir_all(target.join(kind)).expect("a folder");
        for file in std::fs::read_dir(shipped().join(kind)).expect("content").flatten() {
            let plain = std::fs::read_to_string(file.path()).expect("a file");
            let changed = plain.replacen("title.de = \"", &format!("title.de = \"{marker} "), 1);
            std::fs::write(target.join(kind).join(file.file_name()), changed).expect("written");
        }
    }
    target
}

/// How many formats carry each marker.
fn count_markers(exported: &Path) -> (usize, usize) {
    let files = std::fs::read_dir(exported.join("formats")).expect("an export").flatten();
    let formats = files.map(|file| std::fs::read_to_string(file.path()).expect("a file")).collect::<Vec<_>>();
    let count = |marker: &str| formats.iter().filter(|text| text.contains(&format!("\"{marker} "))).count();
    (count("Alpha"), count("Beta"))
}

#[tokio::test]
#[ignore = "long: make soak"]
async fn a_killed_import_has_happened_whole_or_not_at_all() {
    let database = TestDatabase::new().await;
    let folder = database.folder();
    let run = |arguments: &[&str]| {
        let mut command = process::command(&binary(), folder);
        command.env("MITWIRKEN_DATABASE_URL", database.url()).args(arguments).stderr(Stdio::null());
        command
    };
    let alpha = copy_with_marker(folder, "Alpha");
    let beta = copy_with_marker(folder, "Beta");
    let began = Instant::now();
    assert!(run(&["import", &alpha.to_string_lossy()]).status().expect("a process").success());
    let usual = began.elapsed();
    let formats = std::fs::read_dir(shipped().join("formats")).expect("content").count();
    let mut dice = Dice::new(5);
    let mut changed = 0;
    let mut before = (formats, 0);
    for round in 0..KILLS {
        let source = if before.0 > 0 { &beta } else { &alpha };
        let mut import = run(&["import", &source.to_string_lossy()]).spawn().expect("a process");
        let moment = usual.mul_f64(f64::from(u32::try_from(dice.below(130)).unwrap_or(0)) / 100.0);
        tokio::time::sleep(moment).await;
        let _ = import.kill();
        let _ = import.wait();
        assert!(run(&["doctor"]).status().expect("a process").success(), "round {round}");
        let exported = folder.join(format!("export-{round}"));
        assert!(run(&["export", &exported.to_string_lossy()]).status().expect("a process").success());
        let now = count_markers(&exported);
        assert!(now == (formats, 0) || now == (0, formats), "round {round}: half an import: {now:?}");
        changed += usize::from(now != before);
        before = now;
        std::fs::remove_dir_all(exported).expect("removed");
    }
    println!("{KILLS} imports killed, {changed} of them had happened");
}

#[tokio::test]
#[ignore = "long: make soak"]
async fn a_server_killed_while_it_first_starts_starts_again() {
    let mut dice = Dice::new(9);
    for round in 0..KILLS / 4 {
        let database = TestDatabase::new().await;
        let url = database.url().to_owned();
        let settings = [("MITWIRKEN_DATABASE_URL", url.as_str()), ("MITWIRKEN_LISTEN", "127.0.0.1:0")];
        let mut first = process::command(&binary(), database.folder());
        let mut child = first.envs(settings).stderr(Stdio::null()).spawn().expect("a process");
        tokio::time::sleep(Duration::from_millis(u64::try_from(dice.below(400)).unwrap_or(0))).await;
        let _ = child.kill();
        let _ = child.wait();
        let server = Server::start(&binary(), database.folder(), &settings[..1]).await;
        let found = client::status(&server.address, "/api/v1/formats/world-cafe").await;
        assert_eq!(found, Some(200), "round {round}");
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place where a soak is told how long it lasts")]
fn minutes() -> u64 {
    std::env::var("SOAK_MINUTES").ok().and_then(|text| text.parse().ok()).unwrap_or(30)
}

#[tokio::test]
#[ignore = "long: make soak"]
async fn under_lasting_load_nothing_fails_and_memory_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let server = Server::start(&binary(), &folder.path().join("data"), &[]).await;
    let mut paths = queries::filters(2_000);
    paths.extend(queries::searches(&shipped()));
    paths.extend(
        ["/", "/mitmachbox", "/api/v1/formats/world-cafe", "/openapi.json", "/docs"].map(str::to_owned),
    );
    let slice = Duration::from_secs(minutes() * 60 / 5);
    let mut memory = Vec::new();
    for part in 1..=5 {
        // Every answer that is not 200 ends the run.
        let load = Load::closed(&server.address, &paths, 16, slice).await;
        memory.push(server.memory_mb());
        println!(
            "part {part} of 5: {:.0} requests/s, p99 {}, {:.1} MB resident",
            load.per_second,
            load.percentile(0.99),
            server.memory_mb()
        );
    }
    let (first, last) =
        (memory.first().copied().unwrap_or_default(), memory.last().copied().unwrap_or_default());
    assert!(last <= first * DRIFT, "memory grew from {first:.1} to {last:.1} MB");
}

#[tokio::test]
#[ignore = "long: make soak"]
async fn every_page_is_accessible_in_every_size() {
    let app = TestApp::start().await;
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("browser/accessible.py");
    let status = Command::new(python()).arg(script).arg(app.address()).arg("--wide").status().await;
    assert!(status.expect("a process").success());
    app.stop().await;
}
