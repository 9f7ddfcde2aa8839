//! What somebody sees: the answer to a visit or a form, with what a story asks of it.

use axum::http::{HeaderMap, StatusCode, header};
use scraper::{Html, Selector};

use crate::client::Client;
use crate::form::Form;

/// A page, or another answer.
#[derive(Clone)]
pub struct Page {
    pub client: Client,
    /// Where it was found in the end, with the place on the page.
    pub path: String,
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Page {
    pub(crate) fn new(client: Client, path: String, status: StatusCode, headers: HeaderMap, bytes: Vec<u8>) -> Self {
        Self { client, path, status, headers, bytes }
    }

    pub(crate) fn location(&self) -> Option<String> {
        let location = self.headers.get(header::LOCATION).filter(|_| self.status.is_redirection())?;
        Some(location.to_str().expect("a location is ASCII").to_owned())
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|v| v.to_str().ok())
    }

    pub fn html(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// What can be read on it, on one line, without what is hidden in attributes.
    pub fn text(&self) -> String {
        let document = Html::parse_document(&self.html());
        let body = document.select(&css("body")).next();
        let text: String = match body {
            Some(body) => body.text().collect::<Vec<_>>().join(" "),
            None => self.html(),
        };
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The texts of the elements that a selector names, each on one line.
    pub fn all(&self, selector: &str) -> Vec<String> {
        let document = Html::parse_document(&self.html());
        let selector = css(selector);
        document
            .select(&selector)
            .map(|e| e.text().collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" "))
            .collect()
    }

    /// An attribute of the first element that a selector names.
    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        let document = Html::parse_document(&self.html());
        document.select(&css(selector)).next().and_then(|e| e.value().attr(name)).map(str::to_owned)
    }

    /// The addresses of the links on it.
    pub fn links(&self) -> Vec<String> {
        let document = Html::parse_document(&self.html());
        document.select(&css("a[href]")).filter_map(|a| a.value().attr("href")).map(str::to_owned).collect()
    }

    /// The form that somebody means: its address when it begins with a slash, or the words on a button.
    pub fn form(&self, which: &str) -> Form {
        let found = Form::on(self, which);
        found.unwrap_or_else(|| panic!("{} finds no form {which:?} on {}", self.client.who(), self.shown()))
    }

    pub fn has_form(&self, which: &str) -> bool {
        Form::on(self, which).is_some()
    }

    /// Presses a button without filling anything in.
    pub async fn presses(&self, words: &str) -> Self {
        self.form(words).send().await
    }

    fn shown(&self) -> String {
        let text = self.text();
        let start: String = text.chars().take(1_500).collect();
        format!("{} ({}): {start}", self.path, self.status)
    }

    /// It is a page with this on it.
    #[track_caller]
    pub fn sees(&self, words: &str) -> &Self {
        assert!(self.status.is_success(), "{} gets {}", self.client.who(), self.shown());
        assert!(self.text().contains(words), "{} does not see {words:?} on {}", self.client.who(), self.shown());
        self
    }

    #[track_caller]
    pub fn sees_not(&self, words: &str) -> &Self {
        assert!(!self.html().contains(words), "{} sees {words:?} on {}", self.client.who(), self.shown());
        self
    }

    /// The form came back with this sentence, and did nothing.
    #[track_caller]
    pub fn is_told(&self, sentence: &str) -> &Self {
        self.has_status(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(self.text().contains(sentence), "{} is not told {sentence:?} on {}", self.client.who(), self.shown());
        self
    }

    /// It led here; `…` stands for any one part of the path.
    #[track_caller]
    pub fn goes_to(&self, path: &str) -> &Self {
        assert!(self.status.is_success(), "{} gets {}", self.client.who(), self.shown());
        let own = self.path.split(['?', '#']).next().unwrap_or_default();
        let fits = own.split('/').count() == path.split('/').count()
            && own.split('/').zip(path.split('/')).all(|(a, b)| b == "…" || a == b);
        assert!(fits, "{} came to {} and not to {path}", self.client.who(), self.path);
        self
    }

    #[track_caller]
    pub fn has_status(&self, status: StatusCode) -> &Self {
        assert_eq!(self.status, status, "{} on {}", self.client.who(), self.shown());
        self
    }

    /// For them it is not there.
    #[track_caller]
    pub fn finds_nothing(&self) -> &Self {
        self.has_status(StatusCode::NOT_FOUND)
    }

    /// They see it, and it is not for them to do.
    #[track_caller]
    pub fn is_refused(&self) -> &Self {
        self.has_status(StatusCode::FORBIDDEN)
    }

    /// They are asked to sign in first.
    #[track_caller]
    pub fn must_sign_in(&self) -> &Self {
        self.goes_to("/aanmelden")
    }
}

pub(crate) fn css(selector: &str) -> Selector {
    Selector::parse(selector).unwrap_or_else(|e| panic!("{selector}: {e}"))
}
