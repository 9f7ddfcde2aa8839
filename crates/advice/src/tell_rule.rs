//! Telling the other side of the table that a rule about a term was laid down. What the association laid down is read
//! by everybody and told to nobody: it changes a term only where there is nothing else.

use std::collections::BTreeMap;

use identity::directory::Person;
use identity::letterhead;
use mail::{Draft, Letter};
use platform::db::{Conn, Result, Tx};
use platform::id::OrganisationId;
use platform::trail::Line;
use platform::{App, Kind, Lang};
use terms::TermRule;
use ui::dates;

use crate::events::Event;
use crate::kinds::Subject;
use crate::rule_book::RuleBook;
use crate::store::people::{CONTACT, KEEPERS, in_roles};
use crate::store::rules::{self, Laid};
use crate::{rule_words, term, texts};

pub(crate) async fn tell(app: &App, tx: &mut Tx, line: &Line, event: &Event) -> Result<()> {
    let Event::RuleLaidDown { organisation, rule, subject, .. } = event else { return Ok(()) };
    let Some(book) = rules::seek_book(tx, organisation, line.at.day()).await? else { return Ok(()) };
    let laid = rules::laid(tx, organisation).await?.into_iter().find(|l| l.id == *rule);
    // Replaced before it ever held: then this letter has become untrue.
    let Some((laid, rule)) = laid.filter(|l| !l.is_void()).and_then(|l| term::parse(&l.rule).map(|r| (l, r))) else {
        return Ok(());
    };
    let (from_name, reply_to) = letterhead::goes_by(tx, organisation).await?;
    for to in across(tx, &book, &laid, line).await?.values() {
        let mut letter = letter(to, &book, &laid, &rule, *subject, &app.config().base_url);
        (letter.from_name, letter.reply_to) = (from_name.clone(), reply_to.clone());
        letter.organisation = Some(organisation.clone());
        let cause = format!("advice.{}.{}", line.seq, to.id);
        mail::post(tx, &cause, Some(&to.id), &to.address, &letter, app.clock().now()).await?;
    }
    Ok(())
}

/// Who keeps the papers on the other side, and the others who do so on this one; not who did it. By the id of the
/// person, so that who keeps them of two councils gets one letter.
async fn across(conn: &mut Conn, book: &RuleBook, laid: &Laid, line: &Line) -> Result<BTreeMap<String, Person>> {
    let (own, theirs) = match book.kind {
        Kind::Council => (KEEPERS, CONTACT),
        Kind::Municipality => (CONTACT, KEEPERS),
        _ => return Ok(BTreeMap::new()),
    };
    let concerned = |id: &OrganisationId| laid.municipality.as_ref().is_none_or(|only| only == id);
    let mut people = in_roles(conn, &book.owner, own, line.at.day()).await?;
    for (id, _) in book.across.iter().filter(|(id, _)| concerned(id)) {
        people.extend(in_roles(conn, id, theirs, line.at.day()).await?);
    }
    let others = people.into_iter().filter(|p| line.actor.as_ref() != Some(&p.id));
    Ok(others.map(|p| (p.id.to_string(), p)).collect())
}

fn letter(to: &Person, book: &RuleBook, laid: &Laid, rule: &TermRule, subject: Subject, base_url: &str) -> Letter {
    let t = texts(Lang::Nl);
    let about = match subject {
        Subject::Request => "een advies",
        Subject::Response => "een antwoord van de gemeente",
    };
    let from = laid.valid_from.map(|day| format!(" Dit geldt vanaf {}.", dates::full(day, Lang::Nl)));
    let facts = rule_words::facts(rule, Lang::Nl, t).into_iter().map(|(label, lines)| (label, lines.join(", ")));
    let mail = Draft::new(format!("Nieuwe termijn voor {about}: {}", book.name), to.greeting()).lead(format!(
        "{} legde een nieuwe termijn vast voor {about}.{}",
        dates::capital(&book.name),
        from.unwrap_or_default()
    ));
    mail.facts(facts.collect())
        .text(t.rules_told_text())
        .button("Bekijk de termijnen", format!("{base_url}{}", book.path()))
        .foot(crate::letters::FOOT)
        .finish()
}
