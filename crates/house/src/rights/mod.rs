//! The table of rights as a document: `docs/permissions.md`, in Dutch, for an auditor of a municipality as much
//! as for us. It is printed from the policies, so it cannot say anything that does not hold.

mod words;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use platform::policy::{Rule, Verdict};

const INTRODUCTION: &str = "# Wie mag wat

Deze bladzijde is gemaakt met `beraad permissions`, uit dezelfde regels waarmee het programma bij elk verzoek beslist. Een test houdt beide gelijk. Nergens anders in het programma wordt over rechten beslist.

## Zo leest u de tabellen

Elk hoofdstuk gaat over één ding. Onder elkaar staat wat iemand wil; naast elkaar wie iemand is voor dat ding.

| in de tabel | betekent |
|---|---|
| **ja** | dit mag |
| nee | deze persoon weet dat het er is, en krijgt te lezen dat dit niet mag (antwoord 403) |
| · | voor deze persoon bestaat het niet: hetzelfde antwoord als voor iets wat er niet is (404), ook in lijsten, aantallen en zoekresultaten |

- Wie op meer manieren bij iets hoort, heeft het ruimste recht van die manieren. Iemand met een rol aan beide kanten van een tafel leest dus wat elke kant leest.
- Een rol telt vanaf de eerste dag tot en met de laatste. Daarna geldt bij het eerstvolgende verzoek wat er nog over is.
- Wie is aangemeld via de eigen organisatie, heeft alleen de rollen bij die organisatie.
- Een *embargo* geldt tot een moment. Daarna is het dossier weer van raad en gemeente samen, zonder dat iemand iets doet.
- Houdt een kant een dossier *vertrouwelijk*, dan is wie daar zit en niet is genoemd voor dat dossier **not_in_circle**. Gasten zien het zolang niet. Wie namens een lid werkt, hoort nooit bij de kring.
- Wat iemand wilde zien en niet mocht, wordt geteld; wat iemand wilde wijzigen en niet mocht, staat in het spoor.
- Wie niet is aangemeld, ziet alleen aanmelden, een uitnodiging met de sleutel uit de brief, de uitleg en de bladzijden over privacy en toegankelijkheid. Bij al het andere staat de vraag om aan te melden.
- *Namens*: dit mag een secretaris, voorzitter of het bureau ook doen namens een lid dat daarvoor toestemming gaf. De rechten zijn dan die van het lid, in de raad waar de toestemming over gaat. Wat er niet bij staat, kan nooit namens een ander.
- Tussen haakjes staat het woord dat het programma zelf gebruikt.
";

/// *Een dossier: zien*: an act of the table in the words of the document.
pub(crate) fn act_words(act: &str) -> String {
    let (thing, action) = act.split_once('.').unwrap_or((act, ""));
    let name = words::THINGS.iter().find(|(t, ..)| *t == thing).map_or(thing, |(_, name, _)| name);
    format!("{name}: {}", action_words(thing, action))
}

/// The whole document, with which addresses ask for which act.
pub fn document() -> String {
    let rules = crate::rules();
    let mut text = INTRODUCTION.to_owned();
    let mut addresses: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for route in crate::routes() {
        addresses.entry(route.info.action.clone()).or_default().push(format!("`{} {}`", route.method, route.path));
    }
    for thing in in_order(rules.iter().map(|r| r.thing)) {
        let of: Vec<&Rule> = rules.iter().filter(|r| r.thing == thing).collect();
        chapter(&mut text, thing, &of, &addresses);
    }
    text.push_str("\n## Wat geen eigen recht vraagt\n\nDeze adressen gaan alleen over wie ze opent, of zijn voor iedereen.\n\n| waarvoor | adressen |\n|---|---|\n");
    let known = |action: &str| rules.iter().any(|r| format!("{}.{}", r.thing, r.action) == action);
    for (action, paths) in addresses.iter().filter(|(action, _)| !known(action)) {
        line(&mut text, &[&format!("({action})"), &paths.join(", ")]);
    }
    text
}

fn chapter(text: &mut String, thing: &str, rules: &[&Rule], addresses: &BTreeMap<String, Vec<String>>) {
    let (name, what) = words::THINGS.iter().find(|(t, ..)| *t == thing).map_or((thing, ""), |(_, n, w)| (*n, *w));
    let _ = write!(text, "\n## {name} ({thing})\n\n{what}\n");
    let standings = in_order(rules.iter().map(|r| r.standing));
    text.push_str("\nWie iemand kan zijn:\n\n");
    for standing in &standings {
        let _ = writeln!(text, "- **{standing}**: {}", standing_words(thing, standing));
    }
    let actions = in_order(rules.iter().map(|r| r.action));
    for (visibilities, table) in tables(rules, &actions, &standings) {
        let for_whom: Vec<String> = visibilities.iter().map(|v| format!("{} ({v})", visibility_words(v))).collect();
        let _ = write!(text, "\nZichtbaar: {}\n\n", for_whom.join("; "));
        let mut head = vec!["wat iemand wil"];
        head.extend(&standings);
        line(text, &head);
        line(text, &vec!["---"; head.len()]);
        for (action, cells) in actions.iter().zip(&table) {
            let mut row = vec![format!("{} ({action})", action_words(thing, action))];
            row.extend(cells.iter().map(|verdict| mark(*verdict).to_owned()));
            line(text, &row);
        }
    }
    text.push_str("\n| wat iemand wil | namens | adressen |\n|---|---|---|\n");
    for action in &actions {
        let on_behalf = rules.iter().any(|r| r.action == *action && r.on_behalf);
        let paths = addresses.get(&format!("{thing}.{action}")).map(|p| p.join(", ")).unwrap_or_default();
        line(text, &[*action, if on_behalf { "ja" } else { "nooit" }, &paths]);
    }
}

