//! TLS to PostgreSQL, with rustls: the public roots, and a certificate of one's own if it is given.

use std::sync::Arc;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::Options;
use super::error::{Error, Result};

pub(crate) type Connector = MakeRustlsConnect;

/// `sslmode` in the address decides whether it is used; when it is, the certificate is always checked.
pub(crate) fn connector(options: &Options) -> Result<Connector> {
    let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    if let Some(path) = &options.certificate {
        let wrong =
            |why: String| Error::Unreachable(format!("the certificate {} cannot be used: {why}", path.display()));
        let known = roots.len();
        for certificate in CertificateDer::pem_file_iter(path).map_err(|e| wrong(e.to_string()))? {
            let certificate = certificate.map_err(|e| wrong(e.to_string()))?;
            roots.add(certificate).map_err(|e| wrong(e.to_string()))?;
        }
        if roots.len() == known {
            return Err(wrong("it holds no certificate in PEM".into()));
        }
    }
    let config = ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(Error::fault)?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(MakeRustlsConnect::new(config))
}
