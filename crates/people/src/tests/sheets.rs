//! Lists as people paste them, read without a database.

use std::collections::HashMap;

use identity::directory::Salutation;
use platform::id::{PersonId, SeatId};
use platform::{Day, Role};
use proptest::prelude::*;

use crate::names::{Name, of_whole};
use crate::plan::{self, Fault, Idle, Known, Outcome, Remark, Wish};
use crate::sheet::{self, Entry, LINES_MAX, Wrong, check_address, read};
use crate::store::seats::Sitting;

fn entries(text: &str) -> Vec<Result<Entry, Wrong>> {
    read(text).lines.into_iter().map(|line| line.read).collect()
}

fn one(text: &str) -> Entry {
    let mut all = entries(text);
    assert_eq!(all.len(), 1, "{text:?}");
    all.pop().expect("a line").unwrap_or_else(|wrong| panic!("{text:?}: {wrong:?}"))
}

fn name(first: &str, last: &str, salutation: Salutation) -> Name {
    Name { first: first.into(), last: last.into(), salutation }
}

#[test]
fn a_line_is_read_however_it_was_pasted() {
    for text in [
        "Hanneke van der Wal\th.wal@voorbeeld.nl",
        "Hanneke van der Wal;h.wal@voorbeeld.nl",
        "Hanneke van der Wal, h.wal@voorbeeld.nl",
        "h.wal@voorbeeld.nl;Hanneke van der Wal",
        "Hanneke van der Wal <h.wal@voorbeeld.nl>",
        "\"Wal, Hanneke van der\";H.Wal@Voorbeeld.NL",
        "Wal, Hanneke van der; mailto:h.wal@voorbeeld.nl",
        "Wal\tHanneke van der\th.wal@voorbeeld.nl",
        "Hanneke\tvan der Wal\th.wal@voorbeeld.nl",
        "HANNEKE VAN DER WAL\th.wal@voorbeeld.nl;",
        "Hanneke van der Wal - h.wal@voorbeeld.nl",
        "Hanneke van der Wal: <h.wal@voorbeeld.nl>",
        "Hanneke van der Wal – (h.wal@voorbeeld.nl)",
        "\u{feff}Hanneke\u{a0}van der  Wal ;  <h.wal@voorbeeld.nl>.",
        "Voornaam;Tussenvoegsel;Achternaam;E-mail\nHanneke;van der;Wal;h.wal@voorbeeld.nl",
        "E-mailadres\tNaam\nh.wal@voorbeeld.nl\tHanneke van der Wal",
        "Nr;Naam;Woonplaats;Mail\n1;Hanneke van der Wal;Goor;h.wal@voorbeeld.nl",
    ] {
        let entry = one(text);
        assert_eq!(entry.address, "h.wal@voorbeeld.nl", "{text:?}");
        assert_eq!(entry.name.whole(), "Hanneke van der Wal", "{text:?}");
        assert_eq!(entry.name.last, "van der Wal", "{text:?}");
    }
}

#[test]
fn names_keep_their_accents_and_lose_their_titles() {
    for (text, wanted) in [
        ("mevr. Zoë Çelik", name("Zoë", "Çelik", Salutation::Mevrouw)),
        ("de heer Jan de Vries", name("Jan", "de Vries", Salutation::Meneer)),
        ("dhr. H.J. Pol", name("H.J.", "Pol", Salutation::Meneer)),
        ("Chaima El Amrani", name("Chaima", "El Amrani", Salutation::None)),
        ("Anne Marie van 't Hof", name("Anne Marie", "van 't Hof", Salutation::None)),
        ("JAN-WILLEM DE VRIES", name("Jan-Willem", "de Vries", Salutation::None)),
        ("Yıldız", name("", "Yıldız", Salutation::None)),
        ("M. Jansen", name("M.", "Jansen", Salutation::None)),
        ("van der Wal", name("", "van der Wal", Salutation::None)),
        ("De Vries", name("", "De Vries", Salutation::None)),
        ("Al Pacino", name("Al", "Pacino", Salutation::None)),
        ("mevr. van der Wal", name("", "van der Wal", Salutation::Mevrouw)),
    ] {
        assert_eq!(of_whole(text), Some(wanted), "{text}");
    }
    assert_eq!(of_whole("12"), None);
}

