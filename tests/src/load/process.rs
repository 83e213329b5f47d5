//! A server as a process of its own, and what the kernel knows of it.

use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::client;

/// Clock ticks in a second, as `/proc` counts them on Linux.
const TICKS: f64 = 100.0;
/// How long a server may take to become ready before the run ends.
const PATIENCE: Duration = Duration::from_mins(2);

/// A running server; it ends with this value.
#[derive(Debug)]
pub struct Server {
    /// `127.0.0.1:<port>`.
    pub address: String,
    child: Child,
}

/// The binary with settings for a server that nobody else uses, its data in `data`.
pub fn command(binary: &Path, data: &Path) -> Command {
    let mut command = Command::new(binary);
    command
        // It tells the tests where PostgreSQL is; the server knows no such setting and says so.
        .env_remove("MITWIRKEN_TEST_POSTGRES")
        .env("MITWIRKEN_DATA_DIR", data)
        .env("MITWIRKEN_RATE_LIMIT_PER_MINUTE", "0")
        .env("MITWIRKEN_LOG", "warn")
        .stdout(Stdio::null());
    command
}

/// Imports a folder of content into the database in `data`.
pub fn import(binary: &Path, data: &Path, content: &Path) {
    let done = command(binary, data).arg("migrate").status().expect("a process");
    assert!(done.success(), "migrate failed");
    let done = command(binary, data).arg("import").arg(content).status().expect("a process");
    assert!(done.success(), "import failed");
}

impl Server {
    /// Starts ours and returns when it is ready.
    pub async fn start(binary: &Path, data: &Path, settings: &[(&str, &str)]) -> Self {
        let port =
            TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
        let address = format!("127.0.0.1:{port}");
        let child = command(binary, data)
            .env("MITWIRKEN_LISTEN", &address)
            .env("MITWIRKEN_PUBLIC_URL", format!("http://{address}"))
            .envs(settings.iter().copied())
            .spawn()
            .expect("a process");
        let mut server = Self { address, child };
        let began = Instant::now();
        while client::status(&server.address, "/readyz").await != Some(200) {
            assert!(began.elapsed() < PATIENCE, "the server is not ready");
            assert!(server.child.try_wait().expect("its state").is_none(), "the server ended");
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        server
    }

    /// Starts any program that prints its address (`http://…`) as its first line.
    pub async fn start_other(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).spawn().expect("a process");
        let mut line = String::new();
        let output = child.stdout.take().expect("its output");
        BufReader::new(output).read_line(&mut line).expect("its address");
        let address = line.trim().trim_start_matches("http://").to_owned();
        let server = Self { address, child };
        while client::status(&server.address, "/").await != Some(200) {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        server
    }

    /// Resident memory (`VmRSS`) in megabytes (10^6 bytes).
    pub fn memory_mb(&self) -> f64 {
        let status = self.proc("status");
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).expect("VmRSS");
        let kibibytes =
            line.split_whitespace().nth(1).and_then(|number| number.parse::<f64>().ok()).expect("a number");
        kibibytes * 1024.0 / 1e6
    }

    /// Seconds of processor time so far, user and system (`proc(5)`, `stat` fields 14 and 15).
    pub fn cpu_seconds(&self) -> f64 {
        let stat = self.proc("stat");
        let after_name = stat.rsplit_once(") ").expect("a name in brackets").1;
        let ticks = |field: usize| {
            after_name.split(' ').nth(field).and_then(|ticks| ticks.parse::<f64>().ok()).expect("ticks")
        };
        (ticks(11) + ticks(12)) / TICKS
    }

    fn proc(&self, file: &str) -> String {
        std::fs::read_to_string(format!("/proc/{}/{file}", self.child.id())).expect("a Linux with /proc")
    }

    /// Ends it at once, as `kill -9` does.
    pub fn stop(self) {
        drop(self);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
