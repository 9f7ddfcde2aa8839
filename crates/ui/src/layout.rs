//! The frame around every page: masthead, menu, way up, notices and foot.

use platform::app::{Face, Looks, TextSize};
use platform::choice::Choice;
use platform::web::{Cx, Problem};
use platform::{Day, Kind, Lang, Moment, Role};

use crate::roles::{kind_mark, role_word};
use crate::{Texts, assets, dates, texts};

/// Which of the words in the menu a page belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    Home,
    Community,
    /// The council's board, or for an officer the cases.
    Board,
    /// What whoever keeps the house running looks after.
    Host,
    /// Which organisations sign in their own people.
    SignIns,
    /// Who keeps the house running.
    Keepers,
    People,
    None,
}

struct MenuItem {
    path: &'static str,
    word: String,
    current: bool,
}

/// Who is signed in, as the masthead says it.
struct Me {
    name: String,
    role: String,
    mark: &'static str,
    has_more_seats: bool,
}

/// A sentence above the page: what happened, and what one can do now.
#[derive(Debug, Clone)]
pub struct Notice {
    pub title: String,
    pub text: String,
    /// A way on, with its words.
    pub link: Option<(String, String)>,
}

impl Notice {
    pub fn new(title: impl Into<String>, text: impl Into<String>) -> Self {
        Self { title: title.into(), text: text.into(), link: None }
    }

    pub fn with_link(mut self, path: impl Into<String>, words: impl Into<String>) -> Self {
        self.link = Some((path.into(), words.into()));
        self
    }
}

/// One step up: a path and its words.
#[derive(Debug, Clone)]
pub struct Crumb {
    pub path: String,
    pub words: String,
}

impl Crumb {
    pub fn new(path: impl Into<String>, words: impl Into<String>) -> Self {
        Self { path: path.into(), words: words.into() }
    }
}

/// What the layout needs; each page carries one as `ui`.
pub struct Ui {
    pub lang: Lang,
    pub now: Moment,
    pub today: Day,
    pub demo: bool,
    pub crumbs: Vec<Crumb>,
    pub notice: Option<Notice>,
    /// The token of each form on this page.
    pub token: String,
    path: String,
    phone: String,
    looks: Looks,
    style: Option<String>,
    menu: Vec<MenuItem>,
    me: Option<Me>,
    /// In whose name is worked now: said on every page.
    behalf: Option<String>,
    t: &'static Texts,
}

impl Ui {
    pub fn of(cx: &Cx, section: Section) -> Self {
        let (lang, t) = (cx.lang(), texts(cx.lang()));
        Self {
            lang,
            now: cx.now(),
            today: cx.now().day(),
            demo: cx.app().is_demo(),
            crumbs: Vec::new(),
            notice: None,
            token: cx.form_token(),
            path: cx.path().to_owned(),
            phone: cx.app().config().phone.clone(),
            looks: cx.looks(),
            style: style(cx),
            menu: menu(cx, section, t),
            me: me(cx),
            behalf: cx.actor().helper.as_ref().map(|_| cx.actor().name.clone()),
            t,
        }
    }

    /// Whether the reader works in somebody else's name.
    pub fn on_behalf(&self) -> bool {
        self.behalf.is_some()
    }

    /// The masthead says that they are a guest here, whatever they are elsewhere.
    pub fn as_guest(mut self) -> Self {
        if let Some(me) = &mut self.me {
            me.role = role_word(Role::Guest, self.lang).to_owned();
        }
        self
    }

    pub fn crumb(mut self, path: impl Into<String>, words: impl Into<String>) -> Self {
        self.crumbs.push(Crumb::new(path, words));
        self
    }

    pub fn with_notice(mut self, notice: Option<Notice>) -> Self {
        self.notice = notice.or(self.notice);
        self
    }

    /// The classes of `<html>`: how this person wants to read.
    fn looks_class(&self) -> String {
        let size = match self.looks.size {
            TextSize::Normal => "",
            TextSize::Large => "size-20 ",
            TextSize::Larger => "size-22 ",
        };
        let face = match self.looks.face {
            Face::Normal => "",
            Face::Legible => "face-legible",
        };
        format!("{size}{face}").trim().to_owned()
    }

