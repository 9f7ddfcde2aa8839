//! Changing a part of the settings: fill in, look at what will be different, and only then keep it.
//!
//! GET  /organisaties/{id}/instellingen/{part}            `?terug=CHANGE` shows what putting it back would do
//! POST /organisaties/{id}/instellingen/{part}            the fields of the part, `versie`, and
//!                                                        doe=bekijk, doe=bewaar or doe=terug

use axum::extract::Path;
use identity::fresh;
use platform::choice::Choice;
use platform::id::OrganisationId;
use platform::web::{Cx, Fields, Outcome, Problem};
use ui::{Ui, dates};

use crate::events::Was;
use crate::logo::{self, Picture, Unfit};
use crate::parts::{Faults, Pick};
use crate::policy::{Changing, Settings};
use crate::say::{Made, Shown};
use crate::setting::{Part, Setting};
use crate::store::{self, Change, ChangeId, Diff, Held};
use crate::{Event, Texts, room, say, texts};

/// What stands in the form, setting by setting.
type Typed = Vec<(Setting, String)>;

/// Somebody else was ahead: who, when, and what stands there now.
struct Ahead {
    words: String,
    now: Vec<(String, Shown)>,
}

#[derive(askama::Template)]
#[template(path = "change.html")]
struct ChangePage {
    ui: Ui,
    t: &'static Texts,
    of: Settings,
    part: Part,
    typed: Typed,
    /// What holds now, for what is not typed: the logo.
    held: Typed,
    version: String,
    sends_from: String,
    ahead: Option<Ahead>,
    faults: Faults,
}

#[derive(askama::Template)]
#[template(path = "preview.html")]
struct PreviewPage {
    ui: Ui,
    t: &'static Texts,
    of: Settings,
    part: Part,
    typed: Typed,
    diffs: Vec<Diff>,
    version: String,
    puts_back: bool,
}

impl ChangePage {
    fn title(&self) -> String {
        say::part(self.part, self.t)
    }

    fn lead(&self) -> String {
        say::part_lead(self.part, self.t)
    }

    fn drawn(&self, setting: &Setting, typed: &str) -> ui::Html {
        let (t, name) = (self.t, setting.word());
        let (label, hint) = (say::setting(*setting, t), say::hint(*setting, t));
        match setting {
            Setting::SecondStep => {
                let pick = |word: &str, label: String| Pick::new(word, label, typed == word);
                let picks = vec![pick("nee", t.second_step_not_asked()), pick("ja", t.second_step_asked())];
                crate::parts::select(&self.faults, name, label, hint, picks)
            }
            Setting::Postal | Setting::Visiting => crate::parts::field(&self.faults, name, label, hint, typed, 4),
            _ => crate::parts::field(&self.faults, name, label, hint, typed, 0),
        }
    }

    fn is_logo(&self) -> bool {
        self.part == Part::Logo
    }

    fn logo(&self) -> Option<Shown> {
        let (setting, value) = self.held.first()?;
        (!value.is_empty()).then(|| say::shown(&self.of, *setting, value, self.t))
    }

    /// A picture that was chosen on an earlier page and is not kept yet.
    fn carried(&self) -> Option<&str> {
        let (_, value) = self.typed.first().filter(|_| self.is_logo())?;
        value.starts_with("data:").then_some(value.as_str())
    }

    fn looks(&self, carried: &str) -> ui::Html {
        crate::parts::shown(&say::shown(&self.of, Setting::Logo, carried, self.t), self.t.set_logo())
    }

    fn made(&self) -> Option<Made> {
        let (setting, hex) = self.held.first()?;
        (*setting == Setting::Colour).then(|| say::made(hex, self.t, self.ui.lang.pick(',', '.')))?
    }

    fn says_from(&self) -> bool {
        self.part == Part::Mail
    }
}

