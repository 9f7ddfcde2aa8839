//! Letters about a case go by the name that the council chose, and answers to them go to the council.

use identity::letterhead::{self, Letterhead};
use testing::{COUNCIL_A, Who, World, on_both};

use super::PLAN;

on_both!(PLAN: letters_go_by_the_name_that_the_council_chose);

async fn letters_go_by_the_name_that_the_council_chose(world: World) {
    super::a_request(&world).await;
    world.works().await;
    let letter = world.letters_to(Who::Chaima).await.pop().expect("a letter");
    assert_eq!((letter.from_name, letter.reply_to), (None, None), "nothing was chosen");
    let head = Letterhead {
        sender: "Adviesraad Lindewoude".into(),
        reply_to: "raad@linde.example".into(),
        ..Letterhead::default()
    };
    let mut tx = world.app.db().begin().await.expect("a transaction");
    letterhead::set(&mut tx, &COUNCIL_A.id(), &head).await.expect("chosen");
    tx.commit().await.expect("chosen");
    super::a_request(&world).await;
    world.works().await;
    let letter = world.letters_to(Who::Chaima).await.pop().expect("a letter");
    assert_eq!(letter.from_name.as_deref(), Some("Adviesraad Lindewoude"));
    assert_eq!(letter.reply_to.as_deref(), Some("raad@linde.example"));
}
