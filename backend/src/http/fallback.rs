//! What the API answers where it has no route: 405 with `Allow`, or 404 as a problem.

use std::collections::BTreeMap;

use actix_web::http::{Method, header};
use actix_web::{HttpRequest, HttpResponse, web};
use mitwirken_shared::problem::ProblemKind;
use utoipa::openapi::OpenApi;

use crate::app::App;
use crate::problem::ApiError;

/// What a page of another site may send. The app's own header is not among them, and so nobody else can
/// use what lives by a cookie.
const ALLOWED_HEADERS: &str =
    "Accept-Language, Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match";

/// Which methods each path takes, from the OpenAPI document: the same source as the routes.
#[derive(Clone, Debug, Default)]
pub struct RouteTable(BTreeMap<Vec<String>, Vec<&'static str>>);

impl RouteTable {
    /// Reads the paths of `document`.
    pub fn new(document: &OpenApi) -> Self {
        Self(
            document
                .paths
                .paths
                .iter()
                .map(|(path, item)| {
                    let mut methods = Vec::new();
                    for (operation, names) in [
                        (item.get.is_some(), &["GET", "HEAD"][..]),
                        (item.post.is_some(), &["POST"][..]),
                        (item.put.is_some(), &["PUT"][..]),
                        (item.patch.is_some(), &["PATCH"][..]),
                        (item.delete.is_some(), &["DELETE"][..]),
                    ] {
                        if operation {
                            methods.extend_from_slice(names);
                        }
                    }
                    (segments(path), methods)
                })
                .collect(),
        )
    }

    /// The methods that `path` takes; `None` if there is no such path. A literal path wins over
    /// one with a placeholder.
    pub fn methods(&self, path: &str) -> Option<&[&'static str]> {
        let wanted = segments(path);
        let fits = |template: &[String]| {
            template.len() == wanted.len()
                && template.iter().zip(&wanted).all(|(part, given)| part.starts_with('{') || part == given)
        };
        self.0.get(&wanted).map(Vec::as_slice).or_else(|| {
            self.0.iter().find(|(template, _)| fits(template)).map(|(_, methods)| methods.as_slice())
        })
    }
}

fn segments(path: &str) -> Vec<String> {
    path.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// The default service below `/api`: answers preflights, and refuses what is not there.
pub async fn api_fallback(app: web::Data<App>, request: HttpRequest) -> Result<HttpResponse, ApiError> {
    let methods = app.routes.methods(request.path()).ok_or_else(ApiError::not_found)?;
    if request.method() == Method::OPTIONS {
        return Ok(HttpResponse::NoContent()
            .insert_header((header::ALLOW, methods.join(", ")))
            .insert_header((header::ACCESS_CONTROL_ALLOW_METHODS, methods.join(", ")))
            .insert_header((header::ACCESS_CONTROL_ALLOW_HEADERS, ALLOWED_HEADERS))
            .insert_header((header::ACCESS_CONTROL_MAX_AGE, "86400"))
            .finish());
    }
    Err(ApiError { allow: Some(methods.join(", ")), ..ApiError::new(ProblemKind::MethodNotAllowed) })
}
