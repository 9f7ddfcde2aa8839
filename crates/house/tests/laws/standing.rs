//! Who somebody is to a thing, in the words of the printed table. Worked out here, apart from the policies, from two
//! things alone: where somebody sits today, and whose a thing is. What follows from it is read from the table.

use platform::id::{OrganisationId, PersonId};
use platform::policy::{Rule, Verdict};
use platform::{Kind, Role};

/// Somebody who looks: nobody when no one is signed in, and the seats that hold today.
#[derive(Clone, Default)]
pub struct Eyes {
    pub person: Option<PersonId>,
    pub seats: Vec<(OrganisationId, Kind, Role)>,
}

/// Whose the things are that a route is asked for, and whom they are visible to.
#[derive(Clone)]
pub struct Facts {
    /// Whose page, people, settings and terms these are, and who sits across the table from it.
    pub organisation: OrganisationId,
    pub across: Vec<OrganisationId>,
    /// Whose own sign-in it is.
    pub provider: OrganisationId,
    pub person: PersonId,
    pub listed: bool,
    pub sits_in: Vec<OrganisationId>,
    pub sits_across: Vec<OrganisationId>,
    pub author: PersonId,
    pub topic: &'static str,
    /// The councils of the region of the topic.
    pub region: Vec<OrganisationId>,
    pub writer: PersonId,
    pub council: OrganisationId,
    pub municipality: OrganisationId,
    pub case: &'static str,
    pub document: &'static str,
    pub guests: Vec<PersonId>,
    /// To whom of its own people the council keeps the case, when it does.
    pub circle: Option<Vec<PersonId>>,
}

impl Eyes {
    fn is(&self, person: &PersonId) -> bool {
        self.person.as_ref() == Some(person)
    }

    fn holds(&self, role: Role) -> bool {
        self.seats.iter().any(|(_, _, held)| *held == role)
    }

    /// Seats that make somebody belong: not those of a guest, nor of who keeps the house running.
    fn belonging(&self) -> impl Iterator<Item = &(OrganisationId, Kind, Role)> {
        self.seats.iter().filter(|(_, kind, role)| *role != Role::Guest && *kind != Kind::Host)
    }
}

fn runs(kind: Kind, role: Role) -> bool {
    match kind {
        Kind::Council => matches!(role, Role::Chair | Role::Secretary | Role::OfficialSecretary),
        Kind::Municipality => role == Role::ContactOfficer,
        Kind::Association => role == Role::Office,
        Kind::Host | Kind::Elsewhere => false,
    }
}

/// What a role at the table is called there.
fn at_the_table(role: Role) -> &'static str {
    match role {
        Role::Chair => "chair",
        Role::Secretary | Role::OfficialSecretary => "secretary",
        Role::Treasurer | Role::Member => "member",
        Role::Candidate => "candidate",
        Role::ContactOfficer => "contact_officer",
        Role::Officer => "officer",
        Role::Alderman => "alderman",
        Role::Clerk => "clerk",
        _ => "outside",
    }
}

