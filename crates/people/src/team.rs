//! The people of an organisation, for who runs them and for who sits there: until when, who may stay, which
//! places are free, who is invited, and who was there before.
//!
//! GET /onze-raad/mensen            the people of the organisation that somebody speaks for
//! GET /organisaties/{id}/mensen

use axum::extract::Path;
use identity::behalf::Mandate;
use platform::id::OrganisationId;
use platform::policy;
use platform::web::{Cx, Outcome, Problem};
use platform::{Kind, Role, Seat};
use ui::{Notice, Ui, dates};

use crate::body::{Body, Profile};
use crate::kinds::has_term;
use crate::policy::{Declaring, Describing, Running, SeeingTeam};
use crate::store::bodies;
use crate::store::invitations::{self, Invitation, State};
use crate::store::seats::{self, Sitting};
use crate::{Texts, room, rota, say, texts};

#[derive(askama::Template)]
#[template(path = "team.html")]
struct TeamPage {
    ui: Ui,
    t: &'static Texts,
    body: Body,
    profile: Option<Profile>,
    sitting: Vec<Sitting>,
    waiting: Vec<Invitation>,
    runs: bool,
    describes: bool,
    /// Runs it from a seat there: reads what was recorded.
    is_own: bool,
    /// Other offices and interests are for the council itself.
    declares: bool,
    /// Who gave the reader consent to work in their name.
    mandates: Vec<Mandate>,
}

impl TeamPage {
    fn title(&self) -> String {
        room::team_title(&self.body, self.t)
    }

    fn now(&self) -> Vec<&Sitting> {
        self.sitting.iter().filter(|s| s.is_on(self.ui.today)).collect()
    }

    fn later(&self) -> Vec<&Sitting> {
        self.sitting.iter().filter(|s| s.from_on > self.ui.today && !s.is_past(self.ui.today)).collect()
    }

    fn before(&self) -> Vec<&Sitting> {
        let mut past: Vec<_> = self.sitting.iter().filter(|s| s.is_past(self.ui.today)).collect();
        past.sort_by_key(|s| std::cmp::Reverse(s.until_on));
        past
    }

    /// Who steps down when, the first one first.
    fn rota(&self) -> Vec<&Sitting> {
        if self.body.kind != Kind::Council {
            return Vec::new();
        }
        let mut rota: Vec<_> = self.now().into_iter().filter(|s| has_term(s.role) && s.until_on.is_some()).collect();
        rota.sort_by_key(|s| s.until_on);
        rota
    }

