//! A house that runs as a program of its own, and those who write to it from outside.

use std::process::Stdio;
use std::time::Duration;

use testing::{Database, Engine};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};

pub const BERAAD: &str = env!("CARGO_BIN_EXE_beraad");

/// Something that somebody sent: where, its text, and the token that makes it once.
#[derive(Debug, Clone)]
pub struct Sent {
    pub path: String,
    pub text: String,
    pub once: String,
}

/// Where a house keeps what it has: a database, and a file of keys.
pub struct Place {
    pub database: Database,
    folder: tempfile::TempDir,
}

impl Place {
    pub async fn of(engine: Engine) -> Self {
        Self { database: Database::fresh(engine).await, folder: tempfile::tempdir().unwrap() }
    }

    pub fn keys(&self) -> std::path::PathBuf {
        self.folder.path().join("keys")
    }

    pub fn given(&self) -> [String; 4] {
        ["--database".into(), self.database.url().into(), "--keys".into(), self.keys().display().to_string()]
    }
}

pub struct House {
    child: Child,
    pub port: u16,
}

impl House {
    /// Starts the server and waits until it answers.
    pub async fn open(place: &Place) -> Self {
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let child = Command::new(BERAAD)
            .args(["serve", "--listen", &format!("127.0.0.1:{port}")])
            .args(place.given())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let house = Self { child, port };
        for _ in 0..1_000 {
            if house.get("/health/ready").await.is_some_and(|page| page.starts_with("HTTP/1.1 200")) {
                return house;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("the house does not open");
    }

    pub async fn get(&self, path: &str) -> Option<String> {
        exchange(self.port, format!("GET {path} HTTP/1.1\r\nHost: proof\r\nConnection: close\r\n\r\n")).await
    }

    /// As the power going: no goodbye.
    pub async fn dies(mut self) {
        self.child.kill().await.unwrap();
    }
}

/// One request and its whole answer; nothing when the line breaks.
pub async fn exchange(port: u16, request: String) -> Option<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.ok()?;
    stream.write_all(request.as_bytes()).await.ok()?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.ok()?;
    Some(String::from_utf8_lossy(&answer).into_owned()).filter(|text| text.contains("\r\n\r\n"))
}

/// Somebody who is signed in, and the token of their forms.
#[derive(Clone)]
pub struct Writer {
    cookie: String,
    token: String,
}

impl Writer {
    pub async fn come_in(port: u16, cookie: &str) -> Self {
        let request = format!(
            "GET /gesprekken/nieuw HTTP/1.1\r\nHost: proof\r\nCookie: beraad={cookie}\r\nConnection: close\r\n\r\n"
        );
        let page = exchange(port, request).await.unwrap();
        let (_, rest) = page.split_once("name=\"_token\" value=\"").unwrap_or_else(|| panic!("no form: {page}"));
        let (token, _) = rest.split_once('"').unwrap();
        Self { cookie: cookie.to_owned(), token: token.to_owned() }
    }

    /// Gives where the house says it went; nothing when nobody knows.
    pub async fn send(&self, port: u16, sent: &Sent) -> Option<String> {
        let kind = if sent.path == "/gesprekken" { "titel" } else { "tekst" };
        let theme = if sent.path == "/gesprekken" { "&thema=wmo" } else { "" };
        let body =
            format!("_token={}&eenmalig={}&{kind}={}{theme}", self.token, sent.once, sent.text.replace(' ', "+"));
        let request = format!(
            "POST {} HTTP/1.1\r\nHost: proof\r\nCookie: beraad={}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            sent.path,
            self.cookie,
            body.len()
        );
        let answer = exchange(port, request).await?;
        if !answer.starts_with("HTTP/1.1 303") {
            // While it is being killed it may still say that it cannot; anything else is a fault of this proof.
            assert!(answer.starts_with("HTTP/1.1 50"), "{answer}");
            return None;
        }
        let location = answer.lines().find_map(|l| l.strip_prefix("location: "))?;
        Some(location.split(['?', '#']).next()?.to_owned())
    }
}
