//! What is done to every text: cutting in sentences, tidying, making addresses.

/// A sentence of more than this many words may not come back anywhere.
pub(crate) const SHORT_WORDS: usize = 6;

/// The sentences of a text, as a reader would cut it.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| Cut { rest: line.trim_start_matches("- ") })
}

struct Cut<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Cut<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        self.rest = self.rest.trim();
        if self.rest.is_empty() {
            return None;
        }
        let (sentence, rest) = self.rest.split_at(end_of_sentence(self.rest));
        self.rest = rest;
        Some(sentence)
    }
}

/// Behind the full stop and the quote that may follow it, if a space comes next.
fn end_of_sentence(text: &str) -> usize {
    let (mut stopped, mut quoted) = (false, false);
    for (at, letter) in text.char_indices() {
        match letter {
            '.' | '?' | '!' => (stopped, quoted) = (true, false),
            '”' | '’' | ')' if stopped => quoted = true,
            ' ' if stopped && !(quoted && goes_on(&text[at + 1..])) => return at,
            _ => stopped = false,
        }
    }
    text.len()
}

/// After a quote with its own stop, a small letter means that the sentence is not over.
fn goes_on(rest: &str) -> bool {
    rest.starts_with(char::is_lowercase)
}

/// Lower case, words only.
pub(crate) fn plain(sentence: &str) -> String {
    let mut out = String::with_capacity(sentence.len());
    for word in sentence.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().flat_map(char::to_lowercase));
    }
    out
}

/// The sentences that may be used only once, in the form in which they are compared.
pub fn long_sentences(text: &str) -> impl Iterator<Item = String> + '_ {
    sentences(text).map(plain).filter(|sentence| sentence.split(' ').count() > SHORT_WORDS)
}

/// Makes a text out of filled-in pieces: paragraphs, lists, spaces and capitals.
pub(crate) fn tidy(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    for (paragraph, part) in raw.split("//").enumerate() {
        if paragraph > 0 {
            out.push_str("\n\n");
        }
        for (item, line) in part.split("/-").enumerate() {
            if item > 0 {
                out.push_str("\n- ");
            }
            push_line(&mut out, line);
        }
    }
    thousands(out)
}

