//! Looking files over for what is harmful, by a scanner of the administrator's own: `clamd`, which is reached at an
//! address or a socket on the machine. Without one nothing is looked over here.

use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpStream, UnixStream};

/// A large file takes some seconds.
const PATIENCE: Duration = Duration::from_secs(60);
const PIECE_BYTES: usize = 64 * 1024;
/// More than any answer.
const ANSWER_BYTES_MAX: u64 = 4 * 1024;

/// What a scanner says of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    Clean,
    /// By the name that the scanner has for it.
    Harmful(String),
}

/// Has a file looked over. `at` is `127.0.0.1:3310`, or the path of a socket.
///
/// # Errors
/// The scanner is away, or does not say. Then the file is not taken.
pub async fn scan(at: &str, bytes: &[u8]) -> std::io::Result<Verdict> {
    let asked = async {
        if at.contains('/') {
            ask(UnixStream::connect(at).await?, bytes).await
        } else {
            ask(TcpStream::connect(at).await?, bytes).await
        }
    };
    let answer = tokio::time::timeout(PATIENCE, asked).await.map_err(std::io::Error::other)??;
    let said = answer.trim_end_matches('\0').trim();
    match said.strip_prefix("stream: ") {
        Some("OK") => Ok(Verdict::Clean),
        Some(found) if found.ends_with(" FOUND") => {
            Ok(Verdict::Harmful(found.trim_end_matches(" FOUND").chars().take(100).collect()))
        }
        _ => Err(std::io::Error::other(format!("the scanner says {said:?}"))),
    }
}

/// The file in pieces, each after its length, and a piece of nothing at the end.
async fn ask(mut stream: impl AsyncRead + AsyncWrite + Unpin, bytes: &[u8]) -> std::io::Result<String> {
    stream.write_all(b"zINSTREAM\0").await?;
    for piece in bytes.chunks(PIECE_BYTES) {
        let length = u32::try_from(piece.len()).map_err(std::io::Error::other)?;
        stream.write_all(&length.to_be_bytes()).await?;
        stream.write_all(piece).await?;
    }
    stream.write_all(&0u32.to_be_bytes()).await?;
    stream.flush().await?;
    let mut answer = String::new();
    stream.take(ANSWER_BYTES_MAX).read_to_string(&mut answer).await?;
    Ok(answer)
}
