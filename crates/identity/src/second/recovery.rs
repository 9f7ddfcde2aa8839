//! Codes on paper, for when the app or the key is gone: ten, each for once.
//!
//! Sixteen letters and digits. The first four say which code it is; of the other twelve (60 bits) only an
//! argon2id hash is kept.

use argon2::{Algorithm, Argon2, Params, Version};
use platform::secret;
use rand::Rng;

/// As many as fit a card, and enough for years.
pub(crate) const HOW_MANY: usize = 10;
const LETTERS: usize = 16;
const MARK: usize = 4;
/// No I, L, O or U: what is written down by hand is read back as it was.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A new code, and what is kept of it.
pub(crate) struct Fresh {
    pub shown: String,
    pub kept: Kept,
}

platform::row! {
    pub(crate) struct Kept { pub mark: String, pub salt: String, pub hash: String }
}

/// Makes ten, with different marks. This is slow on purpose: away from where requests are served.
pub(crate) async fn make() -> Result<Vec<Fresh>, tokio::task::JoinError> {
    tokio::task::spawn_blocking(|| {
        let mut all: Vec<Fresh> = Vec::with_capacity(HOW_MANY);
        while all.len() < HOW_MANY {
            let one = fresh();
            if all.iter().all(|other| other.kept.mark != one.kept.mark) {
                all.push(one);
            }
        }
        all
    })
    .await
}

fn fresh() -> Fresh {
    let mut rng = rand::rng();
    let code: String = (0..LETTERS).map(|_| char::from(ALPHABET[rng.random_range(0..ALPHABET.len())])).collect();
    let shown = code.as_bytes().chunks(MARK).map(String::from_utf8_lossy).collect::<Vec<_>>().join("-");
    let salt = secret::token();
    let hash = hashed(&code[MARK..], &salt);
    Fresh { shown, kept: Kept { mark: code[..MARK].to_owned(), salt, hash } }
}

/// What was typed, as it was made; nothing when it has not the shape of a code.
pub(crate) fn read(typed: &str) -> Option<String> {
    let one = |c: char| match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let code: String = typed.chars().filter(|c| c.is_alphanumeric()).map(one).collect();
    (code.len() == LETTERS && code.bytes().all(|b| ALPHABET.contains(&b))).then_some(code)
}

/// By which a code is found.
pub(crate) fn mark(code: &str) -> &str {
    &code[..MARK]
}

/// Whether a code is the kept one; slow likewise.
pub(crate) async fn fits(code: &str, kept: &Kept) -> Result<bool, tokio::task::JoinError> {
    let (rest, salt, hash) = (code[MARK..].to_owned(), kept.salt.clone(), kept.hash.clone());
    tokio::task::spawn_blocking(move || secret::same(hashed(&rest, &salt).as_bytes(), hash.as_bytes())).await
}

/// 19 MiB, two passes, one lane.
fn hashed(text: &str, salt: &str) -> String {
    let params = Params::new(19 * 1_024, 2, 1, Some(32)).expect("these are within bounds");
    let mut out = [0u8; 32];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(text.as_bytes(), salt.as_bytes(), &mut out)
        .expect("a short text and a salt of 43 letters");
    out.iter().map(|b| format!("{b:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_code_is_read_back_as_it_was_written_down() {
        let all = make().await.expect("they are made");
        assert_eq!(all.len(), HOW_MANY);
        let (one, other) = (&all[0], &all[1]);
        assert_eq!(one.shown.len(), 19);
        let typed = format!(" {} ", one.shown.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l"));
        let code = read(&typed).expect("it is a code");
        assert_eq!(mark(&code), one.kept.mark);
        assert!(fits(&code, &one.kept).await.expect("it is compared"));
        assert!(!fits(&code, &other.kept).await.expect("it is compared"));
        assert!(!one.kept.hash.contains(&code[MARK..]));
        for wrong in ["", "123456", "AAAA-BBBB-CCCC", "UUUU-UUUU-UUUU-UUUU"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
