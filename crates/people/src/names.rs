//! Names as people write them: *Wal, H. van der*, *mevr. Hanneke van der Wal*, *JAN DE VRIES*.

use identity::directory::{Salutation, fold};

/// A name in its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    pub first: String,
    /// With its infix, as it stands after the first name: *van der Wal*.
    pub last: String,
    pub salutation: Salutation,
}

const INFIXES: &[&str] = &[
    "van", "de", "den", "der", "het", "'t", "ter", "ten", "te", "op", "in", "aan", "bij", "von", "du", "la", "le",
    "el", "al", "d'", "'s", "uit", "over", "onder", "tot", "voor",
];

impl Name {
    /// The whole name as it is shown.
    pub fn whole(&self) -> String {
        format!("{} {}", self.first, self.last).trim().to_owned()
    }

    /// Whether two names can be of one person: *H. Pol* and *Hanneke Pol* can, *Hanneke Pol* and *Jan Pol* cannot.
    pub fn may_be(&self, other: &Name) -> bool {
        let initial = |name: &Name| fold(&name.first).chars().find(|c| c.is_alphanumeric());
        let (a, b) = (initial(self), initial(other));
        fold(&self.last) == fold(&other.last) && (a.is_none() || b.is_none() || a == b)
    }
}

/// The form of address that a word stands for.
pub fn salutation(words: &str) -> Option<Salutation> {
    match fold(words).trim_matches(|c: char| !c.is_alphanumeric()) {
        "mevrouw" | "mevr" | "mw" | "mevrouw/mevr" | "v" | "vrouw" | "f" | "mrs" | "ms" => Some(Salutation::Mevrouw),
        "meneer" | "dhr" | "de heer" | "heer" | "hr" | "m" | "man" | "mr" => Some(Salutation::Meneer),
        "geen" | "x" | "neutraal" | "none" => Some(Salutation::None),
        _ => None,
    }
}

/// Of a first name, an infix and a last name, in cells of their own.
pub fn of_parts([first, infix, last]: [&str; 3]) -> Option<Name> {
    let (first, salutation) = without_salutation(first);
    let last = [infix, last].into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(" ");
    if first.is_empty() || last.is_empty() {
        // One cell holds the whole name after all.
        return of_whole(&format!("{first} {last}"));
    }
    Some(Name { first: calm(&first), last: calm(&last), salutation })
}

/// Initials as one writes them: *HJ* and *h j* are *H.J.*
pub fn initials(text: &str) -> String {
    let letters: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).collect();
    let plain = text.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || matches!(c, '.' | '-'));
    let words = text.split([' ', '.', '-']).filter(|word| !word.is_empty());
    let apart = words.clone().all(|word| word.chars().count() == 1);
    let shouted = letters.len() <= 5 && letters.iter().all(|c| c.is_uppercase());
    if letters.is_empty() || !plain || !(apart || shouted) {
        return text.to_owned(); // a first name after all, or *Th.M.*
    }
    letters.iter().map(|c| format!("{}.", c.to_uppercase())).collect()
}

/// Of a name in one piece.
pub fn of_whole(text: &str) -> Option<Name> {
    let (text, salutation) = without_salutation(text);
    let ordered = match text.split_once(',') {
        Some((last, rest)) => turned(last, rest),
        None => text,
    };
    let words: Vec<&str> = ordered.split_whitespace().collect();
    if !words.iter().any(|w| w.chars().any(char::is_alphabetic)) {
        return None;
    }
    let (first, last) = match words.as_slice() {
        [] => return None,
        [one] => (String::new(), (*one).to_owned()),
        // *van der Wal*: a last name alone.
        all if opens_last_name(all) => (String::new(), all.join(" ")),
        all => {
            // Initials and first names run until the infix; without one the first word is the first name.
            let infix = all.iter().skip(1).position(|w| is_infix(w)).map(|at| at + 1);
            let initials = all.iter().take_while(|w| w.contains('.')).count().clamp(1, all.len() - 1);
            let cut = infix.unwrap_or(initials);
            (all[..cut].join(" "), all[cut..].join(" "))
        }
    };
    Some(Name { first: calm(&first), last: calm(&last), salutation })
}

/// *Wal, Hanneke van der* the right way round: *Hanneke van der Wal*.
fn turned(last: &str, rest: &str) -> String {
    let words: Vec<&str> = rest.split_whitespace().filter(|w| *w != ",").map(|w| w.trim_matches(',')).collect();
    let (infix, first): (Vec<&str>, Vec<&str>) = words.into_iter().partition(|w| is_infix(w));
    [first.join(" "), infix.join(" "), last.trim().to_owned()].join(" ")
}

pub(crate) fn is_infix(word: &str) -> bool {
    INFIXES.contains(&word.to_lowercase().replace('’', "'").as_str())
}

/// Whether these words are a last name without a first: *van der Wal*, *De Vries*. *Al* and *La* are also first names.
fn opens_last_name(words: &[&str]) -> bool {
    let Some((first, rest)) = words.split_first() else { return false };
    let is_name_too = matches!(first.to_lowercase().as_str(), "al" | "el" | "la" | "le" | "du" | "von");
    let small = !first.chars().any(char::is_uppercase);
    is_infix(first) && (small || !is_name_too || rest.first().is_some_and(|word| is_infix(word)))
}

fn without_salutation(text: &str) -> (String, Salutation) {
    let text = text.trim();
    for prefix in ["de heer ", "De heer ", "De Heer "] {
        if let Some(rest) = text.strip_prefix(prefix) {
            return (rest.trim().to_owned(), Salutation::Meneer);
        }
    }
    if let Some((word, rest)) = text.split_once(' ')
        && word.chars().filter(|c| c.is_alphanumeric()).count() > 1
        && let Some(found) = salutation(word)
        && found != Salutation::None
    {
        return (rest.trim().to_owned(), found);
    }
    (text.to_owned(), Salutation::None)
}

/// A name that was shouted, in normal letters. A name with small letters in it is left as it was written.
fn calm(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let shouted = letters > 3 && !text.contains('.') && !text.chars().any(char::is_lowercase);
    if !shouted {
        return text.to_owned();
    }
    let word = |word: &str| {
        if is_infix(word) { word.to_lowercase() } else { word.split('-').map(capital).collect::<Vec<_>>().join("-") }
    };
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_string() + &letters.as_str().to_lowercase())
}
