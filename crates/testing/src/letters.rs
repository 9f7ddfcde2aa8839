//! All letters of a story as one text, to be held beside the one that was read and approved.

use std::fmt::Write as _;

use mail::Kept;

use crate::World;

/// Holds every letter that a story sent beside the text under `snapshots/`; `INSTA_UPDATE=always` writes it anew, to
/// be read before it is kept. What differs from run to run (ids, codes, links of one's own) is taken out.
#[macro_export]
macro_rules! letters {
    ($world:expr, $name:literal) => {{
        let letters = $world.letters_as_read().await;
        $crate::insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            $crate::insta::assert_snapshot!($name, letters);
        })
    }};
}

impl World {
    /// Every letter that was written, in order; those that say the same to more people stand there once.
    pub async fn letters_as_read(&self) -> String {
        let mut reader = self.app.db().reader().await.expect("a reader");
        let mut letters: Vec<(Kept, Vec<String>)> = Vec::new();
        for n in 1.. {
            let Some(letter) = mail::letter(&mut reader, n).await.expect("the outbox") else { break };
            let to = letter.to_address.clone();
            match letters.iter_mut().find(|(other, _)| says_the_same(other, &letter)) {
                Some((_, readers)) => readers.push(to),
                None => letters.push((letter, vec![to])),
            }
        }
        let mut text = String::new();
        for (letter, mut readers) in letters {
            readers.sort();
            readers.dedup();
            let from = letter.from_name.as_deref().unwrap_or("Beraad");
            let _ = write!(text, "Van: {from}\nAan: {}\n", readers.join(", "));
            if let Some(reply_to) = &letter.reply_to {
                let _ = writeln!(text, "Antwoord aan: {reply_to}");
            }
            let _ = write!(text, "Onderwerp: {}\n\n{}\n\n{}\n\n", letter.subject, letter.text.trim(), "=".repeat(60));
        }
        steady(&text)
    }
}

/// But for the name in the greeting.
fn says_the_same(a: &Kept, b: &Kept) -> bool {
    let body = |text: &str| text.split_once('\n').map(|(_, rest)| rest.to_owned()).unwrap_or_default();
    a.subject == b.subject && a.from_name == b.from_name && body(&a.text) == body(&b.text)
}

/// Ids become `…`, codes and the machine's time noughts, and a hard space an ordinary one.
fn steady(text: &str) -> String {
    let text: Vec<String> = text.replace('\u{a0}', " ").lines().map(steady_line).collect();
    text.join("\n").trim_end().to_owned()
}

fn steady_line(line: &str) -> String {
    let figures = |part: &str| part.len() == 3 && part.chars().all(|c| c.is_ascii_digit());
    if line.split_once(' ').is_some_and(|(a, b)| figures(a) && figures(b)) {
        return "000 000".to_owned();
    }
    if let Some((before, rest)) = line.split_once("De code werkt tot ")
        && let Some((_, after)) = rest.split_once(" uur.")
    {
        return format!("{before}De code werkt tot 0.00 uur.{after}");
    }
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let mut out = String::with_capacity(line.len());
    let mut word = String::new();
    for c in line.chars().chain(['\n']) {
        if is_word(c) {
            word.push(c);
            continue;
        }
        let bare: String = word.chars().filter(char::is_ascii_alphanumeric).collect();
        // One in some thousand tokens has no figure; a long word has no capital within.
        let drawn = |c: char| c.is_ascii_digit() || c.is_ascii_uppercase();
        let is_id = bare.len() >= 22 && bare.chars().skip(1).any(drawn);
        let is_code = word.len() == 6 && word.chars().all(|c| c.is_ascii_digit());
        out.push_str(if is_id {
            "…"
        } else if is_code {
            "000000"
        } else {
            &word
        });
        word.clear();
        out.push(c);
    }
    out.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_differs_from_run_to_run_is_taken_out() {
        let text = "123 456\nDe code werkt tot 9.17 uur. Vul hem in.\n\
            http://x/uitnodiging/01ARZ3NDEKTSV4RRFFQ69G5FAV?a=1, op 24\u{a0}november 2026\n\
            http://x/link/zvzVLSquWddvjptKJtdpeVZvM-jUmEfdinHetmabYys, de Klachtenbehandelingsprocedure";
        let steady = "000 000\nDe code werkt tot 0.00 uur. Vul hem in.\nhttp://x/uitnodiging/…?a=1, op 24 november 2026\n\
            http://x/link/…, de Klachtenbehandelingsprocedure";
        assert_eq!(super::steady(text), steady);
    }
}
