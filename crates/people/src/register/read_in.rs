//! Councils and people from a file, on a page: the same file and the same reading as on the command line. What would
//! come of it is shown first; nothing is stored before that was agreed to.
//!
//! GET  /organisaties/inlezen
//! POST /organisaties/inlezen   bestand, or tabel (its text); doe (bekijk, lees), eenmalig

use identity::fresh;
use platform::web::{Cx, Fields, Outcome, once};
use ui::{Notice, Ui, dates};

use crate::import::{self, Report, Right};
use crate::parts::Faults;
use crate::register;
use crate::register::policy::{Keeping, Register};
use crate::{Texts, texts};

const PATH: &str = "/organisaties/inlezen";
/// What a file may weigh, and how many lines it may have: more than one sheet of people, less than what keeps
/// everybody waiting.
const BYTES_MOST: usize = 256 * 1024;
const LINES_MOST: usize = 1_000;

#[derive(askama::Template)]
#[template(path = "register/read_in.html")]
struct ReadInPage {
    ui: Ui,
    t: &'static Texts,
    faults: Faults,
}

impl ReadInPage {
    /// Some columns, as the reader writes them.
    fn columns(&self, names: &str) -> String {
        let name = |name| self.ui.lang.pick(import::dutch_column(name), name);
        names.split(' ').map(name).collect::<Vec<_>>().join(", ")
    }
}

#[derive(askama::Template)]
#[template(path = "register/read_in_preview.html")]
struct PreviewPage {
    ui: Ui,
    t: &'static Texts,
    text: String,
    report: Report,
    once: String,
}

impl PreviewPage {
    fn wrong(&self) -> Vec<(String, String)> {
        let said = |(line, wrong): &(u64, import::Wrong)| (line.to_string(), wrong.words(self.ui.lang, self.t));
        self.report.wrong.iter().map(said).collect()
    }

    fn wrong_title(&self) -> String {
        match self.report.wrong.len() {
            1 => self.t.import_wrong_one(),
            n => self.t.import_wrong(self.ui.count_first(&(n as i64))),
        }
    }

    /// What is new, and what is there already.
    fn added(&self) -> Vec<&Right> {
        self.report.right.iter().filter(|right| !right.is_known()).collect()
    }

    fn known(&self) -> usize {
        self.report.right.iter().filter(|right| right.is_known()).count()
    }

    fn known_words(&self) -> String {
        match self.known() {
            1 => self.t.import_known_one(),
            n => self.t.import_known(self.ui.count_first(&(n as i64))),
        }
    }

    fn says(&self, right: &Right) -> Vec<String> {
        let t = self.t;
        let mut says = Vec::new();
        if right.new_organisation {
            says.push(t.import_new_organisation());
        }
        if let Some(member) = &right.member {
            let role = ui::role_word(member.role, self.ui.lang);
            let from = dates::full(member.from_on, self.ui.lang);
            let until = member.until_on.map(|day| dates::full(day, self.ui.lang));
            says.push(match (member.new_role, until) {
                (false, _) => t.import_has_role(role),
                (true, None) => t.import_gets_role(role, from),
                (true, Some(until)) => t.import_gets_role_until(role, from, until),
            });
            says.push(if member.new_person { t.import_new_person() } else { t.import_known_person() });
        }
        says
    }

    fn button(&self) -> String {
        match self.added().len() {
            1 => self.t.import_button_one(),
            n => self.t.import_button(dates::count(n as i64, self.ui.lang)),
        }
    }
}

pub(crate) async fn ask(cx: Cx) -> Outcome {
    cx.sees::<Keeping>(&Register(None))?;
    fresh::check(&cx, PATH)?;
    cx.page(&page(&cx, Faults::none()))
}

fn page(cx: &Cx, faults: Faults) -> ReadInPage {
    let t = texts(cx.lang());
    let number = |name: &str| cx.query(name).and_then(|n| n.parse::<i64>().ok()).unwrap_or_default().to_string();
    let notice = (cx.notice().as_deref() == Some("ingelezen")).then(|| {
        let said = t.import_done_text(number("organisaties"), number("mensen"), number("rollen"));
        let missed = number("mis");
        let more = if missed == "0" { String::new() } else { t.import_done_missed(missed) };
        Notice::new(t.import_done(), format!("{said} {more}").trim().to_owned())
    });
    ReadInPage { ui: register::frame(cx).with_notice(notice), t, faults }
}

/// The text that was sent, as a file or as it was shown before; or what is wrong with it as a whole.
fn sent(form: &Fields, t: &Texts) -> Result<String, String> {
    let text = match form.file("bestand") {
        Some(file) if file.bytes.len() > BYTES_MOST => return Err(t.import_too_large()),
        // A file of a spreadsheet itself, or one in a wide alphabet, has them; a table never does.
        Some(file) if file.bytes.contains(&0) => return Err(t.import_no_table()),
        Some(file) => import::text_of(&file.bytes).into_owned(),
        None if form.raw("tabel").len() > 2 * BYTES_MOST => return Err(t.import_too_large()),
        None => form.raw("tabel"),
    };
    match import::lines(&text) {
        0 => Err(t.import_choose()),
        n if n > LINES_MOST => Err(t.import_too_long()),
        _ => Ok(text),
    }
}

pub(crate) async fn read(cx: Cx, form: Fields) -> Outcome {
    form.only(&["bestand", "tabel", "doe", once::FIELD])?;
    cx.may::<Keeping>(&Register(None))?;
    fresh::keeping(&cx, &form)?;
    let t = texts(cx.lang());
    let text = match sent(&form, t) {
        Ok(text) => text,
        Err(sentence) => return cx.page_again(&page(&cx, Faults::one("bestand", sentence))),
    };
    let mut tx = cx.begin().await?;
    let reads = form.text("doe") == "lees";
    // The second time everything is there already, and the first one's page is shown.
    if reads && let Some(there) = once::sent(&mut tx, &cx, form.text(once::FIELD)).await? {
        return cx.go_to(&there);
    }
    let report = import::read(&mut tx, &text, cx.by()).await?;
    if !reads || report.right.iter().all(Right::is_known) {
        // What was tried is dropped with the transaction: nothing of it was stored.
        drop(tx);
        let (ui, once) = (register::frame(&cx), once::token());
        return cx.page(&PreviewPage { ui, t, text, report, once });
    }
    let (organisations, people, roles, missed) =
        (report.organisations, report.people, report.roles, report.wrong.len());
    let path =
        format!("{PATH}?bericht=ingelezen&organisaties={organisations}&mensen={people}&rollen={roles}&mis={missed}");
    if let Some(there) = once::claim(&mut tx, &cx, form.text(once::FIELD), &path).await? {
        return cx.go_to(&there);
    }
    tx.commit().await?;
    cx.go_to(&path)
}
