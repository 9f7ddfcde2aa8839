//! A house with people in it.

use std::sync::atomic::{AtomicU64, Ordering};

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware;
use mail::{Kept, Transport};
use platform::app::Recognised;
use platform::config::Config;
use platform::jobs::{self, Hands};
use platform::trail::{self, Follow, Line, nothing_follows};
use platform::web::{self, Problem};
use platform::{App, Clock, Keys, Moment, Slice};

use crate::cast::{self, Who};
use crate::client::{BASE_URL, Client};
use crate::database::{Database, Engine, elsewhere};

/// Which house a story is about: its pages, what follows from what, and how that is done.
#[derive(Clone, Copy)]
pub struct Plan {
    pub service: fn(App) -> Router,
    pub follow: Follow,
    pub hands: Hands,
}

/// When stories begin: a Tuesday morning in November.
const MORNING: &str = "2026-11-24T09:00";

/// The moment of a wall-clock time in Amsterdam: `2026-12-01T14:30`.
pub fn at(wall: &str) -> Moment {
    Moment::parse(wall).unwrap_or_else(|| panic!("{wall:?} is no moment"))
}

/// A house of its own, on a database of its own.
pub struct World {
    pub app: App,
    plan: Plan,
    router: Router,
    transport: Transport,
    database: Database,
}

/// Pages of these slices in the layers of the house.
pub fn service(app: App, slices: &[Slice]) -> Router {
    let routes = slices.iter().flat_map(|slice| (slice.routes)()).collect();
    let https = app.config().is_https();
    web::router(routes)
        .fallback(|| async { Problem::NotFound })
        .layer(DefaultBodyLimit::disable())
        .layer(middleware::from_fn(ui::problems))
        .layer(middleware::from_fn_with_state(app.clone(), web::visit))
        .layer(middleware::from_fn(move |request, next| web::headers::headers(https, request, next)))
        .with_state(app)
}

impl World {
    pub async fn sqlite(plan: Plan) -> Self {
        Self::of(Engine::Sqlite, plan).await
    }

    pub async fn postgres(plan: Plan) -> Self {
        Self::of(Engine::Postgres, plan).await
    }

    pub async fn of(engine: Engine, plan: Plan) -> Self {
        Self::with(engine, plan, |_| {}).await
    }

    /// The same with other settings.
    pub async fn with(engine: Engine, plan: Plan, set: impl FnOnce(&mut Config)) -> Self {
        Self::with_keys(engine, plan, Keys::in_memory(), set).await
    }

    /// The same with keys that the story knows.
    pub async fn with_keys(engine: Engine, plan: Plan, keys: Keys, set: impl FnOnce(&mut Config)) -> Self {
        let database = Database::fresh(engine).await;
        let db = database.open_with(plan.follow).await;
        let clock = Clock::default();
        clock.set(at(MORNING));
        let mut config = Config { base_url: BASE_URL.into(), ..Config::default() };
        set(&mut config);
        let app = App::new(db, clock, config, keys, false, recognise);
        let mut tx = app.db().begin().await.expect("a transaction");
        cast::settle(&mut tx, app.clock().now()).await.expect("the cast moves in");
        tx.commit().await.expect("the cast lives here");
        let router = (plan.service)(app.clone());
        let transport = Transport::of(app.config(), false).expect("the settings of the mail are right");
        Self { app, plan, router, transport, database }
    }

    pub fn engine(&self) -> Engine {
        self.database.engine()
    }

    pub fn database(&self) -> &Database {
        &self.database
    }

    /// The house as one service, for what a browser does not do.
    pub fn router(&self) -> Router {
        self.router.clone()
    }

    /// A browser in which nobody is signed in.
    pub fn anybody(&self) -> Client {
        Client::new(self.router.clone(), "anybody")
    }

    /// A browser in which somebody is signed in.
    pub async fn client(&self, who: Who) -> Client {
        let client = Client::new(self.router.clone(), who.first_name());
        self.sign_in(&client, who).await;
        client
    }

    /// Signs somebody in, in this browser, without the letter.
    pub async fn sign_in(&self, client: &Client, who: Who) {
        let mut tx = self.app.db().begin().await.expect("a transaction");
        let token = identity::begin_session(&mut tx, &who.id(), "a test", true).await.expect("a session");
        tx.commit().await.expect("a session");
        let cookie = web::session_cookie(&self.app, &token);
        let (name, _) = cookie.split_once('=').expect("a cookie has a name");
        client.set_cookie(name, &token);
    }

