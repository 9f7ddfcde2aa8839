//! `beraad user`: people come in, lose their access at once, and get it back.

use testing::{COUNCIL_A, Who, World, on_both};

use super::about;
use crate::PLAN;

on_both!(
    PLAN: somebody_who_is_added_signs_in_and_has_their_role,
    who_loses_access_is_out_at_once_and_can_be_let_in_again,
    who_is_added_wrongly_is_not_there
);

const JANNEKE: &[&str] = &[
    "user",
    "add",
    "janneke@raad.example",
    "--first-name",
    "Janneke",
    "--last-name",
    "de Wit",
    "--salutation",
    "mevrouw",
];

/// How many letters went to an address.
async fn letters(world: &World, address: &str) -> usize {
    let mut reader = world.app.db().reader().await.expect("a reader");
    mail::letters_to(&mut reader, address, 10).await.expect("the outbox").len()
}

async fn asks_a_code(world: &World, address: &str) -> usize {
    let before = letters(world, address).await;
    world.anybody().visits("/aanmelden").await.form("Stuur mij een code").fill("adres", address).send().await;
    world.works().await;
    letters(world, address).await - before
}

async fn somebody_who_is_added_signs_in_and_has_their_role(world: World) {
    let folder = tempfile::tempdir().expect("a folder");
    let council = COUNCIL_A.id();
    let with_role = [JANNEKE, &["--organisation", council.as_str(), "--role", "member"]].concat();
    assert_eq!(asks_a_code(&world, "janneke@raad.example").await, 0);
    let said = about(world.database(), folder.path(), &with_role).await;
    assert!(said.went_well().out.starts_with("Janneke de Wit can now sign in at janneke@raad.example ("), "{said:?}");
    assert_eq!(asks_a_code(&world, "janneke@raad.example").await, 1);
    world.chaima().await.visits(&format!("/organisaties/{council}/mensen")).await.sees("Janneke de Wit");
    let list = about(world.database(), folder.path(), &["user", "list"]).await;
    let line = list.went_well().out.lines().find(|line| line.contains("janneke@raad.example")).expect("she is listed");
    assert!(line.ends_with("  Janneke de Wit"), "{line}");
    about(world.database(), folder.path(), JANNEKE).await.is_closed_with("somebody with this address is there already");
}

async fn who_loses_access_is_out_at_once_and_can_be_let_in_again(world: World) {
    let folder = tempfile::tempdir().expect("a folder");
    let (dirk, address) = (world.dirk().await, Who::Dirk.address());
    dirk.visits("/").await.sees("Postma");
    let said = about(world.database(), folder.path(), &["user", "disable", &address]).await;
    assert_eq!(said.went_well().out, "Dirk Postma has no access any more.\n");
    dirk.visits("/").await.must_sign_in();
    assert_eq!(asks_a_code(&world, &address).await, 0);
    let list = about(world.database(), folder.path(), &["user", "list"]).await;
    assert!(list.out.lines().any(|line| line.ends_with("Dirk Postma  (no access)")), "{list:?}");
    let said = about(world.database(), folder.path(), &["user", "enable", &address.to_uppercase()]).await;
    assert_eq!(said.went_well().out, "Dirk Postma has access again.\n");
    dirk.visits("/").await.must_sign_in();
    assert_eq!(asks_a_code(&world, &address).await, 1);
}

async fn who_is_added_wrongly_is_not_there(world: World) {
    let folder = tempfile::tempdir().expect("a folder");
    let council = COUNCIL_A.id();
    for (args, told) in [
        ([JANNEKE, &["--organisation", council.as_str(), "--role", "koning"]].concat(), "koning is no role"),
        (
            [JANNEKE, &["--organisation", "01JZZZZZZZZZZZZZZZZZZZZZZZ", "--role", "member"]].concat(),
            "there is no organisation with this id",
        ),
        (
            vec!["user", "add", "janneke", "--first-name", "Janneke", "--last-name", "de Wit"],
            "janneke is no mail address: write it as anneke@raad.example",
        ),
        (vec!["user", "disable", "niemand@raad.example"], "nobody has the address niemand@raad.example"),
        (vec!["user", "enable", "niemand@raad.example"], "nobody has the address niemand@raad.example"),
    ] {
        // The first command on a database makes its key, and says so; that is not what is looked at here.
        about(world.database(), folder.path(), &["migrate"]).await.went_well();
        about(world.database(), folder.path(), &args).await.is_closed_with(told);
    }
    let list = about(world.database(), folder.path(), &["user", "list"]).await;
    assert!(!list.went_well().out.contains("Janneke"), "{list:?}");
}
