//! Letters over a real socket, on both engines: they arrive once, whole, and with nothing smuggled in.

use mail::{Draft, Transport};
use platform::jobs::{Hands, Job, Planned};
use platform::trail::{Line, nothing_follows};
use platform::{App, args, db::Tx};
use testing::{Engine, MailServer, Plan, Who, World};

const PLAN: Plan =
    Plan { service: |app| testing::service(app, &[]), follow: nothing_follows, hands: Hands { react, planned } };

fn react<'a>(_: &'a App, _: &'a mut Tx, _: &'a Line, _: &'a str) -> Job<'a> {
    Box::pin(async { Ok(()) })
}

fn planned<'a>(_: &'a App, _: &'a mut Tx, _: &'a Planned) -> Job<'a> {
    Box::pin(async { Ok(()) })
}

platform::statements! {
    DUE_NOW: () = "UPDATE mail_letter SET next_try_at = 0, lease_until = 0 WHERE sent_at IS NULL";
    STATE: (i64, Option<i64>, Option<i64>, Option<String>) = "SELECT tries, sent_at, given_up_at, problem FROM mail_letter WHERE n = $1";
}

/// A story gets a world and a mail server.
macro_rules! by_mail {
    ($($name:ident),+ $(,)?) => {$(
        mod $name {
            use super::*;

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                let server = MailServer::open().await;
                super::$name(house(Engine::Sqlite, &server).await, server).await;
            }
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                let server = MailServer::open().await;
                super::$name(house(Engine::Postgres, &server).await, server).await;
            }
        }
    )+};
}
by_mail!(
    a_letter_arrives_whole,
    a_letter_goes_by_the_name_that_was_chosen,
    who_is_busy_gets_it_later_and_knows_it_again,
    who_refuses_is_left_in_peace,
    nobody_home_is_tried_again,
    nothing_is_smuggled_into_the_headers,
    two_senders_send_each_letter_once,
    a_code_is_wiped_once_it_was_sent,
    the_same_cause_makes_one_letter
);

async fn house(engine: Engine, server: &MailServer) -> World {
    assert_eq!(STATEMENTS.len(), 2);
    World::with(engine, PLAN, |config| {
        config.smtp = Some(server.url.clone());
        config.mail_from = "Beraad <beraad@voorbeeld.example>".into();
    })
    .await
}

fn draft(subject: &str) -> Draft {
    Draft::new(subject, "Dag mevrouw Terpstra,").said("Bram de Wit", "Één woord.\n.\nEn nog een, na een punt.")
}

async fn post(world: &World, cause: &str, address: &str, draft: Draft) {
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let letter = draft.foot("Beraad").finish();
    mail::post(&mut tx, cause, Some(&Who::Ans.id()), address, &letter, world.now()).await.expect("it is posted");
    tx.commit().await.expect("it is posted");
}

async fn state(world: &World, n: i64) -> (i64, bool, bool, String) {
    let mut reader = world.app.db().reader().await.expect("a reader");
    let row = reader.one(STATE, args![n]).await.expect("a state").expect("a letter");
    (row.0, row.1.is_some(), row.2.is_some(), row.3.unwrap_or_default())
}

async fn later(world: &World) {
    let mut tx = world.app.db().begin().await.expect("a transaction");
    tx.run(DUE_NOW, args![]).await.expect("it is later");
    tx.commit().await.expect("it is later");
    world.works().await;
}

async fn a_letter_arrives_whole(world: World, server: MailServer) {
    post(&world, "a", &Who::Ans.address(), draft("Één vraag van de gemeente")).await;
    assert!(server.received().is_empty());
    world.works().await;
    let received = server.received();
    assert_eq!(received.len(), 1);
    let letter = &received[0];
    assert_eq!(
        (letter.from.as_str(), &letter.to[..]),
        ("beraad@voorbeeld.example", &["ans@voorbeeld.example".to_owned()][..])
    );
    assert_eq!(letter.header("auto-submitted").as_deref(), Some("auto-generated"));
    assert!(letter.header("from").is_some_and(|f| f.contains("Beraad") && f.contains("<beraad@voorbeeld.example>")));
    assert!(letter.header("message-id").is_some_and(|id| id.starts_with('<') && id.ends_with("@beraad>")));
    assert_eq!(letter.header("date").as_deref(), Some("Tue, 24 Nov 2026 08:00:00 +0000"));
    assert!(letter.header("content-type").is_some_and(|kind| kind.starts_with("multipart/alternative")));
    assert!(letter.data.contains("text/plain; charset=utf-8") && letter.data.contains("text/html; charset=utf-8"));
    assert!(letter.data.contains("En nog een, na een punt."), "{}", letter.data);
    assert_eq!(state(&world, 1).await, (1, true, false, String::new()));
    world.works().await;
    assert_eq!(server.received().len(), 1, "it is not sent again");
}

