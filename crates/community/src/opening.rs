//! How a text begins, for a list: without *Beste allemaal,* before it and without a name under it.

/// Words with which a letter begins. After those of the second list comes a name or nothing, also
/// when the sentence goes on behind the comma; *Beste* begins many an ordinary sentence.
const GREETINGS: [&str; 6] = ["beste", "geachte", "lieve", "waarde", "dear", "l.s."];
const HELLOS: [&str; 9] =
    ["dag", "hallo", "hoi", "goedemorgen", "goedemiddag", "goedenavond", "goedendag", "hello", "hi"];
const FAREWELLS: [&str; 11] = [
    "met vriendelijke groet",
    "met hartelijke groet",
    "vriendelijke groet",
    "hartelijke groet",
    "met groet",
    "groet,",
    "groet ",
    "groeten",
    "mvg",
    "kind regards",
    "best wishes",
];

/// The beginning of a text on one line, at most so many signs and never half a word.
pub fn opening(text: &str, most: usize) -> String {
    let line = words(meat(text));
    if line.chars().count() <= most {
        return line;
    }
    let end = line.char_indices().nth(most).map_or(line.len(), |(at, _)| at);
    let end = line[..end].rfind(' ').unwrap_or(end);
    format!("{} …", line[..end].trim_end_matches([',', ';', ':']))
}

fn words(text: String) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands between greeting and farewell; the whole text when that is nothing.
fn meat(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let body = &lines[usize::from(lines.first().is_some_and(|line| is_greeting(line)))..];
    let end = body.iter().position(|line| is_farewell(line)).unwrap_or(body.len());
    let body = body[..end].join(" ");
    if body.is_empty() { text.to_owned() } else { without_hello(&body) }
}

/// A line of its own: *Beste mensen,*. A sentence that happens to begin so is longer or ends otherwise.
fn is_greeting(line: &str) -> bool {
    let small = line.to_lowercase();
    let first = small.split([' ', ',', '!']).next().unwrap_or_default();
    let known = GREETINGS.contains(&first) || HELLOS.contains(&first.trim_end_matches('.'));
    let count = small.split(' ').count();
    known && if small.ends_with([',', '!']) { count <= 6 } else { count <= 2 && !small.ends_with('?') }
}

fn is_farewell(line: &str) -> bool {
    let small = format!("{} ", line.to_lowercase());
    small.split_whitespace().count() <= 5 && FAREWELLS.iter().any(|word| small.starts_with(word))
}

/// *Dag allemaal, wij zoeken …* begins at *Wij zoeken*.
fn without_hello(body: &str) -> String {
    let Some((hello, rest)) = body.split_once([',', '.', '!']) else { return body.to_owned() };
    let mut said = hello.split(' ');
    let known = said.next().is_some_and(|word| HELLOS.contains(&word.to_lowercase().as_str()));
    let mut rest = rest.trim_start().chars();
    match rest.next() {
        Some(first) if known && said.count() <= 2 => first.to_uppercase().chain(rest).collect(),
        _ => body.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::opening;

    #[test]
    fn an_opening_never_ends_in_half_a_word() {
        assert_eq!(opening("Eén zin.\n\nEn nog een.", 150), "Eén zin. En nog een.");
        assert_eq!(opening("Wij reden mee met de bibliobus, drie keer", 32), "Wij reden mee met de bibliobus …");
    }

    #[test]
    fn a_list_shows_what_somebody_says_and_not_how_they_greet() {
        for (text, shown) in [
            ("Beste allemaal,\n\nWij zoeken een zaal.", "Wij zoeken een zaal."),
            ("Geachte collega’s,\nWie weet dit?", "Wie weet dit?"),
            ("Goedemorgen,\n\nWij zoeken een zaal.", "Wij zoeken een zaal."),
            ("L.S.\n\nHierbij ons advies.", "Hierbij ons advies."),
            ("Dag Anneke,\n\nDat kan.\n\nGroeten uit Zutphen,\nGeesje Wansink", "Dat kan."),
            ("Dag allemaal, wij zoeken een zaal.", "Wij zoeken een zaal."),
            ("Goedemiddag. Oud-ambtenaar, nu lid.", "Oud-ambtenaar, nu lid."),
            ("Hoi! Én dan nog iets.", "Én dan nog iets."),
            ("Wij doen mee.\n\nMet vriendelijke groet,\nWim Terpstra", "Wij doen mee."),
            // What looks like a greeting and is none.
            ("Beste plek voor een gesprek: de bus.", "Beste plek voor een gesprek: de bus."),
            ("Beste oplossing, vinden wij, is bellen.", "Beste oplossing, vinden wij, is bellen."),
            ("Dag in dag uit, weer of geen weer.", "Dag in dag uit, weer of geen weer."),
            (
                "Groeten is het halve werk in de hal van het gemeentehuis.",
                "Groeten is het halve werk in de hal van het gemeentehuis.",
            ),
            ("Dag en nacht bereikbaar zijn?\nHoe doet u dat?", "Dag en nacht bereikbaar zijn? Hoe doet u dat?"),
            ("Dag van de mantelzorg\nWat doet u?", "Dag van de mantelzorg Wat doet u?"),
            // Nothing but a greeting is shown as it is.
            ("Beste allemaal,", "Beste allemaal,"),
            ("Met groet,\nWim", "Met groet, Wim"),
            ("", ""),
        ] {
            assert_eq!(opening(text, 150), shown, "{text:?}");
        }
    }
}
