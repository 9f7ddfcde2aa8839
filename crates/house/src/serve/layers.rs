//! The layers around the router, from the inside out: problems become pages, visitors are recognised,
//! headers are added, and in the demo the cost of each request is told.

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use platform::web::{self, Problem};
use platform::{App, measure};
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate, SizeAbove};

use super::assets;
use crate::{demo, routes};

/// The whole house as one service.
pub fn service(app: App) -> Router {
    let mut all = routes();
    if app.is_demo() {
        all.extend(demo::routes());
    }
    let https = app.config().is_https();
    let pages = web::router(all)
        .fallback(|| async { Problem::NotFound })
        .layer(DefaultBodyLimit::disable())
        .layer(middleware::from_fn(ui::problems))
        .layer(middleware::from_fn_with_state(app.clone(), web::visit));
    let router = Router::new()
        .merge(pages)
        .route("/assets/{file}", get(assets::serve))
        .route("/health/live", get(|| async { "ok" }))
        .route("/health/ready", get(ready))
        .layer(compression())
        .layer(middleware::from_fn(move |request, next| web::headers::headers(https, request, next)));
    let router = if app.is_demo() { router.layer(middleware::from_fn(tell_cost)) } else { router };
    router.with_state(app)
}

/// Pages over 1 kB; not the live stream, which must not wait, and not what is compressed already.
fn compression() -> CompressionLayer<impl Predicate> {
    let when = SizeAbove::new(1024)
        .and(NotForContentType::SSE)
        .and(NotForContentType::IMAGES)
        .and(NotForContentType::new("application/pdf"));
    CompressionLayer::new().quality(tower_http::CompressionLevel::Fastest).compress_when(when)
}

/// Ready when the database answers.
async fn ready(State(app): State<App>) -> Response {
    match app.db().reader().await {
        Ok(_) => "ready".into_response(),
        Err(error) => {
            tracing::error!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "the database is away").into_response()
        }
    }
}

/// `Server-Timing`: statements, and milliseconds of processor time.
async fn tell_cost(request: Request, next: Next) -> Response {
    let (mut response, statements, cpu) = measure::measured(next.run(request)).await;
    let text = format!("db;desc=\"{statements}\", cpu;dur={:.3}", cpu.as_secs_f64() * 1000.0);
    if let Ok(value) = HeaderValue::from_str(&text) {
        response.headers_mut().insert("server-timing", value);
    }
    response
}