    pub async fn ans(&self) -> Client {
        self.client(Who::Ans).await
    }
    pub async fn chaima(&self) -> Client {
        self.client(Who::Chaima).await
    }
    pub async fn dirk(&self) -> Client {
        self.client(Who::Dirk).await
    }
    pub async fn bram(&self) -> Client {
        self.client(Who::Bram).await
    }
    pub async fn els(&self) -> Client {
        self.client(Who::Els).await
    }
    pub async fn willem(&self) -> Client {
        self.client(Who::Willem).await
    }
    pub async fn greet(&self) -> Client {
        self.client(Who::Greet).await
    }
    pub async fn fenna(&self) -> Client {
        self.client(Who::Fenna).await
    }
    pub async fn otto(&self) -> Client {
        self.client(Who::Otto).await
    }
    pub async fn dora(&self) -> Client {
        self.client(Who::Dora).await
    }
    pub async fn koos(&self) -> Client {
        self.client(Who::Koos).await
    }
    pub async fn eva(&self) -> Client {
        self.client(Who::Eva).await
    }

    /// Sets the clock on the wall; it runs on from there.
    pub fn is_at(&self, wall: &str) {
        self.app.clock().set(at(wall));
    }

    pub fn now(&self) -> Moment {
        self.app.clock().now()
    }

    /// Does what is due, until nothing is. Letters travel when a mail server was set.
    pub async fn works(&self) {
        loop {
            let jobs = jobs::work(&self.app, self.plan.hands).await.expect("the jobs can be looked at");
            let letters = mail::deliver(&self.app, &self.transport).await.expect("the outbox can be looked at");
            if jobs + letters == 0 {
                return;
            }
        }
    }

    /// The letters to somebody, in the order in which they were written.
    pub async fn letters_to(&self, who: Who) -> Vec<Kept> {
        let mut reader = self.app.db().reader().await.expect("a reader");
        let mut letters = mail::letters_to(&mut reader, &who.address(), 1_000).await.expect("the outbox");
        letters.reverse();
        letters
    }

    /// What was recorded.
    pub async fn trail(&self) -> Trail {
        let mut reader = self.app.db().reader().await.expect("a reader");
        Trail(trail::after(&mut reader, 0, 10_000).await.expect("the trail"))
    }

    /// One number for all that is stored, but sign-ins, what was read and what could not be: what changes nothing leaves it.
    pub async fn digest(&self) -> String {
        let mut reader = self.app.db().reader().await.expect("a reader");
        let coming_and_going = ["session", "community_read", "refused_look", "refinery_schema_history"];
        platform::db::digest(&mut reader, &coming_and_going).await.expect("a digest").digest
    }
}

/// The trail as a story reads it.
pub struct Trail(pub Vec<Line>);

impl Trail {
    /// These events and no others, in this order; what was refused did not happen.
    #[track_caller]
    pub fn reads(&self, kinds: &[&str]) {
        let written: Vec<_> =
            self.0.iter().map(|line| line.kind.as_str()).filter(|kind| *kind != "access.refused").collect();
        assert_eq!(written, kinds);
    }
}

/// The harness keeps watch: a story that ends well leaves nothing undone.
impl Drop for World {
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        let (options, now) = (self.database.options(), self.now());
        let at_rest = elsewhere(async move {
            let db = platform::db::Db::connect(&options, nothing_follows).await?;
            let mut reader = db.reader().await?;
            jobs::at_rest(&mut reader, now).await
        });
        match at_rest {
            Ok(Ok(at_rest)) => assert!(at_rest, "the story ends with a job undone: let the world work"),
            Ok(Err(error)) => panic!("the jobs cannot be looked at: {error}"),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    }
}

/// How often somebody was asked after in this process, with what they may: to be counted by a test.
static ASKED_AFTER: AtomicU64 = AtomicU64::new(0);

fn recognise<'a>(app: &'a App, token: &'a str) -> Recognised<'a> {
    ASKED_AFTER.fetch_add(1, Ordering::SeqCst);
    identity::recognise(app, token)
}

/// How often the database was asked who somebody is and what seats they have, since the process began.
pub fn times_asked_after() -> u64 {
    ASKED_AFTER.load(Ordering::SeqCst)
}
