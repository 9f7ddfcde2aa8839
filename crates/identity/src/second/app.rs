//! Codes of an app that counts along (TOTP, RFC 6238): six digits, a new one each half minute.

use platform::clock::Moment;
use totp_rs::{Builder, Secret};

/// One code lasts this long, in seconds.
const STEP: u64 = 30;
/// RFC 4226 asks for 160 bits.
const SECRET_BYTES: usize = 20;

/// A new secret, in base 32 as apps take it.
pub(crate) fn new_secret() -> String {
    Secret::from(rand::random::<[u8; SECRET_BYTES]>().to_vec()).to_base32()
}

/// Whether a text is a secret of ours; it travels along with the form that sets the app up.
pub(crate) fn is_secret(text: &str) -> bool {
    Secret::try_from_base32(text).is_ok_and(|secret| secret.as_ref().len() == SECRET_BYTES)
}

/// The half minute a code belongs to: the present one or one beside it, since clocks differ. One that was
/// taken before, or lies before that, is not taken again.
pub(crate) fn step_of(secret: &str, code: &str, now: Moment, last_step: i64) -> Option<i64> {
    let secret = Secret::try_from_base32(secret).ok()?;
    let totp = Builder::new().with_secret(secret).with_skew(1).with_step_duration(STEP).build().ok()?;
    let seconds = u64::try_from(now.0 / 1_000).ok()?;
    let step = i64::try_from(totp.check(code, seconds)?).ok()?;
    (step > last_step).then_some(step)
}

/// The secret in groups of four, to type over.
pub(crate) fn in_groups(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    letters.chunks(4).map(String::from_iter).collect::<Vec<_>>().join(" ")
}

/// What the app reads from the picture.
fn address(secret: &str, account: &str) -> String {
    let account: String = account.bytes().fold(String::new(), |mut out, b| {
        if b.is_ascii_alphanumeric() || b"-._~@".contains(&b) {
            out.push(char::from(b));
        } else {
            out.push_str(&format!("%{b:02X}"));
        }
        out
    });
    format!("otpauth://totp/Beraad:{account}?secret={secret}&issuer=Beraad")
}

/// A picture to point a telephone at: the side in squares, and the dark squares as an SVG path.
pub(crate) struct Picture {
    pub side: usize,
    pub path: String,
}

/// The margin around it, in squares; scanners need four.
const MARGIN: usize = 4;

pub(crate) fn picture(secret: &str, account: &str) -> Option<Picture> {
    let code = qrcode::QrCode::new(address(secret, account)).ok()?;
    let width = code.width();
    let dark = |(n, color): (usize, &qrcode::Color)| {
        let (x, y) = (n % width + MARGIN, n / width + MARGIN);
        (*color == qrcode::Color::Dark).then(|| format!("M{x} {y}h1v1h-1z"))
    };
    let colors = code.to_colors();
    let path = colors.iter().enumerate().filter_map(dark).collect();
    Some(Picture { side: width + 2 * MARGIN, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret of the examples in RFC 6238, and its last six digits for the moments there.
    const EXAMPLE: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    fn at(seconds: i64) -> Moment {
        Moment(seconds * 1_000)
    }

    #[test]
    fn the_examples_of_the_standard_hold() {
        for (seconds, code) in [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924")] {
            assert_eq!(step_of(EXAMPLE, code, at(seconds), 0), Some(seconds / 30), "{seconds}");
        }
    }

    #[test]
    fn a_code_works_half_a_minute_around_and_once() {
        let (code, step) = ("081804", 1_111_111_109 / 30);
        assert_eq!(step_of(EXAMPLE, code, at(1_111_111_109 + 30), 0), Some(step));
        assert_eq!(step_of(EXAMPLE, code, at(1_111_111_109 - 30), 0), Some(step));
        assert_eq!(step_of(EXAMPLE, code, at(1_111_111_109 + 61), 0), None);
        assert_eq!(step_of(EXAMPLE, code, at(1_111_111_109), step), None, "taken before");
        assert_eq!(step_of(EXAMPLE, code, at(1_111_111_109), step - 1), Some(step));
        assert_eq!(step_of(EXAMPLE, "", at(1_111_111_109), 0), None);
    }

    #[test]
    fn a_new_secret_can_be_scanned_and_typed() {
        let secret = new_secret();
        assert!(is_secret(&secret) && !is_secret("AAAA") && !is_secret("geen geheim"));
        assert_eq!(in_groups(&secret).replace(' ', ""), secret);
        assert!(address(&secret, "ans+1@x.nl").starts_with("otpauth://totp/Beraad:ans%2B1@x.nl?secret="));
        let picture = picture(&secret, "ans@voorbeeld.example").expect("it fits");
        assert!(picture.side > 30 && picture.path.starts_with("M4 4h1v1h-1z"));
    }
}
