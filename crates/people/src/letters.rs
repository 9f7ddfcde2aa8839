//! The letters of this room: you are invited, and your role ends.

use identity::directory::{self, Person};
use identity::joined::{self, Join};
use identity::letterhead;
use mail::{Draft, Letter};
use platform::choice::Choice;
use platform::db::Tx;
use platform::id::PersonId;
use platform::jobs::Trouble;
use platform::{App, Day, Lang};
use ui::dates;

use crate::kinds::Reason;
use crate::store::invitations::{self, Invitation, State};
use crate::store::keepers;
use crate::store::questions::{self, Question};
use crate::store::seats::{self, GoesOn, Left};

/// The letter with the link. It is written once for each time that it is sent; `seq` is the line of the trail
/// that asked for it.
pub(crate) async fn invitation(app: &App, tx: &mut Tx, seq: i64, id: &str) -> Result<(), Trouble> {
    let now = app.clock().now();
    let Some(invitation) = invitations::one(tx, id).await? else { return Ok(()) };
    if invitation.state(now) != State::Open || invitation.barred {
        return Ok(()); // withdrawn, or their access ended, before it was sent
    }
    let Some(person) = directory::person(tx, &invitation.person).await? else { return Ok(()) };
    let token = invitations::token(tx, id).await?;
    let url = format!("{}/uitnodiging/{token}", app.config().base_url);
    let mut letter = invited(&invitation, &person, &url, (&app.config().base_url, now.day()));
    (letter.from_name, letter.reply_to) = letterhead::goes_by(tx, &invitation.organisation).await?;
    letter.organisation = Some(invitation.organisation.clone());
    let cause = format!("invitation:{id}:{seq}");
    Ok(mail::post(tx, &cause, Some(&person.id), &person.address, &letter, now).await?)
}

fn invited(invitation: &Invitation, person: &Person, url: &str, (base, today): (&str, Day)) -> Letter {
    let until = dates::weekday_full(invitation.ends_at.day(), Lang::Nl);
    let lead = match (&invitation.thing, invitation.until_on) {
        (Some(_), Some(last)) => format!(
            "{} nodigt u uit om mee te denken in een dossier. U bent daar gast tot en met {}.",
            invitation.by_name,
            dates::full(last, Lang::Nl)
        ),
        _ => format!(
            "{} nodigt u uit in Beraad, als {} bij {}.{}",
            invitation.by_name,
            ui::role_word(invitation.role, Lang::Nl),
            invitation.organisation_name,
            first_day(invitation.from_on, today)
        ),
    };
    Draft::new(format!("Uitnodiging van {}", invitation.organisation_name), person.greeting())
        .lead(lead)
        .text("In Beraad werken adviesraden en gemeenten samen. Een wachtwoord hebt u niet nodig.")
        .button("Bekijk de uitnodiging", url)
        .text(format!(
            "De uitnodiging werkt tot en met {until}. De knop is alleen voor u: stuur dit bericht niet door."
        ))
        .text(format!("Werkt de knop niet? Ga dan naar {base}/aanmelden en vul dit e-mailadres in."))
        .foot("Kent u de afzender niet? Dan hoeft u niets te doen.")
        .secret()
        .finish()
}

/// When a role begins, if that is not today.
fn first_day(from: Day, today: Day) -> String {
    let words = |day| format!(" Uw rol begint op {}.", dates::weekday_full(day, Lang::Nl));
    if from > today { words(from) } else { String::new() }
}

/// A role ends. Not for what was a mistake, and not for who died.
pub(crate) async fn ended(app: &App, tx: &mut Tx, seq: i64, seat: &str) -> Result<(), Trouble> {
    let Some(left) = seats::left(tx, seat).await? else { return Ok(()) };
    if matches!(left.reason, Reason::Mistake | Reason::Death | Reason::OtherRole) {
        return Ok(());
    }
    let Some(person) = directory::person(tx, &left.person).await? else { return Ok(()) };
    let mut letter = goodbye(&left, &person);
    (letter.from_name, letter.reply_to) = letterhead::goes_by(tx, &left.organisation).await?;
    letter.organisation = Some(left.organisation.clone());
    let cause = format!("role-ended:{seat}:{seq}");
    Ok(mail::post(tx, &cause, Some(&person.id), &person.address, &letter, app.clock().now()).await?)
}

