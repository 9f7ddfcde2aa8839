//! Keys that stand outside the database. What must be read again, and yet be worth nothing in a copy of the
//! tables, is wrapped with one of them: AES-256-GCM, with what it is for and whose it is bound in. A wrapped
//! secret that is put in another row does not open.
//!
//! The first key in the file is for new secrets; the others open what was wrapped before. The file is read again
//! when it is needed, so that a key that was added counts without a new start.

mod file;

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{Aes256Gcm, KeyInit};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as TEXT;

pub use file::KeyFileError;
use file::Ring;

/// What is drawn anew for each secret. With one key this goes well for billions of them.
const NONCE_BYTES: usize = 12;

/// What a secret is for, and whose it is: it opens for nothing and nobody else.
#[derive(Debug, Clone, Copy)]
pub struct For<'a> {
    pub purpose: &'static str,
    pub whose: &'a str,
}

/// A secret as the tables hold it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrapped {
    /// The name of the key it was wrapped with.
    pub key: String,
    pub text: String,
}

/// Why a secret cannot be read or wrapped; for the log and the command line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Lost {
    #[error("there is no key in {0}")]
    NoKeys(String),
    #[error("the key {0} is not in {1}")]
    Missing(String, String),
    #[error("the key {0} in {1} does not open it: that is another key, or what it opens was changed")]
    Other(String, String),
}

/// The keys of this house. A clone is the same ring.
#[derive(Debug, Clone)]
pub struct Keys(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    /// Where they stand; nowhere for a ring that lives as long as a test.
    file: Option<PathBuf>,
    ring: RwLock<Arc<Ring>>,
}

impl Keys {
    /// Reads the file. One that is not there is a ring without keys.
    ///
    /// # Errors
    /// When it cannot be read, or something else than keys stands in it.
    pub fn read(file: &Path) -> Result<Self, KeyFileError> {
        let ring = Ring::read(file)?;
        Ok(Self(Arc::new(Inner { file: Some(file.to_owned()), ring: RwLock::new(Arc::new(ring)) })))
    }

    /// A key that is written nowhere; for tests.
    pub fn in_memory() -> Self {
        Self(Arc::new(Inner { file: None, ring: RwLock::new(Arc::new(Ring::of_one())) }))
    }

    /// Where they stand, for what people are told.
    pub fn place(&self) -> String {
        self.0.file.as_ref().map_or_else(|| "memory".to_owned(), |file| file.display().to_string())
    }

    /// The names of the keys; the first is for new secrets.
    pub fn names(&self) -> Vec<String> {
        self.ring().keys.iter().map(|key| key.name.clone()).collect()
    }

    /// Makes a key and puts it first; the file is made when it is not there. Gives its name.
    ///
    /// # Errors
    /// When the file cannot be written. Then nothing changed.
    pub fn add(&self) -> Result<String, KeyFileError> {
        let Some(file) = &self.0.file else { return Err(KeyFileError::Nowhere) };
        let name = file::add(file)?;
        self.read_again();
        Ok(name)
    }

