//! The page on which one chooses who to be.
//!
//! GET /demo

use platform::web::{Cx, Outcome};
use ui::{Section, Ui, dates};

use super::people::{self, Persona};
use crate::{Texts, texts};

/// Letters on the page; the rest is in the list as JSON.
const LETTERS: i64 = 12;

#[derive(askama::Template)]
#[template(path = "demo/start.html")]
struct StartPage {
    ui: Ui,
    t: &'static Texts,
    groups: Vec<(String, Vec<Persona>)>,
    letters: Vec<mail::Kept>,
    today: String,
    clock: String,
}

impl StartPage {
    fn role(&self, persona: &Persona) -> String {
        let role = persona.role.map(|r| ui::role_word(r, self.ui.lang)).unwrap_or_default();
        [role, persona.organisation.as_deref().unwrap_or_default()]
            .into_iter()
            .filter(|s| !s.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    }
}

/// Which personas stand together, and in which order.
const COUNCIL: &[&str] = &["lid", "secretaris", "voorzitter", "penningmeester", "dubbel", "lid-elders"];
const MUNICIPALITY: &[&str] = &["contactambtenaar", "beleidsmedewerker", "wethouder", "griffier", "ambtenaar-elders"];
const ASSOCIATION: &[&str] = &["begeleider", "bureau", "bestuur", "beheerder", "gast"];

pub(super) async fn start(cx: Cx) -> Outcome {
    let mut reader = cx.reader().await?;
    let personas = people::personas(&mut reader, cx.now().day()).await?;
    let letters = mail::letters_to(&mut reader, "", LETTERS).await?;
    let t = texts(cx.lang());
    let group =
        |slugs: &[&str]| slugs.iter().filter_map(|slug| personas.iter().find(|p| p.slug == *slug).cloned()).collect();
    let groups = vec![
        (t.demo_council(), group(COUNCIL)),
        (t.demo_municipality(), group(MUNICIPALITY)),
        (t.demo_association(), group(ASSOCIATION)),
    ];
    let (now, lang) = (cx.now(), cx.lang());
    let today = format!("{}, {}", dates::weekday_full(now.day(), lang), dates::time(now, lang));
    let clock = now.wall().strftime("%Y-%m-%dT%H:%M").to_string();
    cx.page(&StartPage { ui: Ui::of(&cx, Section::None), t, groups, letters, today, clock })
}
