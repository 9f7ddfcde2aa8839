//! One's own account: who you are here, from which role you speak, and where you are signed in.
//!
//! GET  /mijn-gegevens
//! POST /mijn-gegevens/rol            speaks from another role
//! POST /mijn-gegevens/aanmeldingen   ends one sign-in, or all others
//! POST /afmelden

use axum::http::{HeaderValue, header};
use platform::id::{PersonId, SeatId, SessionId};
use platform::web::{Cx, Fields, Outcome, Problem, session_cookie};
use platform::{Kind, Role};
use ui::{Notice, Section, Ui};

use crate::policy::{Choosing, Leaving, Own, Viewing};
use crate::session::Open;
use crate::sign_in::with_cookie;
use crate::{Event, Texts, behalf, passkey, second, session, texts};

#[derive(askama::Template)]
#[template(path = "account.html")]
struct AccountPage<'a> {
    ui: Ui,
    t: &'static Texts,
    cx: &'a Cx,
    address: String,
    /// The seats that begin later.
    coming: Vec<crate::directory::Coming>,
    sessions: Vec<Open>,
    has_app: bool,
    offers_keys: bool,
    /// How many passkeys they have.
    keys: i64,
    codes_left: i64,
    /// Whether consent to work in one's name is something for them: to give it, or to have it.
    is_member: bool,
    helps: bool,
    /// The second step may not be taken away.
    required: bool,
    /// The organisation that let them in: only what they are there is open now.
    through: Option<String>,
}

impl AccountPage<'_> {
    fn is_this(&self, open: &Open) -> bool {
        self.cx.visit().is_some_and(|v| v.session == open.id)
    }

    fn device(&self, open: &Open) -> String {
        device_words(&open.device, self.t)
    }
}

/// *Firefox op Windows*: what people recognise of what a browser says of itself.
fn device_words(agent: &str, t: &Texts) -> String {
    let pick = |names: &[(&str, &str)]| {
        names.iter().find(|(sign, _)| agent.contains(sign)).map(|(_, name)| (*name).to_owned())
    };
    let browser = pick(&[("Edg/", "Edge"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari")]);
    let system = pick(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "Mac"),
        ("Linux", "Linux"),
    ]);
    match (browser, system) {
        (Some(browser), Some(system)) => t.account_device(browser, system),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => t.account_device_unknown(),
    }
}

fn own(cx: &Cx) -> Result<Own, Problem> {
    cx.actor().hand().cloned().map(Own).ok_or(Problem::SignIn)
}

pub(crate) async fn show(cx: Cx) -> Outcome {
    cx.sees::<Viewing>(&own(&cx)?)?;
    let mut reader = cx.reader().await?;
    let person = crate::directory::person(&mut reader, cx.person()?).await?.ok_or(Problem::NotFound)?;
    let coming = crate::directory::coming(&mut reader, cx.person()?, cx.now().day()).await?;
    let sessions = session::open(&mut reader, cx.person()?).await?;
    let has_app = second::app_of(&mut reader, cx.person()?).await?.is_some();
    let keys = passkey::count(&mut reader, cx.person()?).await?;
    let offers_keys = passkey::offered(cx.app());
    let codes_left = second::codes_left(&mut reader, cx.person()?).await?;
    let required = second::is_required_of(&mut reader, cx.person()?, cx.now().day()).await?;
    let t = texts(cx.lang());
    let notice = match cx.notice().as_deref() {
        Some("rol") => Some(Notice::new(t.account_seat_chosen(), "")),
        Some("adres") => Some(Notice::new(t.address_changed(), t.address_changed_text())),
        Some("tweede-stap-weg") => Some(Notice::new(t.set_up_removed(), "")),
        Some("beeindigd") => Some(Notice::new(t.account_ended(), "")),
        _ => None,
    };
    let ui = Ui::of(&cx, Section::None).with_notice(notice);
    let seats = &cx.actor().seats;
    let is_member = seats.iter().any(|s| s.kind == Kind::Council && s.role != Role::Guest);
    let helps = seats.iter().any(|s| behalf::helps(s, Some(&s.organisation)) || behalf::helps(s, None));
    let through = match cx.visit() {
        Some(visit) => session::through(&mut reader, &visit.session).await?.map(|(_, name)| name),
        None => None,
    };
    cx.page(&AccountPage {
        ui,
        t,
        cx: &cx,
        address: person.address,
        coming,
        sessions,
        has_app,
        offers_keys,
        keys,
        codes_left,
        is_member,
        helps,
        required,
        through,
    })
}

pub(crate) async fn choose_seat(cx: Cx, form: Fields) -> Outcome {
    form.only(&["rol"])?;
    let permit = cx.may::<Choosing>(&own(&cx)?)?;
    let seat = SeatId::of(form.text("rol"));
    if !cx.actor().seats.iter().any(|s| s.id == seat) {
        return Err(Problem::NotFound);
    }
    let session = cx.visit().map(|v| v.session.clone()).ok_or(Problem::SignIn)?;
    let mut tx = cx.begin().await?;
    session::choose_seat(&mut tx, &session, &seat).await?;
    cx.record(&mut tx, &Event::SeatChosen { person: permit.by().clone(), seat: seat.to_string() });
    tx.commit().await?;
    cx.go_to("/mijn-gegevens?bericht=rol")
}

pub(crate) async fn end_session(cx: Cx, form: Fields) -> Outcome {
    form.only(&["aanmelding"])?;
    let permit = cx.may::<Leaving>(&own(&cx)?)?;
    let mine = cx.visit().map(|v| v.session.clone()).ok_or(Problem::SignIn)?;
    let mut tx = cx.begin().await?;
    match form.text("aanmelding") {
        "andere" => session::end_others(&mut tx, permit.by(), &mine).await?,
        id => session::end(&mut tx, &SessionId::of(id), permit.by()).await?,
    }
    cx.record(&mut tx, &Event::SignedOut { person: permit.by().clone() });
    tx.commit().await?;
    cx.go_to("/mijn-gegevens?bericht=beeindigd")
}

pub(crate) async fn sign_out(cx: Cx, form: Fields) -> Outcome {
    form.only(&[])?;
    let permit = cx.may::<Leaving>(&own(&cx)?)?;
    let session = cx.visit().map(|v| v.session.clone()).ok_or(Problem::SignIn)?;
    let mut tx = cx.begin().await?;
    // Whoever works in somebody's name signs out themselves.
    let person = PersonId::of(permit.on());
    session::end(&mut tx, &session, &person).await?;
    cx.record(&mut tx, &Event::SignedOut { person });
    tx.commit().await?;
    let mut response = with_cookie(cx.go_to("/aanmelden?bericht=afgemeld")?, &session_cookie(cx.app(), ""))?;
    response
        .headers_mut()
        .insert(header::HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"cache\", \"storage\""));
    Ok(response)
}