    fn lead(&self) -> String {
        let people = self.now().len() as i64;
        let people = match people {
            1 => self.t.team_one(),
            n => self.t.team_count(self.ui.count_first(&n)),
        };
        [Some(people), self.vacancies(), self.missing()].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn vacancies(&self) -> Option<String> {
        let now: Vec<Sitting> = self.now().into_iter().cloned().collect();
        let places = self.profile.as_ref()?.places?;
        Some(match rota::free(self.profile.as_ref(), &now)? {
            0 => self.t.council_full(),
            1 => self.t.team_free_one(self.ui.count(&places)),
            n => self.t.team_free(self.ui.count_first(&n), self.ui.count(&places)),
        })
    }

    fn missing(&self) -> Option<String> {
        if self.body.kind != Kind::Council {
            return None;
        }
        let now: Vec<Sitting> = self.now().into_iter().cloned().collect();
        let words: Vec<&str> = rota::unfilled(&now).iter().map(|r| ui::role_word(*r, self.ui.lang)).collect();
        (!words.is_empty()).then(|| self.t.council_missing(words.join(self.ui.lang.pick(" en geen ", " and no "))))
    }

    fn role(&self, role: &Role) -> String {
        dates::capital(ui::role_word(*role, self.ui.lang))
    }

    fn term(&self, sitting: &Sitting) -> String {
        say::term(sitting.term, self.ui.lang)
    }

    fn span(&self, sitting: &Sitting) -> String {
        dates::capital(&say::span(sitting.from_on, sitting.until_on, &self.ui, self.t))
    }

    fn until(&self, sitting: &Sitting) -> String {
        sitting.until_on.map_or_else(|| self.t.team_no_end(), |day| dates::full(day, self.ui.lang))
    }

    fn next(&self, sitting: &Sitting) -> String {
        say::next(rota::next(sitting.term, sitting.until_on, self.profile.as_ref()), self.t)
    }

    fn is_soon(&self, sitting: &Sitting) -> bool {
        rota::is_soon(sitting.until_on, self.ui.today)
    }

    fn reason(&self, sitting: &Sitting) -> Option<String> {
        sitting.reason.map(|r| say::reason(r, self.t))
    }

    fn seat_path(&self, sitting: &Sitting) -> String {
        format!("{}/{}", self.body.team_path(), sitting.seat)
    }

    /// The consent of somebody who gave it to the reader, to work in their name here.
    fn mandate(&self, sitting: &Sitting) -> Option<&Mandate> {
        let here = |m: &&Mandate| m.council.as_ref().is_none_or(|council| *council == self.body.id);
        self.mandates.iter().filter(here).find(|m| m.person == sitting.person)
    }

    fn waits(&self, invitation: &Invitation) -> String {
        let until = dates::full(invitation.ends_at.day(), self.ui.lang);
        match invitation.state(self.ui.now) {
            State::Over => self.t.invited_over(until),
            _ => self.t.invited_until(until),
        }
    }

    fn is_over(&self, invitation: &Invitation) -> bool {
        invitation.state(self.ui.now) == State::Over
    }
}

async fn mandates(cx: &Cx, reader: &mut platform::db::Conn) -> Result<Vec<Mandate>, Problem> {
    Ok(identity::behalf::held(reader, cx.actor(), cx.now().day()).await?)
}

/// The people of the organisation that somebody speaks for.
pub(crate) async fn own(cx: Cx) -> Outcome {
    let seat = cx.actor().seat().filter(|s| s.role != Role::Guest).ok_or(Problem::NotFound)?;
    let body = room::body(&mut *cx.reader().await?, &seat.organisation).await?;
    cx.sees::<SeeingTeam>(&body)?;
    cx.go_to(&body.team_path())
}

pub(crate) async fn show(cx: Cx, Path(id): Path<OrganisationId>) -> Outcome {
    let mut reader = cx.reader().await?;
    let body = room::body(&mut reader, &id).await?;
    cx.sees::<SeeingTeam>(&body)?;
    let t = texts(cx.lang());
    let runs = policy::may::<Running>(cx.actor(), &body);
    let waiting = if runs { invitations::waiting_at(&mut reader, &id).await? } else { Vec::new() };
    let page = TeamPage {
        ui: room::frame(&cx)
            .crumb("/mensen", t.who_crumb())
            .crumb(body.path(), body.name.clone())
            .with_notice(notice(&cx, &body, t)),
        t,
        profile: bodies::profile(&mut reader, &id).await?,
        sitting: seats::all(&mut reader, &id).await?,
        waiting,
        runs,
        is_own: cx.actor().seats_in(&id).any(Seat::runs),
        describes: policy::may::<Describing>(cx.actor(), &body) && body.is_council(),
        declares: policy::may::<Declaring>(cx.actor(), &body) && body.is_council(),
        mandates: if runs && body.is_council() { mandates(&cx, &mut reader).await? } else { Vec::new() },
        body,
    };
    cx.page(&page)
}

fn notice(cx: &Cx, body: &Body, t: &Texts) -> Option<Notice> {
    let number =
        |name: &str| cx.query(name).and_then(|n| n.parse::<i64>().ok()).filter(|n| (0..=300).contains(n)).unwrap_or(0);
    Some(match cx.notice()?.as_str() {
        "uitgenodigd" => {
            let (out, missed) = (number("n"), number("mis"));
            let title = if out == 1 {
                t.told_invited_one()
            } else {
                t.told_invited(dates::capital(&dates::count(out, cx.lang())))
            };
            let text = match missed {
                0 => t.told_invited_text(),
                1 => t.told_missed_one(),
                n => t.told_missed(dates::capital(&dates::count(n, cx.lang()))),
            };
            Notice::new(title, text)
        }
        "niet-opnieuw" => Notice::new(t.told_not_again(), t.wrong_not_invitable()),
        "opnieuw" => Notice::new(t.told_again(), t.told_again_text()),
        "ingetrokken" => Notice::new(t.told_withdrawn(), t.told_withdrawn_text()),
        "gewijzigd" => Notice::new(t.told_changed(), ""),
        "herbenoemd" => Notice::new(t.told_renewed(), ""),
        "beeindigd" => Notice::new(t.told_ended(), t.told_ended_text())
            .with_link(format!("{}/{}", body.team_path(), seat_of(cx)?), t.told_ended_link()),
        "teruggenomen" => Notice::new(t.told_back(), ""),
        _ => return None,
    })
}

/// The place that the notice is about; an address holds nothing else of a person.
fn seat_of(cx: &Cx) -> Option<String> {
    cx.query("rol").filter(|id| platform::id::is_id(id))
}
