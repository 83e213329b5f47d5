//! `make bench`: how fast, how large, how soon. One run measures everything and prints it; nothing
//! here is a test, because a busy machine would fail it.
//!
//! Load comes from the same two cores that serve (a generator of our own, [`client`]), so the
//! figures are lower than on a machine of the server's own; the bare handler beside it suffers alike.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a measurement that cannot be made ends the run"
)]

mod bare;
mod content;
mod lighthouse;

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use mitwirken_tests::load::client::{self, Load};
use mitwirken_tests::load::process::{self, Server};
use mitwirken_tests::load::{binary, queries, shipped};

/// Connections that keep the server busy.
const CONNECTIONS: usize = 32;
/// How long each measurement lasts.
const LASTS: Duration = Duration::from_secs(4);

fn main() {
    let arguments = std::env::args().collect::<Vec<_>>();
    if let Some(at) = arguments.iter().position(|argument| argument == bare::FLAG) {
        let file = arguments.get(at + 1).expect("a file with the bytes to answer");
        bare::serve(Path::new(file));
        return;
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(measure());
}

async fn measure() {
    let binary = binary();
    let folder = tempfile::tempdir().expect("a folder");
    size_and_start(&binary, &folder.path().join("fresh")).await;

    println!("\n## Requests ({CONNECTIONS} connections, {} s each, brotli accepted)\n", LASTS.as_secs());
    println!("| what | requests/s | p50 | p99 | of bare |");
    println!("|---|---:|---:|---:|---:|");
    let server = Server::start(&binary, &folder.path().join("shipped"), &[]).await;
    for (name, path) in [("list, unfiltered", "/api/v1/formats"), ("detail", "/api/v1/formats/world-cafe")] {
        against_bare(name, path, &server, folder.path()).await;
    }
    let filtered = queries::filters(2_000);
    row("list with filters and facets", &server.address, &filtered, None).await;
    let searches = queries::searches(&shipped());
    println!("\nGoals: at least 0.5 of bare for the unfiltered list and the detail.");
    println!("Resident memory after that load: {:.1} MB", server.memory_mb());
    lighthouse::report(&server.address, folder.path());
    server.stop();

    println!(
        "\n## Search with facets, and the finder: CPU time of the server for each answer, none of them kept\n"
    );
    println!(
        "| formats | distinct queries | with results | CPU per search | CPU per finder answer | resident memory |"
    );
    println!("|---:|---:|---:|---:|---:|---:|");
    let plans = queries::plans(1_000);
    for count in [66, 10_000] {
        let source = folder.path().join(format!("synthetic-{count}"));
        content::write(&shipped(), &source, count);
        let data = folder.path().join(format!("data-{count}"));
        process::import(&binary, &data, &source);
        let server = Server::start(&binary, &data, &[]).await;
        let before = server.cpu_seconds();
        let found = client::each(&server.address, &searches).await;
        let spent = server.cpu_seconds() - before;
        #[expect(clippy::cast_precision_loss, reason = "a few thousand queries")]
        let each = spent * 1_000.0 / searches.len() as f64;
        let before = server.cpu_seconds();
        client::each_posted(&server.address, "/api/v1/formats/finder", &plans).await;
        #[expect(clippy::cast_precision_loss, reason = "a thousand plans")]
        let finder = (server.cpu_seconds() - before) * 1_000.0 / plans.len() as f64;
        println!(
            "| {count} | {} | {} % | {each:.2} ms | {finder:.2} ms | {:.1} MB |",
            searches.len(),
            found * 100 / searches.len(),
            server.memory_mb()
        );
        server.stop();
    }
    println!("\nGoals: search at most 1 ms at 66 formats, 4 ms at 10,000; finder at most 1 ms and 15 ms.");
}

async fn size_and_start(binary: &Path, folder: &Path) {
    #[expect(clippy::cast_precision_loss, reason = "megabytes")]
    let size = std::fs::metadata(binary).expect("a release build: make dist").len() as f64 / 1e6;
    println!("## Size and start\n\nBinary: {size:.1} MB (goal: at most 45)");
    let data = folder.join("shipped");
    for what in ["first start, with the shipped content to import", "second start"] {
        let began = Instant::now();
        let server = Server::start(binary, &data, &[]).await;
        println!("{what}: ready after {} ms (goal: at most 300)", began.elapsed().as_millis());
        println!("resident memory at rest: {:.1} MB (goal: at most 60)", server.memory_mb());
        server.stop();
    }
}

/// One path on our server, and a handler that does nothing but send the same bytes.
async fn against_bare(name: &str, path: &str, server: &Server, folder: &Path) {
    let paths = vec![path.to_owned()];
    let bytes = client::body(&server.address, path).await;
    let file = folder.join("bare.bytes");
    std::fs::write(&file, bytes).expect("written");
    let mut command = Command::new(std::env::current_exe().expect("our own path"));
    command.arg(bare::FLAG).arg(&file);
    let bare = Server::start_other(command).await;
    let floor = row(&format!("{name}: bare actix"), &bare.address, &paths, None).await;
    bare.stop();
    row(name, &server.address, &paths, Some(floor)).await;
}

async fn row(name: &str, address: &str, paths: &[String], floor: Option<f64>) -> f64 {
    let peak = Load::closed(address, paths, CONNECTIONS, LASTS).await;
    let half = Load::open(address, paths, CONNECTIONS, peak.per_second / 2.0, LASTS).await;
    let share = floor.map(|floor| format!("{:.2}", peak.per_second / floor)).unwrap_or_default();
    println!(
        "| {name} | {:.0} | {} | {} | {share} |",
        peak.per_second,
        half.percentile(0.50),
        half.percentile(0.99)
    );
    peak.per_second
}
