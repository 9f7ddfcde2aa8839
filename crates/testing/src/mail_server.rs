//! A mail server that takes what it is given, or says what a test wants it to say.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// A letter as it came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    pub from: String,
    pub to: Vec<String>,
    /// Headers and body as they travelled.
    pub data: String,
}

impl Received {
    /// A header, with what was folded over more lines on one.
    pub fn header(&self, name: &str) -> Option<String> {
        let head = self.data.split("\r\n\r\n").next()?.replace("\r\n ", " ").replace("\r\n\t", " ");
        let line = head.lines().find(|l| l.to_lowercase().starts_with(&format!("{}:", name.to_lowercase())))?;
        line.split_once(':').map(|(_, value)| value.trim().to_owned())
    }

    /// The names of its headers.
    pub fn header_names(&self) -> Vec<String> {
        let head = self.data.split("\r\n\r\n").next().unwrap_or_default();
        let own = head.lines().filter(|l| !l.starts_with([' ', '\t']));
        own.filter_map(|l| l.split_once(':')).map(|(n, _)| n.to_lowercase()).collect()
    }
}

/// A server on a port of this machine, for as long as the test runs.
#[derive(Clone)]
pub struct MailServer {
    pub url: String,
    received: Arc<Mutex<Vec<Received>>>,
    refusals: Arc<Mutex<VecDeque<&'static str>>>,
}

impl MailServer {
    pub async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("smtp://{}", listener.local_addr().expect("an address"));
        let server = Self { url, received: Arc::default(), refusals: Arc::default() };
        let shared = server.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let shared = shared.clone();
                tokio::spawn(async move {
                    let _ = shared.serve(stream).await;
                });
            }
        });
        server
    }

    /// What to say to the next letters instead of taking them: `451 later`, `550 nobody here`.
    pub fn refuses(&self, with: &'static str) {
        self.refusals.lock().unwrap_or_else(PoisonError::into_inner).push_back(with);
    }

    /// What was taken, in order.
    pub fn received(&self) -> Vec<Received> {
        self.received.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    async fn serve(&self, stream: TcpStream) -> std::io::Result<()> {
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read).lines();
        write.write_all(b"220 mail.test\r\n").await?;
        let mut letter = Received { from: String::new(), to: Vec::new(), data: String::new() };
        while let Some(line) = lines.next_line().await? {
            let word = line.split([' ', ':']).next().unwrap_or_default().to_uppercase();
            let reply = match word.as_str() {
                "EHLO" | "HELO" => "250-mail.test\r\n250 8BITMIME".to_owned(),
                "MAIL" => {
                    letter = Received { from: between(&line), to: Vec::new(), data: String::new() };
                    "250 ok".to_owned()
                }
                "RCPT" => {
                    letter.to.push(between(&line));
                    "250 ok".to_owned()
                }
                "DATA" => {
                    write.write_all(b"354 go on\r\n").await?;
                    while let Some(line) = lines.next_line().await? {
                        if line == "." {
                            break;
                        }
                        letter.data.push_str(line.strip_prefix('.').unwrap_or(&line));
                        letter.data.push_str("\r\n");
                    }
                    self.take(&letter)
                }
                "QUIT" => {
                    write.write_all(b"221 bye\r\n").await?;
                    return Ok(());
                }
                _ => "250 ok".to_owned(),
            };
            write.write_all(format!("{reply}\r\n").as_bytes()).await?;
        }
        Ok(())
    }

    fn take(&self, letter: &Received) -> String {
        if let Some(refusal) = self.refusals.lock().unwrap_or_else(PoisonError::into_inner).pop_front() {
            return refusal.to_owned();
        }
        self.received.lock().unwrap_or_else(PoisonError::into_inner).push(letter.clone());
        "250 taken".to_owned()
    }
}

fn between(line: &str) -> String {
    let start = line.find('<').map_or(0, |i| i + 1);
    let end = line.find('>').unwrap_or(line.len());
    line[start..end].to_owned()
}
