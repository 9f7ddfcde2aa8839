//! Planting: two councils and two municipalities, each with everything that somebody would like to see.

use advice::kinds::{Body, CaseId, Consent, Kind, Level, Position, Side};
use advice::seed::{
    self as advising, Done, NewAnswer, NewCase, NewDraft, NewIssue, NewLine, NewRecommendation, NewRequest, NewRound,
};
use community::seed::{NewPost, NewTopic};
use community::topic::{TopicId, TopicKind, Visibility};
use platform::clock::{DAY, Moment};
use platform::id::{OrganisationId, SeatId, at};
use platform::{Role, files};
use rand::Rng;
use rand_chacha::ChaCha8Rng;
use testing::{
    ASSOCIATION, COUNCIL_A, COUNCIL_B, Client, HOST, MUNICIPALITY_A, MUNICIPALITY_B, REGION_A, REGION_B, Who, World,
};

use super::{Canary, Garden, Walker};
use crate::matrix::Somebody;

/// A council and its municipality, with the ids of what is theirs.
pub struct Pair {
    pub council: OrganisationId,
    pub municipality: OrganisationId,
    pub cases: Vec<String>,
    pub papers: Vec<(String, String)>,
    pub topics: Vec<String>,
    pub files: Vec<(String, String)>,
    pub posts: Vec<(String, String)>,
    pub persons: Vec<String>,
    pub seats: Vec<String>,
    pub invitations: Vec<String>,
}

/// Who belongs to a pair: its readers by what they may read, and who plants.
struct Cast {
    n: usize,
    council: Vec<&'static str>,
    municipality: Vec<&'static str>,
    /// Who prepares the answer.
    answering: Vec<&'static str>,
    runners: Vec<&'static str>,
    member: Who,
    officer: Who,
    region: &'static str,
    in_region: Vec<&'static str>,
}

/// Every council, and who speaks for the association.
const COUNCILS: &[&str] = &["Ans", "Chaima", "Dirk", "Dora", "Fenna", "secretary", "treasurer", "Koos", "office"];

fn casts() -> [Cast; 2] {
    [
        Cast {
            n: 0,
            council: vec!["Ans", "Chaima", "Dirk", "Dora"],
            municipality: vec!["Bram", "Els", "Willem", "Greet", "Dora"],
            answering: vec!["Bram", "Els", "Willem", "Dora"],
            runners: vec!["Ans", "Chaima"],
            member: Who::Dirk,
            officer: Who::Els,
            region: REGION_A,
            in_region: vec!["Ans", "Chaima", "Dirk", "Dora", "Koos", "office"],
        },
        Cast {
            n: 1,
            council: vec!["Fenna", "secretary", "treasurer"],
            municipality: vec!["Otto"],
            answering: vec!["Otto"],
            runners: vec!["secretary"],
            member: Who::Fenna,
            officer: Who::Otto,
            region: REGION_B,
            in_region: vec!["Fenna", "secretary", "treasurer", "Koos", "office"],
        },
    ]
}

/// Makes words, and remembers for whom.
struct Words<'a> {
    chance: &'a mut ChaCha8Rng,
    all: Vec<Canary>,
}

impl Words<'_> {
    fn plant(&mut self, place: &str, cast: &Cast, readers: &[&'static str]) -> String {
        let letters: String = (0..12).map(|_| char::from(b'a' + self.chance.random_range(0..26u8))).collect();
        let word = format!("kwz{letters}");
        let place = format!("{place} of pair {}", cast.n);
        self.all.push(Canary { word: word.clone(), place, readers: readers.to_vec() });
        word
    }
}

pub async fn plant(world: &World, chance: &mut ChaCha8Rng) -> Garden {
    let mut walkers = Vec::new();
    for who in Who::ALL {
        let pair = match who {
            Who::Fenna | Who::Otto => Some(1),
            Who::Koos | Who::Eva => None,
            _ => Some(0),
        };
        walkers.push(walker(who.first_name(), pair, world.client(who).await).await);
    }
    for (name, n, pair, seat) in [
        ("office", 700, None, (ASSOCIATION, Role::Office)),
        ("keeper", 701, None, (HOST, Role::Administrator)),
        ("secretary", 702, Some(1), (COUNCIL_B, Role::Secretary)),
        ("treasurer", 703, Some(1), (COUNCIL_B, Role::Treasurer)),
    ] {
        let client = Somebody { n, seat: Some(seat) }.comes_in(world).await;
        walkers.push(walker(name, pair, client).await);
    }
    walkers.push(Walker { name: "anybody", pair: None, client: world.anybody(), token: String::new() });
    let mut words = Words { chance, all: Vec::new() };
    let mut pairs = Vec::new();
    for cast in casts() {
        pairs.push(pair(world, &cast, &mut words, &walkers).await);
    }
    Garden { canaries: words.all, pairs, walkers }
}

