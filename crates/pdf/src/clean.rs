//! Makes whatever people typed fit for paper. A PDF for archives may hold no letter without a shape, and a
//! letter may not say something else than it seems to.

use serde_json::Value;

/// Longer than this without a place to break, and a word gets places: it must stay on the page.
const WORD_MAX: usize = 40;
const NO_SHAPE: char = '\u{fffd}';
const BREAK: char = '\u{200b}';

/// Every text in the letter, so that none can be forgotten.
pub(crate) fn all(value: &mut Value, has_shape: &impl Fn(char) -> bool) {
    match value {
        Value::String(text) => *text = clean(text, has_shape),
        Value::Array(items) => items.iter_mut().for_each(|item| all(item, has_shape)),
        Value::Object(fields) => fields.values_mut().for_each(|field| all(field, has_shape)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn clean(text: &str, has_shape: &impl Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut length = 0;
    for letter in text.replace("\r\n", "\n").chars().filter(|c| !is_unseen(*c)) {
        length = if letter.is_whitespace() || letter == '-' { 0 } else { length + 1 };
        if length > WORD_MAX {
            out.push(BREAK);
            length = 1;
        }
        out.push(match letter {
            '\n' => '\n',
            white if white.is_whitespace() && white != '\u{a0}' && white != '\u{202f}' => ' ',
            known if has_shape(known) => known,
            _ => NO_SHAPE,
        });
    }
    while out.contains("\n\n\n") {
        out = out.replace("\n\n\n", "\n\n");
    }
    out.trim().to_owned()
}

/// Zero-width signs, overrides of direction, variation selectors and control characters.
fn is_unseen(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t')
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(text: &str) -> String {
        clean(text, &|c| c != '漢')
    }

    #[test]
    fn text_stays_what_it_says() {
        assert_eq!(cleaned("#import \"x\"; $ \\ < > _ * `"), "#import \"x\"; $ \\ < > _ * `");
        assert_eq!(cleaned("één\r\n\r\n\r\n\r\ntwee\tdrie "), "één\n\ntwee drie");
    }

    #[test]
    fn what_cannot_be_seen_goes_and_what_has_no_shape_shows() {
        assert_eq!(cleaned("a\u{200b}b\u{202e}c\u{feff}d\u{7}e"), "abcde");
        assert_eq!(cleaned("het 漢"), "het \u{fffd}");
    }

    #[test]
    fn an_endless_word_can_be_broken() {
        let text = cleaned(&"x".repeat(100));
        assert_eq!(text.matches(BREAK).count(), 2);
        assert_eq!(text.replace(BREAK, ""), "x".repeat(100));
    }
}