    fn lang_word(&self) -> &'static str {
        self.lang.word()
    }

    fn asset(&self, name: &str) -> &'static str {
        assets::asset(name)
    }

    fn dial(&self) -> String {
        let digits: String = self.phone.chars().filter(char::is_ascii_digit).collect();
        digits.strip_prefix('0').map_or_else(|| digits.clone(), |rest| format!("+31{rest}"))
    }

    /// `8 december`, with the year when it is not this one.
    pub fn day(&self, day: &Day) -> String {
        dates::day(*day, self.today, self.lang)
    }

    /// `dinsdag 8 december`.
    pub fn weekday_day(&self, day: &Day) -> String {
        dates::weekday_day(*day, self.today, self.lang)
    }

    /// `dinsdag 8 december 2026`.
    pub fn weekday_full(&self, day: &Day) -> String {
        dates::weekday_full(*day, self.lang)
    }

    /// `over 14 dagen`.
    pub fn distance(&self, day: &Day) -> String {
        dates::distance(*day, self.today, self.lang)
    }

    /// `vandaag`, `gisteren`, or the date.
    pub fn when(&self, at: &Moment) -> String {
        dates::when(*at, self.now, self.lang)
    }

    /// A count in words.
    pub fn count(&self, n: &i64) -> String {
        dates::count(*n, self.lang)
    }

    /// A count in words that opens a sentence.
    pub fn count_first(&self, n: &i64) -> String {
        dates::capital(&dates::count(*n, self.lang))
    }

    pub fn role(&self, role: &Role) -> &'static str {
        role_word(*role, self.lang)
    }

    /// The name of a theme, in the language of the reader.
    pub fn theme(&self, id: &str, name: &str) -> String {
        crate::themes::theme_name(id, name, self.lang)
    }

    /// A theme as it stands after *about*.
    pub fn theme_short(&self, id: &str, short: &str) -> String {
        crate::themes::theme_short(id, short, self.lang)
    }

    pub fn mark(&self, kind: &Kind) -> &'static str {
        kind_mark(*kind)
    }

    /// The script for pages that announce what is new.
    pub fn script(&self, name: &str) -> &'static str {
        assets::asset(name)
    }
}

fn menu(cx: &Cx, section: Section, t: &Texts) -> Vec<MenuItem> {
    let actor = cx.actor();
    if !actor.is_signed_in() {
        return Vec::new();
    }
    let item = |path, word, of| MenuItem { path, word, current: section == of };
    let mut items = vec![item("/", t.menu_home(), Section::Home)];
    // A guest was invited to one thing, which is not in the menu.
    let Some(seat) = actor.seat().filter(|s| s.role != Role::Guest) else { return items };
    // Who keeps the house running is not of the company that talks in it.
    if !matches!(seat.kind, Kind::Host | Kind::Elsewhere) {
        items.push(item("/gesprekken", t.menu_community(), Section::Community));
    }
    match seat.kind {
        Kind::Council => items.push(item("/onze-raad", t.menu_our_council(), Section::Board)),
        Kind::Municipality => items.push(item("/dossiers", t.menu_cases(), Section::Board)),
        Kind::Association | Kind::Host | Kind::Elsewhere => {}
    }
    if seat.kind != Kind::Host {
        items.push(item("/mensen", t.menu_people(), Section::People));
    }
    if actor.holds(Role::Administrator) {
        items.push(item("/organisaties", t.menu_organisations(), Section::People));
        items.push(item("/beheer/spoor", t.menu_trail(), Section::Host));
        items.push(item("/beheer/aanmeldingen", t.menu_sign_ins(), Section::SignIns));
        items.push(item("/beheer/beheerders", t.menu_keepers(), Section::Keepers));
    }
    items
}

