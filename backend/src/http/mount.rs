//! Where a slice's routes go: into a server, or into the document that describes them.

use actix_web::dev::HttpServiceFactory;
use actix_web::web;
use utoipa_actix_web::OpenApiFactory;
use utoipa_actix_web::service_config::ServiceConfig;

/// Takes handlers. One list of routes makes both the server and the OpenAPI document, but a server's
/// threads need not describe what they answer: that would cost each of them five megabytes.
pub trait Mount {
    /// Adds a handler.
    fn service(&mut self, handler: impl HttpServiceFactory + OpenApiFactory + 'static) -> &mut Self;
}

impl Mount for web::ServiceConfig {
    fn service(&mut self, handler: impl HttpServiceFactory + OpenApiFactory + 'static) -> &mut Self {
        Self::service(self, handler)
    }
}

impl Mount for ServiceConfig<'_> {
    fn service(&mut self, handler: impl HttpServiceFactory + OpenApiFactory + 'static) -> &mut Self {
        Self::service(self, handler)
    }
}
