//! "Postausgang": the mails that landed as files, to look at. It exists in development mode only, and only
//! for this very machine.

use actix_web::http::header;
use actix_web::web::{Data, Path, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, get};

use super::Transport;
use crate::app::App;
use crate::problem::ApiError;

/// `/postausgang` and its mails.
pub fn mount(config: &mut ServiceConfig) {
    config.service(list).service(show);
}

/// The folder, if this is development on this machine.
fn folder(app: &App, request: &HttpRequest) -> Result<std::path::PathBuf, ApiError> {
    let here = app.config.client_address(request).is_some_and(|address| address.is_loopback());
    match &app.outbox.transport {
        Transport::Folder(folder) if app.config.development && here => Ok(folder.clone()),
        _ => Err(ApiError::not_found()),
    }
}

#[get("/postausgang")]
async fn list(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let folder = folder(&app, &request)?;
    let mut names = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.strip_suffix(".eml").map(str::to_owned))
        .collect::<Vec<_>>();
    // Names are UUIDv7: the latest first.
    names.sort_unstable_by(|one, other| other.cmp(one));
    let rows = names
        .iter()
        .map(|name| format!("<li><a href=\"/postausgang/{name}\">{name}</a></li>"))
        .collect::<String>();
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/html; charset=utf-8"))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(format!(
            "<!doctype html><html lang=\"de\"><meta charset=\"utf-8\"><title>Postausgang</title>\
             <h1>Postausgang</h1><p>{} Mails. Ohne MITWIRKEN_SMTP_URL landen sie hier.</p><ul>{rows}</ul></html>",
            names.len()
        )))
}

#[get("/postausgang/{name}")]
async fn show(app: Data<App>, request: HttpRequest, name: Path<String>) -> Result<HttpResponse, ApiError> {
    let folder = folder(&app, &request)?;
    if !name.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(ApiError::not_found());
    }
    let mail = std::fs::read(folder.join(format!("{name}.eml"))).map_err(|_| ApiError::not_found())?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, "text/plain; charset=utf-8"))
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(mail))
}
