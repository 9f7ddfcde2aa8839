//! What holds for every page: one heading, labels on fields, both languages, and little to ask of the database.

use platform::measure;
use testing::{Page, World, on_both};

use super::{PLAN, a_published_answer};

on_both!(PLAN: every_page_has_one_heading_and_labels, pages_ask_little, every_page_is_there_in_english);

const BELOW: [&str; 13] = [
    "",
    "/termijn",
    "/aanvraag",
    "/stukken",
    "/notities",
    "/advies",
    "/instemming",
    "/uitbrenging",
    "/brief",
    "/volgen",
    "/afzien",
    "/ontvangst",
    "/afronden",
];
const OF_THE_MUNICIPALITY: [&str; 6] =
    ["/antwoord", "/antwoord/publicatie", "/besluit", "/intrekken", "/volgen", "/aanvraag/indienen"];

async fn all_pages(world: &World, case: &str) -> Vec<Page> {
    let mut pages = Vec::new();
    let chaima = world.chaima().await;
    for path in
        ["/onze-raad", "/dossiers/nieuw?soort=ongevraagd", "/dossiers/nieuw?soort=meedenken", "/dossiers/afgerond"]
    {
        pages.push(chaima.visits(path).await);
    }
    for below in BELOW {
        pages.push(chaima.visits(&format!("{case}{below}")).await);
    }
    let els = world.els().await;
    for path in ["/dossiers", "/dossiers/nieuw", "/dossiers/afgerond?toestand=gestopt"] {
        pages.push(els.visits(path).await);
    }
    for below in OF_THE_MUNICIPALITY {
        pages.push(els.visits(&format!("{case}{below}")).await);
    }
    pages
}

async fn every_page_has_one_heading_and_labels(world: World) {
    let case = a_published_answer(&world).await;
    for page in all_pages(&world, &case).await {
        assert!(page.status.is_success(), "{} {}", page.path, page.status);
        assert_eq!(page.all("h1").len(), 1, "{}", page.path);
        let fields = page.all("textarea, select, input[type=text], input[type=file]").len();
        let labels = page.all("label").len();
        assert!(labels >= fields, "{}: {fields} fields and {labels} labels", page.path);
        let html = page.html();
        let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let mut once = ids.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), ids.len(), "{}: an id stands twice", page.path);
        assert!(!html.contains("style=\"") && !html.contains("<script>"), "{}", page.path);
    }
    world.works().await;
}

async fn pages_ask_little(world: World) {
    let case = a_published_answer(&world).await;
    let (chaima, els) = (world.chaima().await, world.els().await);
    // One of them recognises the visitor.
    for (client, path, most) in
        [(&chaima, case.as_str(), 6), (&els, case.as_str(), 6), (&chaima, "/onze-raad", 6), (&els, "/dossiers", 6)]
    {
        let (_, statements, _) = measure::measured(client.visits(path)).await;
        assert!(statements <= most, "{path}: {statements} statements");
    }
    world.works().await;
}

async fn every_page_is_there_in_english(world: World) {
    let case = a_published_answer(&world).await;
    for (who, path) in [(testing::Who::Chaima, "/onze-raad"), (testing::Who::Els, case.as_str())] {
        let client = world.client(who).await;
        let mut tx = world.app.db().begin().await.expect("a transaction");
        tx.run(super::words_of::READS_ENGLISH, platform::args![who.id()]).await.expect("a choice");
        tx.commit().await.expect("kept");
        client.visits(path).await.sees("municipality").sees_not("De gemeente is aan zet");
    }
    world.works().await;
}
