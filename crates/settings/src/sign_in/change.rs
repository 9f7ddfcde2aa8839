//! Setting it: fill in, try it, look at what will be different, and only then keep it.
//!
//! GET  /organisaties/{id}/instellingen/aanmelding/wijzigen?aanmelding=   one that is there, or a new one
//! POST /organisaties/{id}/instellingen/aanmelding/wijzigen   aanmelding, versie, uitgever, client, geheim, rolveld,
//!                                                            rollen, sterk, and doe=probeer, bekijk, terug or bewaar

use axum::extract::Path;
use identity::{fresh, openid};
use platform::id::OrganisationId;
use platform::web::{Cx, Fields, Outcome, Problem};
use ui::{Html, Ui};

use super::held::{self, Held, Secret, Values};
use super::policy::{OwnSignIn, SettingSignIn};
use super::read::{self, AS_IT_IS, Typed};
use super::say;
use super::show::frame;
use crate::parts::{self, Faults, Pick};
use crate::policy::Settings;
use crate::say::Shown;
use crate::{Event, Texts, store, texts};

#[derive(askama::Template)]
#[template(path = "sign_in/change.html")]
struct ChangePage {
    ui: Ui,
    t: &'static Texts,
    of: Settings,
    /// The id of one that is there.
    id: String,
    version: String,
    typed: Typed,
    secrets: Vec<String>,
    has_file: bool,
    faults: Faults,
    /// What came of trying it.
    tried: Option<Tried>,
    /// Somebody else was ahead.
    ahead: bool,
}

struct Tried {
    works: bool,
    sentence: String,
}

#[derive(askama::Template)]
#[template(path = "sign_in/preview.html")]
struct PreviewPage {
    ui: Ui,
    t: &'static Texts,
    of: Settings,
    id: String,
    version: String,
    typed: Typed,
    rows: Vec<(String, Shown, Shown)>,
}

impl ChangePage {
    fn picks(&self) -> Vec<Pick> {
        let pick = |value: &str, label: String| Pick::new(value, label, self.typed.secret == value);
        let mut all = vec![pick("", self.t.own_no_secret())];
        if self.has_file {
            all.push(pick(AS_IT_IS, self.t.own_secret_file()));
        }
        all.extend(self.secrets.iter().map(|name| pick(name, name.clone())));
        all
    }

    /// Each field with its words, and with what is wrong in it.
    fn drawn(&self) -> [Html; 6] {
        let (t, faults, typed) = (self.t, &self.faults, &self.typed);
        let field = |name: &str, words: String, hint: String, value: &str, rows: u8| {
            parts::field(faults, name, words, hint, value, rows)
        };
        [
            field("uitgever", t.own_issuer(), t.own_issuer_hint(), &typed.issuer, 0),
            field("client", t.own_client(), t.own_client_hint(), &typed.client_id, 0),
            parts::select(faults, "geheim", t.own_secret(), t.own_secret_hint(), self.picks()),
            field("rollen", t.own_roles(), self.roles_hint(), &typed.roles, 5),
            field("rolveld", t.own_claim(), t.own_claim_hint(), &typed.role_claim, 0),
            field("sterk", t.own_strong(), t.own_strong_hint(), &typed.strong, 0),
        ]
    }

    fn roles_hint(&self) -> String {
        let words: Vec<_> = read::ROLES.iter().map(|role| ui::role_word(*role, self.ui.lang)).collect();
        self.t.own_roles_hint(words.join(", "))
    }
}

/// What is there already, by its id; nothing for a new one.
async fn held(conn: &mut platform::db::Conn, of: &OrganisationId, id: &str) -> Result<Option<Held>, Problem> {
    if id.is_empty() {
        return Ok(None);
    }
    Ok(Some(held::one(conn, of, id).await?.ok_or(Problem::NotFound)?))
}

/// The names that can be chosen: not those of somebody else's client, which would be told to this provider.
async fn secrets(cx: &Cx, conn: &mut platform::db::Conn, held: Option<&Held>) -> Result<Vec<String>, Problem> {
    let mut names = Vec::new();
    for name in openid::secret_names(cx.app().config()).await {
        if !openid::is_secret_of_another(conn, &name, held.map(|held| held.id.as_str())).await? {
            names.push(name);
        }
    }
    if let Some(Secret::Named(name)) = held.map(|held| &held.values.secret)
        && !names.contains(name)
    {
        names.push(name.clone());
    }
    Ok(names)
}

fn path_of(of: &Settings, id: &str) -> String {
    let path = format!("{}/wijzigen", of.sign_in_path());
    if id.is_empty() { path } else { format!("{path}?aanmelding={id}") }
}

