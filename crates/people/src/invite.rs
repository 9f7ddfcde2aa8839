//! Inviting people: a list is pasted, a page says what each line will do, and then the letters go out.
//!
//! GET  /organisaties/{id}/mensen/uitnodigen
//! POST /organisaties/{id}/mensen/uitnodigen                   rijen, rol, vanaf, doe (bekijk, verstuur, pas), eenmalig
//! POST /organisaties/{id}/uitnodigingen/{invitation}          doe (opnieuw, intrekken)

use axum::extract::Path;
use identity::fresh;
use platform::choice::Choice;
use platform::clock::Day;
use platform::id::OrganisationId;
use platform::web::{Cx, Fields, Outcome, Pace, Problem, once};
use platform::{Role, db};
use ui::{Ui, dates};

use crate::body::Body;
use crate::events::Of;
use crate::parts::{Faults, Pick};
use crate::plan::{self, Invite, Outcome as Does, Planned, Wish};
use crate::policy::Running;
use crate::sheet::{self, Sheet};
use crate::store::invitations::{self, State};
use crate::store::{bodies, seats};
use crate::{Event, Texts, kinds, room, rota, say, texts};

/// More than a list of three hundred people weighs.
const TEXT_MOST: usize = 60_000;

#[derive(Default, Clone)]
struct Typed {
    rows: String,
    role: Option<Role>,
    from: String,
}

#[derive(askama::Template)]
#[template(path = "invite.html")]
struct InvitePage {
    ui: Ui,
    t: &'static Texts,
    body: Body,
    roles: Vec<Role>,
    typed: Typed,
    faults: Faults,
}

impl InvitePage {
    fn role_picks(&self) -> Vec<Pick> {
        let pick = |r: &Role| {
            Pick::new(r.word(), dates::capital(ui::role_word(*r, self.ui.lang)), self.typed.role == Some(*r))
        };
        self.roles.iter().map(pick).collect()
    }
}

#[derive(askama::Template)]
#[template(path = "invite_preview.html")]
struct PreviewPage {
    ui: Ui,
    t: &'static Texts,
    body: Body,
    typed: Typed,
    lines: Vec<Planned>,
    too_many: usize,
    once: String,
}

impl PreviewPage {
    fn role_word(&self) -> &'static str {
        self.typed.role.map(Choice::word).unwrap_or_default()
    }

    fn counts(&self) -> (i64, i64, i64) {
        plan::counts(&self.lines)
    }

    fn title(&self) -> String {
        match self.counts().0 {
            0 => self.t.preview_none(),
            1 => self.t.preview_one(),
            n => self.t.preview_some(self.ui.count_first(&n)),
        }
    }

    fn wrong(&self) -> Option<String> {
        match self.counts().2 {
            0 => None,
            1 => Some(self.t.preview_wrong_one()),
            n => Some(self.t.preview_wrong(self.ui.count_first(&n))),
        }
    }

    fn too_many(&self) -> Option<String> {
        (self.too_many > 0).then(|| self.t.preview_too_many(sheet::LINES_MAX.to_string(), self.too_many.to_string()))
    }

    fn button(&self) -> String {
        match self.counts().0 {
            1 => self.t.preview_send_one(),
            n => self.t.preview_send(self.ui.count(&n)),
        }
    }

    fn of(&self, what: &str) -> Vec<&Planned> {
        let fits = |line: &&Planned| {
            matches!(
                (&line.outcome, what),
                (Does::Invites(_), "uit") | (Does::Idle(..), "niets") | (Does::Faulty(_), "fout")
            )
        };
        self.lines.iter().filter(fits).collect()
    }

    fn name(&self, line: &Planned) -> String {
        match &line.outcome {
            Does::Invites(invite) => invite.name(),
            Does::Idle(_, name) => name.clone(),
            Does::Faulty(_) => line.text.clone(),
        }
    }

    /// The address, the role and the first day, for a line that will go out.
    fn will(&self, line: &Planned) -> String {
        let Does::Invites(invite) = &line.outcome else { return String::new() };
        let role = ui::role_word(invite.role, self.ui.lang);
        self.t.preview_will(invite.entry.address.as_str(), role, dates::full(invite.from_on, self.ui.lang))
    }

    fn notes(&self, line: &Planned) -> Vec<String> {
        let Does::Invites(invite) = &line.outcome else { return Vec::new() };
        let mut notes = Vec::new();
        if let Some(known) = invite.met() {
            let same = identity::directory::fold(&known.name) == identity::directory::fold(&invite.entry.name.whole());
            notes.push(if same { self.t.preview_known() } else { self.t.preview_known_as(known.name.as_str()) });
        }
        notes.extend(invite.remarks.iter().map(|remark| say::remark(remark, invite.role, self.ui.lang, self.t)));
        notes
    }

    fn says(&self, line: &Planned) -> String {
        match &line.outcome {
            Does::Invites(_) => String::new(),
            Does::Idle(idle, _) => say::idle(idle, self.t),
            Does::Faulty(fault) => say::fault(fault, self.ui.lang, self.t),
        }
    }
}

