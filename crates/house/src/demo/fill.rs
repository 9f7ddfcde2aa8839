//! Filling the demo country: once, in one transaction, with progress. A second start keeps what is there.

mod behalf;
mod cases;
mod facts;
mod ids;
mod people;
mod rules;
mod shows;
mod topics;

use std::time::Instant;

use country::Country;
use platform::clock::{Day, Moment};
use platform::{App, Keys, app};

use super::Wanted;
use super::people as personas;
use crate::serve::Closed;
use ids::Ids;

/// The setting that says the country is there, and which one.
const READY: &str = "demo";

/// Before this hour everybody sleeps.
const EARLY: i8 = 6;

/// The country in the making, and the moment from which its days count back.
struct Making<'a> {
    country: &'a Country,
    ids: Ids,
    keys: &'a Keys,
    now: Moment,
    /// No more conversations and cases than this.
    most: usize,
}

impl Making<'_> {
    /// The day so many days from now; below nought in the past.
    fn day(&self, days: i64) -> Day {
        self.now.day().plus_days(days)
    }

    /// A minute by the clock of a day that lies so many days back.
    fn moment(&self, days_ago: i64, minute: i64) -> Moment {
        let minute = minute.clamp(0, 24 * 60 - 1);
        #[expect(clippy::cast_possible_truncation, reason = "an hour and a minute of a day")]
        let wall = self.day(-days_ago).0.at((minute / 60) as i8, (minute % 60) as i8, 0, 0);
        // Nothing in the past happens after now.
        Moment::from_wall(wall).min(self.now.plus(-platform::clock::MINUTE))
    }

    /// The last moment of today's work: who comes to look at night finds nobody busy just before.
    fn latest(&self) -> Moment {
        if self.now.wall().hour() < EARLY {
            return Moment::from_wall(self.day(-1).0.at(22, 47, 0, 0));
        }
        self.now.plus(-platform::clock::MINUTE)
    }
}

/// Sees to it that the country is there, and sets the clock when that is wanted.
pub async fn prepare(app: &App, wanted: Wanted) -> Result<(), Closed> {
    let failed = |e: platform::db::Error| Closed(format!("the demo country cannot be filled: {e}"));
    let mut reader = app.db().reader().await.map_err(failed)?;
    let there = app::setting(&mut reader, READY).await.map_err(failed)?;
    if let Some(there) = &there
        && !wanted.is(there)
    {
        return Err(Closed(format!(
            "there is another country in this database ({there}): leave --scale and --seed out, or choose another place with --data or --database"
        )));
    }
    if let Some(there) = there {
        drop(reader);
        set_clock(app, wanted).await.map_err(failed)?;
        eprintln!("The demo country is there already ({there}). What was changed is kept.");
        return Ok(());
    }
    if personas::people(&mut reader).await.map_err(failed)? > 0 {
        return Err(Closed(
            "this database holds people already and is not a demo: choose another with --data or --database".into(),
        ));
    }
    drop(reader);
    set_clock(app, wanted).await.map_err(failed)?;
    fill(app, wanted).await.map_err(failed)
}

impl Wanted {
    /// Which country this is, as it is kept.
    fn words(self) -> String {
        format!("seed {}, scale {}", self.seed.unwrap_or(1), self.scale.unwrap_or(1))
    }

    /// Whether a country that is there is the one that is wanted. What nobody asked for may be anything.
    fn is(self, there: &str) -> bool {
        let kept = |name: &str| there.split(", ").find_map(|part| part.strip_prefix(name)?.trim().parse::<u64>().ok());
        let fits = |wanted: Option<u64>, name| wanted.is_none_or(|wanted| kept(name) == Some(wanted));
        fits(self.seed, "seed ") && fits(self.scale.map(|scale| scale as u64), "scale ")
    }
}

async fn set_clock(app: &App, wanted: Wanted) -> platform::db::Result<()> {
    match wanted.now {
        Some(now) => app.set_clock(now).await,
        None => Ok(()),
    }
}

async fn fill(app: &App, wanted: Wanted) -> platform::db::Result<()> {
    let began = Instant::now();
    let say = |what: &str| eprintln!("{:>6.1} s  {what}", began.elapsed().as_secs_f64());
    say("Inventing the country: councils, people and what they write …");
    let now = app.clock().now();
    let seed = wanted.seed.unwrap_or(1);
    let country = Country::at(seed, wanted.scale.unwrap_or(1), now.wall());
    let making = Making {
        ids: Ids::new(seed),
        keys: app.keys(),
        country: &country,
        now,
        most: wanted.most.unwrap_or(usize::MAX),
    };
    let mut tx = app.db().begin().await?;
    say("Municipalities, councils and people …");
    people::fill(&mut tx, &making).await?;
    say("Conversations …");
    let helpers = behalf::fill(&mut tx, &making).await?;
    let topics = topics::fill(&mut tx, &making, &helpers).await?;
    say("What is known of each …");
    facts::fill(&mut tx, &making).await?;
    shows::fill(&mut tx, &making).await?;
    say("Cases …");
    let cases = cases::fill(&mut tx, &making).await?;
    let (councils, persons) = (country.councils.len(), country.persons.len());
    app::set(&mut tx, READY, &wanted.words()).await?;
    tx.commit().await?;
    say(&format!("Ready: {councils} councils, {persons} people, {topics} conversations, {cases} cases."));
    Ok(())
}