/// The style sheet of the organisation that somebody speaks for; it came along with their seats.
fn style(cx: &Cx) -> Option<String> {
    let seat = cx.actor().seat().filter(|s| s.role != Role::Guest)?;
    let version = seat.style.as_ref()?;
    Some(format!("/stijl/{}/{version}.css", seat.organisation))
}

fn me(cx: &Cx) -> Option<Me> {
    let actor = cx.actor();
    actor.person.as_ref()?;
    if let Some(helper) = &actor.helper {
        let (name, mark) = (helper.name.clone(), "mark--both");
        let role = texts(cx.lang()).behalf_role(actor.name.as_str());
        return Some(Me { name, role, mark, has_more_seats: false });
    }
    let seat = actor.seat();
    Some(Me {
        name: actor.name.clone(),
        role: seat.map(|s| format!("{}, {}", role_word(s.role, cx.lang()), s.organisation_name)).unwrap_or_default(),
        mark: seat.map_or("mark--association mark--open", |s| kind_mark(s.kind)),
        has_more_seats: actor.seats.len() > 1,
    })
}

/// Which page of a list this is: *Bladzijde 2 van 3*.
#[derive(Debug, Clone)]
pub struct Pager {
    pub page: i64,
    pub pages: i64,
    path: String,
}

impl Pager {
    /// `path` is that of the list, with its other choices.
    pub fn new(path: impl Into<String>, page: i64, items: i64, per_page: i64) -> Self {
        Self { page, pages: ((items + per_page - 1) / per_page).max(1), path: path.into() }
    }

    /// A list has no page past its last one.
    ///
    /// # Errors
    /// [`Problem::NotFound`] past the end.
    pub fn within(self) -> Result<Self, Problem> {
        if self.page > self.pages { Err(Problem::NotFound) } else { Ok(self) }
    }

    fn at(&self, page: i64) -> String {
        let sign = if self.path.contains('?') { '&' } else { '?' };
        if page == 1 { self.path.clone() } else { format!("{}{sign}bladzijde={page}", self.path) }
    }

    pub fn previous(&self) -> Option<String> {
        (self.page > 1).then(|| self.at((self.page - 1).min(self.pages)))
    }

    pub fn next(&self) -> Option<String> {
        (self.page < self.pages).then(|| self.at(self.page + 1))
    }

    pub fn is_needed(&self) -> bool {
        self.pages > 1 || self.page > 1
    }

    pub fn words(&self, lang: &Lang) -> String {
        let (page, pages) = (self.page, self.pages);
        lang.pick(format!("Bladzijde {page} van {pages}"), format!("Page {page} of {pages}"))
    }
}

/// Words that parts of other crates' pages need.
impl Ui {
    pub fn t_previous(&self) -> String {
        self.t.pager_previous()
    }

    pub fn t_next(&self) -> String {
        self.t.pager_next()
    }
}

/// The pieces of the frame, between which a page puts its title, scripts and content.
mod frame {
    use super::Ui;

    macro_rules! pieces {
        ($($name:ident $path:literal),+) => {$(
            #[derive(askama::Template)]
            #[template(path = $path)]
            pub(super) struct $name<'a> { pub(super) ui: &'a Ui }
        )+};
    }
    pieces!(Open "frame-open.html", Head "frame-head.html", Body "frame-body.html", Main "frame-main.html", Close "frame-close.html");
}

/// HTML that was drawn by our own templates.
pub type Html = askama::filters::Safe<String>;

fn drawn(piece: &impl askama::Template) -> Html {
    // Drawing into a text cannot fail; a template has no other errors of its own.
    askama::filters::Safe(piece.render().unwrap_or_default())
}

impl Ui {
    pub fn open(&self) -> Html {
        drawn(&frame::Open { ui: self })
    }
    pub fn head(&self) -> Html {
        drawn(&frame::Head { ui: self })
    }
    pub fn body(&self) -> Html {
        drawn(&frame::Body { ui: self })
    }
    pub fn main(&self) -> Html {
        drawn(&frame::Main { ui: self })
    }
    pub fn close(&self) -> Html {
        drawn(&frame::Close { ui: self })
    }
}
