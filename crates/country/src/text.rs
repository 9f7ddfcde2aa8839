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
    let mut stopped = false;
    for (at, letter) in text.char_indices() {
        match letter {
            '.' | '?' | '!' => stopped = true,
            '”' | '’' | ')' if stopped => {}
            ' ' if stopped => return at,
            _ => stopped = false,
        }
    }
    text.len()
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
    out
}

fn push_line(out: &mut String, line: &str) {
    let mut capital = true;
    let mut stopped = false;
    let mut first = true;
    for word in line.split_whitespace() {
        if !first && !word.starts_with(|c| matches!(c, ',' | '.' | '?' | ';' | ':')) {
            out.push(' ');
        }
        if capital || stopped {
            capital = push_capital(out, word);
        } else {
            out.push_str(word);
        }
        stopped = word.trim_end_matches(['”', '’', ')']).ends_with(['.', '?', '!']);
        first = false;
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
    fn an_address_has_plain_letters() {
        assert_eq!(slug("Súdwest-Fryslân"), "sudwest-fryslan");
        assert_eq!(slug("Bergen (NH)"), "bergen-nh");
        assert_eq!(slug("Łukasz Yıldız-Çelik"), "lukasz-yildiz-celik");
    }
}
