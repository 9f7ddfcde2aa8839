//! Councils and people from a file.

use platform::Role;
use testing::{Client, HOST, Page, World, on_both};

use super::keeping::{office, seated};
use super::{PLAN, told};
use crate::import;

on_both!(
    PLAN: the_same_file_twice_changes_nothing,
    a_line_about_something_else_is_told_and_left_out,
    a_file_from_a_spreadsheet_is_read,
    wrong_headings_are_told_once,
    a_list_in_dutch_is_read,
    a_file_is_read_in_on_a_page,
    what_is_no_table_is_said_beside_the_file,
    only_whoever_keeps_the_register_reads_in
);

const FILE: &str = "organisation,kind,code,municipalities,form,first_name,last_name,address,role,from
gemeente Nieuwstad,municipality,9001,,,,,,,
gemeente Nieuwstad,municipality,9001,,,Ria,Kok,ria@nieuwstad.example,contact_officer,2025-01-01
Adviesraad Nieuwstad,council,,9001,wmo,Zoë,van der Çelik,Zoe@nieuwstad.example,voorzitter,2026-01-01
Adviesraad Nieuwstad,council,,9001,wmo,Bent,Pol,bent@nieuwstad,member,2026-01-01
adviesraad nieuwstad,council,,9001,,Dirk,Postma,dirk@voorbeeld.example,member,2026-01-01
Raad Elders,council,,9999,,,,,,
Raad Derde,kring,,,,,,,,
";

async fn imports(world: &World, file: &[u8]) -> import::Report {
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let report = import::people(&mut tx, file, world.now()).await.expect("the file is read");
    tx.commit().await.expect("it is kept");
    report
}

/// What is told of wrong lines on the command line.
fn said(report: &import::Report) -> Vec<(u64, String)> {
    report.wrong.iter().map(|(line, wrong)| (*line, wrong.to_string())).collect()
}

async fn the_same_file_twice_changes_nothing(world: World) {
    let report = imports(&world, FILE.as_bytes()).await;
    assert_eq!((report.organisations, report.people, report.roles), (2, 2, 3), "{report:?}");
    let lines: Vec<u64> = report.wrong.iter().map(|(n, _)| *n).collect();
    assert_eq!(lines, [5, 7, 8], "{report:?}");
    let page = world.fenna().await.visits("/mensen?q=nieuwstad").await;
    page.sees("Zoë van der Çelik").sees("Ria Kok").sees("Dirk Postma").sees_not("Bent Pol");
    let before = world.digest().await;
    let again = imports(&world, FILE.as_bytes()).await;
    assert_eq!((again.organisations, again.people, again.roles), (0, 0, 0));
    assert_eq!(world.digest().await, before);
    told(&world, &["people.imported"]).await;
}

async fn a_line_about_something_else_is_told_and_left_out(world: World) {
    const OTHER: &str = "organisation,kind,code,municipalities,first_name,last_name,address,role,from,until
gemeente Nieuwstad,municipality,9001,,,,,,,
Adviesraad Nieuwstad,council,9001,,,,,,,
gemeente Oudstad,municipality,9001,,,,,,,
gemeente Nieuwstad,municipality,9002,,,,,,,
gemeente Nieuwstad,municipality,9001,9001,,,,,,
Adviesraad Nieuwstad,council,,9001,Bent,Pol,bent@nieuwstad.example,member,2026-05-01,2026-04-01
Adviesraad Nieuwstad,council,,9001,Bent,Pol,bent@@nieuwstad.example,member,,
Adviesraad Nieuwstad,council,,9001,Bent,Pol,bent@nieuwstad.example,member,1 mei,
Adviesraad Nieuwstad,council,,9001,Bent,Pol,Bent Pol <bent@nieuwstad.example>,member,2026-05-01,2026-05-01
";
    let report = imports(&world, OTHER.as_bytes()).await;
    let told: Vec<String> = report.wrong.iter().map(|(line, why)| format!("line {line}: {why}")).collect();
    assert_eq!(
        told,
        [
            "line 3: column kind: 9001 is gemeente Nieuwstad, a municipality",
            "line 4: column organisation: 9001 is the code of gemeente Nieuwstad",
            "line 5: column code: gemeente Nieuwstad has the code 9001, not 9002",
            "line 6: column municipalities: only a council advises municipalities: leave it empty",
            "line 7: column until: 2026-04-01 is before the first day, 2026-05-01",
            "line 8: column address: \"bent@@nieuwstad.example\" is no e-mail address",
            "line 9: column from: \"1 mei\" is no day: write 2026-11-24",
        ]
    );
    assert_eq!((report.organisations, report.people, report.roles), (2, 1, 1));
}

