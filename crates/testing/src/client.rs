//! A browser without a screen: it keeps cookies, follows redirects, and sends forms as they stand on a page.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, header};
use axum::response::Response;
use http_body_util::BodyExt;
use tower::ServiceExt;

use crate::page::Page;

/// Where the world is found.
pub const BASE_URL: &str = "http://beraad.test";
pub(crate) const HOST: &str = "beraad.test";

/// More steps than any page needs.
const REDIRECTS_MAX: usize = 5;

/// One browser. A clone is another tab of it.
#[derive(Clone)]
pub struct Client {
    router: Router,
    cookies: Arc<Mutex<BTreeMap<String, String>>>,
    who: &'static str,
}

impl Client {
    pub fn new(router: Router, who: &'static str) -> Self {
        Self { router, cookies: Arc::default(), who }
    }

    /// Whose browser it is, for what a failing test says.
    pub fn who(&self) -> &'static str {
        self.who
    }

    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.lock().unwrap_or_else(PoisonError::into_inner).get(name).cloned()
    }

    pub fn set_cookie(&self, name: &str, value: &str) {
        self.cookies.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned(), value.to_owned());
    }

    pub fn forget_cookies(&self) {
        self.cookies.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// A request with this browser's cookies, its host, and what browsers say of where it comes from.
    pub fn request(&self, method: &str, path: &str) -> axum::http::request::Builder {
        let cookies = self.cookies.lock().unwrap_or_else(PoisonError::into_inner);
        let all: Vec<_> = cookies.iter().map(|(n, v)| format!("{n}={v}")).collect();
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, HOST);
        if !all.is_empty() {
            request = request.header(header::COOKIE, all.join("; "));
        }
        if method == "POST" {
            request = request.header(header::ORIGIN, BASE_URL).header("sec-fetch-site", "same-origin");
        }
        request
    }

    /// Sends a request as it is; the answer is not followed and its body not yet read.
    pub async fn send(&self, request: Request<Body>) -> Response {
        let response = self.router.clone().oneshot(request).await.unwrap_or_else(|never| match never {});
        self.keep(response.headers());
        response
    }

    fn keep(&self, headers: &HeaderMap) {
        let mut cookies = self.cookies.lock().unwrap_or_else(PoisonError::into_inner);
        for value in headers.get_all(header::SET_COOKIE) {
            let text = value.to_str().expect("a cookie is ASCII");
            let (pair, flags) = text.split_once(';').unwrap_or((text, ""));
            let (name, value) = pair.split_once('=').expect("a cookie has a name");
            if flags.contains("Max-Age=0") {
                cookies.remove(name);
            } else {
                cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    /// Sends a request and reads the answer, without following it.
    pub async fn asks(&self, request: Request<Body>) -> Page {
        let path = request.uri().to_string();
        let response = self.send(request).await;
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.expect("the body comes whole").to_bytes();
        Page::new(self.clone(), path, parts.status, parts.headers, bytes.to_vec())
    }

    /// Opens a page and goes where it leads.
    pub async fn visits(&self, path: &str) -> Page {
        let page = self.asks(self.request("GET", path).body(Body::empty()).expect("a path")).await;
        self.follows(page).await
    }

    /// Sends a form that stands on no page, such as one made by hand: no token, no hidden fields.
    pub async fn posts(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let request = self.request("POST", path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let page = self.asks(request.body(Body::from(crate::form::encoded(fields))).expect("a path")).await;
        self.follows(page).await
    }

    pub(crate) async fn follows(&self, mut page: Page) -> Page {
        for _ in 0..REDIRECTS_MAX {
            let Some(location) = page.location() else { return page };
            assert!(location.starts_with('/'), "{}: a redirect leaves the house: {location}", self.who);
            let without_fragment = location.split('#').next().unwrap_or_default();
            let request = self.request("GET", without_fragment).body(Body::empty()).expect("a path");
            page = self.asks(request).await;
            page.path = location;
        }
        panic!("{}: {} keeps redirecting", self.who, page.path);
    }
}
