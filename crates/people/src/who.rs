//! Who is who: looking for people by name, organisation, subject or role.
//!
//! GET /mensen?q=&wie=&rol=&thema=&provincie=&bladzijde=

use platform::choice::Choice;
use platform::web::{Cx, Outcome, Pace};
use platform::{Kind, Role, policy};
use ui::{Pager, Ui};

use crate::body::{Theme, path_of};
use crate::parts::{Faults, Pick};
use crate::policy::{Book, Doubles, Entering, Joining};
use crate::store::book::{self, PER_PAGE, Row, Somebody, Wanted};
use crate::{Texts, room, texts};

/// The roles by which people look for somebody.
const ROLES: &[Role] = &[
    Role::Chair,
    Role::Secretary,
    Role::OfficialSecretary,
    Role::Treasurer,
    Role::Member,
    Role::Candidate,
    Role::ContactOfficer,
    Role::Officer,
    Role::Alderman,
    Role::Clerk,
    Role::Facilitator,
    Role::Office,
    Role::Board,
];

#[derive(askama::Template)]
#[template(path = "who.html")]
struct WhoPage {
    ui: Ui,
    t: &'static Texts,
    wanted: Wanted,
    people: Vec<Somebody>,
    found: i64,
    house: (i64, i64, i64),
    themes: Vec<Theme>,
    provinces: Vec<String>,
    pager: Pager,
    /// May look for who is in twice.
    may_join: bool,
    faults: Faults,
}

impl WhoPage {
    fn lead(&self) -> String {
        let (people, councils, municipalities) = self.house;
        self.t.who_lead(self.number(people), self.number(councils), self.number(municipalities))
    }

    /// 2.480, as people write it.
    fn number(&self, n: i64) -> String {
        let digits = n.to_string();
        let cut = digits.len().saturating_sub(3);
        if cut == 0 {
            return digits;
        }
        let sign = self.ui.lang.pick(".", ",");
        format!("{}{sign}{}", &digits[..cut], &digits[cut..])
    }

    fn says_found(&self) -> String {
        match self.found {
            1 => self.t.who_found_one(),
            n if n > 12 => self.t.who_found(self.number(n)),
            n => self.t.who_found(self.ui.count_first(&n)),
        }
    }

    fn knows(&self, somebody: &Somebody) -> String {
        let names = somebody.knows.iter().map(|(id, name)| self.ui.theme(id, name));
        names.collect::<Vec<_>>().join(", ")
    }

    fn org_path(&self, row: &Row) -> String {
        path_of(row.kind, &row.organisation)
    }

    fn since(&self, row: &Row) -> String {
        self.t.who_since(ui::role_word(row.role, self.ui.lang), row.from_on.0.year().to_string())
    }

    fn side(&self, row: &Row) -> &'static str {
        side(&row.kind)
    }

    fn kinds(&self) -> Vec<Pick> {
        let kinds = [Kind::Council, Kind::Municipality, Kind::Association, Kind::Elsewhere];
        let words = |kind| match kind {
            Kind::Council => self.t.who_councils(),
            Kind::Municipality => self.t.who_municipalities(),
            Kind::Association => self.t.who_association(),
            Kind::Host | Kind::Elsewhere => self.t.who_partners(),
        };
        let all = Pick::new("", self.t.who_everybody(), self.wanted.kind.is_empty());
        std::iter::once(all).chain(kinds.map(|k| Pick::new(k.word(), words(k), self.wanted.kind == k.word()))).collect()
    }

    fn roles(&self) -> Vec<Pick> {
        let all = Pick::new("", self.t.who_every_role(), self.wanted.role.is_empty());
        let pick = |r: &Role| {
            Pick::new(r.word(), ui::dates::capital(ui::role_word(*r, self.ui.lang)), self.wanted.role == r.word())
        };
        std::iter::once(all).chain(ROLES.iter().map(pick)).collect()
    }

    fn theme_picks(&self) -> Vec<Pick> {
        let all = Pick::new("", self.t.who_every_theme(), self.wanted.theme.is_empty());
        let pick = |theme: &Theme| {
            Pick::new(theme.id.clone(), self.ui.theme(&theme.id, &theme.name), self.wanted.theme == theme.id)
        };
        std::iter::once(all).chain(self.themes.iter().map(pick)).collect()
    }

    fn province_picks(&self) -> Vec<Pick> {
        let all = Pick::new("", self.t.who_whole_country(), self.wanted.region.is_empty());
        let pick = |name: &String| Pick::new(name.clone(), name.clone(), self.wanted.region == *name);
        std::iter::once(all).chain(self.provinces.iter().map(pick)).collect()
    }
}

/// The class of a side of the table.
pub(crate) fn side(kind: &Kind) -> &'static str {
    match kind {
        Kind::Council => "side--council",
        Kind::Municipality => "side--municipality",
        Kind::Association | Kind::Host | Kind::Elsewhere => "",
    }
}

fn wanted(cx: &Cx) -> Wanted {
    let text = |name: &str| cx.query(name).unwrap_or_default().trim().to_owned();
    let known = |word: String, is: bool| if is { word } else { String::new() };
    let (role, kind) = (text("rol"), text("wie"));
    Wanted {
        text: text("q").chars().take(100).collect(),
        role: known(role.clone(), Role::of(&role).is_some_and(|r| ROLES.contains(&r))),
        kind: known(kind.clone(), Kind::of(&kind).is_some()),
        theme: text("thema").chars().take(60).collect(),
        region: text("provincie").chars().take(60).collect(),
    }
}

fn path(wanted: &Wanted) -> String {
    let pairs = [
        ("q", &wanted.text),
        ("wie", &wanted.kind),
        ("rol", &wanted.role),
        ("thema", &wanted.theme),
        ("provincie", &wanted.region),
    ];
    let set: Vec<String> = pairs
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| {
            format!("{name}={}", askama::filters::urlencode_strict(value).map(|v| v.to_string()).unwrap_or_default())
        })
        .collect();
    if set.is_empty() { "/mensen".to_owned() } else { format!("/mensen?{}", set.join("&")) }
}

pub(crate) async fn list(cx: Cx) -> Outcome {
    cx.sees::<Entering>(&Book)?;
    let (wanted, today) = (wanted(&cx), cx.now().day());
    if !wanted.text.is_empty() {
        cx.paced(Pace::Search, 1)?;
    }
    let mut reader = cx.reader().await?;
    let found = book::count(&mut reader, &wanted, today).await?;
    let pager = Pager::new(path(&wanted), cx.page_number(), found, PER_PAGE).within()?;
    let people = book::page(&mut reader, &wanted, today, pager.page).await?;
    let house = book::house(&mut reader, today).await?;
    let themes = book::themes(&mut reader).await?;
    let provinces = book::provinces(&mut reader).await?;
    let (ui, t) = (room::frame(&cx), texts(cx.lang()));
    let may_join = policy::may::<Joining>(cx.actor(), &Doubles { persons: Vec::new(), keeps_the_house: false });
    cx.page(&WhoPage {
        ui,
        t,
        wanted,
        people,
        found,
        house,
        themes,
        provinces,
        pager,
        may_join,
        faults: Faults::none(),
    })
}
