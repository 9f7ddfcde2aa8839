//! A server over TLS that nobody vouches for: whoever speaks to it after all trusts anybody.

use std::io::Read as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rustls::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, Stream};

/// Its certificate is signed by itself, for `localhost`. The key is for tests alone.
const CERTIFICATE: &[u8] = include_bytes!("../fixtures/untrusted.der");
const KEY: &[u8] = include_bytes!("../fixtures/untrusted.key");

/// On a port of this machine, for as long as the test runs.
#[derive(Clone)]
pub struct Untrusted {
    pub port: u16,
    heard: Arc<AtomicUsize>,
}

impl Untrusted {
    pub fn open() -> Self {
        let chain = vec![CertificateDer::from(CERTIFICATE)];
        let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(KEY));
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .expect("versions")
            .with_no_client_auth()
            .with_single_cert(chain, key)
            .expect("the certificate and its key belong together");
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let (config, heard) = (Arc::new(config), Arc::new(AtomicUsize::new(0)));
        let (shared, counted) = (config, heard.clone());
        std::thread::spawn(move || {
            while let Ok((mut stream, _)) = listener.accept() {
                let Ok(mut connection) = ServerConnection::new(shared.clone()) else { return };
                let mut said = [0u8; 1024];
                let bytes = Stream::new(&mut connection, &mut stream).read(&mut said).unwrap_or(0);
                counted.fetch_add(bytes, Ordering::SeqCst);
            }
        });
        Self { port, heard }
    }

    /// How many bytes somebody told it.
    pub fn heard(&self) -> usize {
        self.heard.load(Ordering::SeqCst)
    }
}