impl PreviewPage {
    fn field(&self, setting: &Setting) -> &'static str {
        setting.word()
    }

    fn title(&self) -> String {
        say::part(self.part, self.t)
    }

    fn rows(&self) -> Vec<(String, Shown, Shown)> {
        let shown = |s: &Setting, v: &str| say::shown(&self.of, *s, v, self.t);
        self.diffs.iter().map(|(s, was, new)| (say::setting(*s, self.t), shown(s, was), shown(s, new))).collect()
    }

    fn made(&self) -> Option<Made> {
        let (setting, _, hex) = self.diffs.first()?;
        (*setting == Setting::Colour).then(|| say::made(hex, self.t, self.ui.lang.pick(',', '.')))?
    }

    /// What it will mean, where that is not plain from the two values.
    fn consequence(&self) -> Option<String> {
        let (setting, _, new) = self.diffs.first()?;
        let goes = |s: Setting| self.diffs.iter().any(|(changed, _, days)| *changed == s && !days.is_empty());
        match (setting, new.as_str()) {
            (Setting::SecondStep, "ja") => Some(self.t.second_step_consequence()),
            (Setting::LetterDays | Setting::SignInDays, _) => {
                match (goes(Setting::LetterDays), goes(Setting::SignInDays)) {
                    (true, true) => Some(self.t.retention_consequence_both()),
                    (true, false) => Some(self.t.retention_consequence()),
                    (false, true) => Some(self.t.retention_consequence_sign_ins()),
                    (false, false) => None,
                }
            }
            (Setting::OwnLetterDays, days) if !days.is_empty() => Some(self.t.retention_consequence_own()),
            (Setting::Name | Setting::ShortName, _) => Some(self.t.name_consequence()),
            _ => None,
        }
    }
}

fn values(held: &Held, part: Part) -> Typed {
    part.settings().iter().map(|s| (*s, held.value(*s))).collect()
}

fn version_of(last: Option<&Change>) -> String {
    last.map(|c| c.id.to_string()).unwrap_or_default()
}

/// Asks whether this may be changed, and for what matters also who they are.
fn may_come(cx: &Cx, of: &Settings, word: &str) -> Result<Part, Problem> {
    let part = room::part(of, word)?;
    if part.asks_fresh() {
        fresh::check(cx, &of.part_path(part))?;
    }
    Ok(part)
}

pub(crate) async fn ask(cx: Cx, Path((id, word)): Path<(OrganisationId, String)>) -> Outcome {
    let mut reader = cx.reader().await?;
    let of = room::find(&mut reader, &id).await?;
    cx.sees::<Changing>(&of)?;
    let part = may_come(&cx, &of, &word)?;
    let (t, held) = (texts(cx.lang()), store::held(&mut reader, &of).await?);
    let version = version_of(store::version(&mut reader, &id, part).await?.as_ref());
    let typed = values(&held, part);
    let ui = room::frame_below(&cx, &of);
    if let Some(back) = cx.query("terug").filter(|id| platform::id::is_id(id)) {
        let change = store::change(&mut reader, &id, &ChangeId::of(back)).await?.ok_or(Problem::NotFound)?;
        let put =
            |(s, now): &(Setting, String)| (*s, if *s == change.setting { change.was.clone() } else { now.clone() });
        let wanted: Typed = typed.iter().map(put).collect();
        let diffs = different(&typed, &wanted);
        if diffs.is_empty() {
            return cx.go_to(&format!("{}/geschiedenis", of.path()));
        }
        return cx.page(&PreviewPage { ui, t, of, part, typed: wanted, diffs, version, puts_back: true });
    }
    let (sends_from, faults) = (say::sends_from(cx.app()), Faults::none());
    cx.page(&ChangePage { ui, t, of, part, held: typed.clone(), typed, version, sends_from, ahead: None, faults })
}

/// What is different between what holds and what is wanted.
fn different(now: &Typed, wanted: &Typed) -> Vec<Diff> {
    let both = now.iter().zip(wanted);
    both.filter(|(a, b)| a.1 != b.1).map(|((s, was), (_, new))| (*s, was.clone(), new.clone())).collect()
}

fn names(part: Part) -> Vec<&'static str> {
    let own = part.settings().iter().map(|s| s.word());
    own.chain(["versie", "doe", "bestand", "weg"]).collect()
}

/// Reads the form: what was typed as it stands there, what is wanted, and what is wrong.
fn read(part: Part, form: &Fields, now: &Typed, t: &Texts) -> (Typed, Typed, Faults) {
    let (mut typed, mut wanted, mut faults) = (Vec::new(), Vec::new(), Faults::none());
    for setting in part.settings() {
        let text: String = form.raw(setting.word()).chars().take(1_000).collect();
        match setting.read(&text) {
            Ok(value) => wanted.push((*setting, value)),
            Err(why) => {
                faults.add(setting.word(), say::refusal(*setting, why, t));
                wanted.push((*setting, String::new()));
            }
        }
        typed.push((*setting, text));
    }
    if faults.is_empty() && different(now, &wanted).is_empty() {
        faults.add(part.settings()[0].word(), t.wrong_nothing());
    }
    (typed, wanted, faults)
}