fn goodbye(left: &Left, person: &Person) -> Letter {
    let role = ui::role_word(left.role, Lang::Nl);
    let until = left.until_on.map(|day| dates::full(day, Lang::Nl)).unwrap_or_default();
    Draft::new(format!("Uw rol bij {} eindigt", left.organisation_name), person.greeting())
        .lead(format!("Uw rol als {role} bij {} loopt tot en met {until}.", left.organisation_name))
        .text("Daarna ziet u niet meer wat alleen voor de mensen daar is. Wat u schreef, blijft staan.")
        .text("Klopt dit niet? Vraag het dan aan wie daar de mensen regelt.")
        .foot("Beraad, voor adviesraden en gemeenten")
        .finish()
}

/// An end was taken back. Whoever was not told of the end, is not told of this either.
pub(crate) async fn goes_on(app: &App, tx: &mut Tx, seq: i64, (seat, was): (&str, &str)) -> Result<(), Trouble> {
    if matches!(Reason::of(was), Some(Reason::Mistake | Reason::Death | Reason::OtherRole)) {
        return Ok(());
    }
    let Some(role) = seats::goes_on(tx, seat).await? else { return Ok(()) };
    let Some(person) = directory::person(tx, &role.person).await? else { return Ok(()) };
    let mut letter = welcome_back(&role, &person);
    (letter.from_name, letter.reply_to) = letterhead::goes_by(tx, &role.organisation).await?;
    letter.organisation = Some(role.organisation.clone());
    let cause = format!("role-goes-on:{seat}:{seq}");
    Ok(mail::post(tx, &cause, Some(&person.id), &person.address, &letter, app.clock().now()).await?)
}

fn welcome_back(role: &GoesOn, person: &Person) -> Letter {
    let word = ui::role_word(role.role, Lang::Nl);
    let lasts = match role.until_on {
        Some(day) => format!("De laatste dag is weer {}.", dates::full(day, Lang::Nl)),
        None => "Er is geen laatste dag.".to_owned(),
    };
    Draft::new(format!("Uw rol bij {} loopt door", role.organisation_name), person.greeting())
        .lead(format!("Uw rol als {word} bij {} loopt door. Het einde is teruggedraaid.", role.organisation_name))
        .text(lasts)
        .text("U ziet weer alles wat voor de mensen daar is.")
        .text("Klopt dit niet? Vraag het dan aan wie daar de mensen regelt.")
        .foot("Beraad, voor adviesraden en gemeenten")
        .finish()
}

/// What somebody is asked by somebody else. An answer goes straight to who asked.
pub(crate) async fn question(app: &App, tx: &mut Tx, id: &str) -> Result<(), Trouble> {
    let Some(question) = questions::one(tx, id).await? else { return Ok(()) };
    let (by, to) = (&question.by_person, &question.to_person);
    let Some(asker) = directory::person(tx, by).await? else { return Ok(()) };
    let Some(person) = directory::person(tx, to).await? else { return Ok(()) };
    let now = app.clock().now();
    let url = format!("{}/mensen/{by}", app.config().base_url);
    let mut letter = asked(&question, &asker, &person, &url);
    letter.from_name = Some(format!("{} via Beraad", asker.name));
    letter.reply_to = Some(asker.address.clone());
    Ok(mail::post(tx, &format!("question:{id}"), Some(&person.id), &person.address, &letter, now).await?)
}

fn asked(question: &Question, asker: &Person, person: &Person, url: &str) -> Letter {
    Draft::new(format!("Een vraag van {}", asker.name), person.greeting())
        .lead(format!("{} stelt u een vraag via Beraad.", asker.name))
        .said(asker.name.clone(), question.words.clone())
        .text(format!("Wilt u antwoorden? Beantwoord dan dit bericht. Uw antwoord gaat naar {}.", asker.address))
        .button(format!("Lees wie {} is", asker.first_name), url)
        .foot(format!("{} zag uw e-mailadres niet. Dat gebeurt pas als u zelf antwoordt.", asker.first_name))
        .finish()
}

/// Two entries became one, or were taken apart again: both addresses hear of it, since either may be read by somebody
/// who knows that it is wrong.
pub(crate) async fn joined(app: &App, tx: &mut Tx, seq: i64, id: &str, are_one: bool) -> Result<(), Trouble> {
    let Some(join) = joined::one(tx, id).await? else { return Ok(()) };
    let Some(person) = directory::person(tx, &join.into_person).await? else { return Ok(()) };
    for address in [&join.address_stays, &join.address_goes] {
        let letter = if are_one { one_entry(&join, &person, app) } else { two_entries(&join, &person, app) };
        let cause = format!("joined:{seq}:{address}");
        mail::post(tx, &cause, Some(&person.id), address, &letter, app.clock().now()).await?;
    }
    Ok(())
}