/// The name before the address is the organisation's, the address stays that of the house; answers go to them.
async fn a_letter_goes_by_the_name_that_was_chosen(world: World, server: MailServer) {
    let mut tx = world.app.db().begin().await.expect("a transaction");
    let mut letter = draft("Namens een raad").finish();
    (letter.from_name, letter.reply_to) = (Some("Raad Oost & Één".into()), Some("raad@oost.example".into()));
    mail::post(&mut tx, "a", None, &Who::Ans.address(), &letter, world.now()).await.expect("it is posted");
    tx.commit().await.expect("it is posted");
    world.works().await;
    let letter = &server.received()[0];
    assert_eq!(letter.from, "beraad@voorbeeld.example");
    assert_eq!(letter.header("reply-to").as_deref(), Some("raad@oost.example"));
    let from = letter.header("from").expect("a sender");
    assert!(from.ends_with("<beraad@voorbeeld.example>") && !from.contains("Beraad <"), "{from}");
}

async fn who_is_busy_gets_it_later_and_knows_it_again(world: World, server: MailServer) {
    post(&world, "a", &Who::Ans.address(), draft("Hallo").in_reply_to("eerder@beraad")).await;
    let promised = world.letters_to(Who::Ans).await[0].message_id.clone();
    server.refuses("451 4.7.1 greylisted, try again");
    server.refuses("452 4.2.2 mailbox full");
    world.works().await;
    let (tries, sent, given_up, problem) = state(&world, 1).await;
    assert_eq!((tries, sent, given_up), (1, false, false));
    assert!(problem.contains("greylisted"), "{problem}");
    later(&world).await;
    assert!(server.received().is_empty());
    later(&world).await;
    let received = server.received();
    assert_eq!(received.len(), 1);
    assert_eq!(received[0].header("message-id"), Some(format!("<{promised}>")));
    assert_eq!(received[0].header("in-reply-to").as_deref(), Some("<eerder@beraad>"));
    assert_eq!(state(&world, 1).await.0, 3);
}

async fn who_refuses_is_left_in_peace(world: World, server: MailServer) {
    post(&world, "a", "weg@voorbeeld.example", draft("Hallo")).await;
    post(&world, "b", &Who::Ans.address(), draft("Hallo")).await;
    server.refuses("550 5.1.1 nobody here by that name");
    world.works().await;
    let (tries, sent, given_up, problem) = state(&world, 1).await;
    assert_eq!((tries, sent, given_up), (1, false, true));
    assert!(problem.contains("nobody here by that name"), "{problem}");
    assert_eq!(server.received().len(), 1, "the others do not wait for it");
    later(&world).await;
    assert_eq!(state(&world, 1).await.0, 1);
    assert_eq!(server.received().len(), 1);
}

async fn nobody_home_is_tried_again(world: World, _: MailServer) {
    let mut config = world.app.config().clone();
    config.smtp = Some("smtp://127.0.0.1:1".into());
    let away = Transport::of(&config, false).expect("an address");
    post(&world, "a", &Who::Ans.address(), draft("Hallo")).await;
    mail::deliver(&world.app, &away).await.expect("the outbox");
    let (tries, sent, given_up, problem) = state(&world, 1).await;
    assert_eq!((tries, sent, given_up), (1, false, false), "{problem}");
    assert!(!problem.is_empty());
    later(&world).await;
    assert_eq!(state(&world, 1).await, (2, true, false, problem));
}

