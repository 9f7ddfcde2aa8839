//! The address book: who finds whom, and what of them.

use testing::{COUNCIL_A, COUNCIL_B, MUNICIPALITY_A, Who, World, on_both};

use super::{PLAN, told};

on_both!(
    PLAN: people_are_found_by_what_one_remembers,
    both_sides_of_the_table_are_shown,
    an_address_is_for_who_sits_at_the_table,
    people_tell_what_they_like,
    somebody_elsewhere_is_asked_by_letter,
    an_organisation_can_be_reached,
    what_a_member_declares_stays_in_the_council,
    the_book_is_closed_to_outsiders
);

async fn people_are_found_by_what_one_remembers(world: World) {
    let fenna = world.fenna().await;
    fenna.visits("/mensen").await.sees("11 mensen uit 2 raden en 2 gemeenten");
    for (wanted, found) in [
        ("q=EL+AMRANI", "Chaima El Amrani"),
        ("q=lindewoude&rol=alderman", "Willem van Dalen"),
        ("q=dalen,lindewoude", "Willem van Dalen"),
        ("rol=chair", "Ans Terpstra"),
        ("q=voorzitter", "Ans Terpstra"),
        ("q=Wethouder+Lindewoude", "Willem van Dalen"),
        ("q=facilitator", "Koos Veenstra"),
        ("wie=association", "Koos Veenstra"),
    ] {
        let page = fenna.visits(&format!("/mensen?{wanted}")).await;
        page.sees("Eén persoon past hierbij.").sees(found);
    }
    fenna.visits("/mensen?q=%25").await.sees("Elf mensen passen hierbij.");
    fenna.visits("/mensen?q=dalen+waterhoek").await.sees("Niemand gevonden");
    fenna.visits("/mensen?bladzijde=2").await.finds_nothing();
    // Who has no role is in no list.
    fenna.visits("/mensen?q=Eva").await.sees("Niemand gevonden");
}

async fn both_sides_of_the_table_are_shown(world: World) {
    let fenna = world.fenna().await;
    let page = fenna.visits("/mensen?q=Dora").await;
    page.sees("Adviesraad Lindewoude raadslid sinds").sees("gemeente Lindewoude beleidsmedewerker sinds");
    let page = fenna.visits(&format!("/mensen/{}", Who::Dora.id())).await;
    page.sees("Dora zit aan beide kanten van de tafel");
    fenna.visits(&format!("/mensen/{}", Who::Dirk.id())).await.sees_not("beide kanten");
}

async fn an_address_is_for_who_sits_at_the_table(world: World) {
    let path = format!("/mensen/{}", Who::Dirk.id());
    for (who, sees) in [
        (Who::Dirk, true),
        (Who::Chaima, true),
        (Who::Bram, true),
        (Who::Els, true),
        (Who::Koos, false),
        (Who::Fenna, false),
        (Who::Otto, false),
    ] {
        let page = world.client(who).await.visits(&path).await;
        page.sees("Dirk Postma");
        assert_eq!(page.html().contains("dirk@voorbeeld.example"), sees, "{who:?}");
        let council = world.client(who).await.visits(&format!("/adviesraden/{}", COUNCIL_A.id())).await;
        council.sees("Dirk Postma").sees_not("dirk@voorbeeld.example");
    }
}

async fn people_tell_what_they_like(world: World) {
    let dirk = world.dirk().await;
    let path = format!("/mensen/{}", Who::Dirk.id());
    let form = dirk.visits(&format!("{path}/wijzigen")).await.form("Bewaar");
    form.clone().fill("over", &"a".repeat(301)).send().await.is_told("hoogstens 300 letters");
    let form = form.fill("over", "Ik reed zelf de bus.").with("thema[]", "jeugd").with("thema[]", "bestaat-niet");
    form.send().await.sees("Dit is bewaard").sees("“Ik reed zelf de bus.”").sees("Jeugdhulp");
    let fenna = world.fenna().await;
    fenna.visits("/mensen?q=jeugdhulp").await.sees("Dirk Postma").sees("Graag gevraagd over: Jeugdhulp");
    fenna.visits("/mensen?thema=jeugd").await.sees("Dirk Postma");
    fenna.visits("/mensen?q=bus+reed").await.sees("Eén persoon past hierbij.").sees("Dirk Postma");
    for who in [Who::Fenna, Who::Chaima] {
        world.client(who).await.visits(&format!("{path}/wijzigen")).await.is_refused();
    }
    told(&world, &["people.told_of_oneself"]).await;
}

async fn what_a_member_declares_stays_in_the_council(world: World) {
    let path = format!("/organisaties/{}/belangen", COUNCIL_A.id());
    let dirk = world.dirk().await;
    let page = dirk.visits(&path).await;
    page.form("Meld dit").send().await.is_told("Schrijf in één zin wat u wilt melden.");
    page.form("Meld dit").fill("belang", "Bestuurslid van de voedselbank").send().await.sees("Dit is gemeld");
    let ans = world.ans().await.visits(&path).await;
    ans.sees("Dirk Postma : Bestuurslid van de voedselbank");
    assert!(!ans.has_form("Dit is voorbij"), "hers it is not");
    for who in [Who::Bram, Who::Fenna, Who::Koos] {
        world.client(who).await.visits(&path).await.is_refused();
    }
    let page = dirk.visits(&path).await.presses("Dit is voorbij").await;
    page.sees("Niemand heeft iets gemeld.");
    told(&world, &["people.interest_told", "people.interest_told"]).await;
}

