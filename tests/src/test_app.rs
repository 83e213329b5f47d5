//! The real server for one test.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use mitwirken::app::{self, App, Running};
use mitwirken::clock::Clock;
use mitwirken::config::Config;
use reqwest::{Client, Method, RequestBuilder};

use crate::{Reply, TestDatabase};

/// The moment at which every test begins.
const BEGINNING: &str = "2026-11-23T09:00:00Z";

/// A running server with its own database, clock and port.
pub struct TestApp {
    client: Client,
    running: Running,
    database: TestDatabase,
}

impl TestApp {
    /// Starts one with the shipped content.
    pub async fn start() -> Self {
        Self::start_with(&[]).await
    }

    /// Starts one with settings, e.g. `("MITWIRKEN_RATE_LIMIT_PER_MINUTE", "3")`.
    pub async fn start_with(settings: &[(&str, &str)]) -> Self {
        Self::start_on(TestDatabase::new().await, settings).await
    }

    /// Starts one on a database that may hold something already.
    pub async fn start_on(database: TestDatabase, settings: &[(&str, &str)]) -> Self {
        let running = boot(&database, settings).await;
        Self { client: client(), running, database }
    }

    /// Its address, without a slash at the end.
    pub fn address(&self) -> String {
        format!("http://{}", self.running.address)
    }

    /// What the server works with.
    pub fn app(&self) -> &Arc<App> {
        self.running.app()
    }

    /// Its database.
    pub const fn database(&self) -> &TestDatabase {
        &self.database
    }

    /// Begins a request; send it with [`TestApp::send`].
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.address()))
    }

    /// Sends a request and reads the whole answer.
    pub async fn send(&self, request: RequestBuilder) -> Reply {
        let request = request.build().expect("a request");
        let asked = format!("{} {}", request.method(), request.url());
        let response = self.client.execute(request).await.expect("an answer");
        Reply::read(asked, response).await
    }

    /// GET in German.
    pub async fn get(&self, path: &str) -> Reply {
        self.send(self.request(Method::GET, path)).await
    }

    /// Stops it, as SIGTERM does.
    pub async fn stop(&self) {
        self.running.stop().await;
    }
}

/// Starts a server on `database`, without a client.
pub async fn boot(database: &TestDatabase, settings: &[(&str, &str)]) -> Running {
    let data = database.folder().display().to_string();
    let ours = [
        ("MITWIRKEN_LISTEN", "127.0.0.1:0"),
        ("MITWIRKEN_DATA_DIR", data.as_str()),
        ("MITWIRKEN_DATABASE_URL", database.url()),
        ("MITWIRKEN_WORKERS", "1"),
        ("MITWIRKEN_RATE_LIMIT_PER_MINUTE", "0"),
    ];
    let variables =
        ours.iter().chain(settings).map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    let config = Config::load(None, variables).expect("sound settings");
    let beginning = BEGINNING.parse::<DateTime<Utc>>().expect("a moment");
    let app = App::start(config, Clock::fixed(beginning)).await.expect("the server starts");
    app::serve(&app).expect("a free port").in_background()
}

fn client() -> Client {
    Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .default_headers(
            [(reqwest::header::ACCEPT_LANGUAGE, "de".parse().expect("a header"))].into_iter().collect(),
        )
        .build()
        .expect("a client")
}