async fn nothing_is_smuggled_into_the_headers(world: World, server: MailServer) {
    let evil = "Vraag\r\nBcc: allen@voorbeeld.example\r\nX-Eigen: 1\n\n<script>alert(1)</script>";
    post(&world, "a\r\nX-Eigen: 1", &Who::Ans.address(), draft(evil).in_reply_to("eerder@beraad")).await;
    post(&world, "b", "ans@voorbeeld.example\r\nBcc: allen@voorbeeld.example", draft("Hallo")).await;
    post(&world, "c", "Ans <ans@voorbeeld.example>, allen@voorbeeld.example", draft("Hallo")).await;
    world.works().await;
    let received = server.received();
    assert_eq!(received.len(), 1, "what is no address is not sent to");
    let letter = &received[0];
    assert_eq!(letter.to, ["ans@voorbeeld.example"]);
    let mut names = letter.header_names();
    names.sort();
    let known = [
        "auto-submitted",
        "content-type",
        "date",
        "from",
        "in-reply-to",
        "message-id",
        "mime-version",
        "references",
        "subject",
        "to",
    ];
    assert_eq!(names, known);
    let subject = letter.header("subject").expect("a subject");
    assert!(subject.starts_with("Vraag Bcc: allen@voorbeeld.example X-Eigen: 1"), "{subject}");
    for n in [2, 3] {
        let (_, sent, given_up, problem) = state(&world, n).await;
        assert!(!sent && given_up, "{problem}");
    }
}

async fn two_senders_send_each_letter_once(world: World, server: MailServer) {
    for n in 0..20 {
        post(&world, &format!("letter-{n}"), &Who::Ans.address(), draft(&format!("Brief {n}"))).await;
    }
    let senders: Vec<_> = (0..2)
        .map(|_| {
            let app = world.app.clone();
            let transport = Transport::of(app.config(), false).expect("an address");
            tokio::spawn(async move { mail::deliver(&app, &transport).await.expect("the outbox") })
        })
        .collect();
    let mut taken = 0;
    for sender in senders {
        taken += sender.await.expect("it ends");
    }
    world.works().await;
    let mut subjects: Vec<_> = server.received().iter().filter_map(|l| l.header("subject")).collect();
    assert_eq!(subjects.len(), 20);
    subjects.sort();
    subjects.dedup();
    assert_eq!(subjects.len(), 20, "none of them twice");
    assert_eq!(taken, 20);
}

async fn a_code_is_wiped_once_it_was_sent(world: World, server: MailServer) {
    post(&world, "a", &Who::Ans.address(), Draft::new("Uw code", "Dag,").code("418 276")).await;
    world.works().await;
    assert!(server.received()[0].data.contains("418 276"));
    let kept = world.letters_to(Who::Ans).await;
    assert_eq!((kept[0].text.as_str(), kept[0].html.as_str()), ("", ""));
}

async fn the_same_cause_makes_one_letter(world: World, server: MailServer) {
    for _ in 0..3 {
        post(&world, "answered:1", &Who::Ans.address(), draft("Hallo")).await;
    }
    world.works().await;
    assert_eq!(server.received().len(), 1);
}

/// A server that cannot show who it is hears nothing, neither the letter nor the password.
#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_said_to_a_server_that_nobody_vouches_for() {
    let world = World::of(Engine::Sqlite, PLAN).await;
    let nobodys = testing::Untrusted::open();
    let mut config = world.app.config().clone();
    config.smtp = Some(format!("smtps://beraad:geheim@localhost:{}", nobodys.port));
    let transport = Transport::of(&config, false).expect("an address");
    post(&world, "a", &Who::Ans.address(), draft("Hallo")).await;
    mail::deliver(&world.app, &transport).await.expect("the outbox");
    let (tries, sent, given_up, problem) = state(&world, 1).await;
    assert_eq!((tries, sent, given_up), (1, false, false), "{problem}");
    assert!(!problem.contains("geheim") && !problem.is_empty(), "{problem}");
    assert_eq!(nobodys.heard(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_server_letters_wait() {
    let world = World::of(Engine::Sqlite, PLAN).await;
    post(&world, "a", &Who::Ans.address(), draft("Hallo")).await;
    world.works().await;
    assert_eq!(state(&world, 1).await, (0, false, false, String::new()));
    let wrong = platform::config::Config { smtp: Some("smtp://[".into()), ..platform::config::Config::default() };
    assert!(Transport::of(&wrong, false).is_err());
    let nobody = platform::config::Config { mail_from: "geen adres".into(), ..platform::config::Config::default() };
    assert!(Transport::of(&nobody, false).is_err());
}