/// Everything that somebody is to the thing of a route.
pub fn standings(thing: &str, eyes: &Eyes, facts: &Facts) -> Vec<&'static str> {
    let mut all = Vec::new();
    match thing {
        "account" => all.push("oneself"),
        "trail" => {
            all.push("oneself");
            all.extend(eyes.holds(Role::Administrator).then_some("administrator"));
        }
        "post" => all.push(if eyes.is(&facts.writer) { "writer" } else { "another" }),
        "person" if eyes.is(&facts.person) => all.push("oneself"),
        "topic" => {
            all.push("outside");
            all.extend(eyes.is(&facts.author).then_some("author"));
        }
        _ => all.push("outside"),
    }
    for (place, kind, role) in &eyes.seats {
        let belongs = *role != Role::Guest && *kind != Kind::Host;
        let office = *kind == Kind::Association && *role == Role::Office;
        let here = *place == facts.organisation;
        all.extend(match (thing, kind) {
            ("register" | "organisation_trail" | "own_sign_in", _) if *role == Role::Administrator => {
                Some("administrator")
            }
            ("administrators", _) => (*role == Role::Administrator).then_some("administrator"),
            ("double_entry", _) if *role != Role::Administrator && !office => None,
            ("double_entry", _) if eyes.is(&facts.person) => Some("oneself"),
            ("double_entry", _) if office => Some("office"),
            ("double_entry", _) => Some("administrator"),
            ("case" | "document" | "table", Kind::Association) => Some("association_seat"),
            ("table", Kind::Council | Kind::Municipality) => Some(at_the_table(*role)),
            ("case" | "document", Kind::Council) if *place == facts.council => {
                let outside =
                    facts.circle.as_ref().is_some_and(|circle| !eyes.person.iter().any(|p| circle.contains(p)));
                Some(if outside && *role != Role::Guest { "not_in_circle" } else { at_the_table(*role) })
            }
            ("case" | "document", Kind::Municipality) if *place == facts.municipality => Some(at_the_table(*role)),
            (_, _) if !belongs => None,
            ("address_book" | "conversations", _) => Some("member"),
            ("register", _) => Some(if office { "office" } else { "member" }),
            ("organisation" | "settings" | "term_rules", _) if here && runs(*kind, *role) => Some("runner"),
            ("organisation_trail", _) if here && runs(*kind, *role) => Some("runner"),
            ("organisation" | "settings" | "term_rules" | "organisation_trail", _) if here => Some("fellow"),
            ("organisation" | "settings" | "term_rules" | "own_sign_in", _) if office => Some("office"),
            ("term_rules", _) if facts.across.contains(place) => Some("across"),
            ("own_sign_in", _) if *place == facts.provider && *role == Role::ContactOfficer => Some("contact_officer"),
            ("own_sign_in", _) if *place == facts.provider => Some("fellow"),
            ("organisation" | "settings" | "term_rules" | "organisation_trail" | "own_sign_in", _) => Some("elsewhere"),
            ("person", _) if eyes.is(&facts.person) => None,
            ("person", _) if office => Some("office"),
            ("person", _) if facts.sits_in.contains(place) => Some("fellow"),
            ("person", _) if facts.sits_across.contains(place) => Some("counterpart"),
            ("person", _) => Some("elsewhere"),
            ("topic", Kind::Council) if facts.topic != "region" || facts.region.contains(place) => Some("council"),
            ("topic", Kind::Council) => Some("council_elsewhere"),
            ("topic", Kind::Municipality) => Some("municipality"),
            ("topic", Kind::Association) => Some("association"),
            _ => None,
        });
    }
    // Whoever sits at the table is no guest there.
    let sits = eyes.seats.iter().any(|(place, ..)| *place == facts.council || *place == facts.municipality);
    if matches!(thing, "case" | "document")
        && !sits
        && facts.circle.is_none()
        && eyes.person.iter().any(|p| facts.guests.contains(p))
    {
        all.push("guest");
    }
    all
}

/// Whom the thing of a route is visible to.
pub fn visibility(thing: &str, facts: &Facts) -> &'static str {
    match thing {
        "account" | "trail" | "administrators" => "own",
        // None of those who are asked for keeps the house running.
        "double_entry" => "ordinary",
        "address_book" | "register" | "conversations" => "members",
        "person" if facts.listed => "listed",
        "person" => "unlisted",
        "topic" => facts.topic,
        "post" => "in_topic",
        "case" => facts.case,
        "document" if facts.case == "parties" || (facts.case == "embargo" && facts.document != "parties") => {
            facts.document
        }
        "document" => facts.case,
        "table" => "parties",
        _ => "house",
    }
}

/// What the printed table says to somebody who wants something: the best of all that they are.
pub fn verdict(rules: &[Rule], action: &str, eyes: &Eyes, facts: &Facts) -> Verdict {
    let (thing, act) = action.split_once('.').expect("thing.action");
    // What a thing is in, is asked first.
    if thing == "post" && verdict(rules, "topic.view", eyes, facts) == Verdict::Hidden {
        return Verdict::Hidden;
    }
    let visible = visibility(thing, facts);
    let said = |standing: &str| {
        let line = rules
            .iter()
            .find(|r| r.thing == thing && r.action == act && r.visibility == visible && r.standing == standing);
        line.unwrap_or_else(|| panic!("the table has no line for {action} by {standing} when {visible}")).verdict
    };
    standings(thing, eyes, facts).into_iter().map(said).max().expect("everybody is something to it")
}

/// How somebody belongs to what is asked for: the columns in which the questions are counted.
pub fn relation(thing: &str, eyes: &Eyes, facts: &Facts) -> &'static str {
    let all = standings(thing, eyes, facts);
    let sits = |place: &OrganisationId| eyes.belonging().any(|(at, ..)| at == place);
    let of_kind = |wanted: Kind| eyes.belonging().any(|(_, kind, _)| *kind == wanted);
    match thing {
        _ if all.iter().any(|s| matches!(*s, "oneself" | "author" | "writer")) => "own",
        "case" | "document" if facts.case == "parties" && (sits(&facts.council) || sits(&facts.municipality)) => {
            "shared room"
        }
        _ if sits(&facts.council) => "same council",
        _ if sits(&facts.municipality) => "shared room",
        _ if of_kind(Kind::Council) => "other council",
        _ if of_kind(Kind::Municipality) => "other municipality",
        _ => "neither",
    }
}