async fn a_file_from_a_spreadsheet_is_read(world: World) {
    // In Windows-1252, with semicolons, CRLF and empty columns behind.
    let mut file = b"Organisation;Kind;Code;First_name;Last_name;Address;Role;;\r\n".to_vec();
    file.extend(b"gemeente S\xfad;municipality;9003;Zo\xeb;\xc7elik;zoe@zuid.example;contact_officer;;\r\n");
    file.extend(b"\r\ngemeente S\xfad;municipality;9003;Bent;Pol;bent;officer;;\r\n");
    let report = imports(&world, &file).await;
    assert_eq!((report.organisations, report.people, report.roles), (1, 1, 1), "{report:?}");
    assert_eq!(said(&report), [(4, "column address: \"bent\" is no e-mail address".to_owned())]);
    world.fenna().await.visits("/mensen?q=celik").await.sees("Zoë Çelik").sees("gemeente Súd");
    let mut utf8 = b"\xef\xbb\xbf".to_vec();
    utf8.extend("organisation\tkind\nAdviesraad Súd\tcouncil\n".as_bytes());
    assert_eq!(imports(&world, &utf8).await.organisations, 1);
}

async fn wrong_headings_are_told_once(world: World) {
    let report = imports(&world, b"vereniging,kind\nRaad,council\nRaad Twee,council\n").await;
    assert_eq!(report.wrong.len(), 1);
    assert!(
        said(&report)[0].1.starts_with("column \"vereniging\" is not known: write organisation, kind"),
        "{report:?}"
    );
    let report = imports(&world, b"organisation,code\nRaad,9001\n").await;
    assert_eq!(said(&report), [(1, "column kind is missing: the first line names the columns".to_owned())]);
    assert_eq!(said(&imports(&world, b"").await), [(1, "the file is empty".to_owned())]);
}

const PATH: &str = "/organisaties/inlezen";

async fn sends(browser: &Client, name: &str, file: &[u8]) -> Page {
    browser.visits(PATH).await.form("Bekijk wat er gebeurt").attach("bestand", name, file).send().await
}

async fn a_file_is_read_in_on_a_page(world: World) {
    let office = office(&world).await;
    office.visits("/organisaties").await.sees("Lees in uit een bestand");
    let before = world.digest().await;
    let page = sends(&office, "mensen.csv", FILE.as_bytes()).await;
    page.sees("Drie regels kloppen niet").sees("Regel 5: Kolom e-mailadres: “bent@nieuwstad” is geen e-mailadres.");
    page.sees("Regel 7: Kolom gemeenten: Geen gemeente heeft de code 9999.").sees("Regel 8: Kolom soort: “kring”");
    page.sees("Zoë van der Çelik")
        .sees("Krijgt de rol van voorzitter, vanaf 1 januari 2026.")
        .sees("Staat al in Beraad.");
    assert_eq!(world.digest().await, before, "nothing is stored before it is agreed to");
    let form = page.form("Lees vier regels in");
    form.send().await.sees("Nieuwe organisaties: 2. Nieuwe mensen: 2. Nieuwe rollen: 3. Regels die niet klopten en niet zijn ingelezen: 3.");
    let after = world.digest().await;
    form.send().await.sees("Nieuwe organisaties: 2.");
    assert_eq!(world.digest().await, after, "sent twice it is read once");
    let page = sends(&office, "mensen.csv", FILE.as_bytes()).await;
    page.sees("Er is niets nieuws in dit bestand.").sees("Vier regels staan er al");
    assert!(!page.has_form("Lees vier regels in"));
    told(&world, &["people.imported"]).await;
    let line = world.trail().await.0.into_iter().find(|line| line.kind == "people.imported").expect("a line");
    assert_eq!(line.actor, Some(testing::Who::Eva.id()), "it says who did it");
}

