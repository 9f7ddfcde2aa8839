//! Choosing what stands for each relation, and writing it into the places of a route.

use std::collections::BTreeMap;

use platform::clock::Day;
use platform::db::{Conn, Result};

use super::Relation;
use super::store::{self, Case, Sits, Talk};

/// What stands for one relation: an id for each kind of thing, as far as there is one.
#[derive(Default)]
pub(super) struct Place {
    sits: Option<Sits>,
    council: Option<String>,
    municipality: Option<String>,
    invitation: Option<String>,
    case: Option<String>,
    /// A case whose advice was sent.
    letter: Option<String>,
    /// A case with a request.
    request: Option<String>,
    /// A case and a paper in it.
    paper: Option<(String, String)>,
    talk: Option<String>,
    /// A topic and a file in it, a topic and an answer in it.
    file: Option<(String, String)>,
    post: Option<(String, String)>,
    /// An organisation and the name of its style sheet, an organisation and its logo.
    style: Option<(String, String)>,
    logo: Option<(String, String)>,
}

impl Place {
    /// A route with these ids in it; nothing when there is none for one of its places.
    pub(super) fn path(&self, route: &str) -> Option<String> {
        let first = route.split('/').nth(1)?;
        let organisation = self.sits.as_ref().map(|s| &s.organisation);
        let pair = |pair: &Option<(String, String)>, word: &str| {
            pair.as_ref().map(|(id, part)| route.replace("{id}", id).replace(word, part))
        };
        let path = match first {
            "dossiers" if route.contains("{document}") => pair(&self.paper, "{document}")?,
            "dossiers" if route.contains("/brief") => route.replace("{id}", self.letter.as_ref()?),
            "dossiers" if route.ends_with("/aanvraag") => route.replace("{id}", self.request.as_ref()?),
            "dossiers" => route.replace("{id}", self.case.as_ref()?),
            "gesprekken" if route.contains("{file}") => pair(&self.file, "{file}")?,
            "gesprekken" if route.contains("{post}") => pair(&self.post, "{post}")?,
            "gesprekken" => route.replace("{id}", self.talk.as_ref()?),
            "mensen" => route.replace("{id}", &self.sits.as_ref()?.person),
            "adviesraden" => route.replace("{id}", self.council.as_ref()?),
            "gemeenten" => route.replace("{id}", self.municipality.as_ref()?),
            "organisaties" if route.contains("{invitation}") => {
                route.replace("{id}", organisation?).replace("{invitation}", self.invitation.as_ref()?)
            }
            "stijl" => pair(&self.style, "{file}")?,
            "logo" => pair(&self.logo, "{file}")?,
            // The rules about terms are a council's.
            "organisaties" if route.contains("/instellingen/termijn") => route.replace("{id}", self.council.as_ref()?),
            // Only a municipality has one.
            "organisaties" if route.contains("/instellingen/aanmelding") => {
                route.replace("{id}", self.municipality.as_ref()?)
            }
            "organisaties" if route.contains("{part}") => {
                route.replace("{id}", organisation?).replace("{part}", "naam")
            }
            "organisaties" => route.replace("{id}", organisation?).replace("{seat}", &self.sits.as_ref()?.seat),
            _ => return None,
        };
        (!path.contains('{')).then_some(path)
    }

    fn take_case(&mut self, cases: &[&Case]) {
        let best = cases.iter().find(|c| c.going_on).or_else(|| cases.iter().find(|c| c.issued)).or(cases.first());
        self.case = best.map(|c| c.id.clone());
        self.letter = cases.iter().find(|c| c.issued).map(|c| c.id.clone());
        self.request = best.filter(|c| c.asked).or_else(|| cases.iter().find(|c| c.asked)).map(|c| c.id.clone());
        self.paper = cases.iter().find_map(|c| Some((c.id.clone(), c.document.clone()?)));
    }

    async fn take_talk(&mut self, conn: &mut Conn, talks: &[&Talk], reader: &str) -> Result<()> {
        self.talk = talks.first().map(|t| t.id.clone());
        self.file = talks.iter().find_map(|t| Some((t.id.clone(), t.file.clone()?)));
        for talk in talks {
            if let Some(post) = store::answer(conn, &talk.id, reader).await? {
                self.post = Some((post.topic, post.id));
                break;
            }
        }
        Ok(())
    }
}

