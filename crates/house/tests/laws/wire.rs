//! What is said on the wire itself, to a server as it runs: requests that can be read in two ways are refused, and
//! nothing tells what stands behind it.

use std::net::SocketAddr;

use testing::{Engine, World};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::PLAN;

/// A house behind a port of this machine.
async fn opens() -> (World, SocketAddr) {
    let world = World::of(Engine::Sqlite, PLAN).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let at = listener.local_addr().expect("an address");
    let service = world.router().into_make_service_with_connect_info::<SocketAddr>();
    tokio::spawn(async move { axum::serve(listener, service).await });
    (world, at)
}

/// Says something and reads until the other side is done, or waits for more.
async fn says(at: SocketAddr, text: &str) -> String {
    let mut stream = TcpStream::connect(at).await.expect("a connection");
    stream.write_all(text.as_bytes()).await.expect("it is said");
    let mut answer = Vec::new();
    let reading = stream.read_to_end(&mut answer);
    let _ = tokio::time::timeout(std::time::Duration::from_secs(3), reading).await;
    String::from_utf8_lossy(&answer).into_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_request_that_can_be_read_in_two_ways_is_refused() {
    let (_world, at) = opens().await;
    let behind = "GET /health/live HTTP/1.1\r\nHost: b\r\n\r\n";
    for (what, head) in [
        ("two lengths", "Content-Length: 5\r\nContent-Length: 6\r\n".to_owned()),
        ("a length with a sign", "Content-Length: +5\r\n".to_owned()),
        ("two lengths in one", "Content-Length: 5, 6\r\n".to_owned()),
        ("pieces that are not the last", "Transfer-Encoding: chunked, identity\r\n".to_owned()),
        ("pieces by another name", "Transfer-Encoding: xchunked\r\n".to_owned()),
        ("a space before the colon", "Content-Length : 5\r\n".to_owned()),
        ("a line that goes on", "X: a\r\n b\r\nContent-Length: 5\r\n".to_owned()),
    ] {
        let request = format!("POST /aanmelden HTTP/1.1\r\nHost: b\r\n{head}\r\n{behind}");
        let answer = says(at, &request).await;
        assert!(answer.starts_with("HTTP/1.1 400"), "{what}: {answer}");
        assert_eq!(answer.matches("HTTP/1.1 ").count(), 1, "{what}: what stood behind it was heard");
    }
}

/// A request with both is read by its pieces alone, as the standard says, and nothing in it becomes a request.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_a_length_and_pieces_the_pieces_count() {
    let (_world, at) = opens().await;
    let hidden = "GET /health/live HTTP/1.1\r\nHost: b\r\n\r\n";
    let piece = format!("{:x}\r\n{hidden}\r\n0\r\n\r\n", hidden.len());
    let request = format!(
        "POST /aanmelden HTTP/1.1\r\nHost: b\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n{piece}"
    );
    let answer = says(at, &request).await;
    assert_eq!(answer.matches("HTTP/1.1 ").count(), 1, "{answer}");
    assert!(!answer.contains("\r\n\r\nok"), "{answer}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_tells_what_stands_behind_it() {
    let (_world, at) = opens().await;
    for request in [
        "GET /aanmelden HTTP/1.1\r\nHost: b\r\nConnection: close\r\n\r\n",
        "GET /.env HTTP/1.1\r\nHost: b\r\nConnection: close\r\n\r\n",
        "GET /assets/ HTTP/1.1\r\nHost: b\r\nConnection: close\r\n\r\n",
        "GET /assets/../Cargo.toml HTTP/1.1\r\nHost: b\r\nConnection: close\r\n\r\n",
        "TRACE / HTTP/1.1\r\nHost: b\r\nX-Geheim: 1\r\nConnection: close\r\n\r\n",
        "GET / HTTP/9.9\r\n\r\n",
        "onzin\r\n\r\n",
    ] {
        let answer = says(at, request).await.to_lowercase();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
        for word in ["server:", "x-powered-by", "hyper", "axum", "via:"] {
            assert!(!head.contains(word), "{request}: {head}");
        }
        for word in ["panicked", "src/", "backtrace", "[package]", "x-geheim"] {
            assert!(!body.contains(word), "{request}: {body}");
        }
    }
}