async fn walker(name: &'static str, pair: Option<usize>, client: Client) -> Walker {
    let page = client.visits("/mijn-gegevens").await;
    let token = page.form("/afmelden").value("_token").expect("a token").to_owned();
    Walker { name, pair, client, token }
}

async fn pair(world: &World, cast: &Cast, words: &mut Words<'_>, walkers: &[Walker]) -> Pair {
    let (council, municipality) = if cast.n == 0 { (COUNCIL_A, MUNICIPALITY_A) } else { (COUNCIL_B, MUNICIPALITY_B) };
    let mut pair = Pair {
        council: council.id(),
        municipality: municipality.id(),
        cases: Vec::new(),
        papers: Vec::new(),
        topics: Vec::new(),
        files: Vec::new(),
        posts: Vec::new(),
        persons: [cast.member, cast.officer].iter().map(|who| who.id().to_string()).collect(),
        seats: Vec::new(),
        invitations: Vec::new(),
    };
    cases(world, cast, words, &mut pair).await;
    topics(world, cast, words, &mut pair).await;
    let of = |name: &str| &walkers.iter().find(|w| w.name == name).expect("a walker").client;
    papers(cast, words, &mut pair, (of(cast.member.first_name()), of(cast.officer.first_name()))).await;
    people(world, cast, words, &mut pair, (of(cast.runners[cast.runners.len() - 1]), of(cast.member.first_name())))
        .await;
    pair
}

async fn cases(world: &World, cast: &Cast, words: &mut Words<'_>, pair: &mut Pair) {
    let parties = [cast.council.clone(), cast.municipality.clone()].concat();
    let now = world.now();
    let done = |days: i64, who: Who| Done { at: now.plus(-days * DAY), by: Some(who.id()) };
    let (member, officer) = (cast.member, cast.officer);
    // A request that is being answered: the draft is the council's.
    let mut open = bare(&pair.council, &pair.municipality, done(30, officer));
    (open.title, open.lead) = (words.plant("the title", cast, &parties), words.plant("the lead", cast, &parties));
    open.practice = words.plant("the practice", cast, &parties);
    open.notes = vec![(Side::Council, words.plant("a note", cast, &parties), done(5, member))];
    open.request = Some(NewRequest {
        filed: done(30, officer),
        received_on: now.day().plus_days(-30),
        meeting_on: None,
        named_weeks: None,
        for_whom: words.plant("for whom", cast, &parties),
        cause: words.plant("the cause", cast, &parties),
        alternatives: String::new(),
        question: words.plant("the question", cast, &parties),
        can_change: "De tijden.".into(),
        cannot_change: "Het budget.".into(),
    });
    open.received = Some(done(28, member));
    open.draft = Some(draft(cast, words, &cast.council, done(10, member)));
    open.round = Some(NewRound {
        opened: done(4, member),
        closes_on: Some(now.day().plus_days(5)),
        answers: vec![(
            member.id(),
            Some((Consent::AgreesWithRemark, words.plant("a remark", cast, &cast.council), now.plus(-DAY))),
        )],
        closed: None,
    });
    // An advice that was sent: the answer to it is the municipality's.
    let mut sent = NewCase { draft: None, ..bare(&pair.council, &pair.municipality, done(90, officer)) };
    sent.title = words.plant("the title of what was sent", cast, &parties);
    sent.request = open.request.clone().map(|r| NewRequest { question: "Wat is nodig?".into(), ..r });
    if let Some(request) = &mut sent.request {
        request.filed = done(90, officer);
        (request.for_whom, request.cause) = ("Iedereen.".into(), "Er is geld.".into());
    }
    sent.received = Some(done(88, member));
    sent.draft = Some(draft(cast, words, &parties, done(70, member)));
    sent.round = Some(NewRound {
        opened: done(65, member),
        closes_on: None,
        answers: Vec::new(),
        closed: Some(done(61, member)),
    });
    sent.issue = Some(NewIssue { issued: done(60, member), number: Some(1) });
    sent.answer = Some(NewAnswer {
        prepared: done(3, officer),
        lines: vec![Some(NewLine {
            position: Position::Adopted,
            reason: words.plant("the reason of an answer", cast, &cast.answering),
            promise: words.plant("a promise", cast, &cast.answering),
            promised_by: "Iemand".into(),
            promise_on: Some(now.day().plus_days(40)),
            execution: None,
        })],
        published: None,
    });
    // What the council still keeps to itself.
    let bare_own = bare(&pair.council, &pair.municipality, done(20, member));
    let mut own = NewCase { kind: Kind::Unsolicited, council_only: true, ..bare_own };
    own.title = words.plant("the title of an unsolicited case", cast, &cast.council);
    own.lead = words.plant("the lead of an unsolicited case", cast, &cast.council);
    // What waits under an embargo is not the clerk's yet, and what the council keeps to one member is not the others'.
    let (embargoed, confided) = kept(cast, words, pair, done(8, officer));
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let (until, side) = (now.plus(9 * DAY), Side::Municipality);
    let (waits, keeps) = (embargoed.id.clone(), confided.id.clone());
    for case in [open, sent, own, embargoed, confided] {
        advising::case(&mut tx, &case, &advising::Rules::default(), now).await.expect("a case");
        pair.cases.push(case.id.to_string());
    }
    let by = done(7, officer);
    advising::embargo(&mut tx, &waits, until, "Nog niet.", (side, &by)).await.expect("an embargo");
    let by = done(7, member);
    advising::confided(&mut tx, &keeps, &[member.id()], "Over een lid.", (Side::Council, &by)).await.expect("a circle");
    tx.commit().await.expect("cases");
}

