//! A form as it stands on a page: with its hidden fields, what is already chosen, and the button that is pressed.

use axum::body::Body;
use axum::http::header;
use scraper::{ElementRef, Html};

use crate::client::Client;
use crate::page::{Page, css};

const BORDER: &str = "----een-rand-die-in-geen-tekst-staat";

/// A form that somebody is filling in.
#[derive(Clone)]
pub struct Form {
    client: Client,
    method: String,
    path: String,
    multipart: bool,
    fields: Vec<(String, Value)>,
}

#[derive(Clone)]
enum Value {
    Text(String),
    File { name: String, bytes: Vec<u8> },
}

impl Form {
    pub(crate) fn on(page: &Page, which: &str) -> Option<Self> {
        let document = Html::parse_document(&page.html());
        let forms: Vec<_> = document.select(&css("form")).collect();
        if which.starts_with('/') {
            let form = forms.into_iter().find(|f| f.value().attr("action") == Some(which))?;
            return Some(Self::read(page, &document, form, None));
        }
        let button = document.select(&css("button")).find(|b| words(*b).contains(which))?;
        let form = match button.value().attr("form") {
            Some(id) => forms.into_iter().find(|f| f.value().attr("id") == Some(id))?,
            None => forms.into_iter().find(|f| f.select(&css("button")).any(|b| b == button))?,
        };
        Some(Self::read(page, &document, form, Some(button)))
    }

    fn read(page: &Page, document: &Html, form: ElementRef<'_>, button: Option<ElementRef<'_>>) -> Self {
        let attr = |e: &ElementRef<'_>, name: &str| e.value().attr(name).map(str::to_owned);
        let own_path = page.path.split(['?', '#']).next().unwrap_or_default().to_owned();
        let inside = form.select(&css("input, textarea, select")).collect::<Vec<_>>();
        let id = form.value().attr("id");
        let elsewhere = css("input[form], textarea[form], select[form]");
        let outside = document.select(&elsewhere).filter(|e| id.is_some() && e.value().attr("form") == id);
        let mut fields: Vec<_> = inside.into_iter().chain(outside).filter_map(field).collect();
        if let Some(name) = button.and_then(|b| attr(&b, "name")) {
            let value = button.and_then(|b| attr(&b, "value")).unwrap_or_default();
            fields.push((name, Value::Text(value)));
        }
        Self {
            client: page.client.clone(),
            method: attr(&form, "method").unwrap_or_else(|| "get".into()).to_uppercase(),
            path: attr(&form, "action").unwrap_or(own_path),
            multipart: attr(&form, "enctype").is_some_and(|e| e == "multipart/form-data"),
            fields,
        }
    }

    /// Fills in a field of the form; what is not on the page cannot be filled in.
    #[must_use]
    pub fn fill(mut self, name: &str, value: &str) -> Self {
        let there = self.fields.iter_mut().find(|(n, _)| n == name);
        let (_, field) = there.unwrap_or_else(|| panic!("the form {} has no field {name:?}", self.path));
        *field = Value::Text(value.to_owned());
        self
    }

    /// Chooses a file.
    #[must_use]
    pub fn attach(mut self, name: &str, file: &str, bytes: &[u8]) -> Self {
        let there = self.fields.iter_mut().find(|(n, _)| n == name);
        let (_, field) = there.unwrap_or_else(|| panic!("the form {} has no field {name:?}", self.path));
        *field = Value::File { name: file.to_owned(), bytes: bytes.to_vec() };
        self
    }

