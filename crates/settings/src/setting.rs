//! What can be set, in which part of the settings it stands, and what may be filled in. Pure.

use identity::mailbox;
use platform::choice::Choice;
use platform::{Kind, choice};

use crate::colour::Colour;

choice! {
    /// One thing that can be set. The word is also the name of its field.
    pub enum Setting {
        Name = "naam",
        ShortName = "korte-naam",
        Postal = "post",
        Visiting = "bezoek",
        Email = "e-mail",
        Phone = "telefoon",
        Website = "website",
        Colour = "kleur",
        Logo = "logo",
        Sender = "afzender",
        ReplyTo = "antwoordadres",
        SecondStep = "tweede-stap",
        LetterDays = "dagen",
        SignInDays = "dagen-aanmelden",
        OwnLetterDays = "dagen-eigen",
    }
}

choice! {
    /// What is changed together, on one page.
    pub enum Part {
        Name = "naam",
        Addresses = "adressen",
        Colour = "kleur",
        Logo = "logo",
        Mail = "post",
        SecondStep = "tweede-stap",
        Retention = "bewaren",
        OwnLetters = "brieven",
    }
}

/// Why something cannot be set like this.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    Empty,
    TooLong(usize),
    ManyLines,
    NoAddress,
    NoNumber,
    NoWebsite,
    NoColour,
    NoSender,
    NoChoice,
    NoDays,
}

/// A postal address takes no more lines than an envelope does.
const LINES_MOST: usize = 6;
/// For how many days sent letters, and how people signed in, can be kept.
pub const DAYS: std::ops::RangeInclusive<i64> = 30..=3_650;

impl Part {
    pub fn settings(self) -> &'static [Setting] {
        match self {
            Part::Name => &[Setting::Name, Setting::ShortName],
            Part::Addresses => &[Setting::Postal, Setting::Visiting, Setting::Email, Setting::Phone, Setting::Website],
            Part::Colour => &[Setting::Colour],
            Part::Logo => &[Setting::Logo],
            Part::Mail => &[Setting::Sender, Setting::ReplyTo],
            Part::SecondStep => &[Setting::SecondStep],
            Part::Retention => &[Setting::LetterDays, Setting::SignInDays],
            Part::OwnLetters => &[Setting::OwnLetterDays],
        }
    }

    /// The parts that an organisation has. How long things are kept is for the whole house, and so for the
    /// association; a council or a municipality answers for the letters in its own name.
    pub fn of_kind(kind: Kind) -> Vec<Part> {
        let has = |part: &Part| match part {
            Part::Name | Part::Addresses | Part::Colour | Part::Logo | Part::Mail => true,
            Part::SecondStep => matches!(kind, Kind::Council | Kind::Municipality | Kind::Association),
            Part::Retention => kind == Kind::Association,
            Part::OwnLetters => matches!(kind, Kind::Council | Kind::Municipality),
        };
        Part::ALL.iter().copied().filter(has).collect()
    }

    /// Whether somebody shows once more who they are before changing it.
    pub fn asks_fresh(self) -> bool {
        self == Part::SecondStep
    }
}

impl Setting {
    pub fn part(self) -> Part {
        Part::ALL.iter().copied().find(|p| p.settings().contains(&self)).unwrap_or(Part::Name)
    }

    /// What was typed, as it is kept.
    ///
    /// # Errors
    /// Why it cannot be kept.
    pub fn read(self, typed: &str) -> Result<String, Refusal> {
        let typed = typed.replace("\r\n", "\n");
        let typed = typed.trim();
        match self {
            Setting::Name => line(typed, 120, true),
            Setting::ShortName => line(typed, 60, true),
            Setting::Postal | Setting::Visiting => lines(typed),
            Setting::Email | Setting::ReplyTo => address(typed),
            Setting::Phone => phone(typed),
            Setting::Website => website(typed),
            Setting::Colour => match typed {
                "" => Ok(String::new()),
                typed => Colour::parse(typed).map(Colour::hex).ok_or(Refusal::NoColour),
            },
            Setting::Sender => sender(typed),
            Setting::SecondStep => match typed {
                "ja" | "nee" => Ok(typed.to_owned()),
                _ => Err(Refusal::NoChoice),
            },
            Setting::LetterDays | Setting::SignInDays | Setting::OwnLetterDays => days(typed),
            // The id of a file that was looked at already.
            Setting::Logo => Ok(typed.to_owned()),
        }
    }
}

fn line(typed: &str, most: usize, needed: bool) -> Result<String, Refusal> {
    let plain: String = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    match plain.chars().count() {
        0 if needed => Err(Refusal::Empty),
        n if n > most => Err(Refusal::TooLong(most)),
        _ => Ok(plain.chars().filter(|c| !c.is_control()).collect()),
    }
}

