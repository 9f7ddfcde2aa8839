//! Randomness, hashes and comparisons that do not tell.

use base64::Engine as _;
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};

const TEXT: base64::engine::GeneralPurpose = base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// 256 bits that nobody can guess, fit for a cookie or an address.
pub fn token() -> String {
    TEXT.encode(rand::random::<[u8; 32]>())
}

/// The six digits that belong to a token: whoever holds the token can work them out, so they need not be kept.
pub fn code_of(token: &str) -> String {
    let bytes = mac(token.as_bytes(), "code");
    let number = bytes[..8].iter().fold(0u64, |sum, b| (sum << 8) | u64::from(*b));
    format!("{:06}", number % 1_000_000)
}

/// What of a secret is stored, so that the table alone gives nobody access.
pub fn hashed(secret: &str) -> String {
    TEXT.encode(Sha256::digest(secret.as_bytes()))
}

/// The keyed hash of a text; for codes, which are too short to be hashed alone.
pub fn keyed(key: &[u8], text: &str) -> String {
    TEXT.encode(mac(key, text))
}

/// A token that belongs to a session: a mask and the masked secret, different on every page, so that a
/// compressed page does not give it away (BREACH).
pub fn form_token(session_secret: &str) -> String {
    let secret = mac(session_secret.as_bytes(), "form");
    let mask: [u8; 32] = rand::random();
    let mut both = [0u8; 64];
    for i in 0..32 {
        both[i] = mask[i];
        both[32 + i] = mask[i] ^ secret[i];
    }
    TEXT.encode(both)
}

/// Whether a form's token belongs to the session.
pub fn form_token_fits(session_secret: &str, token: &str) -> bool {
    let Ok(both) = TEXT.decode(token) else { return false };
    if both.len() != 64 {
        return false;
    }
    let secret: Vec<u8> = (0..32).map(|i| both[i] ^ both[32 + i]).collect();
    same(&secret, &mac(session_secret.as_bytes(), "form"))
}

/// Compares in a time that does not depend on where the difference is.
pub fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |difference, (x, y)| difference | (x ^ y)) == 0
}

fn mac(key: &[u8], text: &str) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("any length of key will do");
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_token_fits_its_session_and_no_other() {
        let (one, other) = (token(), token());
        let form = form_token(&one);
        assert!(form_token_fits(&one, &form));
        assert!(!form_token_fits(&other, &form));
        assert!(!form_token_fits(&one, "") && !form_token_fits(&one, "AAAA"));
        assert_ne!(form, form_token(&one), "each page has its own");
    }

    #[test]
    fn a_token_cannot_be_guessed() {
        let all: std::collections::BTreeSet<_> = (0..1_000).map(|_| token()).collect();
        assert_eq!(all.len(), 1_000);
        assert!(all.iter().all(|one| TEXT.decode(one).is_ok_and(|bytes| bytes.len() == 32)), "256 bits");
    }

    #[test]
    fn a_code_has_six_digits_and_belongs_to_its_token() {
        assert!((0..200).all(|_| code_of(&token()).len() == 6));
        let one = token();
        assert_eq!(code_of(&one), code_of(&one));
        let different: std::collections::BTreeSet<_> = (0..50).map(|_| code_of(&token())).collect();
        assert!(different.len() > 40);
    }
}
