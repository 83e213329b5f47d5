//! For load balancers and monitors; anyone may ask, nothing is told that they could misuse.

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use serde_json::json;
use sqlx::query_as;

use crate::app::App;
use crate::db::DbError;
use crate::on;

/// The process runs.
#[get("/livez")]
pub(super) async fn livez() -> HttpResponse {
    HttpResponse::Ok().insert_header(("cache-control", "no-store")).json(json!({ "status": "alive" }))
}

/// Every part is ready; 503 names the one that is not.
#[get("/readyz")]
pub(super) async fn readyz(app: Data<App>) -> HttpResponse {
    let database = ask(&app).await.is_ok();
    let public = app.is_current();
    let ready = database && public;
    let word = |fine: bool| if fine { "ready" } else { "not ready" };
    let mut response = if ready { HttpResponse::Ok() } else { HttpResponse::ServiceUnavailable() };
    if !ready {
        response.insert_header(("retry-after", "5"));
    }
    response.insert_header(("cache-control", "no-store")).json(json!({
        "status": word(ready),
        "parts": {
            "database": word(database),
            "public_snapshot": word(public),
            "app_files": word(app.assets.has_app()),
        },
    }))
}

/// Which version answers.
#[get("/version")]
pub(super) async fn version(app: Data<App>) -> HttpResponse {
    HttpResponse::Ok().insert_header(("cache-control", "no-store")).json(json!({
        "version": env!("CARGO_PKG_VERSION"),
        "schema": crate::db::schema_version(),
        "database": app.db.engine(),
    }))
}

async fn ask(app: &App) -> Result<(), DbError> {
    let mut tx = app.db.read().await?;
    let _: (i64,) = on!(&mut tx, |c| query_as("select count(*) from app_state").fetch_one(c).await)?;
    Ok(())
}