/// Verdicts, a row for each action.
type Rows = Vec<Vec<Option<Verdict>>>;

/// The verdicts as rows of actions; visibilities with the same rows stand together.
fn tables<'a>(rules: &[&'a Rule], actions: &[&str], standings: &[&str]) -> Vec<(Vec<&'a str>, Rows)> {
    let verdict = |v: &str, a: &str, s: &str| {
        rules.iter().find(|r| r.visibility == v && r.action == a && r.standing == s).map(|r| r.verdict)
    };
    let mut all: Vec<(Vec<&str>, Rows)> = Vec::new();
    for visibility in in_order(rules.iter().map(|r| r.visibility)) {
        let row = |a: &&str| standings.iter().map(|s| verdict(visibility, a, s)).collect::<Vec<_>>();
        let table: Rows = actions.iter().map(row).collect();
        match all.iter_mut().find(|(_, known)| *known == table) {
            Some((visibilities, _)) => visibilities.push(visibility),
            None => all.push((vec![visibility], table)),
        }
    }
    all
}

fn mark(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        Some(Verdict::Allowed) => "**ja**",
        Some(Verdict::Refused) => "nee",
        Some(Verdict::Hidden) => "·",
        None => "",
    }
}

fn line(text: &mut String, cells: &[impl AsRef<str>]) {
    let cells: Vec<&str> = cells.iter().map(AsRef::as_ref).collect();
    let _ = writeln!(text, "| {} |", cells.join(" | "));
}

/// Each once, in the order in which they come.
fn in_order<'a>(words: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut seen = Vec::new();
    for word in words {
        if !seen.contains(&word) {
            seen.push(word);
        }
    }
    seen
}

fn of_thing<'a>(words: &'a [(&str, &str, &str)], thing: &str, word: &str) -> Option<&'a str> {
    words.iter().find(|(t, w, _)| *t == thing && *w == word).map(|(.., said)| *said)
}

fn plain<'a>(words: &'a [(&str, &str)], word: &'a str) -> &'a str {
    words.iter().find(|(w, _)| *w == word).map_or(word, |(_, said)| said)
}

fn action_words<'a>(thing: &str, action: &'a str) -> &'a str {
    of_thing(words::ACTIONS_OF, thing, action).unwrap_or_else(|| plain(words::ACTIONS, action))
}

fn standing_words<'a>(thing: &str, standing: &'a str) -> &'a str {
    of_thing(words::STANDINGS_OF, thing, standing).unwrap_or_else(|| plain(words::STANDINGS, standing))
}

fn visibility_words(visibility: &str) -> &str {
    plain(words::VISIBILITIES, visibility)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_policies_is_explained() {
        let missing: Vec<String> = crate::rules()
            .iter()
            .flat_map(|r| {
                let thing = words::THINGS.iter().any(|(t, ..)| *t == r.thing);
                [
                    (!thing).then(|| r.thing.to_owned()),
                    (action_words(r.thing, r.action) == r.action).then(|| format!("{}.{}", r.thing, r.action)),
                    (standing_words(r.thing, r.standing) == r.standing).then(|| r.standing.to_owned()),
                    (visibility_words(r.visibility) == r.visibility).then(|| r.visibility.to_owned()),
                ]
            })
            .flatten()
            .collect();
        assert!(missing.is_empty(), "no Dutch words for {missing:?}");
    }

    /// Read back from the tables, each verdict is the one that the policies give.
    #[test]
    fn the_document_says_what_the_policies_say() {
        let rules = crate::rules();
        let text = document();
        for thing in in_order(rules.iter().map(|r| r.thing)) {
            let begin = text.find(&format!("({thing})\n")).expect("a chapter");
            let chapter = text[begin..].split("\n## ").next().unwrap_or_default();
            for table in chapter.split("\nZichtbaar: ").skip(1) {
                let mut lines = table.lines().filter(|l| l.starts_with('|'));
                let cells = |l: &str| l.trim_matches('|').split('|').map(|c| c.trim().to_owned()).collect::<Vec<_>>();
                let head = cells(lines.next().expect("a heading"));
                let visibilities = table.lines().next().expect("for whom");
                for row in lines.skip(1).take_while(|l| !l.starts_with("| wat iemand wil")).map(cells) {
                    let action = row[0].rsplit('(').next().unwrap_or_default().trim_end_matches(')').to_owned();
                    for (standing, said) in head.iter().zip(&row).skip(1) {
                        let of = rules.iter().filter(|r| {
                            r.thing == thing
                                && r.action == action
                                && r.standing == standing
                                && visibilities.contains(&format!("({})", r.visibility))
                        });
                        let marks: Vec<_> = of.map(|r| mark(Some(r.verdict))).collect();
                        assert!(
                            !marks.is_empty() && marks.iter().all(|m| m == said),
                            "{thing} {action} {standing}: {said}"
                        );
                    }
                }
            }
        }
    }
}
