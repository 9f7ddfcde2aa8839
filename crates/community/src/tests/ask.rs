use testing::{World, on_both};

use super::{PLAN, TITLE, own_path, question};

on_both!(
    PLAN: ans_asks_all_with_a_file,
    what_is_missing_is_said_and_what_was_typed_stays,
    bram_cannot_ask_councils_only,
    a_region_is_offered_to_councils_only,
    for_eva_there_is_nothing_to_ask
);

async fn ans_asks_all_with_a_file(world: World) {
    let ans = world.ans().await;
    let form = question(&ans).await.attach("bestand", "plan één.pdf", b"%PDF-1.7 ons plan");
    let page = form.send().await;
    page.goes_to("/gesprekken/…").sees("Uw bericht is geplaatst").sees(TITLE).sees("Wij beginnen net.");
    page.sees("Alle raden en gemeenten in Beraad lezen dit.");
    world.trail().await.reads(&["community.asked"]);

    let path = own_path(&page.path);
    let bram = world.bram().await;
    let page = bram.visits("/gesprekken").await;
    page.sees(TITLE).sees("Ans Terpstra").sees("Lindewoude");
    let page = bram.visits(&path).await;
    let file = page.links().into_iter().find(|l| l.contains("/bestanden/")).expect("a file");
    let file = bram.visits(&file).await;
    assert_eq!(file.bytes, b"%PDF-1.7 ons plan");
    assert_eq!(file.header("content-type"), Some("application/pdf"));
}

async fn what_is_missing_is_said_and_what_was_typed_stays(world: World) {
    let ans = world.ans().await;
    let page = question(&ans).await.fill("titel", " ").fill("thema", "").send().await;
    page.is_told("Schrijf uw vraag in één zin.").is_told("Kies waar het over gaat.");
    let again = page.form("Plaats mijn bericht");
    assert_eq!(again.value("tekst"), Some("Wij beginnen net.\n\nAlle raad is welkom."));
    let page = again.fill("titel", &"a".repeat(161)).fill("thema", "jeugd").send().await;
    page.is_told("Deze zin is te lang.");
    let page = page.form("Plaats mijn bericht").fill("titel", TITLE).fill("tekst", &"a".repeat(30_001)).send().await;
    page.is_told("Deze tekst is te lang.");
    let page = page.form("Plaats mijn bericht").fill("thema", "bestaat-niet").fill("tekst", "").send().await;
    page.is_told("Kies waar het over gaat.");
    world.trail().await.reads(&[]);
    page.form("Plaats mijn bericht").fill("thema", "jeugd").send().await.goes_to("/gesprekken/…");
}

/// He would not see his own question.
async fn bram_cannot_ask_councils_only(world: World) {
    let bram = world.bram().await;
    for readers in ["councils", "region"] {
        let page = question(&bram).await.without("lezers").with("lezers", readers).send().await;
        page.goes_to("/gesprekken/…").sees("Alle raden en gemeenten in Beraad lezen dit.");
    }
}

async fn a_region_is_offered_to_councils_only(world: World) {
    world.ans().await.visits("/gesprekken/nieuw").await.sees("Alleen raden in mijn regio");
    world.bram().await.visits("/gesprekken/nieuw").await.sees_not("Alleen raden in mijn regio");
    let page = question(&world.ans().await).await.fill("lezers", "region").send().await;
    page.sees("De raden in Noord en de koepel lezen dit.");
}

async fn for_eva_there_is_nothing_to_ask(world: World) {
    let eva = world.eva().await;
    eva.visits("/gesprekken").await.finds_nothing();
    eva.visits("/gesprekken/nieuw").await.finds_nothing();
    let form = question(&world.ans().await).await;
    let token = eva.visits("/mijn-gegevens").await.form("/afmelden");
    let token = token.value("_token").expect("a token").to_owned();
    form.without("_token").with("_token", &token).in_browser(&eva).send().await.finds_nothing();
    world.trail().await.reads(&[]);
}