fn lines(typed: &str) -> Result<String, Refusal> {
    let all: Vec<String> = typed.lines().map(|l| l.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    let all: Vec<String> = all.into_iter().filter(|l| !l.is_empty()).collect();
    if all.len() > LINES_MOST {
        return Err(Refusal::ManyLines);
    }
    let text = all.join("\n");
    if text.chars().count() > 300 { Err(Refusal::TooLong(300)) } else { Ok(text) }
}

/// One mailbox, kept without a name; mail programs trip over anything else.
fn address(typed: &str) -> Result<String, Refusal> {
    if typed.is_empty() {
        return Ok(String::new());
    }
    mailbox::read(typed).map_err(|_| Refusal::NoAddress)
}

fn phone(typed: &str) -> Result<String, Refusal> {
    let digits = typed.chars().filter(char::is_ascii_digit).count();
    let fits = |c: char| c.is_ascii_digit() || " +-()".contains(c);
    match typed {
        "" => Ok(String::new()),
        _ if typed.chars().all(fits) && (5..=15).contains(&digits) => Ok(typed.to_owned()),
        _ => Err(Refusal::NoNumber),
    }
}

/// A web address of `http` or `https`; without either it becomes `https`.
fn website(typed: &str) -> Result<String, Refusal> {
    if typed.is_empty() {
        return Ok(String::new());
    }
    let with = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    let (scheme, rest) = with.split_once("://").ok_or(Refusal::NoWebsite)?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let labels_fit = host.split('.').all(|l| !l.is_empty() && l.chars().all(|c| c.is_alphanumeric() || c == '-'));
    let graphic = with.chars().all(|c| !c.is_whitespace() && !c.is_control() && !"<>\"'`\\".contains(c));
    let fits = matches!(scheme, "http" | "https") && host.contains('.') && labels_fit && graphic;
    if fits && with.chars().count() <= 200 { Ok(with) } else { Err(Refusal::NoWebsite) }
}

/// A name before an address: without the signs that end one.
fn sender(typed: &str) -> Result<String, Refusal> {
    if typed.chars().any(|c| "<>\"@,;:\\()[]".contains(c)) {
        return Err(Refusal::NoSender);
    }
    line(typed, 60, false)
}

fn days(typed: &str) -> Result<String, Refusal> {
    match typed {
        "" => Ok(String::new()),
        _ => typed.parse::<i64>().ok().filter(|n| DAYS.contains(n)).map(|n| n.to_string()).ok_or(Refusal::NoDays),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_setting_stands_in_one_part() {
        for setting in Setting::ALL {
            let parts = Part::ALL.iter().filter(|p| p.settings().contains(setting)).count();
            assert_eq!(parts, 1, "{setting:?}");
        }
        assert!(!Part::of_kind(Kind::Council).contains(&Part::Retention));
        assert!(Part::of_kind(Kind::Association).contains(&Part::Retention));
        assert!(Part::of_kind(Kind::Council).contains(&Part::OwnLetters));
        assert!(!Part::of_kind(Kind::Association).contains(&Part::OwnLetters));
        assert!(!Part::of_kind(Kind::Elsewhere).contains(&Part::SecondStep));
    }

    #[test]
    fn what_is_typed_is_kept_plainly() {
        for (setting, typed, kept) in [
            (Setting::Name, "  Adviesraad   Oost ", "Adviesraad Oost"),
            (Setting::Postal, "Postbus 12\r\n\r\n 9400 AA  Assen", "Postbus 12\n9400 AA Assen"),
            (Setting::Email, "Raad@Oost.example", "raad@oost.example"),
            (Setting::Email, "Raad <raad@oost.example>", "raad@oost.example"),
            (Setting::Email, "mailto:raad@oost.example", "raad@oost.example"),
            (Setting::ReplyTo, "info@müller.example", "info@xn--mller-kva.example"),
            (Setting::Email, "", ""),
            (Setting::Phone, "(0592) 12 34 56", "(0592) 12 34 56"),
            (Setting::Website, "www.oost.example", "https://www.oost.example"),
            (Setting::Website, "http://oost.example/raad", "http://oost.example/raad"),
            (Setting::Colour, "0A7", "#00aa77"),
            (Setting::Sender, "Adviesraad Oost", "Adviesraad Oost"),
            (Setting::LetterDays, "365", "365"),
            (Setting::SignInDays, "90", "90"),
            (Setting::LetterDays, "", ""),
        ] {
            assert_eq!(setting.read(typed).as_deref(), Ok(kept), "{typed}");
        }
    }

    #[test]
    fn what_cannot_be_is_refused() {
        for (setting, typed) in [
            (Setting::Name, " "),
            (Setting::Email, "raad"),
            (Setting::Email, "raad@oost"),
            (Setting::Email, "raad@@oost.example"),
            (Setting::Email, "raad@oost.example\nBcc: x@y.example"),
            (Setting::ReplyTo, "a@b.example, c@d.example"),
            (Setting::Phone, "bel maar"),
            (Setting::Phone, "12"),
            (Setting::Website, "javascript:alert(1)"),
            (Setting::Website, "javascript://oost.example/%0aalert(1)"),
            (Setting::Website, "https://oost"),
            (Setting::Website, "https://oost.example/\"><script>"),
            (Setting::Colour, "groen"),
            (Setting::Sender, "Raad <raad@oost.example>"),
            (Setting::SecondStep, ""),
            (Setting::LetterDays, "7"),
            (Setting::LetterDays, "veel"),
            (Setting::SignInDays, "29"),
            (Setting::OwnLetterDays, "3651"),
            (Setting::Postal, "1\n2\n3\n4\n5\n6\n7"),
        ] {
            assert!(setting.read(typed).is_err(), "{typed:?} for {setting:?}");
        }
        assert_eq!(Setting::Name.read(&"a".repeat(121)), Err(Refusal::TooLong(120)));
    }
}