/// What stands for each relation; nothing when the personas are not there.
pub(super) async fn places(conn: &mut Conn, today: Day) -> Result<Option<BTreeMap<Relation, Place>>> {
    let lid = store::persona(conn, "lid", today).await?;
    let contact = store::persona(conn, "contactambtenaar", today).await?;
    let (Some(lid), Some(contact)) = (lid, contact) else { return Ok(None) };
    let (council, municipality) = (lid.organisation.clone(), contact.organisation.clone());
    let ties = store::ties(conn, today).await?;
    let cases = store::cases(conn).await?;
    let talks = store::talks(conn).await?;
    // A council or a municipality that neither of them has anything to do with.
    let tied = |c: &str, m: &str| ties.iter().any(|t| t.council == c && t.municipality == m);
    let far_council = |c: &str| c != council && !tied(c, &municipality);
    let far_municipality = |m: &str| m != municipality && !tied(&council, m);
    let far: Vec<&Case> = cases
        .iter()
        .filter(|c| c.visibility == "parties" && far_council(&c.council) && far_municipality(&c.municipality))
        .collect();
    let away = far.first().map(|c| (c.council.clone(), c.municipality.clone())).or_else(|| {
        let tie = ties.iter().find(|t| far_council(&t.council) && far_municipality(&t.municipality))?;
        Some((tie.council.clone(), tie.municipality.clone()))
    });
    let here: Vec<&Case> = cases.iter().filter(|c| c.council == council && c.municipality == municipality).collect();
    let among = |visibility: &str| here.iter().copied().filter(|c| c.visibility == visibility).collect::<Vec<_>>();
    let both = among("parties");
    let said = |wanted: &dyn Fn(&Talk) -> bool| talks.iter().filter(|t| wanted(t)).collect::<Vec<_>>();

    let mut own =
        Place { council: Some(council.clone()), municipality: Some(municipality.clone()), ..Place::default() };
    own.take_case(&both);
    let mine = said(&|t| t.author == lid.person);
    let ours = said(&|t| t.organisation == council && t.author != lid.person);
    own.take_talk(conn, if mine.is_empty() { &ours } else { &mine }, &lid.person).await?;
    own.file = mine.iter().chain(&ours).find_map(|t| Some((t.id.clone(), t.file.clone()?)));
    own.post = store::written(conn, &lid.person).await?.map(|p| (p.topic, p.id));
    own.invitation = store::invitation(conn, &council).await?;

    let mut same = Place { sits: store::another(conn, &council, &lid.person, today).await?, ..Place::default() };
    same.take_case(&among("council_only"));
    same.take_talk(conn, &ours, &lid.person).await?;

    let mut shared = Place { municipality: Some(municipality.clone()), ..Place::default() };
    shared.take_case(&both.iter().copied().rev().collect::<Vec<_>>());
    let everybodys = said(&|t| t.visibility == "everybody" && t.organisation != council);
    shared.take_talk(conn, &everybodys, &lid.person).await?;
    shared.invitation = store::invitation(conn, &municipality).await?;

    let mut elsewhere = Place::default();
    let mut other_town = Place::default();
    if let Some((far_away, town)) = away {
        elsewhere.sits = store::another(conn, &far_away, &lid.person, today).await?;
        other_town.sits = store::another(conn, &town, &contact.person, today).await?;
        elsewhere.invitation = store::invitation(conn, &far_away).await?;
        other_town.invitation = store::invitation(conn, &town).await?;
        (elsewhere.council, other_town.municipality) = (Some(far_away), Some(town));
    }
    elsewhere.take_case(&far);
    other_town.take_case(&far.iter().copied().rev().collect::<Vec<_>>());
    let councils = said(&|t| t.visibility == "councils" && t.organisation != council && t.kind == "council");
    elsewhere.take_talk(conn, &councils, &lid.person).await?;
    let towns = said(&|t| t.kind == "municipality" && t.organisation != municipality);
    other_town.take_talk(conn, &towns, &contact.person).await?;

    // Sheets and logos are open to everybody.
    let look = |row: Option<store::Look>| row.map(|look| (look.organisation, look.file));
    let style = look(store::style(conn).await?).map(|(of, name)| (of, format!("{name}.css")));
    let public = Place { style, logo: look(store::logo(conn).await?), ..Place::default() };

    (own.sits, shared.sits) = (Some(lid), Some(contact));
    Ok(Some(BTreeMap::from([
        (Relation::Own, own),
        (Relation::SameCouncil, same),
        (Relation::OtherCouncil, elsewhere),
        (Relation::Shared, shared),
        (Relation::OtherMunicipality, other_town),
        (Relation::Public, public),
    ])))
}
