//! A load generator that costs little: plain HTTP/1.1 over kept connections, answers read by their
//! length and thrown away. Closed loop finds the peak; open loop measures latency from the moment
//! at which a request was due, so that a stalled server cannot hide it ("coordinated omission").

use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

/// What a load came to.
#[derive(Debug)]
pub struct Load {
    /// Answers in a second.
    pub per_second: f64,
    latencies: Vec<Duration>,
}

impl Load {
    /// Every connection sends its next request as soon as the last is answered.
    pub async fn closed(address: &str, paths: &[String], connections: usize, lasts: Duration) -> Self {
        let end = Instant::now() + lasts;
        Self::run(address, paths, connections, lasts, move |_| (Instant::now() < end).then(Instant::now))
            .await
    }

    /// `rate` requests in a second are due, whether earlier ones are answered or not.
    pub async fn open(
        address: &str,
        paths: &[String],
        connections: usize,
        rate: f64,
        lasts: Duration,
    ) -> Self {
        let began = Instant::now();
        #[expect(clippy::cast_precision_loss, reason = "a few connections")]
        let gap = connections as f64 / rate;
        Self::run(address, paths, connections, lasts, move |sent| {
            let due = began + Duration::from_secs_f64(gap * f64::from(sent));
            (due < began + lasts).then_some(due)
        })
        .await
    }

    async fn run(
        address: &str,
        paths: &[String],
        connections: usize,
        lasts: Duration,
        due: impl Fn(u32) -> Option<Instant> + Copy + Send + 'static,
    ) -> Self {
        let mut crowd = JoinSet::new();
        for number in 0..connections {
            let requests = paths.iter().map(|path| request(path)).collect::<Vec<_>>();
            let address = address.to_owned();
            crowd.spawn(async move {
                let mut connection = Connection::open(&address).await;
                let mut latencies = Vec::new();
                let mut sent = 0_u32;
                while let Some(due) = due(sent) {
                    tokio::time::sleep_until(due.into()).await;
                    // Each connection walks through the paths from a place of its own.
                    let at = (sent as usize + number * 31) % requests.len();
                    let answer =
                        connection.ask(requests.get(at).map(Vec::as_slice).unwrap_or_default()).await;
                    assert_eq!(answer.status, 200, "the server refused a request of the load");
                    latencies.push(due.elapsed());
                    sent += 1;
                }
                latencies
            });
        }
        let mut latencies = crowd.join_all().await.concat();
        latencies.sort_unstable();
        #[expect(clippy::cast_precision_loss, reason = "millions at most")]
        let per_second = latencies.len() as f64 / lasts.as_secs_f64();
        Self { per_second, latencies }
    }

    /// The latency that this share of the answers did not exceed.
    pub fn percentile(&self, share: f64) -> String {
        #[expect(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "an index"
        )]
        let at = ((self.latencies.len() as f64 * share) as usize).min(self.latencies.len().saturating_sub(1));
        let latency = self.latencies.get(at).copied().unwrap_or_default();
        format!("{:.2} ms", latency.as_secs_f64() * 1_000.0)
    }
}

/// Asks for every path once, one after the other, and tells how many lists were not empty.
pub async fn each(address: &str, paths: &[String]) -> usize {
    let mut connection = Connection::open(address).await;
    let mut found = 0;
    for path in paths {
        let answer = connection.ask(&plain(path)).await;
        assert_eq!(answer.status, 200, "{path}");
        let body = String::from_utf8_lossy(&answer.body);
        found += usize::from(!body.contains("\"total\":0,"));
    }
    found
}

/// POSTs every JSON body once, one after the other.
pub async fn each_posted(address: &str, path: &str, bodies: &[String]) {
    let mut connection = Connection::open(address).await;
    for body in bodies {
        let head = format!(
            "POST {path} HTTP/1.1\r\nhost: bench\r\naccept-language: de\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        let answer = connection.ask(&[head.as_bytes(), body.as_bytes()].concat()).await;
        assert_eq!(answer.status, 200, "{body}");
    }
}

/// The status of one request; `None` if nobody answers.
pub async fn status(address: &str, path: &str) -> Option<u16> {
    let stream = TcpStream::connect(address).await.ok()?;
    Some(Connection { stream, kept: Vec::new() }.ask(&plain(path)).await.status)
}

/// The body of one answer, compressed as the load gets it.
pub async fn body(address: &str, path: &str) -> Vec<u8> {
    Connection::open(address).await.ask(&request(path)).await.body
}

fn request(path: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nhost: bench\r\naccept-encoding: br\r\naccept-language: de\r\n\r\n")
        .into_bytes()
}

fn plain(path: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nhost: bench\r\naccept-language: de\r\n\r\n").into_bytes()
}

struct Answer {
    status: u16,
    body: Vec<u8>,
}

struct Connection {
    stream: TcpStream,
    kept: Vec<u8>,
}

impl Connection {
    async fn open(address: &str) -> Self {
        let stream = TcpStream::connect(address).await.expect("a server that listens");
        stream.set_nodelay(true).expect("a socket option");
        Self { stream, kept: Vec::with_capacity(64 * 1024) }
    }

    async fn ask(&mut self, request: &[u8]) -> Answer {
        self.stream.write_all(request).await.expect("sent");
        self.kept.clear();
        let head = loop {
            if let Some(at) = self.kept.windows(4).position(|four| four == b"\r\n\r\n") {
                break at + 4;
            }
            self.more().await;
        };
        let text = String::from_utf8_lossy(self.kept.get(..head).unwrap_or_default()).to_ascii_lowercase();
        let status = text.get(9..12).and_then(|code| code.parse().ok()).expect("a status line");
        let length = text
            .lines()
            .find_map(|line| line.strip_prefix("content-length:"))
            .and_then(|length| length.trim().parse::<usize>().ok())
            .expect("answers of known length");
        while self.kept.len() < head + length {
            self.more().await;
        }
        Answer { status, body: self.kept.get(head..head + length).unwrap_or_default().to_vec() }
    }

    async fn more(&mut self) {
        let read = self.stream.read_buf(&mut self.kept).await.expect("an answer");
        assert!(read > 0, "the server closed the connection");
    }
}
