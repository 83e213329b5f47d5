//! Puts everything together and serves it. The only place that mounts slices.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use actix_web::dev::{Server, ServerHandle};
use actix_web::{App as ActixApp, HttpServer, middleware, web};
use arc_swap::ArcSwap;
use tokio::sync::{Mutex, Notify};

use crate::access::keys::KeysError;
use crate::access::signing::SigningError;
use crate::access::{Access, Keys, sessions, throttle, tickets};
use crate::audit::chain;
use crate::changes::Tail;
use crate::clock::Clock;
use crate::config::Config;
use crate::content::{self, ImportError};
use crate::db::{Db, DbError, Timestamp, app_state};
use crate::http::{Body, Mount, RateLimit, RouteTable, api_fallback, envelope, rate_limit};
use crate::ids::Ids;
use crate::outbox::render::Sender;
use crate::outbox::worker::Outbox;
use crate::outbox::{self, Transport};
use crate::shell::Assets;
use crate::snapshot::{Snapshot, SnapshotError};
use crate::{
    accounts, audit, catalogue, concepts, departments, examples, formats, guides, openapi, shell, site,
};

/// How often a server looks for changes that another one made.
const POLL: Duration = Duration::from_millis(500);
/// How often the rate limiter forgets idle addresses.
const SWEEP: Duration = Duration::from_mins(5);
/// How often a server looks for mail that another one put in, or whose turn it is.
const MAIL_POLL: Duration = Duration::from_secs(5);
/// How often a server looks for events that are not sealed.
const SEAL_POLL: Duration = Duration::from_secs(5);
/// How long ended sessions are remembered.
const SESSIONS_KEPT: chrono::Duration = chrono::Duration::days(90);
/// The key under which the database remembers the secret's proof.
const KEY_PROOF: &str = "key_proof";
/// The largest body that any address takes.
const LARGEST_BODY: usize = 256 * 1024;

/// What every request can reach.
#[derive(Debug)]
pub struct App {
    /// The settings.
    pub config: Config,
    /// The database.
    pub db: Db,
    /// Now.
    pub clock: Clock,
    /// New ids.
    pub ids: Ids,
    /// What seals, signs and proves.
    pub access: Access,
    /// Mail on its way.
    pub outbox: Arc<Outbox>,
    /// The limiter of anonymous requests.
    pub rate_limit: Arc<RateLimit>,
    /// Which methods each path takes.
    pub routes: RouteTable,
    /// The OpenAPI document.
    pub openapi: Arc<Body>,
    /// The built app.
    pub assets: Assets,
    snapshot: ArcSwap<Snapshot>,
    tail: Mutex<Tail>,
    current: AtomicBool,
    changed: Notify,
    recorded: Notify,
}