/// Two cases that not everybody at the table sees.
fn kept(cast: &Cast, words: &mut Words<'_>, pair: &Pair, opened: Done) -> (NewCase, NewCase) {
    let not_the_clerk: Vec<_> =
        cast.council.iter().chain(&cast.municipality).copied().filter(|name| *name != "Greet").collect();
    let in_the_circle = [cast.municipality.clone(), vec![cast.member.first_name()]].concat();
    let [embargoed, confided] =
        [(&not_the_clerk, "under an embargo"), (&in_the_circle, "in confidence")].map(|(readers, what)| {
            let mut case = bare(&pair.council, &pair.municipality, opened.clone());
            case.title = words.plant(&format!("the title of a case {what}"), cast, readers);
            case.lead = words.plant(&format!("the lead of a case {what}"), cast, readers);
            case.notes = vec![(
                Side::Municipality,
                words.plant(&format!("a note in a case {what}"), cast, readers),
                opened.clone(),
            )];
            case
        });
    (embargoed, confided)
}

/// A case that was begun, and nothing more.
pub fn bare(council: &OrganisationId, municipality: &OrganisationId, opened: Done) -> NewCase {
    NewCase {
        id: CaseId::fresh(),
        kind: Kind::Requested,
        council: council.clone(),
        municipality: municipality.clone(),
        title: "Een dossier".into(),
        lead: "Waar het over gaat.".into(),
        practice: "Wat er gebeurt.".into(),
        level: Level::Local,
        decides: Body::Executive,
        council_only: false,
        opened,
        announced: None,
        request: None,
        received: None,
        parts: Vec::new(),
        draft: None,
        round: None,
        minority: None,
        issue: None,
        answer: None,
        decisions: Vec::new(),
        decision_plans: Vec::new(),
        monitoring: Vec::new(),
        notes: Vec::new(),
        exit: None,
    }
}

fn draft(cast: &Cast, words: &mut Words<'_>, readers: &[&'static str], saved: Done) -> NewDraft {
    NewDraft {
        saved,
        title: words.plant("the title of an advice", cast, readers),
        summary: words.plant("the summary of an advice", cast, readers),
        considered: words.plant("what was considered", cast, readers),
        heard: words.plant("who was heard", cast, readers),
        equal_chances: "Voor iedereen.".into(),
        recommendations: vec![NewRecommendation {
            text: words.plant("a recommendation", cast, readers),
            addressee: Body::Executive,
            effect: words.plant("an effect", cast, readers),
            reason: words.plant("the reason of a recommendation", cast, readers),
        }],
    }
}

async fn topics(world: &World, cast: &Cast, words: &mut Words<'_>, pair: &mut Pair) {
    let (author, council) = (cast.member.id(), pair.council.clone());
    for (visibility, readers) in [(Visibility::Councils, COUNCILS), (Visibility::Region, cast.in_region.as_slice())] {
        let title = words.plant("the title of a topic", cast, readers);
        let bodies = [words.plant("a question", cast, readers), words.plant("an answer", cast, readers)];
        let inside = words.plant("a file under a post", cast, readers);
        let id = TopicId::fresh();
        let post = |body| NewPost {
            written_by: None,
            author: &author,
            organisation: &council,
            role: Role::Member,
            body,
            at: world.now().plus(-DAY / 2),
            by_mail: false,
            helpful: false,
            thanks: Vec::new(),
        };
        let new = NewTopic {
            id: id.clone(),
            kind: TopicKind::Question,
            theme: "wmo",
            title: &title,
            visibility,
            region: (visibility == Visibility::Region).then_some(cast.region),
            posts: bodies.iter().map(|body| post(body)).collect(),
            also: Vec::new(),
        };
        let mut tx = world.app.db().begin().await.expect("a transaction");
        let first = community::seed::topic(&mut tx, &new).await.expect("a topic");
        let name = format!("{}.txt", words.plant("the name of a file under a post", cast, readers));
        let fit = files::look_at(&name, inside.as_bytes()).expect("a file");
        let file = files::keep(&mut tx, Some(&author), &fit, world.now()).await.expect("a file");
        community::seed::attach(&mut tx, &first, &file).await.expect("an attachment");
        tx.commit().await.expect("a topic");
        pair.posts.push((id.to_string(), first.to_string()));
        pair.files.push((id.to_string(), file.to_string()));
        pair.topics.push(id.to_string());
    }
}

