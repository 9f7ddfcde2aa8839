//! What a theme is called. The list is open and the association words it in Dutch; the themes that the house knows
//! have a name in the other language too.

use platform::Lang;

use crate::texts;

/// The name of a theme, and how it stands after *about*. One that the house does not know keeps the name it has.
fn words(id: &str, lang: Lang) -> Option<(String, String)> {
    if lang == Lang::Nl {
        return None;
    }
    let t = texts(lang);
    Some(match id {
        "wmo" => (t.theme_wmo(), t.theme_wmo_short()),
        "jeugd" => (t.theme_jeugd(), t.theme_jeugd_short()),
        "werk" => (t.theme_werk(), t.theme_werk_short()),
        "schulden" => (t.theme_schulden(), t.theme_schulden_short()),
        "raadswerk" => (t.theme_raadswerk(), t.theme_raadswerk_short()),
        "anders" => (t.theme_anders(), t.theme_anders_short()),
        "achterban" => (t.theme_achterban(), t.theme_achterban_short()),
        "armoede" => (t.theme_armoede(), t.theme_armoede_short()),
        "digitaal" => (t.theme_digitaal(), t.theme_digitaal_short()),
        "eenzaam" => (t.theme_eenzaam(), t.theme_eenzaam_short()),
        "gezondheid" => (t.theme_gezondheid(), t.theme_gezondheid_short()),
        "ggz" => (t.theme_ggz(), t.theme_ggz_short()),
        "inburgering" => (t.theme_inburgering(), t.theme_inburgering_short()),
        "mantelzorg" => (t.theme_mantelzorg(), t.theme_mantelzorg_short()),
        "raad" => (t.theme_raad(), t.theme_raad_short()),
        "samenwerking" => (t.theme_samenwerking(), t.theme_samenwerking_short()),
        "taal" => (t.theme_taal(), t.theme_taal_short()),
        "toegankelijk" => (t.theme_toegankelijk(), t.theme_toegankelijk_short()),
        "vervoer" => (t.theme_vervoer(), t.theme_vervoer_short()),
        "wonen" => (t.theme_wonen(), t.theme_wonen_short()),
        _ => return None,
    })
}

/// The name of a theme as a statement gives it: in Dutch, and behind a line end in English when it was worded on the
/// page. `theme_words!("t", "name")` and `theme_words!("t", "short")`.
#[macro_export]
macro_rules! theme_words {
    ($table:literal, $column:literal) => {
        concat!(
            "CASE WHEN ",
            $table,
            ".",
            $column,
            "_en IS NULL THEN ",
            $table,
            ".",
            $column,
            " ELSE ",
            $table,
            ".",
            $column,
            " || '\n' || ",
            $table,
            ".",
            $column,
            "_en END"
        )
    };
}

/// What was worded on the page, in one language; nothing when it was not.
fn own(kept: &str, lang: Lang) -> Option<String> {
    let (nl, en) = kept.split_once('\n')?;
    Some(lang.pick(nl, en).to_owned())
}

/// The name of a theme; `name` is the one that is kept.
pub fn theme_name(id: &str, name: &str, lang: Lang) -> String {
    own(name, lang).or_else(|| words(id, lang).map(|(name, _)| name)).unwrap_or_else(|| name.to_owned())
}

/// How a theme stands after *about*; `short` is what is kept.
pub fn theme_short(id: &str, short: &str, lang: Lang) -> String {
    own(short, lang).or_else(|| words(id, lang).map(|(_, short)| short)).unwrap_or_else(|| short.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_has_a_name_in_each_language() {
        assert_eq!(theme_name("jeugd", "Jeugdhulp", Lang::Nl), "Jeugdhulp");
        assert_eq!(theme_name("jeugd", "Jeugdhulp", Lang::En), "Youth care and young people");
        assert_eq!(theme_short("wmo", "de Wmo", Lang::En), "social support (Wmo)");
        // The list is open: what the house has no word for keeps its own.
        assert_eq!(theme_name("eigen", "Een eigen thema", Lang::En), "Een eigen thema");
        // What was worded on the page wins over the words of the house.
        assert_eq!(theme_name("jeugd", "Jongeren\nThe young", Lang::En), "The young");
        assert_eq!(theme_short("jeugd", "jongeren\nthe young", Lang::Nl), "jongeren");
    }
}
