//! Checking an ID token: who signed it, for whom it is, and that it answers the question we asked. Pure.
//!
//! Three ways of signing are taken, each with a public key. Which one a token claims chooses only among keys
//! of that kind, so a token cannot talk its way to another.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as TEXT;
use platform::clock::{MINUTE, Moment};
use platform::secret;
use ring::signature::{
    self, ECDSA_P256_SHA256_FIXED, RSA_PKCS1_2048_8192_SHA256, RSA_PSS_2048_8192_SHA256, RsaParameters,
    RsaPublicKeyComponents, UnparsedPublicKey,
};
use serde::Deserialize;
use serde_json::Value;

/// How far clocks may differ.
const SKEW: i64 = 2 * MINUTE;
/// What was signed longer ago than this answers no question of ours.
const OLDEST: i64 = 15 * MINUTE;

/// Keys as they are published.
#[derive(Debug, Deserialize)]
pub(crate) struct Keys {
    pub keys: Vec<Key>,
}

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Key {
    kty: String,
    #[serde(rename = "use")]
    purpose: Option<String>,
    alg: Option<String>,
    kid: Option<String>,
    n: Option<String>,
    e: Option<String>,
    crv: Option<String>,
    x: Option<String>,
    y: Option<String>,
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    kid: Option<String>,
    crit: Option<Value>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Many(Vec<String>),
}

/// What a token says of somebody.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Claims {
    iss: String,
    pub sub: String,
    aud: Audience,
    azp: Option<String>,
    exp: i64,
    iat: i64,
    nonce: Option<String>,
    pub email: Option<String>,
    #[serde(default)]
    pub email_verified: bool,
    pub given_name: Option<String>,
    pub family_name: Option<String>,
    #[serde(default)]
    amr: Vec<String>,
    acr: Option<String>,
    #[serde(flatten)]
    other: serde_json::Map<String, Value>,
}

impl Claims {
    /// The values of a claim that holds one text or several.
    pub(crate) fn values(&self, claim: &str) -> Vec<String> {
        match self.other.get(claim) {
            Some(Value::String(one)) => vec![one.clone()],
            Some(Value::Array(all)) => all.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            _ => Vec::new(),
        }
    }

    /// Whether a second step was taken there, by the words that were agreed on.
    pub(crate) fn is_strong(&self, words: &str) -> bool {
        words.split_whitespace().any(|word| self.amr.iter().any(|m| m == word) || self.acr.as_deref() == Some(word))
    }
}

/// What the token must answer to.
pub(crate) struct Expected<'a> {
    pub issuer: &'a str,
    pub client: &'a str,
    pub nonce: &'a str,
    pub now: Moment,
}

/// Why a token is refused; for the log and the trail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wrong {
    Shape,
    Algorithm,
    Key,
    Signature,
    Issuer,
    Audience,
    Time,
    Nonce,
}

/// Checks a token and gives what it says.
pub(crate) fn check(token: &str, keys: &Keys, expected: &Expected<'_>) -> Result<Claims, Wrong> {
    let mut parts = token.split('.');
    let (Some(head), Some(body), Some(seal), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return Err(Wrong::Shape);
    };
    let header: Header = read(head)?;
    if header.crit.is_some() {
        return Err(Wrong::Shape); // it asks for something we do not know
    }
    let seal = TEXT.decode(seal).map_err(|_| Wrong::Shape)?;
    let signed = &token.as_bytes()[..head.len() + 1 + body.len()];
    signed_by_one(&header, keys, signed, &seal)?;
    let claims: Claims = read(body)?;
    answers(&claims, expected)?;
    Ok(claims)
}

fn read<T: serde::de::DeserializeOwned>(part: &str) -> Result<T, Wrong> {
    let bytes = TEXT.decode(part).map_err(|_| Wrong::Shape)?;
    serde_json::from_slice(&bytes).map_err(|_| Wrong::Shape)
}

