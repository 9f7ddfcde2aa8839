//! A mail address as people type it: one checker for the whole house. Odd spelling is mended, what cannot be an
//! address is refused, and nothing here knows whose it is.

use platform::Lang;

/// As many signs as a letter can be sent to.
const LONGEST: usize = 254;
const LOCAL_LONGEST: usize = 64;

/// Why something is no address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    Empty,
    NoAddress,
    /// A letter with an accent before the *@*: nearly always a typing error.
    Accent,
    /// More than one address, or more than one *@*.
    Several,
}

impl Wrong {
    /// What to say beside the field.
    pub fn sentence(self, lang: Lang) -> String {
        let t = crate::texts(lang);
        match self {
            Self::Empty => t.sign_in_no_address(),
            Self::NoAddress => t.sign_in_bad_address(),
            Self::Accent => t.address_accent(),
            Self::Several => t.address_several(),
        }
    }
}

/// The one address in what was typed, in small letters: `jan@voorbeeld.nl` of *mailto:Jan@Voorbeeld.NL*,
/// *Jan de Vries <jan@voorbeeld.nl>* or *jan@voorbeeld.nl.* The name of a domain with accents is written as the
/// network knows it: *müller.example* is `xn--mller-kva.example`.
///
/// # Errors
/// What is wrong with it.
pub fn read(typed: &str) -> Result<String, Wrong> {
    let tidy = tidy(typed);
    if tidy.is_empty() {
        return Err(Wrong::Empty);
    }
    let (local, domain) = match tidy.split('@').collect::<Vec<_>>().as_slice() {
        [local, domain] => ((*local).to_owned(), (*domain).to_owned()),
        [_] => return Err(Wrong::NoAddress),
        _ => return Err(Wrong::Several),
    };
    if local.contains([',', ';']) || domain.contains([',', ';']) {
        return Err(if tidy.matches('@').count() > 1 { Wrong::Several } else { Wrong::NoAddress });
    }
    if local.chars().any(|c| c.is_alphabetic() && !c.is_ascii()) {
        return Err(Wrong::Accent);
    }
    let domain = domain_of(&domain).ok_or(Wrong::NoAddress)?;
    let address = format!("{}@{domain}", local.to_lowercase());
    if local_fits(&local) && address.len() <= LONGEST { Ok(address) } else { Err(Wrong::NoAddress) }
}

/// Without what clings to an address when it is pasted.
fn tidy(typed: &str) -> String {
    let plain: String = typed
        .chars()
        .filter(|c| !matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}'))
        .map(|c| match c {
            '＠' | '﹫' => '@',
            '．' | '。' => '.',
            '\u{a0}' => ' ',
            other => other,
        })
        .collect();
    let mut rest = plain.trim();
    // *Jan de Vries <jan@voorbeeld.nl>*: only when one address stands between such signs.
    if let Some((before, after)) = rest.rsplit_once('<')
        && let Some((between, behind)) = after.split_once('>')
        && !before.contains('@')
        && !behind.contains('@')
    {
        rest = between.trim();
    }
    let clings = |c: char| c.is_whitespace() || "<>;,.:\"'()[]“”‘’".contains(c);
    rest = rest.trim_matches(clings);
    if rest.get(..7).is_some_and(|scheme| scheme.eq_ignore_ascii_case("mailto:")) {
        rest = rest[7..].split('?').next().unwrap_or_default();
    }
    rest.trim_matches(clings).replace(" @", "@").replace("@ ", "@")
}

fn local_fits(local: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(c);
    !local.is_empty()
        && local.len() <= LOCAL_LONGEST
        && local.chars().all(fits)
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
}

/// The domain as the network knows it, when a letter can go there.
fn domain_of(typed: &str) -> Option<String> {
    let domain = if typed.is_ascii() { typed.to_lowercase() } else { idna::domain_to_ascii(typed).ok()? };
    let labels: Vec<&str> = domain.split('.').collect();
    let fits = |label: &&str| {
        !label.is_empty()
            && label.len() <= 63
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let top = labels.last()?;
    let top_fits = top.starts_with("xn--") || (top.len() >= 2 && top.chars().all(|c| c.is_ascii_alphabetic()));
    (labels.len() >= 2 && labels.iter().all(fits) && top_fits).then_some(domain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odd_spelling_is_mended() {
        for typed in [
            "jan@voorbeeld.nl",
            "  Jan@Voorbeeld.NL ",
            "mailto:jan@voorbeeld.nl",
            "MAILTO:jan@voorbeeld.nl?subject=Dag",
            "<jan@voorbeeld.nl>",
            "Jan de Vries <jan@voorbeeld.nl>",
            "\"Vries, Jan de\" <jan@voorbeeld.nl>;",
            "<mailto:jan@voorbeeld.nl>",
            "jan@voorbeeld.nl.",
            "jan@voorbeeld.nl,",
            "(jan@voorbeeld.nl)",
            "jan @ voorbeeld.nl",
            "jan＠voorbeeld.nl",
            "\u{feff}jan@voorbeeld.nl\u{200b}",
            "\u{a0}jan@voorbeeld.nl\u{a0}",
        ] {
            assert_eq!(read(typed).as_deref(), Ok("jan@voorbeeld.nl"), "{typed:?}");
        }
    }

    #[test]
    fn a_domain_with_an_accent_is_written_as_the_network_knows_it() {
        assert_eq!(read("info@müller.example").as_deref(), Ok("info@xn--mller-kva.example"));
        assert_eq!(read("Info@MÜLLER.example").as_deref(), Ok("info@xn--mller-kva.example"));
        assert_eq!(read("info@xn--mller-kva.example").as_deref(), Ok("info@xn--mller-kva.example"));
    }

    #[test]
    fn what_cannot_be_an_address_says_why() {
        for (typed, wrong) in [
            ("", Wrong::Empty),
            (" <> ", Wrong::Empty),
            ("jan", Wrong::NoAddress),
            ("jan@voorbeeld", Wrong::NoAddress),
            ("jan de vries@voorbeeld.nl", Wrong::NoAddress),
            ("a,b@c.nl", Wrong::NoAddress),
            ("jan@-voorbeeld.nl", Wrong::NoAddress),
            ("jan@voorbeeld..nl", Wrong::NoAddress),
            ("jan..v@voorbeeld.nl", Wrong::NoAddress),
            ("jan@10.0.0.1", Wrong::NoAddress),
            ("raad@oost.nl\nBcc: x", Wrong::NoAddress),
            ("raad@oost.nl\nBcc: x@y.nl", Wrong::Several),
            ("a@b@c.nl", Wrong::Several),
            ("a@b.nl, c@d.nl", Wrong::Several),
            ("A <a@b.nl>, C <c@d.nl>", Wrong::Several),
            ("zoë@voorbeeld.nl", Wrong::Accent),
        ] {
            assert_eq!(read(typed), Err(wrong), "{typed:?}");
        }
        assert_eq!(read(&format!("{}@voorbeeld.nl", "a".repeat(65))), Err(Wrong::NoAddress));
    }

    #[test]
    fn what_was_read_once_is_read_the_same_again() {
        for typed in ["Jan <Jan@Voorbeeld.NL>", "info@müller.example", "o'neil+raad@a-b.co"] {
            let once = read(typed).expect("an address");
            assert_eq!(read(&once), Ok(once.clone()), "{typed}");
        }
    }
}