async fn what_is_no_table_is_said_beside_the_file(world: World) {
    let office = office(&world).await;
    let page = office.visits(PATH).await.form("Bekijk wat er gebeurt").send().await;
    page.is_told("Kies een bestand waar iets in staat.");
    sends(&office, "a.xlsx", b"PK\x03\x04\0\0").await.is_told("Dit bestand kunnen wij niet lezen.");
    sends(&office, "a.csv", "a\n".repeat(1_001).as_bytes()).await.is_told("Dit bestand heeft meer dan 1.000 regels.");
    sends(&office, "a.csv", "a".repeat(300_000).as_bytes()).await.is_told("Dit bestand is te groot");
    sends(&office, "a.csv", b"naam,kind\nRaad,council\n").await.sees("Kolom naam kennen wij niet.");
    // As a spreadsheet in Windows writes it, with quotes and lines in a cell.
    let file = b"organisation;kind\r\n\"Raad <b>Z\xfa</b> & Co\";council\r\n";
    let page = sends(&office, "a.csv", file).await;
    page.sees("Raad <b>Zú</b> & Co").presses("Lees één regel in").await.sees("Nieuwe organisaties: 1.");
    office.visits("/organisaties?q=z%C3%BA").await.sees("Raad <b>Zú</b> & Co");
}

async fn only_whoever_keeps_the_register_reads_in(world: World) {
    for somebody in [world.chaima().await, world.koos().await] {
        somebody.visits(PATH).await.is_refused();
        let token =
            somebody.visits("/mijn-gegevens").await.form("/afmelden").value("_token").expect("a token").to_owned();
        let fields = [("_token", token.as_str()), ("tabel", "organisation,kind\nRaad,council"), ("doe", "lees")];
        somebody.posts(PATH, &fields).await.is_refused();
    }
    let keeper = seated(&world, HOST, Role::Administrator).await;
    sends(&keeper, "a.csv", b"organisation,kind\nRaad Noord,council\n").await.sees("Raad Noord");
    told(&world, &[]).await;
}

/// As the office keeps it: Dutch headings and words, and days as a spreadsheet writes them here.
async fn a_list_in_dutch_is_read(world: World) {
    const LIST: &str = "Organisatie;Soort;CBS-code;Gemeenten;Voornaam;Achternaam;E-mailadres;Rol;Vanaf;Tot en met
gemeente Nieuwstad;gemeente;9001;;;;;;;
Adviesraad Nieuwstad;raad;;9001;Bent;Pol;bent@nieuwstad.example;voorzitter;1-1-2026;31 december 2029
Adviesraad Nieuwstad;Raad;;9001;Ria;Kok;ria@nieuwstad.example;keizer;1-1-2026;
Adviesraad Nieuwstad;raad;;9001;Wim;Bos;wim@nieuwstad.example;lid;31 februari 2026;
";
    let report = imports(&world, LIST.as_bytes()).await;
    assert_eq!((report.organisations, report.people, report.roles), (2, 1, 1), "{report:?}");
    assert_eq!(said(&report).iter().map(|(line, _)| *line).collect::<Vec<_>>(), [4, 5]);
    let page = world.fenna().await.visits("/mensen?q=bent+pol").await;
    page.sees("Bent Pol");
    // On the page it is said in the words of the list.
    let office = office(&world).await;
    office.visits(PATH).await.sees("organisatie, soort");
    let page = sends(&office, "lijst.csv", LIST.as_bytes()).await;
    page.sees("Kolom rol: “keizer” is geen rol bij een raad.").sees("Kolom vanaf: “31 februari 2026” is geen datum.");
    told(&world, &["people.imported"]).await;
}
