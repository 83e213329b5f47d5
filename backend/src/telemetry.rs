//! Logs and metrics.

use std::net::SocketAddr;

use actix_web::{App, HttpResponse, HttpServer, web};
use metrics_exporter_prometheus::{BuildError, PrometheusBuilder, PrometheusHandle};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt;

use crate::config::{Config, LogFormat};

/// Starts logging to standard error; call it once.
pub fn start_logging(config: &Config) {
    let filter = EnvFilter::try_new(&config.log).unwrap_or_else(|_| EnvFilter::new("info"));
    let builder = fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A second call (in tests) keeps the first one's settings.
    let _ = match config.log_format {
        LogFormat::Text => builder.with_target(false).try_init(),
        LogFormat::Json => builder.json().flatten_event(true).try_init(),
    };
}

/// Starts collecting metrics; the handle renders them for Prometheus.
pub fn start_metrics() -> Result<PrometheusHandle, BuildError> {
    PrometheusBuilder::new().set_buckets(&[0.001, 0.005, 0.02, 0.1, 0.5, 2.0])?.install_recorder()
}

/// Serves `/metrics` on a listener of its own, which never is a public one.
pub fn serve_metrics(address: SocketAddr, handle: PrometheusHandle) -> std::io::Result<()> {
    let server = HttpServer::new(move || {
        let handle = handle.clone();
        App::new().route(
                "/metrics",
                web::get().to(move || {
                    let handle = handle.clone();
                    async move {
                        HttpResponse::Ok().content_type("text/plain; version=0.0.4").body(handle.render())
                    }
                }),
            )
    })
    .workers(1)
    .disable_signals()
    .bind(address)?
    .run();
    tokio::spawn(server);
    Ok(())
}
