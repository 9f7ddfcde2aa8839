//! Styles, scripts, signs and typefaces, from memory.

use axum::extract::Path;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use platform::web::Problem;

pub(super) async fn serve(Path(file): Path<String>, headers: HeaderMap) -> Response {
    let text = |name: HeaderName| headers.get(name).and_then(|v| v.to_str().ok());
    let served = ui::assets::serve(&file, text(header::ACCEPT_ENCODING), text(header::IF_NONE_MATCH));
    let Some(served) = served else { return Problem::NotFound.into_response() };
    let status = StatusCode::from_u16(served.status).unwrap_or(StatusCode::OK);
    let mut response = (status, served.body).into_response();
    response.headers_mut().remove(header::CONTENT_TYPE);
    for (name, value) in served.headers {
        if let (Ok(name), Ok(value)) = (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(&value)) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}