fn signed_by_one(header: &Header, keys: &Keys, signed: &[u8], seal: &[u8]) -> Result<(), Wrong> {
    let kind = match header.alg.as_str() {
        "RS256" | "PS256" => "RSA",
        "ES256" => "EC",
        _ => return Err(Wrong::Algorithm),
    };
    let fits = |key: &&Key| {
        key.kty == kind
            && key.purpose.as_deref().is_none_or(|purpose| purpose == "sig")
            && key.alg.as_ref().is_none_or(|alg| *alg == header.alg)
            && header.kid.as_ref().is_none_or(|kid| key.kid.as_ref() == Some(kid))
    };
    let mut any = false;
    for key in keys.keys.iter().filter(fits) {
        any = true;
        if is_signed(&header.alg, key, signed, seal).unwrap_or(false) {
            return Ok(());
        }
    }
    Err(if any { Wrong::Signature } else { Wrong::Key })
}

/// Whether this key made the seal; nothing when the key itself cannot be read.
fn is_signed(alg: &str, key: &Key, signed: &[u8], seal: &[u8]) -> Option<bool> {
    let part = |text: &Option<String>| text.as_ref().and_then(|t| TEXT.decode(t).ok());
    if alg == "ES256" {
        if key.crv.as_deref() != Some("P-256") {
            return None;
        }
        let point = [vec![4], part(&key.x)?, part(&key.y)?].concat();
        return Some(UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point).verify(signed, seal).is_ok());
    }
    let how: &'static RsaParameters =
        if alg == "PS256" { &RSA_PSS_2048_8192_SHA256 } else { &RSA_PKCS1_2048_8192_SHA256 };
    let public: RsaPublicKeyComponents<Vec<u8>> =
        signature::RsaPublicKeyComponents { n: part(&key.n)?, e: part(&key.e)? };
    Some(public.verify(how, signed, seal).is_ok())
}

fn answers(claims: &Claims, expected: &Expected<'_>) -> Result<(), Wrong> {
    if claims.iss != expected.issuer || claims.sub.is_empty() || claims.sub.len() > 255 {
        return Err(Wrong::Issuer);
    }
    let (ours, alone) = match &claims.aud {
        Audience::One(one) => (one == expected.client, true),
        Audience::Many(all) => (all.iter().any(|one| one == expected.client), all.len() == 1),
    };
    let meant = claims.azp.as_deref().map_or(alone, |azp| azp == expected.client);
    if !ours || !meant {
        return Err(Wrong::Audience);
    }
    let (now, exp, iat) = (expected.now.0, claims.exp.saturating_mul(1_000), claims.iat.saturating_mul(1_000));
    if exp <= now - SKEW || iat > now + SKEW || iat < now - OLDEST {
        return Err(Wrong::Time);
    }
    let nonce = claims.nonce.as_deref().unwrap_or_default();
    if secret::same(nonce.as_bytes(), expected.nonce.as_bytes()) { Ok(()) } else { Err(Wrong::Nonce) }
}

