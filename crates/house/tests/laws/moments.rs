//! The demo country at moments that are hard: it fills, nothing is dated after now, and what is said and how far a
//! case came is the same as at any other moment.

use house::demo::{Wanted, prepare};
use house::serve::open_app;
use platform::config::Config;
use platform::{Moment, args};
use testing::{Database, Engine, on_both};

on_both!(the_country_fills_at_any_moment);

platform::row! {
    /// Something that somebody said, and to whom.
    #[derive(PartialEq)]
    struct Said {
        title: String,
        visibility: String,
        n: i64,
        author: String,
        role: String,
        body: String,
        by_mail: i64,
    }
}

platform::row! {
    /// How far a case came.
    #[derive(PartialEq)]
    struct Course {
        title: String,
        kind: String,
        council: String,
        visibility: String,
        requests: i64,
        receipts: i64,
        issues: i64,
        publications: i64,
        decisions: i64,
        monitoring: i64,
        exits: i64,
    }
}

platform::statements! {
    SAID: Said = "SELECT t.title, t.visibility, p.n, p.author, p.role, p.body, p.by_mail
        FROM community_post p JOIN community_topic t ON t.id = p.topic ORDER BY t.title, p.n, p.body";
    COURSES: Course = "SELECT c.title, c.kind, c.council, c.visibility,
            (SELECT COUNT(*) FROM advice_request r WHERE r.case_id = c.id) AS requests,
            (SELECT COUNT(*) FROM advice_receipt r WHERE r.case_id = c.id) AS receipts,
            (SELECT COUNT(*) FROM advice_issue i WHERE i.case_id = c.id) AS issues,
            (SELECT COUNT(*) FROM advice_publication p WHERE p.case_id = c.id) AS publications,
            (SELECT COUNT(*) FROM advice_decision d WHERE d.case_id = c.id) AS decisions,
            (SELECT COUNT(*) FROM advice_monitoring m WHERE m.case_id = c.id) AS monitoring,
            (SELECT COUNT(*) FROM advice_exit e WHERE e.case_id = c.id) AS exits
        FROM advice_case c ORDER BY c.title, c.lead";
    LAST: (Option<i64>, Option<i64>, Option<i64>) =
        "SELECT (SELECT MAX(at) FROM event), (SELECT MAX(at) FROM community_post), (SELECT MAX(opened_at) FROM advice_case)";
    OUT_OF_ORDER: (i64,) = "SELECT COUNT(*) FROM community_post a JOIN community_post b
        ON b.topic = a.topic AND b.n = a.n + 1 WHERE b.at <= a.at";
    BY_TOPIC: (i64,) = "SELECT COUNT(*) FROM advice_rule WHERE rule LIKE '%by_topic%'";
}

/// So many conversations and cases: enough to have some of each.
const MOST: usize = 60;

/// What stands in the tables, but for when it was.
#[derive(Debug, PartialEq)]
struct Filled {
    said: Vec<Said>,
    cases: Vec<Course>,
    by_topic: i64,
}

async fn filled(database: &Database, now: &str) -> Filled {
    let folder = tempfile::tempdir().expect("a folder");
    let url = Some(database.url().to_owned());
    let config = Config {
        data: folder.path().join("data"),
        database: url,
        keys: Some(folder.path().join("keys")),
        ..Config::default()
    };
    let app = open_app(config, true).await.expect("it opens");
    let moment = Moment::parse(now).expect("a moment");
    prepare(&app, Wanted { seed: Some(3), scale: None, now: Some(moment), most: Some(MOST) }).await.expect("a country");
    let mut reader = app.db().reader().await.expect("a reader");
    let (event, post, case) = reader.one(LAST, args![]).await.expect("a row").expect("a country");
    for (what, at) in [("an event", event), ("a post", post), ("a case", case)] {
        let at = Moment(at.unwrap_or_else(|| panic!("{what} at {now}")));
        // The clock of the house goes on while it is filled.
        assert!(at < moment.plus(2 * platform::clock::MINUTE), "{what} of {} at {now}", at.rfc3339());
    }
    assert!(post.is_some_and(|at| at < moment.0), "somebody wrote after {now}");
    let (crossed,) = reader.one(OUT_OF_ORDER, args![]).await.expect("a row").expect("a count");
    assert_eq!(crossed, 0, "at {now} some answers are no later than what they answer");
    Filled {
        said: reader.all(SAID, args![]).await.expect("posts"),
        cases: reader.all(COURSES, args![]).await.expect("cases"),
        by_topic: reader.one(BY_TOPIC, args![]).await.expect("a row").expect("a count").0,
    }
}

async fn the_country_fills_at_any_moment(database: Database) {
    let engine = database.engine();
    let usual = filled(&database, "2026-11-24T09:00").await;
    assert!(usual.said.len() > MOST && usual.cases.len() == MOST && usual.by_topic > 10, "{}", usual.said.len());
    // An hour that does not exist, a Sunday night, New Year, and a leap day.
    let odd = ["2027-03-28T02:30", "2026-11-22T23:40", "2027-01-01T00:10", "2028-02-29T11:30"];
    // The days are worked out before the engine sees them, and a whole country takes PostgreSQL long.
    let tried = if engine == Engine::Sqlite { &odd[..] } else { &odd[..1] };
    for now in tried {
        let again = filled(&Database::fresh(engine).await, now).await;
        assert!(again.said == usual.said, "{now}: other words");
        assert_eq!(again.cases, usual.cases, "{now}");
        assert_eq!(again.by_topic, usual.by_topic, "{now}");
    }
}
