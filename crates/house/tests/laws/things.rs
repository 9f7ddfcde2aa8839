//! Things that exist, to be looked for by everybody: a topic for each kind of reader, and a case.

use community::topic::{TopicId, TopicKind, Visibility};
use platform::clock::HOUR;
use platform::files;
use platform::id::{OrganisationId, PersonId, SeatId, at};
use platform::{Moment, Role};
use testing::{COUNCIL_A, MUNICIPALITY_A, REGION_A, Who, World};

/// An id under which there is nothing.
pub const NOWHERE: &str = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

#[derive(Clone)]
pub struct Things {
    pub everybody: Topic,
    pub councils: Topic,
    pub region: Topic,
    /// The path of the case that Bram asked council A about.
    pub case: String,
    /// The id of an invitation to council A that waits for a yes.
    pub invitation: String,
    /// A paper in the case; of none unless a test adds one.
    pub document: String,
    /// The organisation whose pages are asked for, one of its seats, and somebody of it.
    pub organisation: OrganisationId,
    pub seat: SeatId,
    pub person: PersonId,
}

#[derive(Clone)]
pub struct Topic {
    pub path: String,
    /// The path of the file under it.
    pub file: String,
    /// The id of its last answer, by Dirk.
    pub post: String,
}

pub async fn things(world: &World) -> Things {
    let everybody = topic(world, Visibility::Everybody, "Wie heeft ervaring met een jongerenpanel?").await;
    let councils = topic(world, Visibility::Councils, "Hoe houdt u het vol als raad?").await;
    let region = topic(world, Visibility::Region, "Zullen wij elkaar in Noord ontmoeten?").await;
    Things {
        everybody,
        councils,
        region,
        case: case(world).await,
        invitation: invitation(world).await,
        document: NOWHERE.to_owned(),
        organisation: COUNCIL_A.id(),
        seat: seat_of(Who::Dirk),
        person: Who::Dirk.id(),
    }
}

/// Asked by Ans, answered by Dirk, with a file.
async fn topic(world: &World, visibility: Visibility, title: &str) -> Topic {
    use community::seed::{NewPost, NewTopic};
    let (council, ans, dirk) = (COUNCIL_A.id(), Who::Ans.id(), Who::Dirk.id());
    let post = |author, body, hours: i64| NewPost {
        author,
        organisation: &council,
        role: Role::Member,
        body,
        at: world.now().plus(-hours * HOUR),
        by_mail: false,
        written_by: None,
        helpful: false,
        thanks: Vec::new(),
    };
    let id = TopicId::fresh();
    let new = NewTopic {
        id: id.clone(),
        kind: TopicKind::Question,
        theme: "wmo",
        title,
        visibility,
        region: (visibility == Visibility::Region).then_some(REGION_A),
        posts: vec![post(&ans, "Wij beginnen net.", 2), post(&dirk, "Vraag het hun zelf.", 1)],
        also: Vec::new(),
    };
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let first = community::seed::topic(&mut tx, &new).await.expect("a topic");
    let fit = files::look_at("plan.txt", b"geheim plan").expect("a file");
    let file = files::keep(&mut tx, Some(&ans), &fit, world.now()).await.expect("a file");
    community::seed::attach(&mut tx, &first, &file).await.expect("an attachment");
    tx.commit().await.expect("a topic");
    let path = format!("/gesprekken/{id}");
    let page = world.dirk().await.visits(&path).await;
    let own = page.links().into_iter().find(|link| link.contains("/terughalen/")).expect("Dirk may take his back");
    let post = own.rsplit('/').next().expect("an id").to_owned();
    Topic { file: format!("{path}/bestanden/{file}"), path, post }
}

async fn case(world: &World) -> String {
    let page = world.bram().await.visits("/dossiers/nieuw").await;
    let form = page
        .form("Verstuur de aanvraag")
        .fill("titel", "Dagbesteding dichter bij huis")
        .fill("kern", "Mensen met dementie zitten lang in een busje.")
        .fill("praktijk", "Drie families stopten met de dagbesteding.")
        .fill("voorwie", "210 mensen en hun familie.")
        .fill("aanleiding", "Het contract loopt af.")
        .fill("vraag", "Wat is voor deze mensen een goede plek?")
        .fill("wel", "De plekken en de tijden.")
        .fill("niet", "Het budget.")
        .with("niveau", "local")
        .with("beslist", "municipal_council")
        .fill("vergadering", "25 maart 2027");
    let page = form.send().await;
    page.goes_to("/dossiers/…");
    world.works().await;
    page.path.split(['?', '#']).next().expect("a path").to_owned()
}

/// Chaima invites somebody to council A.
async fn invitation(world: &World) -> String {
    let path = format!("/organisaties/{}/mensen", COUNCIL_A.id());
    let page = world.chaima().await.visits(&format!("{path}/uitnodigen")).await;
    let page = page.form("Bekijk wat er gebeurt").fill("rijen", "Nora Nieuw;nora@nieuw.example").send().await;
    let page = page.form("Verstuur de uitnodiging").send().await;
    world.works().await;
    let forms = page.attribute("form[action*='/uitnodigingen/']", "action").expect("an invitation waits");
    forms.rsplit('/').next().expect("an id").to_owned()
}

/// The first seat of somebody of the cast.
pub fn seat_of(who: Who) -> SeatId {
    SeatId::of(at(Moment(0), 1_000 + 10 * who as u128))
}

/// The addresses of things that exist, in the places of a route.
pub fn filled_in(route: &str, things: &Things) -> String {
    let topic = things.everybody.path.rsplit('/').next().expect("an id");
    let case = things.case.rsplit('/').next().expect("an id");
    let (council, municipality) = (COUNCIL_A.id().to_string(), MUNICIPALITY_A.id().to_string());
    let id = match route.split('/').nth(1) {
        _ if route.contains("/instellingen/aanmelding") => &municipality,
        Some("dossiers") => case,
        Some("mensen") => things.person.as_str(),
        Some("adviesraden") => &council,
        Some("organisaties") => things.organisation.as_str(),
        Some("gemeenten") => &municipality,
        _ => topic,
    };
    let file = things.everybody.file.rsplit('/').next().expect("an id");
    let path = route.replace("{id}", id).replace("{post}", &things.everybody.post).replace("{file}", file);
    // A link in a letter that is nobody's.
    let path = path.replace("{seat}", things.seat.as_str()).replace("{invitation}", &things.invitation);
    let path = path.replace("{token}", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    let path = path.replace("{part}", "naam");
    path.replace("{provider}", NOWHERE).replace("{document}", &things.document)
}