/// The logo as the form brings it: a new file, none, or what an earlier page carried.
fn read_logo(form: &Fields, now: &Typed, t: &Texts) -> (Typed, Typed, Faults) {
    let carried = form.raw(Setting::Logo.word());
    let (value, mut faults) = match (form.file("bestand"), form.text("weg")) {
        (Some(file), _) => match logo::look_at(&file.bytes) {
            Ok(picture) => (picture.carried(), Faults::none()),
            Err(why) => (String::new(), Faults::one("bestand", unfit(why, t))),
        },
        (None, "ja") => (String::new(), Faults::none()),
        (None, _) if form.has(Setting::Logo.word()) => (carried, Faults::none()),
        (None, _) => (String::new(), Faults::one("bestand", t.logo_choose())),
    };
    let wanted = vec![(Setting::Logo, value)];
    if faults.is_empty() && different(now, &wanted).is_empty() {
        faults.add("bestand", t.logo_choose());
    }
    (wanted.clone(), wanted, faults)
}

fn unfit(why: Unfit, t: &Texts) -> String {
    match why {
        Unfit::None => t.logo_choose(),
        Unfit::Svg => t.logo_svg(),
        Unfit::Kind => t.logo_kind(),
        Unfit::TooLarge => t.logo_large(),
        Unfit::Pixels => t.logo_pixels(),
    }
}

pub(crate) async fn change(cx: Cx, Path((id, word)): Path<(OrganisationId, String)>, form: Fields) -> Outcome {
    let mut tx = cx.begin().await?;
    let of = store::take(&mut tx, &id).await?.ok_or(Problem::NotFound)?;
    let permit = cx.may::<Changing>(&of)?;
    let part = may_come(&cx, &of, &word)?;
    form.only(&names(part))?;
    let (t, held) = (texts(cx.lang()), store::held(&mut tx, &of).await?);
    let last = store::version(&mut tx, &id, part).await?;
    let (version, now) = (version_of(last.as_ref()), values(&held, part));
    let (typed, mut wanted, faults) =
        if part == Part::Logo { read_logo(&form, &now, t) } else { read(part, &form, &now, t) };
    let is_old = form.has("versie") && form.text("versie") != version;
    let goes_back = form.text("doe") == "terug";
    if !faults.is_empty() || is_old || goes_back {
        let ahead = last.filter(|_| is_old).map(|last| ahead(&cx, &of, &last, &now, t));
        let (ui, sends_from) = (room::frame_below(&cx, &of), say::sends_from(cx.app()));
        let page = ChangePage { ui, t, of, part, typed, held: now, version, sends_from, ahead, faults };
        return if goes_back && page.ahead.is_none() { cx.page(&page) } else { cx.page_again(&page) };
    }
    let mut diffs = different(&now, &wanted);
    if form.text("doe") != "bewaar" {
        let ui = room::frame_below(&cx, &of);
        return cx.page(&PreviewPage { ui, t, of, part, typed: wanted, diffs, version, puts_back: false });
    }
    if part == Part::Logo {
        let kept = keep_logo(&cx, &mut tx, &of, &wanted[0].1).await?;
        wanted[0].1 = kept;
        diffs = different(&now, &wanted);
    }
    store::save(&mut tx, &permit, part, held, &diffs, cx.now()).await?;
    let was = |(s, before, after): Diff| Was { setting: s.word().to_owned(), before, after };
    let changes = diffs.into_iter().map(was).collect();
    let event = Event::Changed { organisation: id, of: of.kind, part: part.word().to_owned(), changes };
    cx.record(&mut tx, &event);
    tx.commit().await?;
    cx.go_to(&format!("{}?bericht=bewaard", of.path()))
}

/// The picture that a page carried becomes a file; one that was the logo before is a file already.
async fn keep_logo(cx: &Cx, tx: &mut platform::db::Tx, of: &Settings, carried: &str) -> Result<String, Problem> {
    if carried.is_empty() || logo::was(tx, &of.id, carried).await? {
        return Ok(carried.to_owned());
    }
    let picture = Picture::of_carried(carried).ok_or(Problem::Malformed("a logo that was not looked at"))?;
    Ok(picture.keep(tx, cx.person()?, cx.now()).await?.to_string())
}

fn ahead(cx: &Cx, of: &Settings, last: &Change, now: &Typed, t: &Texts) -> Ahead {
    let when = dates::when(last.at, cx.now(), cx.lang());
    let shown = |(s, v): &(Setting, String)| (say::setting(*s, t), say::shown(of, *s, v, t));
    Ahead { words: t.ahead_text(last.name.as_str(), when), now: now.iter().map(shown).collect() }
}