#[cfg(test)]
mod tests {
    use ring::rand::SystemRandom;
    use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _};
    use serde_json::json;

    use super::*;

    const NOW: Moment = Moment(1_800_000_000_000);

    struct Provider {
        pair: EcdsaKeyPair,
        random: SystemRandom,
    }

    impl Provider {
        fn new() -> Self {
            let random = SystemRandom::new();
            let kept = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).unwrap();
            let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, kept.as_ref(), &random).unwrap();
            Self { pair, random }
        }

        fn keys(&self) -> Keys {
            let point = self.pair.public_key().as_ref();
            let (x, y) = (TEXT.encode(&point[1..33]), TEXT.encode(&point[33..]));
            let key = json!({ "keys": [{ "kty": "EC", "crv": "P-256", "kid": "1", "use": "sig", "x": x, "y": y }] });
            serde_json::from_value(key).unwrap()
        }

        fn token(&self, header: Value, claims: &Value) -> String {
            let signed = format!("{}.{}", TEXT.encode(header.to_string()), TEXT.encode(claims.to_string()));
            let seal = self.pair.sign(&self.random, signed.as_bytes()).unwrap();
            format!("{signed}.{}", TEXT.encode(seal))
        }

        fn says(&self, claims: &Value) -> Result<Claims, Wrong> {
            checked(&self.token(json!({ "alg": "ES256", "kid": "1" }), claims), &self.keys())
        }
    }

    fn checked(token: &str, keys: &Keys) -> Result<Claims, Wrong> {
        let expected = Expected { issuer: "https://id.example", client: "beraad", nonce: "once", now: NOW };
        check(token, keys, &expected)
    }

    fn claims() -> Value {
        let now = NOW.0 / 1_000;
        json!({ "iss": "https://id.example", "sub": "7", "aud": "beraad", "exp": now + 300, "iat": now,
                "nonce": "once", "amr": ["pwd", "mfa"], "groepen": ["beleid", "wmo"] })
    }

    fn with(name: &str, value: Value) -> Value {
        let mut all = claims();
        all[name] = value;
        all
    }

    #[test]
    fn a_token_that_answers_is_taken() {
        let said = Provider::new().says(&claims()).expect("it answers");
        assert_eq!((said.sub.as_str(), said.values("groepen")), ("7", vec!["beleid".to_owned(), "wmo".to_owned()]));
        assert!(said.is_strong("otp mfa") && !said.is_strong("otp") && !said.is_strong(""));
    }

    #[test]
    fn what_answers_another_question_is_refused() {
        let (provider, now) = (Provider::new(), NOW.0 / 1_000);
        for (name, value, why) in [
            ("iss", json!("https://elders.example"), Wrong::Issuer),
            ("sub", json!(""), Wrong::Issuer),
            ("aud", json!("een ander"), Wrong::Audience),
            ("aud", json!(["beraad", "een ander"]), Wrong::Audience),
            ("azp", json!("een ander"), Wrong::Audience),
            ("exp", json!(now - 121), Wrong::Time),
            ("iat", json!(now + 121), Wrong::Time),
            ("iat", json!(now - 901), Wrong::Time),
            ("nonce", json!("twice"), Wrong::Nonce),
            ("nonce", Value::Null, Wrong::Nonce),
        ] {
            assert_eq!(provider.says(&with(name, value.clone())).unwrap_err(), why, "{name} {value}");
        }
    }

    #[test]
    fn no_other_way_of_signing_is_taken() {
        let provider = Provider::new();
        for alg in ["none", "HS256", "ES384", "es256", ""] {
            let token = provider.token(json!({ "alg": alg, "kid": "1" }), &claims());
            assert_eq!(checked(&token, &provider.keys()).unwrap_err(), Wrong::Algorithm, "{alg}");
        }
        // It claims another kind of key than there is.
        let token = provider.token(json!({ "alg": "RS256", "kid": "1" }), &claims());
        assert_eq!(checked(&token, &provider.keys()).unwrap_err(), Wrong::Key);
        let token = provider.token(json!({ "alg": "ES256", "kid": "1", "crit": ["b64"] }), &claims());
        assert_eq!(checked(&token, &provider.keys()).unwrap_err(), Wrong::Shape);
    }

    #[test]
    fn a_seal_of_another_or_of_other_words_is_refused() {
        let (provider, other) = (Provider::new(), Provider::new());
        let head = json!({ "alg": "ES256", "kid": "1" });
        let token = other.token(head.clone(), &claims());
        assert_eq!(checked(&token, &provider.keys()).unwrap_err(), Wrong::Signature);
        let token = provider.token(head, &claims());
        let parts: Vec<_> = token.split('.').collect();
        let changed = TEXT.encode(with("sub", json!("8")).to_string());
        let forged = format!("{}.{changed}.{}", parts[0], parts[2]);
        assert_eq!(checked(&forged, &provider.keys()).unwrap_err(), Wrong::Signature);
        let token = provider.token(json!({ "alg": "ES256", "kid": "2" }), &claims());
        assert_eq!(checked(&token, &provider.keys()).unwrap_err(), Wrong::Key);
        for shape in ["", "a.b", "a.b.c.d", "....", "é.é.é"] {
            assert_eq!(checked(shape, &provider.keys()).unwrap_err(), Wrong::Shape, "{shape}");
        }
    }
}