async fn the_book_is_closed_to_outsiders(world: World) {
    let (eva, anybody) = (world.eva().await, world.anybody());
    for path in [
        "/mensen".to_owned(),
        format!("/mensen/{}", Who::Dirk.id()),
        format!("/adviesraden/{}", COUNCIL_A.id()),
        format!("/gemeenten/{}", MUNICIPALITY_A.id()),
        format!("/organisaties/{}", COUNCIL_B.id()),
    ] {
        eva.visits(&path).await.finds_nothing();
        anybody.visits(&path).await.must_sign_in();
    }
    // A council is no municipality, and somebody who is only invited is nobody yet.
    let fenna = world.fenna().await;
    fenna.visits(&format!("/gemeenten/{}", COUNCIL_A.id())).await.finds_nothing();
    fenna.visits(&format!("/mensen/{}", Who::Eva.id())).await.finds_nothing();
    eva.visits(&format!("/mensen/{}", Who::Eva.id())).await.sees("Eva Jansen");
}

async fn an_organisation_can_be_reached(world: World) {
    use identity::letterhead::{self, Letterhead};
    let fenna = world.fenna().await;
    let (council, municipality) = (COUNCIL_A.id(), MUNICIPALITY_A.id());
    let pages = [format!("/adviesraden/{council}"), format!("/gemeenten/{municipality}")];
    for page in &pages {
        fenna.visits(page).await.sees_not("Zo bereikt u ons");
    }
    let head = Letterhead {
        postal: "Postbus 12\n9400 AA Assen".into(),
        phone: "(0592) 12 34 56".into(),
        website: "https://www.linde.example".into(),
        ..Letterhead::default()
    };
    let mut tx = world.app.db().begin().await.expect("a transaction");
    letterhead::set(&mut tx, &council, &head).await.expect("kept");
    letterhead::set(&mut tx, &municipality, &head).await.expect("kept");
    tx.commit().await.expect("kept");
    for page in &pages {
        let page = fenna.visits(page).await;
        page.sees("Zo bereikt u ons").sees("Postbus 12 9400 AA Assen").sees_not("<h2>E-mail");
        assert!(page.links().contains(&"tel:+31592123456".to_owned()), "{:?}", page.links());
        assert!(page.links().contains(&"https://www.linde.example".to_owned()));
    }
}

async fn somebody_elsewhere_is_asked_by_letter(world: World) {
    let (path, fenna) = (format!("/mensen/{}", Who::Dirk.id()), world.fenna().await);
    let page = fenna.visits(&path).await;
    page.sees("Iets vragen aan Dirk").sees_not("dirk@voorbeeld.example");
    let form = fenna.visits(&format!("{path}/vraag")).await.form("Verstuur de vraag");
    form.clone().fill("vraag", "  ").send().await.is_told("Schrijf eerst uw vraag op.");
    let long = "é".repeat(4_001);
    let page = form.clone().fill("vraag", &long).send().await;
    page.is_told("hoogstens 4.000 letters");
    assert!(page.html().contains(&long), "what was typed is kept");
    let form = form.fill("vraag", "Hoe regelt u de bus naar de dagopvang?\nBij ons <b>rijdt</b> niets.");
    form.clone().send().await.goes_to(&path).sees("Uw vraag is onderweg naar Dirk").sees_not("dirk@voorbeeld.example");
    // Pressed twice, it goes out once.
    form.send().await.goes_to(&path);
    world.works().await;
    let letters = world.letters_to(Who::Dirk).await;
    let [letter] = letters.as_slice() else { panic!("{} letters", letters.len()) };
    assert_eq!(letter.subject, "Een vraag van Fenna Bosma");
    assert_eq!(letter.reply_to.as_deref(), Some("fenna@voorbeeld.example"));
    assert!(letter.text.contains("Hoe regelt u de bus") && letter.html.contains("Hoe regelt u de bus"));
    assert!(!letter.html.contains("<b>rijdt"), "{}", letter.html);
    fenna.visits(&format!("{path}/vraag")).await.sees("Wat u Dirk eerder vroeg").sees("Hoe regelt u de bus");
    // Of nobody else's business, and not to oneself.
    world.ans().await.visits(&format!("{path}/vraag")).await.sees_not("Hoe regelt u de bus");
    let dirk = world.dirk().await;
    dirk.visits(&path).await.sees_not("Iets vragen aan Dirk");
    dirk.visits(&format!("{path}/vraag")).await.is_refused();
    world.eva().await.visits(&format!("{path}/vraag")).await.finds_nothing();
    fenna.visits(&format!("/mensen/{}/vraag", Who::Eva.id())).await.finds_nothing();
    told(&world, &["people.asked"]).await;
    testing::letters!(world, "somebody_elsewhere_is_asked");
}
