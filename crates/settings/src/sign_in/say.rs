//! What is set about an own sign-in, in words.

use identity::openid::Away;
use platform::Lang;

use super::held::{Secret, Values};
use super::read::role_lines;
use crate::Texts;
use crate::say::Shown;

/// A name and its value.
pub type Fact = (String, Shown);

fn text(text: &str, t: &Texts) -> Shown {
    let text = if text.is_empty() { t.not_filled_in() } else { text.to_owned() };
    Shown { lines: vec![text], ..Shown::default() }
}

/// A secret goes by its name and by nothing else.
fn secret(secret: &Secret, t: &Texts) -> Shown {
    match secret {
        Secret::None => text(&t.own_no_secret(), t),
        Secret::Named(name) => text(name, t),
        Secret::File(_) => text(&t.own_secret_file(), t),
    }
}

fn roles(values: &Values, lang: Lang, t: &Texts) -> Shown {
    match role_lines(&values.roles, lang) {
        none if none.is_empty() => text(&t.own_no_roles(), t),
        lines => Shown { lines, ..Shown::default() },
    }
}

/// Each thing that is set, in the order of the form.
pub fn facts(values: &Values, lang: Lang, t: &Texts) -> [Fact; 6] {
    let strong = if values.strong.is_empty() { text(&t.own_no_strong(), t) } else { text(&values.strong, t) };
    [
        (t.own_issuer(), text(&values.issuer, t)),
        (t.own_client(), text(&values.client_id, t)),
        (t.own_secret(), secret(&values.secret, t)),
        (t.own_roles(), roles(values, lang, t)),
        (t.own_claim(), text(&values.role_claim, t)),
        (t.own_strong(), strong),
    ]
}

/// What differs: what it is called, what it is, and what it becomes.
pub fn differences(before: Option<&Values>, after: &Values, lang: Lang, t: &Texts) -> Vec<(String, Shown, Shown)> {
    let new = facts(after, lang, t);
    let Some(before) = before else {
        return new.into_iter().map(|(words, shown)| (words, text("", t), shown)).collect();
    };
    let both = facts(before, lang, t).into_iter().zip(new);
    both.filter(|(a, b)| a.1.lines != b.1.lines).map(|((words, was), (_, new))| (words, was, new)).collect()
}

/// What is wrong with a provider that was tried, in a sentence.
pub fn away(why: &Away, t: &Texts) -> String {
    let short = |text: &str| text.chars().take(200).collect::<String>();
    match why {
        Away::Open(address) => t.own_away_open(short(address)),
        Away::Unknown => t.own_away_unknown(),
        Away::Closed => t.own_away_closed(),
        Away::Silent(_) => t.own_away_silent(),
        Away::Untrusted(_) => t.own_away_untrusted(),
        Away::Status(status) => t.own_away_status(status.to_string()),
        Away::Elsewhere => t.own_away_elsewhere(),
        Away::Unreadable(_) => t.own_away_unreadable(),
        Away::OtherName(name) => t.own_away_other_name(short(name)),
        Away::Busy => t.own_away_busy(),
    }
}