/// Why a server cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The data folder cannot be made.
    #[error("MITWIRKEN_DATA_DIR: {path}: {source}")]
    DataDir {
        /// The folder.
        path: String,
        /// What the system says.
        source: io::Error,
    },
    /// The address cannot be taken.
    #[error("MITWIRKEN_LISTEN: {address}: {source}")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// What the system says.
        source: io::Error,
    },
    /// The database failed.
    #[error("MITWIRKEN_DATABASE_URL: {0}")]
    Db(#[from] DbError),
    /// The shipped content cannot be imported.
    #[error(transparent)]
    Content(#[from] ImportError),
    /// The public objects cannot be read.
    #[error(transparent)]
    Snapshot(#[from] SnapshotError),
    /// The secret cannot be used.
    #[error(transparent)]
    Keys(#[from] KeysError),
    /// The secret is another than the one that sealed what the database holds.
    #[error(
        "MITWIRKEN_KEY_FILE: {0} is not the secret with which this database was sealed; put the right file there"
    )]
    WrongKey(String),
    /// A backup would lie beside the secret.
    #[error(
        "the secret {0} lies in the same folder: write the backup somewhere else, and keep the two apart"
    )]
    KeyBeside(String),
    /// The signing keys cannot be had.
    #[error(transparent)]
    Signing(#[from] SigningError),
    /// The mail server's address is wrong.
    #[error("MITWIRKEN_SMTP_URL: {0}")]
    Smtp(String),
    /// The OpenAPI document cannot be made.
    #[error("openapi: {0}")]
    OpenApi(#[from] serde_json::Error),
}

/// Opens the database of `config`, making the data folder if it is SQLite's.
pub async fn open_database(config: &Config) -> Result<Db, StartError> {
    std::fs::create_dir_all(&config.data_dir)
        .map_err(|source| StartError::DataDir { path: config.data_dir.display().to_string(), source })?;
    Ok(Db::open(&config.database()).await?)
}

/// The secret of this installation, which must be the one that sealed what the database holds.
pub async fn keys(config: &Config, db: &Db) -> Result<Keys, StartError> {
    let path = config.key_path();
    let mut tx = db.write().await?;
    let known = app_state::find(&mut tx, KEY_PROOF).await?;
    let wrong = || StartError::WrongKey(path.display().to_string());
    if known.is_some() && !path.exists() {
        return Err(wrong());
    }
    let keys = Keys::load_or_create(&path)?;
    // Of several servers that start at once, one proof stands.
    if app_state::set_once(&mut tx, KEY_PROOF, &keys.proof()).await? != keys.proof() {
        return Err(wrong());
    }
    tx.commit().await?;
    Ok(keys)
}

/// Refuses to write a backup beside the secret: whoever took both would read every address.
///
/// # Errors
/// If `file` would lie in the secret's folder.
pub fn demand_key_elsewhere(config: &Config, file: &std::path::Path) -> Result<(), StartError> {
    let folder = |path: &std::path::Path| {
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
        std::fs::canonicalize(parent.unwrap_or_else(|| std::path::Path::new("."))).ok()
    };
    let key = config.key_path();
    if key.exists() && folder(&key) == folder(file) {
        return Err(StartError::KeyBeside(key.display().to_string()));
    }
    Ok(())
}

fn outbox(config: &Config) -> Result<Outbox, StartError> {
    let transport = match config.smtp_url.get() {
        Some(url) => Transport::smtp(url).map_err(|error| StartError::Smtp(error.to_string()))?,
        None => Transport::Folder(config.data_dir.join("mail")),
    };
    Ok(Outbox { transport, sender: sender(config), wake: Notify::new() })
}

/// What mails say of the portal.
pub fn sender(config: &Config) -> Sender {
    Sender {
        from: config.mail_from.0.clone(),
        site: config.site_name.clone(),
        url: config.public_url.to_string(),
        templates: config.mail_templates_dir.0.clone(),
    }
}

impl App {
    /// Opens the database, brings schema and shipped content up to date, and reads what is public.
    pub async fn start(config: Config, clock: Clock) -> Result<Arc<Self>, StartError> {
        let db = open_database(&config).await?;
        let state = db.migrate().await?;
        tracing::info!(
            engine = db.engine(),
            before = state.before,
            after = state.after,
            "schema is up to date"
        );
        let ids = Ids;
        let keys = keys(&config, &db).await?;
        let access = Access::start(&db, keys, ids, clock.now()).await?;
        if let Some(report) = content::import_if_changed(&db, ids, clock.now()).await? {
            tracing::info!(
                inserted = report.inserted,
                updated = report.updated,
                unchanged = report.unchanged,
                kept = ?report.kept,
                "imported the shipped content"
            );
        }
        // First the feed, then the snapshot: what changes in between is read twice, never missed.
        let tail = Tail::from_now(&mut db.read().await?).await?;
        let snapshot = Snapshot::load(&db).await?;
        let document = openapi::document();
        Ok(Arc::new(Self {
            rate_limit: Arc::new(RateLimit::new(config.rate_limit_per_minute)),
            routes: RouteTable::new(&document),
            openapi: Arc::new(Body::new("application/json", openapi::to_json(&document)?)),
            assets: Assets::load(),
            snapshot: ArcSwap::from_pointee(snapshot),
            tail: Mutex::new(tail),
            current: AtomicBool::new(true),
            changed: Notify::new(),
            recorded: Notify::new(),
            access,
            outbox: Arc::new(outbox(&config)?),
            config,
            db,
            clock,
            ids,
        }))
    }

    /// What the public may see now.
    pub fn snapshot(&self) -> Arc<Snapshot> {
        self.snapshot.load_full()
    }

    /// Whether the snapshot could be kept current.
    pub fn is_current(&self) -> bool {
        self.current.load(Ordering::Relaxed)
    }

    /// Tells the worker that this server itself changed something public.
    pub fn public_changed(&self) {
        self.changed.notify_one();
    }

    /// Tells the workers that mail waits or something was written into the audit log.
    pub fn wake(&self) {
        self.outbox.wake.notify_one();
        self.recorded.notify_one();
    }

    /// Sends mail until the server stops.
    async fn send_mail(self: Arc<Self>) {
        loop {
            tokio::select! {
                () = tokio::time::sleep(MAIL_POLL) => {}
                () = self.outbox.wake.notified() => {}
            }
            if let Err(error) = self.outbox.run(&self.db, &self.access.keys, self.clock.now()).await {
                tracing::warn!(%error, "cannot send mail; trying again");
            }
        }
    }

    /// Seals the audit log until the server stops.
    async fn seal_audit(self: Arc<Self>) {
        loop {
            tokio::select! {
                () = tokio::time::sleep(SEAL_POLL) => {}
                () = self.recorded.notified() => {}
            }
            if let Err(error) = chain::seal(&self.db).await {
                tracing::warn!(%error, "cannot seal the audit log; trying again");
            }
        }
    }

    /// Forgets what has expired.
    async fn forget(&self) -> Result<(), DbError> {
        let now = self.clock.now();
        let mut tx = self.db.write().await?;
        tickets::sweep(&mut tx, now).await?;
        throttle::sweep(&mut tx, now).await?;
        sessions::sweep(&mut tx, Timestamp::new(now.utc() - SESSIONS_KEPT)).await?;
        tx.commit().await?;
        self.outbox.sweep(&self.db, now).await
    }

    /// Keeps the snapshot current until the server stops.
    async fn follow_changes(self: Arc<Self>) {
        loop {
            tokio::select! {
                () = tokio::time::sleep(POLL) => {}
                () = self.changed.notified() => {}
            }
            let outcome = self.refresh().await;
            self.current.store(outcome.is_ok(), Ordering::Relaxed);
            if let Err(error) = outcome {
                tracing::warn!(%error, "cannot follow changes; trying again");
            }
        }
    }

    async fn refresh(&self) -> Result<(), SnapshotError> {
        if self.tail.lock().await.advance(&self.db).await? {
            self.snapshot.store(Arc::new(Snapshot::load(&self.db).await?));
        }
        Ok(())
    }

    async fn sweep(self: Arc<Self>) {
        loop {
            tokio::time::sleep(SWEEP).await;
            self.rate_limit.sweep();
            if let Err(error) = self.forget().await {
                tracing::warn!(%error, "cannot forget what has expired; trying again");
            }
            if let Err(error) = self.access.refresh(&self.db, self.ids, self.clock.now()).await {
                tracing::warn!(%error, "cannot look for new signing keys; trying again");
            }
        }
    }
}

/// A server that runs.
pub struct Running {
    /// Where it listens.
    pub address: SocketAddr,
    server: Option<Server>,
    handle: ServerHandle,
    workers: Vec<tokio::task::JoinHandle<()>>,
    app: Arc<App>,
}

/// Binds the address and starts to answer.
pub fn serve(app: &Arc<App>) -> Result<Running, StartError> {
    let address = app.config.listen;
    let failed = |source| StartError::Listen { address, source };
    let listener = TcpListener::bind(address).map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    let data = web::Data::from(Arc::clone(app));
    let mut server = HttpServer::new(move || {
        let scope = web::scope("/api/v1")
            .configure(api)
            .default_service(web::to(api_fallback))
            .wrap(middleware::from_fn(rate_limit));
        ActixApp::new()
            .service(scope)
            .app_data(data.clone())
            .app_data(web::PayloadConfig::new(LARGEST_BODY))
            .configure(site::mount)
            .configure(openapi::mount)
            .configure(outbox::mount)
            .configure(shell::mount)
            .wrap(middleware::from_fn(envelope))
    })
    .shutdown_timeout(app.config.shutdown_seconds)
    .client_request_timeout(Duration::from_secs(10))
    .disable_signals();
    if app.config.workers > 0 {
        server = server.workers(app.config.workers);
    }
    let server = server.listen(listener).map_err(failed)?.run();
    Ok(Running {
        address,
        handle: server.handle(),
        server: Some(server),
        workers: vec![
            tokio::spawn(Arc::clone(app).follow_changes()),
            tokio::spawn(Arc::clone(app).send_mail()),
            tokio::spawn(Arc::clone(app).seal_audit()),
            tokio::spawn(Arc::clone(app).sweep()),
        ],
        app: Arc::clone(app),
    })
}

/// Every slice of the API. The OpenAPI document is made from the same list.
pub fn api(config: &mut impl Mount) {
    formats::feeds(config);
    formats::routes(config);
    examples::routes(config);
    guides::routes(config);
    concepts::routes(config);
    catalogue::routes(config);
    site::routes(config);
    accounts::routes(config);
    departments::routes(config);
    audit::routes(config);
    outbox::routes(config);
}

impl Running {
    /// Answers until [`Self::stop`] is called or the process is told to end (SIGTERM, SIGINT).
    pub async fn until_signal(mut self) -> io::Result<()> {
        let Some(server) = self.server.take() else {
            return Ok(());
        };
        let answering = tokio::spawn(server);
        termination().await?;
        tracing::info!("stopping: requests under way are finished first");
        self.stop().await;
        answering.await.map_err(io::Error::other)?
    }

    /// Answers in the background.
    #[must_use]
    pub fn in_background(mut self) -> Self {
        if let Some(server) = self.server.take() {
            tokio::spawn(server);
        }
        self
    }

    /// What the server works with.
    pub fn app(&self) -> &Arc<App> {
        &self.app
    }

    /// Stops taking requests, finishes those under way, and closes the database.
    pub async fn stop(&self) {
        self.handle.stop(true).await;
        for worker in &self.workers {
            worker.abort();
        }
        self.app.db.close().await;
    }
}

async fn termination() -> io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    Ok(())
}
