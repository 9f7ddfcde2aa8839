//! Councils and people from a file.

use testing::{World, on_both};

use super::{PLAN, told};
use crate::import;

on_both!(PLAN: the_same_file_twice_changes_nothing);

const FILE: &str = "organisation,kind,code,municipalities,form,first_name,last_name,address,role,from
gemeente Nieuwstad,municipality,9001,,,,,,,
gemeente Nieuwstad,municipality,9001,,,Ria,Kok,ria@nieuwstad.example,contact_officer,2025-01-01
Adviesraad Nieuwstad,council,,9001,wmo,Zoë,van der Çelik,Zoe@nieuwstad.example,voorzitter,2026-01-01
Adviesraad Nieuwstad,council,,9001,wmo,Bent,Pol,bent@nieuwstad,member,2026-01-01
adviesraad nieuwstad,council,,9001,,Dirk,Postma,dirk@voorbeeld.example,member,2026-01-01
Raad Elders,council,,9999,,,,,,
Raad Derde,kring,,,,,,,,
";

async fn imports(world: &World) -> import::Report {
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let report = import::people(&mut tx, FILE, world.now()).await.expect("the file is read");
    tx.commit().await.expect("it is kept");
    report
}

async fn the_same_file_twice_changes_nothing(world: World) {
    let report = imports(&world).await;
    assert_eq!((report.organisations, report.people, report.roles), (2, 2, 3), "{report:?}");
    let lines: Vec<u64> = report.wrong.iter().map(|(n, _)| *n).collect();
    assert_eq!(lines, [5, 7, 8], "{report:?}");
    let page = world.fenna().await.visits("/mensen?q=nieuwstad").await;
    page.sees("Zoë van der Çelik").sees("Ria Kok").sees("Dirk Postma").sees_not("Bent Pol");
    let before = world.digest().await;
    let again = imports(&world).await;
    assert_eq!((again.organisations, again.people, again.roles), (0, 0, 0));
    assert_eq!(world.digest().await, before);
    told(&world, &["people.imported"]).await;
}
