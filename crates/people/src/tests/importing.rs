//! Councils and people from a file.

use testing::{World, on_both};

use super::{PLAN, told};
use crate::import;

on_both!(
    PLAN: the_same_file_twice_changes_nothing,
    a_line_about_something_else_is_told_and_left_out,
    a_file_from_a_spreadsheet_is_read,
    wrong_headings_are_told_once
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
    assert_eq!(report.wrong, [(4, "column address: \"bent\" is no e-mail address".to_owned())]);
    world.fenna().await.visits("/mensen?q=celik").await.sees("Zoë Çelik").sees("gemeente Súd");
    let mut utf8 = b"\xef\xbb\xbf".to_vec();
    utf8.extend("organisation\tkind\nAdviesraad Súd\tcouncil\n".as_bytes());
    assert_eq!(imports(&world, &utf8).await.organisations, 1);
}

async fn wrong_headings_are_told_once(world: World) {
    let report = imports(&world, b"organisatie,kind\nRaad,council\nRaad Twee,council\n").await;
    assert_eq!(report.wrong.len(), 1);
    assert!(
        report.wrong[0].1.starts_with("column \"organisatie\" is not known: write organisation, kind"),
        "{report:?}"
    );
    let report = imports(&world, b"organisation,code\nRaad,9001\n").await;
    assert_eq!(report.wrong, [(1, "column kind is missing: the first line names the columns".to_owned())]);
    assert_eq!(imports(&world, b"").await.wrong, [(1, "the file is empty".to_owned())]);
}