#[test]
fn a_line_says_what_is_wrong_with_it() {
    for (text, wrong) in [
        ("Hanneke Pol", Wrong::NoAddress),
        ("Naam;Mail\nHanneke Pol;", Wrong::NoAddress),
        ("Naam;Mail\nHanneke Pol;hanneke.voorbeeld.nl", Wrong::BadAddress("hanneke.voorbeeld.nl".into())),
        ("Hanneke Pol;h.pol@voorbeeld", Wrong::BadAddress("h.pol@voorbeeld".into())),
        ("Zoë Pol;zoë@voorbeeld.nl", Wrong::AccentInAddress("zoë@voorbeeld.nl".into())),
        ("Hanneke Pol;h@voorbeeld.nl;p@voorbeeld.nl", Wrong::TwoAddresses),
        (";h.pol@voorbeeld.nl", Wrong::NoName),
        ("Naam;Mail;Rol\nHanneke Pol;h.pol@voorbeeld.nl;koning", Wrong::NoRole("koning".into())),
    ] {
        assert_eq!(entries(text), [Err(wrong)], "{text:?}");
    }
}

#[test]
fn roles_and_first_days_are_found_with_and_without_headings() {
    let entry = one("Hanneke Pol;h.pol@voorbeeld.nl;Penningmeester;1-5-2027");
    assert_eq!((entry.role, entry.from.as_str()), (Some(Role::Treasurer), "1-5-2027"));
    let entry = one("Naam;Mail;Functie;Vanaf\nHanneke Pol;h.pol@voorbeeld.nl;Raadslid;1 mei 2027");
    assert_eq!((entry.role, entry.from.as_str()), (Some(Role::Member), "1 mei 2027"));
}

#[test]
fn the_lines_keep_their_numbers_past_headings_and_empty_lines() {
    let sheet = read("Naam;Mail\r\n\r\nA Pol;a@voorbeeld.nl\r\n;;\r\nB Pol;b@voorbeeld.nl\r\n");
    assert_eq!(sheet.lines.iter().map(|l| l.n).collect::<Vec<_>>(), [3, 5]);
}