pub(crate) async fn ask(cx: Cx, Path(id): Path<OrganisationId>) -> Outcome {
    cx.sees::<SettingSignIn>(&OwnSignIn(Some(id.clone())))?;
    let mut reader = cx.reader().await?;
    let of = super::find(&mut reader, &id).await?;
    let held = held(&mut reader, &id, &cx.query("aanmelding").unwrap_or_default()).await?;
    fresh::check(&cx, &path_of(&of, held.as_ref().map_or("", |held| &held.id)))?;
    let typed = held.as_ref().map_or_else(Typed::fresh, |held| Typed::of(&held.values, cx.lang()));
    let secrets = secrets(&cx, &mut reader, held.as_ref()).await?;
    drop(reader);
    cx.page(&page(&cx, of, held.as_ref(), typed, secrets, Faults::none()))
}

fn page(cx: &Cx, of: Settings, held: Option<&Held>, typed: Typed, secrets: Vec<String>, faults: Faults) -> ChangePage {
    ChangePage {
        ui: frame(cx, &of).crumb(of.sign_in_path(), texts(cx.lang()).own_title()),
        t: texts(cx.lang()),
        id: held.map(|held| held.id.clone()).unwrap_or_default(),
        version: held::version(held),
        has_file: held.is_some_and(|held| matches!(held.values.secret, Secret::File(_))),
        of,
        typed,
        secrets,
        faults,
        tried: None,
        ahead: false,
    }
}

pub(crate) async fn change(cx: Cx, Path(id): Path<OrganisationId>, form: Fields) -> Outcome {
    form.only(read::FIELDS)?;
    let permit = cx.may::<SettingSignIn>(&OwnSignIn(Some(id.clone())))?;
    fresh::keeping(&cx, &form)?;
    let t = texts(cx.lang());
    let mut tx = cx.begin().await?;
    let of = store::take(&mut tx, &id).await?.ok_or(Problem::NotFound)?;
    super::find(&mut tx, &id).await?;
    let held = held(&mut tx, &id, form.text("aanmelding")).await?;
    let secrets = secrets(&cx, &mut tx, held.as_ref()).await?;
    let typed = Typed::read(&form);
    let (wanted, mut faults) = read::wanted(&typed, held.as_ref(), &secrets, cx.app().config(), t);
    if form.text("doe") == "probeer" {
        drop(tx); // the provider may take its time
        let tried = try_out(&cx, &wanted, &faults).await;
        let mut page = page(&cx, of, held.as_ref(), typed, secrets, Faults::none());
        page.tried = Some(tried);
        return cx.page(&page);
    }
    let taken = openid::by_issuer(&mut tx, &wanted.issuer).await?;
    if taken.is_some_and(|provider| held.as_ref().is_none_or(|held| held.id != provider.id)) {
        faults.add("uitgever", t.own_wrong_taken());
    }
    let rows = say::differences(held.as_ref().map(|held| &held.values), &wanted, cx.lang(), t);
    if faults.is_empty() && rows.is_empty() {
        faults.add("uitgever", t.wrong_nothing());
    }
    let is_old = form.has("versie") && form.text("versie") != held::version(held.as_ref());
    let goes_back = form.text("doe") == "terug";
    if !faults.is_empty() || is_old || goes_back {
        let mut page = page(&cx, of, held.as_ref(), typed, secrets, faults);
        page.ahead = is_old;
        return if goes_back && !is_old { cx.page(&page) } else { cx.page_again(&page) };
    }
    if form.text("doe") != "bewaar" {
        let (ui, id, version) = (frame(&cx, &of), form.text("aanmelding").to_owned(), held::version(held.as_ref()));
        return cx.page(&PreviewPage { ui, t, of, id, version, typed, rows });
    }
    let provider = held::save(&mut tx, &permit, held.as_ref(), &wanted, cx.now()).await?;
    let changed = held.as_ref().map(|held| held.values.clone()).unwrap_or_default().changed(&wanted);
    cx.record(&mut tx, &Event::SignInSet { organisation: id, of: of.kind, provider, changed });
    tx.commit().await?;
    cx.go_to(&format!("{}?bericht=bewaard", of.sign_in_path()))
}

/// Tries what can be tried: the provider itself, and whether the secret can be read.
async fn try_out(cx: &Cx, wanted: &Values, faults: &Faults) -> Tried {
    let (t, config) = (texts(cx.lang()), cx.app().config());
    let failed = |sentence: String| Tried { works: false, sentence };
    if let Some(wrong) = faults.at("uitgever").or(faults.at("geheim")) {
        return failed(wrong.to_owned());
    }
    if let Err(why) = openid::try_out(&wanted.issuer, config).await {
        return failed(say::away(&why, t));
    }
    match &wanted.secret {
        Secret::Named(name) if !openid::has_secret(name, config).await => failed(t.own_tried_no_secret()),
        _ => Tried { works: true, sentence: t.own_tried_works() },
    }
}