/// Writes `14 duizend` as 14.000 and `tien duizend` as one word.
fn thousands(text: String) -> String {
    if !text.contains(" duizend") {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    for (at, part) in text.split(" duizend").enumerate() {
        if at > 0 {
            let number = out.rsplit(' ').next().unwrap_or_default();
            let digits = number.chars().all(|letter| letter.is_ascii_digit());
            let spelled = crate::piece::SMALL.contains(&number.to_lowercase().as_str());
            out.push_str(match (digits && !number.is_empty(), spelled) {
                (true, _) => ".000",
                (false, true) => "duizend",
                (false, false) => " duizend",
            });
        }
        out.push_str(part);
    }
    out
}

/// What follows a quote within the same sentence.
const SPEAKING: [&str; 8] = ["vroeg", "zei", "zegt", "vraagt", "schreef", "vertelde", "hoorde", "met"];

fn push_line(out: &mut String, line: &str) {
    let (mut capital, mut first) = (true, true);
    let (mut stopped, mut quoted) = (false, false);
    for word in line.split_whitespace().map(one_stop) {
        if !first && !word.starts_with([',', '.', '?', ';', ':']) {
            out.push(' ');
        }
        if capital || stopped && !(quoted && SPEAKING.contains(&word.trim_end_matches([',', '.', ':']))) {
            capital = push_capital(out, word);
        } else {
            out.push_str(word);
        }
        stopped = word.trim_end_matches(['”', '’', ')']).ends_with(['.', '?', '!']);
        quoted = stopped && word.ends_with('”');
        first = false;
    }
}

/// A question mark in a quote ends the sentence: no full stop comes behind it.
fn one_stop(word: &str) -> &str {
    match word.strip_suffix('.') {
        Some(rest) if rest.trim_end_matches('”').ends_with(['.', '?', '!']) => rest,
        _ => word,
    }
}

/// Writes a word with a capital. Tells whether the next word needs it instead, as in ’s Avonds.
fn push_capital(out: &mut String, word: &str) -> bool {
    if word == "’s" || word == "’t" {
        out.push_str(word);
        return true;
    }
    if let Some(rest) = word.strip_prefix("ij") {
        out.push_str("IJ");
        out.push_str(rest);
        return false;
    }
    let mut waiting = true;
    for letter in word.chars() {
        if waiting && letter.is_alphanumeric() {
            out.extend(letter.to_uppercase());
            waiting = false;
        } else {
            waiting &= !matches!(letter, '’');
            out.push(letter);
        }
    }
    false
}

/// Small letters and hyphens, for addresses.
pub(crate) fn slug(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for letter in name.chars().flat_map(char::to_lowercase) {
        match plain_letter(letter) {
            Some(plain) => out.push_str(plain),
            None if letter.is_ascii_alphanumeric() => out.push(letter),
            None if matches!(letter, '’' | '\'' | '.' | '(' | ')' | ',') => {}
            None if !out.is_empty() && !out.ends_with('-') => out.push('-'),
            None => {}
        }
    }
    out.trim_matches('-').to_owned()
}

fn plain_letter(letter: char) -> Option<&'static str> {
    Some(match letter {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ą' | 'ă' | 'ā' => "a",
        'ç' | 'ć' | 'č' => "c",
        'đ' | 'ð' => "d",
        'é' | 'è' | 'ê' | 'ë' | 'ę' | 'ě' => "e",
        'ğ' => "g",
        'í' | 'ì' | 'î' | 'ï' | 'ı' => "i",
        'ł' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ó' | 'ò' | 'ô' | 'ö' | 'ø' | 'ơ' => "o",
        'ř' => "r",
        'ş' | 'ś' | 'š' => "s",
        'ú' | 'ù' | 'û' | 'ü' | 'ư' => "u",
        'ý' => "y",
        'ź' | 'ż' | 'ž' => "z",
        '\u{307}' => "",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_where_a_reader_would() {
        let text = "Dat kost 1.200 euro per jaar. “Wilt u dat?” Vroeg zij.\n\n- Eerst dit.\n- Dan dat";
        let cut: Vec<_> = sentences(text).collect();
        assert_eq!(cut, ["Dat kost 1.200 euro per jaar.", "“Wilt u dat?”", "Vroeg zij.", "Eerst dit.", "Dan dat"]);
    }

    #[test]
    fn only_long_sentences_count() {
        let text = "Dank u wel voor dit goede antwoord. Wij gaan dat volgende week meteen proberen!";
        let long: Vec<_> = long_sentences(text).collect();
        assert_eq!(long, ["dank u wel voor dit goede antwoord", "wij gaan dat volgende week meteen proberen"]);
        assert_eq!(long_sentences("Wij doen dat niet meer.").count(), 0);
    }

    #[test]
    fn tidying_makes_capitals_spaces_and_paragraphs() {
        let raw = "twee  leden , en ik. ij kwam. ’s avonds // “wat nu?” /- één /- twee";
        assert_eq!(tidy(raw), "Twee leden, en ik. IJ kwam. ’s Avonds\n\n“Wat nu?”\n- Één\n- Twee");
    }

    #[test]
    fn a_quote_may_stand_within_a_sentence() {
        let text = tidy("“waarom?” vroeg zij. “nee.” dat was alles");
        assert_eq!(text, "“Waarom?” vroeg zij. “Nee.” Dat was alles");
        assert_eq!(sentences(&text).collect::<Vec<_>>(), ["“Waarom?” vroeg zij.", "“Nee.”", "Dat was alles"]);
    }

    #[test]
    fn thousands_are_written_as_people_do() {
        assert_eq!(tidy("dat kost 14 duizend of tien duizend euro."), "Dat kost 14.000 of tienduizend euro.");
    }

    #[test]
    fn an_address_has_plain_letters() {
        assert_eq!(slug("Súdwest-Fryslân"), "sudwest-fryslan");
        assert_eq!(slug("Bergen (NH)"), "bergen-nh");
        assert_eq!(slug("Łukasz Yıldız-Çelik"), "lukasz-yildiz-celik");
    }
}