#[test]
fn no_more_lines_are_taken_than_a_page_can_show() {
    let text: String = (0..LINES_MAX + 7).map(|n| format!("Lid Nummer;lid{n}@voorbeeld.nl\n")).collect();
    let sheet = read(&text);
    assert_eq!((sheet.lines.len(), sheet.too_many), (LINES_MAX, 7));
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

/// Somebody who sits there.
fn sitting(name: &str, role: Role) -> Sitting {
    Sitting {
        seat: SeatId::of(name),
        person: PersonId::of(name),
        name: name.into(),
        address: String::new(),
        role,
        from_on: day("2024-01-01"),
        until_on: None,
        term: 1,
        portfolio: String::new(),
        deputy: None,
        deputy_name: None,
        reason: None,
        words: None,
    }
}

fn outcomes(text: &str, known: &HashMap<String, Known>) -> Vec<Outcome> {
    let dirk = sitting("Dirk Postma", Role::Member);
    let wish = Wish {
        role: Role::Member,
        from_on: day("2026-11-24"),
        roles: &[Role::Member, Role::Chair],
        sitting: &[dirk],
        places: None,
        today: day("2026-11-24"),
    };
    plan::plan(&read(text), &wish, known).into_iter().map(|line| line.outcome).collect()
}

#[test]
fn a_wrong_line_does_not_stop_the_right_ones() {
    let all = outcomes(
        "A Pol;a@voorbeeld.nl\nB Pol;b@voorbeeld\nC Pol;c@voorbeeld.nl;wethouder\nD Pol;d@voorbeeld.nl;;straks1",
        &HashMap::new(),
    );
    assert!(matches!(&all[0], Outcome::Invites(i) if i.role == Role::Member && i.from_on == day("2026-11-24")));
    assert!(matches!(&all[1], Outcome::Faulty(Fault::Sheet(Wrong::BadAddress(_)))));
    assert_eq!(all[2], Outcome::Faulty(Fault::RoleElsewhere(Role::Alderman)));
    assert_eq!(all[3], Outcome::Faulty(Fault::BadDay("straks1".into())));
}

#[test]
fn the_same_person_twice_gets_one_letter() {
    let all =
        outcomes("A Pol;a@voorbeeld.nl\nAnton Pol;A@Voorbeeld.nl\nA Pol;a@voorbeeld.nl;voorzitter", &HashMap::new());
    assert!(matches!(all[0], Outcome::Invites(_)));
    assert_eq!(all[1], Outcome::Idle(Idle::TwiceInTheList(1), "Anton Pol".into()));
    // Another role is another invitation.
    assert!(matches!(&all[2], Outcome::Invites(i) if i.role == Role::Chair));
}

#[test]
fn each_person_needs_an_address_of_their_own() {
    let all = outcomes(
        "Els Pol;pol@voorbeeld.nl\nJan Pol;pol@voorbeeld.nl;voorzitter\nE. Pol;pol@voorbeeld.nl\nEls Pol;els@voorbeeld.nl",
        &HashMap::new(),
    );
    assert!(matches!(&all[0], Outcome::Invites(i) if i.remarks.is_empty()));
    assert_eq!(all[1], Outcome::Idle(Idle::SharesAddress(1), "Jan Pol".into()));
    assert_eq!(all[2], Outcome::Idle(Idle::TwiceInTheList(1), "E. Pol".into()));
    assert!(matches!(&all[3], Outcome::Invites(i) if i.remarks == [Remark::NamesakeInLine(1)]));
}

#[test]
fn who_may_not_be_met_is_remarked_as_an_unknown_address_is() {
    let hidden = Known {
        person: PersonId::of("x"),
        name: "Ans Terpstra".into(),
        address: String::new(),
        roles: Vec::new(),
        invited: Vec::new(),
        across: vec!["gemeente Lindewoude".into()],
        met: false,
        barred: false,
    };
    let remarks = |house: HashMap<String, Known>| match &outcomes("Dirk Postma;a@voorbeeld.nl", &house)[0] {
        Outcome::Invites(invite) => (invite.name(), invite.remarks.clone()),
        other => panic!("{other:?}"),
    };
    let unknown = remarks(HashMap::new());
    assert_eq!(unknown, ("Dirk Postma".into(), vec![Remark::Namesake]));
    assert_eq!(remarks(HashMap::from([("a@voorbeeld.nl".to_owned(), hidden.clone())])), unknown);
    let barred = HashMap::from([("a@voorbeeld.nl".to_owned(), Known { barred: true, ..hidden })]);
    assert_eq!(outcomes("Dirk Postma;a@voorbeeld.nl", &barred)[0], Outcome::Faulty(Fault::NotInvitable));
}

#[test]
fn who_is_in_the_house_already_is_noticed() {
    let known = |roles: &[Role], invited: &[Role]| Known {
        person: PersonId::of("x"),
        name: "Ans Terpstra".into(),
        address: String::new(),
        roles: roles.to_vec(),
        invited: invited.to_vec(),
        across: Vec::new(),
        met: true,
        barred: false,
    };
    let house = HashMap::from([
        ("a@voorbeeld.nl".to_owned(), known(&[Role::Member], &[])),
        ("b@voorbeeld.nl".to_owned(), known(&[], &[Role::Member])),
        ("c@voorbeeld.nl".to_owned(), known(&[Role::Chair], &[])),
    ]);
    let all = outcomes(
        "A Pol;a@voorbeeld.nl\nB Pol;b@voorbeeld.nl\nC Pol;c@voorbeeld.nl\nDirk  Postma;dirk@elders.nl",
        &house,
    );
    assert_eq!(all[0], Outcome::Idle(Idle::IsThatAlready, "A Pol".into()));
    assert_eq!(all[1], Outcome::Idle(Idle::IsInvitedAlready, "B Pol".into()));
    assert!(matches!(&all[2], Outcome::Invites(i) if i.known.as_ref().is_some_and(|k| k.name == "Ans Terpstra")));
    assert!(matches!(&all[3], Outcome::Invites(i) if i.remarks == [Remark::Namesake]));
}

#[test]
fn what_is_taken_already_is_remarked() {
    let wish = Wish {
        role: Role::Member,
        from_on: day("2026-11-24"),
        roles: &[Role::Member, Role::Secretary, Role::Treasurer, Role::Candidate],
        sitting: &[sitting("Dirk Postma", Role::Member), sitting("Chaima El Amrani", Role::Secretary)],
        places: Some(3),
        today: day("2026-11-24"),
    };
    let dirk = Known {
        person: PersonId::of("Dirk Postma"),
        name: "Dirk Postma".into(),
        address: String::new(),
        roles: vec![Role::Member],
        invited: Vec::new(),
        across: vec!["gemeente Lindewoude".into()],
        met: true,
        barred: false,
    };
    let text = "Dirk Postma;d@voorbeeld.nl;penningmeester\nEls Pol;e@voorbeeld.nl;secretaris\n\
        Jan Pol;j@voorbeeld.nl;penningmeester\nKim Pol;k@voorbeeld.nl;aspirant-lid\nLeo Pol;l@voorbeeld.nl";
    let lines = plan::plan(&read(text), &wish, &HashMap::from([("d@voorbeeld.nl".to_owned(), dirk)]));
    let remarks: Vec<Vec<Remark>> = lines
        .into_iter()
        .map(|line| match line.outcome {
            Outcome::Invites(invite) => invite.remarks,
            other => panic!("{other:?}"),
        })
        .collect();
    // Whoever sits there already needs no other place; the one that is left goes to the first who does.
    assert_eq!(remarks[0], [Remark::IsAlso(vec![Role::Member]), Remark::BothSides("gemeente Lindewoude".into())]);
    assert_eq!(remarks[1], [Remark::Held("Chaima El Amrani".into())]);
    assert_eq!(remarks[2], [Remark::HeldByLine(1), Remark::NoPlace(3)]);
    assert_eq!(remarks[3], []);
    assert_eq!(remarks[4], [Remark::NoPlace(3)]);
}

proptest! {
    /// Whatever is pasted, nothing breaks: each line that is not blank comes back, right or wrong, and what is
    /// right has an address that a letter can be sent to and a name.
    #[test]
    fn anything_may_be_pasted(text in "(?s).{0,400}") {
        let sheet = read(&text);
        for line in sheet.lines {
            if let Ok(entry) = line.read {
                prop_assert_eq!(check_address(&entry.address), Ok(entry.address.clone()));
                prop_assert!(!entry.name.whole().is_empty());
            }
        }
    }

    #[test]
    fn what_looks_like_a_sheet_never_breaks(text in "([A-Za-zé. ,;\"@<>\t]{0,40}\n){0,8}") {
        let lines = read(&text).lines.len();
        prop_assert!(lines <= 8);
    }

    /// A sheet that is in order is read whole, with any of the three signs.
    #[test]
    fn a_sheet_in_order_loses_nobody(
        people in prop::collection::vec(("[A-Z][a-z]{2,8}", "[A-Z][a-z]{2,8}", "[a-z]{1,8}[0-9]{1,3}"), 1..30),
        mark in prop::sample::select(vec!['\t', ';', ',']),
        headings in any::<bool>(),
    ) {
        let mut text = if headings { format!("Voornaam{mark}Achternaam{mark}E-mail\n") } else { String::new() };
        for (first, last, box_name) in &people {
            text.push_str(&format!("{first}{mark}{last}{mark}{box_name}@voorbeeld.nl\n"));
        }
        let read: Vec<_> = entries(&text).into_iter().map(|e| e.expect("a right line")).collect();
        prop_assert_eq!(read.len(), people.len());
        for (entry, (first, last, box_name)) in read.iter().zip(&people) {
            // A first name that is also a role or a form of address is the one thing a cell cannot tell.
            prop_assume!(sheet::role(first).is_none() && sheet::role(last).is_none());
            prop_assume!(crate::names::salutation(first).is_none() && crate::names::salutation(last).is_none());
            prop_assert_eq!(entry.name.whole(), format!("{first} {last}"));
            prop_assert_eq!(&entry.address, &format!("{box_name}@voorbeeld.nl"));
        }
    }
}

#[test]
fn what_was_pasted_from_several_places_is_read_line_by_line() {
    let sheet = read(
        "Anna Een\tanna@voorbeeld.nl\n\
         Als Twee;twee@voorbeeld.nl;secretaris\n\
         Piet Puk, piet@voorbeeld.nl, lid, 06-12345678\n\
         Puk, Piet <p.puk@voorbeeld.nl>\n\
         Els Dam; els@voorbeeld.nl; gewoon lid",
    );
    let names: Vec<_> = sheet.lines.iter().map(|l| l.read.as_ref().map(|e| (e.name.whole(), e.role))).collect();
    assert_eq!(
        names,
        [
            Ok(("Anna Een".to_owned(), None)),
            Ok(("Als Twee".to_owned(), Some(Role::Secretary))),
            Ok(("Piet Puk".to_owned(), Some(Role::Member))),
            Ok(("Piet Puk".to_owned(), None)),
            Err(&Wrong::NoRole("gewoon lid".to_owned())),
        ]
    );
    assert_eq!(sheet.lines[2].read.as_ref().map(|e| e.from.as_str()), Ok(""), "a telephone number is no day");
}

/// What spreadsheets of members look like, each with whom it names.
#[test]
fn sheets_as_they_come() {
    let wal = "Hanneke van der Wal";
    for (text, name, role) in [
        // A street is no address for mail.
        ("Naam;Adres;Woonplaats;E-mail\nHanneke van der Wal;Dorpsstraat 12;Goor;h.wal@voorbeeld.nl", wal, None),
        ("Naam;Straat;E-mailadres\nHanneke van der Wal;Laan 1;h.wal@voorbeeld.nl", wal, None),
        ("Naam;Adres\nHanneke van der Wal;h.wal@voorbeeld.nl", wal, None),
        ("Naam;Mail;Mailing\nHanneke van der Wal;h.wal@voorbeeld.nl;ja", wal, None),
        // Initials, and a name in parts.
        ("Voorletters;Tussenvoegsel;Achternaam;E-mail\nH.J.;van der;Wal;h.wal@voorbeeld.nl", "H.J. van der Wal", None),
        ("Initialen,Achternaam,E-mail\nHJ,van der Wal,h.wal@voorbeeld.nl", "H.J. van der Wal", None),
        ("Voorletters\tRoepnaam\tTv\tAchternaam\tMail\nH.\tHanneke\tvan der\tWal\th.wal@voorbeeld.nl", wal, None),
        ("Naam;Voornaam;E-mail\nvan der Wal;Hanneke;h.wal@voorbeeld.nl", wal, None),
        ("Voornaam;Geslachtsnaam;Geslacht;E-mail\nHanneke;van der Wal;v;h.wal@voorbeeld.nl", wal, None),
        ("Naam;Voornaam;E-mail\nHanneke van der Wal;Hanneke;h.wal@voorbeeld.nl", wal, None),
        ("Achternaam;E-mail\nvan der Wal;h.wal@voorbeeld.nl", "van der Wal", None),
        // What only contains a word is something else.
        ("Naam;E-mail;Controle;Rolstoel\nHanneke van der Wal;h.wal@voorbeeld.nl;ja;nee", wal, None),
        ("Naam;E-mail;Rol\nHanneke van der Wal;h.wal@voorbeeld.nl;voorzitter", wal, Some(Role::Chair)),
        ("Naam;E-mail;Rol in de raad\nHanneke van der Wal;h.wal@voorbeeld.nl;vz", wal, Some(Role::Chair)),
        // As a spreadsheet saves it.
        ("\u{feff}NAAM;E-MAIL;ROL\r\n\"Hanneke van der Wal\";h.wal@voorbeeld.nl;lid\r\n", wal, Some(Role::Member)),
        ("sep=;\r\nNaam;E-mail\r\nHanneke van der Wal;h.wal@voorbeeld.nl\r\n", wal, None),
        ("Naam;E-mail;;;;\nHanneke van der Wal;h.wal@voorbeeld.nl;;;;\n;;;;;\n", wal, None),
        ("\"Wal, Hanneke van der\",h.wal@voorbeeld.nl,,,", wal, None),
        ("E-mail,Functie,Naam\nh.wal@voorbeeld.nl,Secretaris,\"van der Wal, Hanneke\"", wal, Some(Role::Secretary)),
        (
            "Lidnr;Voorletters;Tussenvoegsel;Achternaam;Straat;Postcode;Plaats;Telefoon;E-mail;Geboren;Opmerking\n\
             7;H.;van der;Wal;Laan 1;7471 AA;Goor;06-12345678;h.wal@voorbeeld.nl;1-2-1960;komt vaak",
            "H. van der Wal",
            None,
        ),
    ] {
        let entry = one(text);
        assert_eq!((entry.name.whole().as_str(), entry.role), (name, role), "{text:?}");
        assert_eq!(entry.address, "h.wal@voorbeeld.nl", "{text:?}");
        assert_eq!(entry.from, "", "{text:?}");
    }
}
