//! What is carried along while somebody signs in: where to go, and a text that was held for them.

use platform::web::Fields;

#[derive(Default, Clone)]
pub(crate) struct Carried {
    pub to: String,
    /// `name=value` pairs of a form that could not be taken.
    pub held: Vec<String>,
    pub held_path: String,
}

impl Carried {
    pub(crate) fn to(path: &str) -> Self {
        Self { to: own_path(path), ..Self::default() }
    }

    pub(crate) fn of(form: &Fields) -> Self {
        Self {
            to: own_path(form.text("naar")),
            held: form.all("bewaard[]").map(str::to_owned).collect(),
            held_path: own_path(form.text("bewaard_pad")),
        }
    }

    pub(crate) fn holds_a_form(&self) -> bool {
        !self.held.is_empty() && self.held_path != "/"
    }

    /// The form that was held, to be looked over and sent.
    pub(crate) fn form(&self) -> Option<Fields> {
        let pairs: Vec<_> = self.held.iter().filter_map(|pair| pair.split_once('=')).collect();
        self.holds_a_form().then(|| Fields::of(&self.held_path, &pairs))
    }
}

/// Only a path on this host; anything else is the beginning.
pub(crate) fn own_path(text: &str) -> String {
    // Browsers leave tabs and line ends out of an address: what stands behind them would come forward.
    let own = text.starts_with('/') && !text.starts_with("//") && !text.contains(|c: char| c == '\\' || c.is_control());
    if own { text.to_owned() } else { "/".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_path_on_this_host() {
        for own in ["/", "/mijn-gegevens?a=b#c", "/een/twee"] {
            assert_eq!(own_path(own), own);
        }
        let elsewhere = [
            "",
            "elders",
            "//elders.example",
            "/\\elders.example",
            "https://elders.example",
            "/\t/elders.example",
            "/\n/x",
            "javascript:x",
        ];
        for text in elsewhere {
            assert_eq!(own_path(text), "/", "{text:?}");
        }
    }
}