fn page(cx: &Cx, body: Body, typed: Typed, faults: Faults) -> InvitePage {
    let roles = kinds::roles(body.kind).to_vec();
    InvitePage { ui: room::frame_below(cx, &body), t: texts(cx.lang()), body, roles, typed, faults }
}

pub(crate) async fn ask(cx: Cx, Path(id): Path<OrganisationId>) -> Outcome {
    let body = room::body(&mut *cx.reader().await?, &id).await?;
    cx.sees::<Running>(&body)?;
    fresh::check(&cx, cx.path())?;
    let from = dates::full(cx.now().day(), cx.lang()).replace('\u{a0}', " ");
    cx.page(&page(&cx, body, Typed { from, ..Typed::default() }, Faults::none()))
}

/// What each line comes to, with who is in the house now.
async fn planned(
    cx: &Cx,
    conn: &mut db::Conn,
    body: &Body,
    sheet: &Sheet,
    role: Role,
    from_on: Day,
) -> Result<Vec<Planned>, Problem> {
    let mut addresses: Vec<String> =
        sheet.lines.iter().filter_map(|l| l.read.as_ref().ok()).map(|e| e.address.clone()).collect();
    addresses.sort_unstable();
    addresses.dedup();
    let known = invitations::known(conn, cx.actor(), &body.id, &addresses, cx.now()).await?;
    let today = cx.now().day();
    let sitting = seats::all(conn, &body.id).await?;
    let places = bodies::profile(conn, &body.id).await?.and_then(|profile| profile.places);
    let roles = kinds::roles(body.kind);
    Ok(plan::plan(sheet, &Wish { role, from_on, roles, sitting: &sitting, places, today }, &known))
}

