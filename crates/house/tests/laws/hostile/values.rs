//! What is sent: values that no page has, forms that are spoilt, and bodies that no browser makes.

use rand::Rng;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

/// Values that no page sends and that somebody will send.
const HOSTILE: &[&str] = &[
    "",
    " ",
    "0",
    "-1",
    "1e9",
    "NaN",
    "+5",
    "9223372036854775807",
    "99999999999999999999999999",
    "٣",
    "½",
    "2026-02-30",
    "0000-00-00",
    "-9999-01-01",
    "9999-12-31",
    "99999-12-31",
    "31 februari 2026",
    "8 december 99999999999",
    "2026-11-24T25:61",
    "\u{0}",
    "\u{202e}omgekeerd",
    "\u{feff}",
    "e\u{301}\u{301}\u{301}\u{301}",
    "👩‍👩‍👧‍👦",
    "<script>alert(1)</script>",
    "'; DROP TABLE person; --",
    "%00%ff",
    "../../../../etc/passwd",
    "een\r\nBcc: iemand@elders.example",
    "01ARZ3NDEKTSV4RRFFQ69G5FAV",
    "01ZZZZZZZZZZZZZZZZZZZZZZZZ",
    "ja",
    "niet",
    "naam@",
    "\"a b\"@voorbeeld.example",
    "a@b@c",
    "https://127.0.0.1:1/",
    "//elders.example/",
    "javascript:alert(1)",
    "#12345",
    "{{ t.title() }}",
    "$1",
    "*",
    ";;;;\t\t,,,,",
];

/// Names of fields and of what may stand behind a question mark.
pub const NAMES: &[&str] = &[
    "q",
    "wie",
    "rol",
    "thema",
    "provincie",
    "bladzijde",
    "soort",
    "onbeantwoord",
    "naar",
    "versie",
    "onderwerp",
    "uit",
    "terug",
    "aanmelding",
    "van",
    "tot",
    "waar",
    "geweigerd",
    "toestand",
    "poging",
    "state",
    "code",
    "iss",
    "doe",
    "tekst",
    "titel",
    "datum",
    "aantal",
    "bestand",
    "__proto__",
    "a[]",
    "tekst-1",
    "tekst-99999999999999999999",
];

pub fn hostile(chance: &mut ChaCha8Rng) -> String {
    let word = *HOSTILE.choose(chance).expect("a value");
    match chance.random_range(0..20) {
        0 => word.repeat(2_000),
        1 => format!("{word}\n").repeat(400),
        2 => format!("{word}{}", HOSTILE.choose(chance).expect("a value")),
        _ => word.to_owned(),
    }
}

fn percent(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

pub fn encoded(fields: &[(String, String)]) -> String {
    fields.iter().map(|(name, value)| format!("{}={}", percent(name), percent(value))).collect::<Vec<_>>().join("&")
}

/// One to three things that are wrong with a form.
pub fn spoilt(mut fields: Vec<(String, String)>, chance: &mut ChaCha8Rng) -> Vec<(String, String)> {
    for _ in 0..chance.random_range(1..4) {
        let place = chance.random_range(0..fields.len().max(1));
        match chance.random_range(0..8) {
            0 => fields.push((NAMES.choose(chance).expect("a name").to_string(), hostile(chance))),
            1 if place < fields.len() && fields[place].0 != "_token" => drop(fields.remove(place)),
            2 => fields.extend(fields.get(place).cloned()),
            3 => fields.iter_mut().filter(|(name, _)| name == "eenmalig").for_each(|(_, v)| *v = platform::id::fresh()),
            _ => {
                let open = fields.iter_mut().filter(|(name, _)| name != "_token").collect::<Vec<_>>();
                let count = open.len().max(1);
                let chosen = chance.random_range(0..count);
                open.into_iter().skip(chosen).take(1).for_each(|(_, value)| *value = hostile(chance));
            }
        }
    }
    fields
}

/// A body as a browser sends it, or as nobody does.
pub fn body(fields: &[(String, String)], chance: &mut ChaCha8Rng) -> (&'static str, Vec<u8>) {
    match chance.random_range(0..10) {
        0 => {
            let bytes: Vec<u8> = (0..chance.random_range(0..400)).map(|_| chance.random()).collect();
            ("application/x-www-form-urlencoded", bytes)
        }
        1..=3 => {
            let mut parts = String::new();
            for (name, value) in fields {
                let file = if name.contains("bestand") || name.contains("stuk") {
                    format!("; filename=\"{}.pdf\"", hostile(chance).replace(['"', '\r', '\n'], ""))
                } else {
                    String::new()
                };
                parts.push_str(&format!(
                    "--rand\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n{value}\r\n"
                ));
            }
            let whole = format!("{parts}--rand--\r\n").into_bytes();
            let end = if chance.random_bool(0.2) { chance.random_range(0..=whole.len()) } else { whole.len() };
            ("multipart/form-data; boundary=rand", whole[..end].to_vec())
        }
        _ => ("application/x-www-form-urlencoded", encoded(fields).into_bytes()),
    }
}

/// A page with something else in the place of an id, or with anything behind the question mark.
pub fn looked_for(paths: &[String], chance: &mut ChaCha8Rng) -> (String, String) {
    let path = paths.choose(chance).expect("a page");
    let parts: Vec<_> = path.split('/').collect();
    let ids: Vec<_> = (0..parts.len()).filter(|n| parts[*n].len() == 26).collect();
    let path = match ids.choose(chance) {
        Some(id) if chance.random_bool(0.5) => {
            let other = percent(HOSTILE.choose(chance).expect("a value"));
            parts
                .iter()
                .enumerate()
                .map(|(n, part)| if n == *id { other.as_str() } else { part })
                .collect::<Vec<_>>()
                .join("/")
        }
        _ => path.clone(),
    };
    let pairs: Vec<_> = (0..chance.random_range(1..4))
        .map(|_| (NAMES.choose(chance).expect("a name").to_string(), hostile(chance).chars().take(300).collect()))
        .collect();
    (path, encoded(&pairs))
}
