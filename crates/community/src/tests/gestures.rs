use testing::{World, on_both};

use super::{PLAN, a_question, an_answered_question, answers};

on_both!(
    PLAN: the_asker_says_what_helped,
    thanks_are_given_once_and_taken_back,
    a_council_says_it_once,
    the_own_council_and_officials_have_no_button,
    what_the_page_does_not_offer_is_refused
);

async fn the_asker_says_what_helped(world: World) {
    let path = a_question(&world).await;
    answers(&world.fenna().await, &path, "Vraag het hun zelf.").await;
    answers(&world.bram().await, &path, "Wij vergoeden de reis.").await;
    let ans = world.ans().await;
    let page = ans.visits(&path).await.presses("Dit hielp").await;
    page.sees("Dit hielp, zegt Ans Terpstra").sees("één hielp");
    assert!(page.all("#b1").iter().any(|text| text.contains("Dit hielp, zegt")));
    // Another helped more: never are there two.
    let forms = page.all("#b2 button");
    assert!(forms.contains(&"Dit hielp".to_owned()), "{forms:?}");
    let page = page.form("Dit hielp").without("niet").without("hielp");
    let second = ans.visits(&path).await.attribute("#b2 button[name=hielp]", "value").expect("a post");
    let page = page.with("hielp", &second).send().await;
    assert_eq!(page.all(".helped").len(), 1);
    page.presses("Dit hielp, gezegd").await.sees_not("Dit hielp, zegt");
    world.works().await;
    world.fenna().await.visits(&path).await.sees_not(">Dit hielp<");
}

async fn thanks_are_given_once_and_taken_back(world: World) {
    let path = an_answered_question(&world).await;
    let bram = world.bram().await;
    let form = bram.visits(&path).await.form("Dank Fenna");
    form.send().await.sees("U dankte Fenna").sees("Eén mens dankte.");
    form.send().await.sees("Eén mens dankte.");
    world.dirk().await.visits(&path).await.presses("Dank Fenna").await.sees("Twee mensen dankten.");
    bram.visits(&path).await.presses("U dankte Fenna").await.sees("Eén mens dankte.");
    world.works().await;
}

async fn a_council_says_it_once(world: World) {
    let path = a_question(&world).await;
    let fenna = world.fenna().await;
    fenna.visits(&path).await.sees("Speelt dit ook bij uw raad?").sees_not("Het speelt bij");
    let form = fenna.visits(&path).await.form("Ja, speelt bij ons ook");
    form.send().await.sees("één raad").sees("Waterhoek");
    form.send().await.sees("één raad"); // the same council, whoever taps and however often
    world.ans().await.visits("/gesprekken").await.sees("speelt bij één raad");
    fenna.visits(&path).await.presses("Speelt bij ons ook, gezegd").await.sees_not("Het speelt bij");
    world.trail().await.reads(&["community.asked", "community.also_here"]);
}

async fn the_own_council_and_officials_have_no_button(world: World) {
    let path = a_question(&world).await;
    for browser in [world.dirk().await, world.bram().await, world.koos().await] {
        assert!(!browser.visits(&path).await.has_form("speelt bij ons ook"), "{}", browser.who());
    }
}

async fn what_the_page_does_not_offer_is_refused(world: World) {
    let path = an_answered_question(&world).await;
    let fenna = world.fenna().await;
    let page = fenna.visits(&path).await;
    let token = page.form("Plaats mijn antwoord").value("_token").expect("a token").to_owned();
    let own = world.bram().await.visits(&path).await.attribute("#b1 button[name=dank]", "value").expect("a post");
    for (gesture, field, value) in [("hielp", "hielp", own.as_str()), ("dank", "dank", &own), ("dank", "dank", "x")] {
        let page = fenna.posts(&format!("{path}/{gesture}"), &[("_token", &token), (field, value)]).await;
        if value == "x" {
            page.finds_nothing()
        } else {
            page.is_refused()
        };
    }
    let bram = world.bram().await;
    let token = bram.visits(&path).await.form("Plaats mijn antwoord").value("_token").expect("a token").to_owned();
    bram.posts(&format!("{path}/speelt-ook"), &[("_token", &token), ("speelt", "ja")]).await.is_refused();
    world.trail().await.reads(&["community.asked", "community.answered"]);
}