pub(crate) async fn invite(cx: Cx, Path(id): Path<OrganisationId>, form: Fields) -> Outcome {
    form.only(&["rijen", "rol", "vanaf", "doe", once::FIELD])?;
    let mut tx = cx.begin().await?;
    let body = room::body(&mut tx, &id).await?;
    let permit = cx.may::<Running>(&body)?;
    fresh::keeping(&cx, &form)?;
    let (t, today) = (texts(cx.lang()), cx.now().day());
    let typed = Typed { rows: form.raw("rijen"), role: form.choice("rol"), from: form.text("vanaf").to_owned() };
    let role = typed.role.filter(|r| kinds::roles(body.kind).contains(r));
    let from = if typed.from.is_empty() { Some(today) } else { dates::parse(&typed.from, today) };
    let sheet = sheet::read(if typed.rows.len() > TEXT_MOST { "" } else { &typed.rows });
    let mut faults = Faults::none();
    if typed.rows.len() > TEXT_MOST {
        faults.add("rijen", t.invite_too_long());
    } else if sheet.lines.is_empty() {
        faults.add("rijen", t.invite_no_rows());
    }
    if role.is_none() {
        faults.add("rol", t.seat_no_role());
    }
    if from.is_none() {
        faults.add("vanaf", say::bad_day(&typed.from, t));
    }
    if let (Some(last), Some(from)) = (body.ended_on, from)
        && from > last
    {
        faults.add("vanaf", t.invite_is_over(dates::full(last, cx.lang())));
    }
    let (Some(role), Some(from_on), true, false) = (role, from, faults.is_empty(), form.text("doe") == "pas") else {
        drop(tx);
        let again = page(&cx, body, typed, faults);
        return if again.faults.is_empty() { cx.page(&again) } else { cx.page_again(&again) };
    };
    let lines = planned(&cx, &mut tx, &body, &sheet, role, from_on).await?;
    let (out, _, wrong) = plan::counts(&lines);
    if form.text("doe") != "verstuur" || out == 0 {
        drop(tx);
        // It looks each address up in the whole house.
        cx.paced(Pace::Search, lines.len())?;
        let ui = room::frame_below(&cx, &body);
        return cx.page(&PreviewPage { ui, t, body, typed, lines, too_many: sheet.too_many, once: once::token() });
    }
    let missed = wrong + sheet.too_many as i64;
    let path = format!("{}?bericht=uitgenodigd&n={out}&mis={missed}", body.team_path());
    if let Some(sent) = once::claim(&mut tx, &cx, form.text(once::FIELD), &path).await? {
        return cx.go_to(&sent);
    }
    cx.paced(Pace::Letters, usize::try_from(out).unwrap_or(0))?;
    let profile = bodies::profile(&mut tx, &id).await?;
    let going: Vec<&Invite> = lines
        .iter()
        .filter_map(|l| match &l.outcome {
            Does::Invites(invite) => Some(&**invite),
            Does::Idle(..) | Does::Faulty(_) => None,
        })
        .collect();
    for one in going {
        let until_on = rota::first_until(one.from_on, one.role, profile.as_ref());
        let until_on = rota::soonest(until_on, body.ended_on);
        let (invitation, stale) = invitations::invite(&mut tx, &permit, one, until_on, cx.now()).await?;
        for invitation in stale {
            cx.record(&mut tx, &Event::InvitationWithdrawn { of: Of::body(&body), invitation });
        }
        cx.record(&mut tx, &Event::Invited { of: Of::body(&body), invitation });
    }
    tx.commit().await?;
    cx.go_to(&path)
}

/// Sends an invitation again, or withdraws it.
pub(crate) async fn change(cx: Cx, Path((id, invitation)): Path<(OrganisationId, String)>, form: Fields) -> Outcome {
    form.only(&["doe"])?;
    let mut tx = cx.begin().await?;
    let body = room::body(&mut tx, &id).await?;
    let permit = cx.may::<Running>(&body)?;
    fresh::keeping(&cx, &form)?;
    let found = invitations::take(&mut tx, &invitation).await?;
    let found = found.filter(|i| i.organisation == id && i.thing.is_none()).ok_or(Problem::NotFound)?;
    if !matches!(found.state(cx.now()), State::Open | State::Over) {
        return cx.go_to(&body.team_path()); // somebody said yes, or was ahead
    }
    let of = Of::body(&body);
    let notice = match form.text("doe") {
        "opnieuw" if found.barred => return cx.go_to(&format!("{}?bericht=niet-opnieuw", body.team_path())),
        "opnieuw" => {
            cx.paced(Pace::Letters, 1)?;
            invitations::again(&mut tx, permit.on(), &invitation, cx.now()).await?;
            cx.record(&mut tx, &Event::InvitedAgain { of, invitation });
            "opnieuw"
        }
        "intrekken" => {
            invitations::withdraw(&mut tx, &permit, &found, cx.now()).await?;
            cx.record(&mut tx, &Event::InvitationWithdrawn { of, invitation });
            "ingetrokken"
        }
        _ => return Err(Problem::Malformed("an invitation is sent again or withdrawn")),
    };
    tx.commit().await?;
    cx.go_to(&format!("{}?bericht={notice}", body.team_path()))
}
