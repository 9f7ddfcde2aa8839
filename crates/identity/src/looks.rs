//! How somebody wants to read: language, size of the letters, typeface. Kept with the person, or in a
//! cookie for who is not signed in.
//!
//! GET  /weergave
//! POST /weergave

use platform::app::{Face, Looks, TextSize};
use platform::choice::Choice;
use platform::web::{Cx, Fields, LOOKS_COOKIE, Outcome};
use platform::{Lang, args};
use ui::{Section, Ui};

use crate::sign_in::with_cookie;
use crate::{Texts, texts};

platform::statements! {
    KEEP: () = "INSERT INTO person_looks (person, lang, size, face) VALUES ($1, $2, $3, $4)
        ON CONFLICT (person) DO UPDATE SET lang = excluded.lang, size = excluded.size, face = excluded.face";
}

#[derive(askama::Template)]
#[template(path = "looks.html")]
struct LooksPage {
    ui: Ui,
    t: &'static Texts,
    looks: Looks,
    to: String,
}

impl LooksPage {
    fn langs(&self) -> [(&'static str, &'static str, bool); 2] {
        [("nl", "Nederlands", self.looks.lang == Lang::Nl), ("en", "English", self.looks.lang == Lang::En)]
    }

    fn sizes(&self) -> [(&'static str, String, bool); 3] {
        let is = |size| self.looks.size == size;
        [
            ("18", self.t.looks_size_normal(), is(TextSize::Normal)),
            ("20", self.t.looks_size_large(), is(TextSize::Large)),
            ("22", self.t.looks_size_larger(), is(TextSize::Larger)),
        ]
    }

    fn faces(&self) -> [(&'static str, String, bool); 2] {
        let is = |face| self.looks.face == face;
        [
            ("normal", self.t.looks_face_normal(), is(Face::Normal)),
            ("legible", self.t.looks_face_legible(), is(Face::Legible)),
        ]
    }
}

fn back(text: &str) -> String {
    let own = text.starts_with('/') && !text.starts_with("//") && !text.contains(['\\', '\r', '\n']);
    if own { text.to_owned() } else { "/".to_owned() }
}

pub(crate) async fn show(cx: Cx) -> Outcome {
    let to = back(&cx.query("naar").unwrap_or_default());
    cx.page(&LooksPage { ui: Ui::of(&cx, Section::None), t: texts(cx.lang()), looks: cx.looks(), to })
}

pub(crate) async fn choose(cx: Cx, form: Fields) -> Outcome {
    form.only(&["taal", "grootte", "letter", "naar"])?;
    let looks = Looks {
        lang: form.choice("taal").unwrap_or_default(),
        size: form.choice("grootte").unwrap_or_default(),
        face: form.choice("letter").unwrap_or_default(),
    };
    if let Some(person) = cx.actor().hand() {
        let mut tx = cx.begin().await?;
        tx.exactly_one(KEEP, args![person, looks.lang, looks.size, looks.face]).await?;
        tx.commit().await?;
    }
    let words = format!("{}.{}.{}", looks.lang.word(), looks.size.word(), looks.face.word());
    let cookie = format!("{LOOKS_COOKIE}={words}; Path=/; SameSite=Lax; Max-Age=31536000; HttpOnly");
    with_cookie(cx.go_to(&back(form.text("naar")))?, &cookie)
}