    /// Sends along what the page has no field for: a radio nobody chose yet, a box to tick, or a forgery.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.fields.push((name.to_owned(), Value::Text(value.to_owned())));
        self
    }

    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.fields.retain(|(n, _)| n != name);
        self
    }

    /// The value of a field as it stands now.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(n, _)| n == name).and_then(|(_, v)| match v {
            Value::Text(text) => Some(text.as_str()),
            Value::File { .. } => None,
        })
    }

    pub fn names(&self) -> Vec<&str> {
        self.fields.iter().map(|(n, _)| n.as_str()).collect()
    }

    /// The same form, sent from another browser.
    #[must_use]
    pub fn in_browser(mut self, client: &Client) -> Self {
        self.client = client.clone();
        self
    }

    /// Sends it and goes where it leads.
    pub async fn send(&self) -> Page {
        let page = self.send_only().await;
        self.client.follows(page).await
    }

    /// Sends it and stays with the answer.
    pub async fn send_only(&self) -> Page {
        if self.method == "GET" {
            let path = format!("{}?{}", self.path, encoded(&self.texts()));
            return self.client.asks(self.client.request("GET", &path).body(Body::empty()).expect("a path")).await;
        }
        let request = self.client.request("POST", &self.path);
        let (kind, body) = if self.multipart {
            (format!("multipart/form-data; boundary={BORDER}"), self.parts())
        } else {
            ("application/x-www-form-urlencoded".to_owned(), encoded(&self.texts()).into_bytes())
        };
        self.client.asks(request.header(header::CONTENT_TYPE, kind).body(Body::from(body)).expect("a path")).await
    }

    fn texts<'a>(&'a self) -> Vec<(&'a str, &'a str)> {
        let pair = |(name, value): &'a (String, Value)| match value {
            Value::Text(text) | Value::File { name: text, .. } => (name.as_str(), text.as_str()),
        };
        self.fields.iter().map(pair).collect()
    }

    fn parts(&self) -> Vec<u8> {
        let mut body = Vec::new();
        for (name, value) in &self.fields {
            body.extend_from_slice(format!("--{BORDER}\r\nContent-Disposition: form-data; name=\"{name}\"").as_bytes());
            match value {
                Value::Text(text) => body.extend_from_slice(format!("\r\n\r\n{}\r\n", crlf(text)).as_bytes()),
                Value::File { name, bytes } => {
                    let name = name.replace('"', "%22"); // as browsers do
                    let head = format!("; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n");
                    body.extend_from_slice(head.as_bytes());
                    body.extend_from_slice(bytes);
                    body.extend_from_slice(b"\r\n");
                }
            }
        }
        body.extend_from_slice(format!("--{BORDER}--\r\n").as_bytes());
        body
    }
}

/// Browsers send each line end of a text as two signs.
fn crlf(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\n', "\r\n")
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a field sends if nobody touches it; nothing for a box that is not ticked.
fn field(element: ElementRef<'_>) -> Option<(String, Value)> {
    let attr = |name: &str| element.value().attr(name);
    let name = attr("name")?.to_owned();
    if attr("disabled").is_some() {
        return None;
    }
    let value = match (element.value().name(), attr("type").unwrap_or("text")) {
        ("textarea", _) => {
            let text: String = element.text().collect();
            Value::Text(text.strip_prefix('\n').unwrap_or(&text).to_owned())
        }
        ("select", _) => {
            let chosen = element.select(&css("option[selected]")).next();
            let option = chosen.or_else(|| element.select(&css("option")).next())?;
            Value::Text(option.value().attr("value").map_or_else(|| words(option), str::to_owned))
        }
        (_, "radio" | "checkbox") => {
            attr("checked")?;
            Value::Text(attr("value").unwrap_or("on").to_owned())
        }
        (_, "file") => Value::File { name: String::new(), bytes: Vec::new() },
        (_, "submit" | "button" | "reset") => return None,
        _ => Value::Text(attr("value").unwrap_or_default().to_owned()),
    };
    Some((name, value))
}

pub(crate) fn encoded(fields: &[(&str, &str)]) -> String {
    let percent = |text: &str| {
        crlf(text).bytes().fold(String::new(), |mut out, b| {
            if b.is_ascii_alphanumeric() || b"-._*".contains(&b) {
                out.push(char::from(b));
            } else {
                out.push_str(&format!("%{b:02X}"));
            }
            out
        })
    };
    fields.iter().map(|(n, v)| format!("{}={}", percent(n), percent(v))).collect::<Vec<_>>().join("&")
}