    fn ring(&self) -> Arc<Ring> {
        self.0.ring.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// A file that cannot be read now leaves the ring as it was: what could be opened still can.
    fn read_again(&self) {
        let Some(file) = &self.0.file else { return };
        match Ring::read(file) {
            Ok(ring) if !ring.keys.is_empty() => {
                *self.0.ring.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(ring);
            }
            Ok(_) => tracing::error!(file = self.place(), "the keys are gone"),
            Err(error) => tracing::error!(%error, "the keys cannot be read again"),
        }
    }

    /// Wraps a secret with the first key.
    ///
    /// # Errors
    /// [`Lost::NoKeys`].
    pub fn wrap(&self, of: For<'_>, secret: &str) -> Result<Wrapped, Lost> {
        // Another process may have put a new key first.
        self.read_again();
        let ring = self.ring();
        let key = ring.keys.first().ok_or_else(|| Lost::NoKeys(self.place()))?;
        let nonce: [u8; NONCE_BYTES] = rand::random();
        let bound = bound(of, &key.name);
        let payload = Payload { msg: secret.as_bytes(), aad: &bound };
        let sealed = Aes256Gcm::new(&key.secret.into()).encrypt(&nonce.into(), payload);
        // It fails only for texts of more than 64 GB.
        let sealed = sealed.map_err(|_| Lost::NoKeys(self.place()))?;
        Ok(Wrapped { key: key.name.clone(), text: TEXT.encode([&nonce[..], &sealed].concat()) })
    }

    /// Opens a secret.
    ///
    /// # Errors
    /// When its key is not there, or is another.
    pub fn open(&self, of: For<'_>, wrapped: &Wrapped) -> Result<String, Lost> {
        if self.ring().get(&wrapped.key).is_none() {
            self.read_again();
        }
        let ring = self.ring();
        let key = ring.get(&wrapped.key).ok_or_else(|| Lost::Missing(wrapped.key.clone(), self.place()))?;
        opened(key, of, &wrapped.text).ok_or_else(|| Lost::Other(wrapped.key.clone(), self.place()))
    }
}

fn opened(key: &file::Key, of: For<'_>, text: &str) -> Option<String> {
    let bytes = TEXT.decode(text).ok()?;
    let (nonce, sealed) = bytes.split_at_checked(NONCE_BYTES)?;
    let nonce: [u8; NONCE_BYTES] = nonce.try_into().ok()?;
    let bound = bound(of, &key.name);
    let plain = Aes256Gcm::new(&key.secret.into()).decrypt(&nonce.into(), Payload { msg: sealed, aad: &bound }).ok()?;
    String::from_utf8(plain).ok()
}

/// What is bound in: names and ids hold no NUL, so two different ones never read the same.
fn bound(of: For<'_>, key: &str) -> Vec<u8> {
    ["beraad 1", of.purpose, of.whose, key].join("\0").into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANS: For<'_> = For { purpose: "app", whose: "ans" };

    #[test]
    fn a_secret_opens_for_whom_it_was_wrapped_and_for_nobody_else() {
        let keys = Keys::in_memory();
        let wrapped = keys.wrap(ANS, "GEZDGNBV").unwrap();
        assert_eq!(keys.open(ANS, &wrapped).as_deref(), Ok("GEZDGNBV"));
        assert!(!wrapped.text.contains("GEZDGNBV"));
        for of in [For { whose: "dirk", ..ANS }, For { purpose: "else", ..ANS }, For { purpose: "appans", whose: "" }] {
            assert!(matches!(keys.open(of, &wrapped), Err(Lost::Other(..))), "{of:?}");
        }
        let again = keys.wrap(ANS, "GEZDGNBV").unwrap();
        assert_ne!(again.text, wrapped.text, "nobody sees that two are the same");
    }

    #[test]
    fn what_was_changed_or_wrapped_elsewhere_does_not_open() {
        let (keys, others) = (Keys::in_memory(), Keys::in_memory());
        let wrapped = keys.wrap(ANS, "GEZDGNBV").unwrap();
        assert!(matches!(others.open(ANS, &wrapped), Err(Lost::Missing(..) | Lost::Other(..))));
        let mut bytes = TEXT.decode(&wrapped.text).unwrap();
        for n in 0..bytes.len() {
            bytes[n] ^= 1;
            let changed = Wrapped { text: TEXT.encode(&bytes), ..wrapped.clone() };
            assert!(keys.open(ANS, &changed).is_err(), "byte {n}");
            bytes[n] ^= 1;
        }
        for text in ["", "AAAA", "geen base64!"] {
            let broken = Wrapped { text: text.to_owned(), ..wrapped.clone() };
            assert!(keys.open(ANS, &broken).is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_key_that_is_added_is_for_new_secrets_and_the_old_one_still_opens() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("keys");
        let keys = Keys::read(&file).unwrap();
        assert!(matches!(keys.wrap(ANS, "a"), Err(Lost::NoKeys(_))));
        let first = keys.add().unwrap();
        let old = keys.wrap(ANS, "oud").unwrap();
        // Another process adds one.
        let second = Keys::read(&file).unwrap().add().unwrap();
        let new = keys.wrap(ANS, "nieuw").unwrap();
        assert_eq!((&old.key, &new.key), (&first, &second));
        assert_eq!(keys.names(), [second, first]);
        assert_eq!(keys.open(ANS, &old).as_deref(), Ok("oud"));
        assert_eq!(Keys::read(&file).unwrap().open(ANS, &new).as_deref(), Ok("nieuw"));
        // A file that goes away takes nothing from who read it.
        std::fs::remove_file(&file).unwrap();
        assert_eq!(keys.open(ANS, &new).as_deref(), Ok("nieuw"));
        let empty = Keys::read(&file).unwrap();
        assert_eq!(empty.open(ANS, &new), Err(Lost::Missing(new.key.clone(), file.display().to_string())));
    }
}
