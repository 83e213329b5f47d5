//! The floor: actix with one worker set like ours, answering fixed bytes.

use std::path::Path;

use actix_web::web::Bytes;
use actix_web::{App, HttpResponse, HttpServer, web};

/// The argument that turns this program into the bare server.
pub const FLAG: &str = "--bare";

/// Serves the bytes in `file` under every path until the process is ended; prints its address first.
pub fn serve(file: &Path) {
    let bytes = Bytes::from(std::fs::read(file).expect("the bytes"));
    actix_web::rt::System::new().block_on(async move {
        let server = HttpServer::new(move || {
            let bytes = bytes.clone();
            App::new().default_service(web::to(move || {
                let bytes = bytes.clone();
                async move {
                    HttpResponse::Ok()
                        .insert_header(("content-type", "application/json"))
                        .insert_header(("content-encoding", "br"))
                        .body(bytes)
                }
            }))
        })
        .bind("127.0.0.1:0")
        .expect("a free port");
        println!("http://{}", server.addrs().first().expect("an address"));
        server.run().await.expect("a server");
    });
}