fn one_entry(join: &Join, person: &Person, app: &App) -> Letter {
    let last = join.at.day().plus_days(joined::UNDO_DAYS - 1);
    Draft::new("U staat nu één keer in Beraad", person.greeting())
        .lead(format!(
            "U stond twee keer in Beraad: als {} en als {}. Dat is nu één inschrijving.",
            join.name, join.name_before
        ))
        .text(format!(
            "U meldt zich voortaan aan met {}. Met {} kan dat niet meer.",
            join.address_stays, join.address_goes
        ))
        .text("Uw rollen, wat u schreef en uw sleutels staan nu bij elkaar. Daar hoeft u niets voor te doen.")
        .text("Had u codes op papier bij het adres dat vervalt? Die werken niet meer: maak nieuwe bij Mijn gegevens.")
        .text(format!(
            "Bent u niet allebei? Bel ons dan meteen: {}. Tot en met {} kunnen wij het terugdraaien.",
            app.config().phone,
            dates::full(last, Lang::Nl)
        ))
        .foot("Beraad, voor adviesraden en gemeenten")
        .finish()
}

fn two_entries(join: &Join, person: &Person, app: &App) -> Letter {
    Draft::new("Twee inschrijvingen in Beraad zijn weer uit elkaar", person.greeting())
        .lead(format!(
            "De inschrijvingen van {} en {} waren samengevoegd. Dat is teruggedraaid.",
            join.name, join.name_before
        ))
        .text(format!(
            "Ieder meldt zich weer aan met het eigen adres. Wat intussen is geschreven, blijft staan bij {}.",
            join.name
        ))
        .text(format!("Klopt dit niet? Bel ons dan: {}.", app.config().phone))
        .foot("Beraad, voor adviesraden en gemeenten")
        .finish()
}

/// Somebody was appointed to keep the house running, or was ended. They hear of it, and so does everybody else who
/// keeps it running.
pub(crate) async fn keepers(app: &App, tx: &mut Tx, seq: i64, (id, is_one): (&str, bool)) -> Result<(), Trouble> {
    let Some(person) = directory::person(tx, &PersonId::of(id)).await? else { return Ok(()) };
    let now = app.clock().now();
    let all = keepers::all(tx, now.day()).await?;
    let others = all.into_iter().filter(|k| k.person != person.id && !k.barred).map(|k| k.person);
    for to in std::iter::once(person.id.clone()).chain(others) {
        let Some(reader) = directory::person(tx, &to).await? else { continue };
        let letter = if to == person.id { keeps(&person, is_one, app) } else { fellow(&reader, &person, is_one, app) };
        mail::post(tx, &format!("keepers:{seq}:{to}"), Some(&to), &reader.address, &letter, now).await?;
    }
    Ok(())
}

fn keeps(person: &Person, is_one: bool, app: &App) -> Letter {
    let (subject, lead) = match is_one {
        true => ("U bent beheerder van Beraad", "U bent vanaf nu beheerder van Beraad."),
        false => ("U bent geen beheerder van Beraad meer", "U bent geen beheerder van Beraad meer."),
    };
    let draft = Draft::new(subject, person.greeting()).lead(lead);
    let draft = match is_one {
        true => draft.text("Bij de volgende keer aanmelden vragen wij een tweede stap. De bladzijde helpt u daarbij."),
        false => draft.text("Uw andere rollen blijven zoals ze zijn."),
    };
    draft
        .text(format!("Wist u dit niet? Bel ons dan meteen: {}.", app.config().phone))
        .foot("Beraad, voor adviesraden en gemeenten")
        .finish()
}

fn fellow(to: &Person, about: &Person, is_one: bool, app: &App) -> Letter {
    let (name, address) = (about.name.as_str(), about.address.as_str());
    let (subject, lead) = match is_one {
        true => {
            (format!("{name} is beheerder van Beraad"), format!("{name} ({address}) is vanaf nu beheerder van Beraad."))
        }
        false => {
            (format!("{name} is geen beheerder meer"), format!("{name} ({address}) is geen beheerder van Beraad meer."))
        }
    };
    Draft::new(subject, to.greeting())
        .lead(lead)
        .text("Weet u hier niets van? Kijk dan meteen wie dit deed, en wie er nu beheerder zijn.")
        .button("Bekijk de beheerders", format!("{}/beheer/beheerders", app.config().base_url))
        .foot("Beraad, voor adviesraden en gemeenten")
        .finish()
}