/// A paper for both sides, and one that each side keeps to itself.
async fn papers(cast: &Cast, words: &mut Words<'_>, pair: &mut Pair, (member, officer): (&Client, &Client)) {
    let parties = [cast.council.clone(), cast.municipality.clone()].concat();
    let case = pair.cases[0].clone();
    for (client, whose, readers) in
        [(member, "beide", &parties), (member, "eigen", &cast.council), (officer, "eigen", &cast.municipality)]
    {
        let word = words.plant("the name of a paper", cast, readers);
        let inside = words.plant("a paper", cast, readers);
        let page = client.visits(&format!("/dossiers/{case}/stukken")).await;
        let form =
            page.form(&format!("/dossiers/{case}/stukken")).attach("stuk[]", &format!("{word}.txt"), inside.as_bytes());
        let page = form.without("lezers").with("lezers", whose).send().await;
        page.sees(&word);
        let found = page.links().into_iter().filter(|link| link.contains("/stukken/"));
        let papers = found.filter_map(|link| Some((case.clone(), link.rsplit('/').next()?.to_owned())));
        pair.papers.extend(papers);
    }
    pair.papers.sort();
    pair.papers.dedup();
}

/// An interest, somebody who is invited, and why somebody left.
async fn people(
    world: &World,
    cast: &Cast,
    words: &mut Words<'_>,
    pair: &mut Pair,
    (runner, member): (&Client, &Client),
) {
    let path = format!("/organisaties/{}", pair.council);
    let interest = words.plant("an interest", cast, &cast.council);
    let page = member.visits(&format!("{path}/belangen")).await;
    let form = page.form(&format!("{path}/belangen")).fill("belang", &interest);
    form.send().await.sees(&interest);

    let team = [cast.council.as_slice(), &["office"]].concat();
    let invited = words.plant("the address of who is invited", cast, &team);
    let page = runner.visits(&format!("{path}/mensen/uitnodigen")).await;
    let rows = format!("Nora Nieuw;{invited}@nieuw.example");
    let page = page.form("Bekijk wat er gebeurt").fill("rijen", &rows).send().await;
    let page = page.form("Verstuur de uitnodiging").send().await;
    let form = page.attribute("form[action*='/uitnodigingen/']", "action").expect("an invitation waits");
    pair.invitations.push(form.rsplit('/').next().expect("an id").to_owned());

    let left = Somebody { n: 800 + cast.n as u128, seat: None };
    let seat = SeatId::of(at(Moment(0), 20_000 + cast.n as u128));
    left.comes_in(world).await;
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let person = platform::id::PersonId::of(at(Moment(0), left.n));
    let from = world.now().day().plus_days(-100);
    identity::directory::add_seat(&mut tx, &seat, &person, &pair.council, Role::Member, from, None)
        .await
        .expect("a seat");
    tx.commit().await.expect("a seat");
    let readers = [cast.runners.as_slice(), &["office"]].concat();
    let why = words.plant("why somebody left", cast, &readers);
    let page = runner.visits(&format!("{path}/mensen/{seat}/einde")).await;
    let form = page.form(&format!("{path}/mensen/{seat}/einde")).fill("woorden", &why).fill("reden", "own_wish");
    form.send().await.goes_to(&format!("{path}/mensen"));
    pair.seats.push(seat.to_string());
    pair.seats.push(at(Moment(0), 1_000 + 10 * cast.member as u128));
    pair.persons.push(person.to_string());
}

/// The id of an invitation to council B, which waits for a yes.
pub async fn far_invitation(world: &World) -> String {
    let path = format!("/organisaties/{}/mensen", COUNCIL_B.id());
    let runner = Somebody { n: 702, seat: Some((COUNCIL_B, Role::Secretary)) }.comes_in(world).await;
    let page = runner.visits(&format!("{path}/uitnodigen")).await;
    let page = page.form("Bekijk wat er gebeurt").fill("rijen", "Nora Nieuw;nora@elders.example").send().await;
    let page = page.form("Verstuur de uitnodiging").send().await;
    let form = page.attribute("form[action*='/uitnodigingen/']", "action").expect("an invitation waits");
    form.rsplit('/').next().expect("an id").to_owned()
}
