//! A case with everything its stage needs, in one statement; alone and in lists.

use platform::args;
use platform::clock::Moment;
use platform::db::{Conn, Result, Tx};
use platform::id::{OrganisationId, PersonId};
use platform::policy::Permit;

use crate::case::Case;
use crate::eyes::Eyes;
use crate::kinds::{Body, CaseId, Exit, Kind, Level, Side, Visibility};
use crate::policy::{Concluding, Declining, Noting, Withdrawing};
use crate::table::Table;

/// The columns of [`Case`], in its order, on the day `$2`, for the reader, who is `$3` when they look
/// themselves, at the moment `$4`; with whatever selects it behind. One statement says all that the policy asks, so that a case that is hidden costs as much as one that is not there.
macro_rules! cases {
    ($($behind:expr),*) => {
        concat!(
            "SELECT c.id, c.kind, c.title, c.lead, c.council, co.name AS council_name, co.short_name AS council_short,
                    c.municipality, mu.short_name AS municipality_name, c.level, c.decides,
                    CASE WHEN c.visibility = 'parties' AND em.until_at > $4 THEN 'embargo' ELSE c.visibility END AS visibility, c.opened_at,
                    an.at AS announced_at, an.expected_on,
                    r.received_on, r.filed_at, r.meeting_on, r.due_on, rc.at AS receipt_at,
                    (SELECT MAX(v.version) FROM advice_version v WHERE v.case_id = c.id) AS draft_version,
                    cr.id AS round, cr.version AS round_version, ce.at AS round_closed_at,
                    i.at AS issued_at, i.year AS issue_year, i.number AS issue_number, i.answer_due_on,
                    a.version AS answer_version,
                    CASE WHEN EXISTS (SELECT 1 FROM advice_answer_return b WHERE b.case_id = c.id AND b.version = s.version) THEN NULL ELSE s.version END AS submitted_version, ap.version AS approved_version,
                    p.at AS published_at,
                    ep.on_day AS executive_plan_on, de.on_day AS executive_on, dp.on_day AS decision_plan_on, d.on_day AS decided_on,
                    (SELECT COUNT(*) FROM advice_monitoring m WHERE m.case_id = c.id) AS monitorings,
                    mo.due_on AS monitor_on, mt.side AS monitor_told,
                    pz.from_on AS paused_on, pz.ground AS paused_for,
                    e.kind AS exit, e.reason AS exit_reason, e.at AS exit_at,
                    g.person AS guest, g.side AS guest_side,
                    em.until_at AS embargo_until, em.side AS embargo_side,
                    CASE WHEN kc.case_id IS NULL THEN 0 ELSE 1 END AS council_confidential,
                    CASE WHEN km.case_id IS NULL THEN 0 ELSE 1 END AS municipality_confidential,
                    CASE WHEN ", closed!("c.id", "council", "$3"), " THEN 1 ELSE 0 END AS council_closed,
                    CASE WHEN ", closed!("c.id", "municipality", "$3"), " THEN 1 ELSE 0 END AS municipality_closed
               FROM advice_case c
               JOIN organisation co ON co.id = c.council
               JOIN organisation mu ON mu.id = c.municipality
               LEFT JOIN advice_announcement an ON an.case_id = c.id
               LEFT JOIN advice_request r ON r.case_id = c.id
               LEFT JOIN advice_receipt rc ON rc.case_id = c.id
               LEFT JOIN advice_round cr ON cr.id = (SELECT o.id FROM advice_round o WHERE o.case_id = c.id ORDER BY o.opened_at DESC, o.id DESC LIMIT 1)
               LEFT JOIN advice_round_end ce ON ce.round = cr.id
               LEFT JOIN advice_issue i ON i.case_id = c.id
               LEFT JOIN advice_answer a ON a.case_id = c.id
               LEFT JOIN advice_submission s ON s.case_id = c.id
               LEFT JOIN advice_approval ap ON ap.case_id = c.id
               LEFT JOIN advice_publication p ON p.case_id = c.id
               LEFT JOIN advice_decision_plan ep ON ep.case_id = c.id AND ep.body = 'executive'
               LEFT JOIN advice_decision de ON de.case_id = c.id AND de.body = 'executive'
               LEFT JOIN advice_decision_plan dp ON dp.case_id = c.id AND dp.body = c.decides
               LEFT JOIN advice_decision d ON d.case_id = c.id AND d.body = c.decides
               LEFT JOIN advice_pause pz ON pz.id = (SELECT z.id FROM advice_pause z WHERE z.case_id = c.id
                    AND z.subject = CASE WHEN i.at IS NULL THEN 'request' ELSE 'response' END
                    AND NOT EXISTS (SELECT 1 FROM advice_pause_end ze WHERE ze.pause = z.id) LIMIT 1)
               LEFT JOIN advice_monitoring mo ON mo.id = (SELECT m.id FROM advice_monitoring m WHERE m.case_id = c.id AND ", waits!("m"), " ORDER BY m.due_on, m.id LIMIT 1)
               LEFT JOIN advice_measurement mt ON mt.monitoring = mo.id
               LEFT JOIN advice_exit e ON e.case_id = c.id
               LEFT JOIN advice_guest g ON g.case_id = c.id AND g.person = $3 AND g.until_on >= $2
               LEFT JOIN advice_embargo em ON em.case_id = c.id
               LEFT JOIN advice_confidence kc ON kc.case_id = c.id AND kc.side = 'council'
               LEFT JOIN advice_confidence km ON km.case_id = c.id AND km.side = 'municipality'",
            $($behind),*
        )
    };
}

/// What the policy says of seeing a case, for the same reader and moment.
macro_rules! seen {
    () => {
        concat!(
            " c.id IN (
            SELECT x.id FROM advice_case x JOIN seat s ON s.organisation = x.council
             WHERE s.person = $1 AND s.from_on <= $2 AND (s.until_on IS NULL OR s.until_on >= $2)
               AND s.role IN ('chair', 'secretary', 'official_secretary', 'treasurer', 'member', 'candidate')
               AND x.visibility IN ('parties', 'council_only') AND NOT ",
            closed!("x.id", "council", "$3"),
            "
            UNION
            SELECT x.id FROM advice_case x JOIN seat s ON s.organisation = x.municipality
             WHERE s.person = $1 AND s.from_on <= $2 AND (s.until_on IS NULL OR s.until_on >= $2)
               AND s.role IN ('contact_officer', 'officer', 'alderman', 'clerk')
               AND x.visibility IN ('parties', 'municipality_only') AND NOT ",
            closed!("x.id", "municipality", "$3"),
            "
               AND (s.role <> 'clerk' OR x.visibility <> 'parties' OR NOT ",
            waits_under_embargo!("x.id", "$4"),
            "))"
        )
    };
}

/// What [`Case::is_finished`] says, for lists.
macro_rules! finished {
    () => {
        concat!(
            " (e.kind IS NOT NULL OR (d.on_day IS NOT NULL
            AND EXISTS (SELECT 1 FROM advice_monitoring m WHERE m.case_id = c.id)
            AND NOT EXISTS (SELECT 1 FROM advice_monitoring m WHERE m.case_id = c.id AND ",
            waits!("m"),
            ")))"
        )
    };
}

platform::statements! {
    FIND: Case = cases!(" WHERE c.id = $1");
    LOCK: (CaseId,) = "SELECT id FROM advice_case WHERE id = $1";
    RUNNING: Case = cases!(" WHERE", seen!(), " AND (c.council = $5 OR c.municipality = $5) AND NOT", finished!(), " ORDER BY c.opened_at, c.id");
    MINE: Case = cases!(" WHERE", seen!(), " AND NOT", finished!(), " ORDER BY c.opened_at, c.id");
    EVERY: Case = cases!(" WHERE", seen!(), " ORDER BY c.id");
    FINISHED: Case = cases!(" WHERE", seen!(), " AND (c.council = $5 OR c.municipality = $5) AND", finished!(),
        " AND ($6 = '' OR ($6 = 'gestopt' AND e.kind IS NOT NULL AND e.kind <> 'concluded') OR ($6 = 'afgerond' AND (e.kind IS NULL OR e.kind = 'concluded')))
          ORDER BY COALESCE(i.at, e.at, c.opened_at) DESC, c.id DESC LIMIT $7 OFFSET $8");
    COUNT_FINISHED: (i64,) = concat!("SELECT COUNT(*) FROM advice_case c LEFT JOIN advice_exit e ON e.case_id = c.id
        LEFT JOIN advice_decision d ON d.case_id = c.id AND d.body = c.decides WHERE", seen!(),
        " AND (c.council = $5 OR c.municipality = $5) AND", finished!(),
        " AND ($6 = '' OR ($6 = 'gestopt' AND e.kind IS NOT NULL AND e.kind <> 'concluded') OR ($6 = 'afgerond' AND (e.kind IS NULL OR e.kind = 'concluded')))");
    OPEN: () = "INSERT INTO advice_case (id, kind, title, lead, practice, council, municipality, level, decides, visibility, opened_at, opened_by)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    RENAME: () = "UPDATE advice_case SET title = $2, lead = $3, practice = $4, level = $5, decides = $6 WHERE id = $1";
    SHARE: () = "UPDATE advice_case SET visibility = 'parties' WHERE id = $1";
    PRACTICE: (String,) = "SELECT practice FROM advice_case WHERE id = $1";
    LEAVE: () = "INSERT INTO advice_exit (case_id, kind, reason, at, by_person) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (case_id) DO NOTHING";
    NOTE: () = "INSERT INTO advice_note (id, case_id, side, text, at, by_person, written_by, by_guest) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
}

/// A case for the house itself: nobody reads it.
pub async fn find(conn: &mut Conn, id: &CaseId) -> Result<Option<Case>> {
    find_for(conn, id, Eyes::of_the_house()).await
}

/// A case for this reader: with whether they are a guest in it, and whether it is closed to them.
pub async fn find_for(conn: &mut Conn, id: &CaseId, eyes: Eyes<'_>) -> Result<Option<Case>> {
    conn.one(FIND, args![id, eyes.today, eyes.oneself, eyes.now]).await
}

/// The same, held until the transaction ends: what excludes each other takes the case first.
pub async fn take_for(tx: &mut Tx, id: &CaseId, eyes: Eyes<'_>) -> Result<Option<Case>> {
    tx.lock(LOCK, args![id]).await?;
    find_for(tx, id, eyes).await
}

/// What runs at a council or a municipality, as far as this person may see it.
pub async fn running(conn: &mut Conn, eyes: Eyes<'_>, of: &OrganisationId) -> Result<Vec<Case>> {
    conn.all(RUNNING, args![eyes.person, eyes.today, eyes.oneself, eyes.now, of]).await
}

/// What runs in all places where this person sits.
pub async fn mine(conn: &mut Conn, eyes: Eyes<'_>) -> Result<Vec<Case>> {
    conn.all(MINE, args![eyes.person, eyes.today, eyes.oneself, eyes.now]).await
}

#[cfg(test)]
pub async fn every(conn: &mut Conn, eyes: Eyes<'_>) -> Result<Vec<Case>> {
    conn.all(EVERY, args![eyes.person, eyes.today, eyes.oneself, eyes.now]).await
}

/// Which finished cases: all, those that went the whole road, or those that stopped.
pub struct Shelf<'a> {
    pub eyes: Eyes<'a>,
    pub of: &'a OrganisationId,
    pub state: &'a str,
}

pub async fn finished(conn: &mut Conn, shelf: &Shelf<'_>, most: i64, from: i64) -> Result<Vec<Case>> {
    let eyes = shelf.eyes;
    let row = args![eyes.person, eyes.today, eyes.oneself, eyes.now, shelf.of, shelf.state, most, from];
    conn.all(FINISHED, row).await
}

pub async fn count_finished(conn: &mut Conn, shelf: &Shelf<'_>) -> Result<i64> {
    let eyes = shelf.eyes;
    conn.value(COUNT_FINISHED, args![eyes.person, eyes.today, eyes.oneself, eyes.now, shelf.of, shelf.state]).await
}

/// A case that begins.
pub struct NewCase<'a> {
    pub id: &'a CaseId,
    pub kind: Kind,
    pub title: &'a str,
    pub lead: &'a str,
    pub practice: &'a str,
    pub level: Level,
    pub decides: Body,
    pub visibility: Visibility,
}

/// Opens a case at a table; the permit is one of the table's acts.
pub async fn open<A>(tx: &mut Tx, permit: &Permit<A>, table: &Table, new: &NewCase<'_>, at: Moment) -> Result<()> {
    open_by(tx, Some(permit.by()), &table.council, &table.municipality, new, at).await
}

pub(crate) async fn open_by(
    tx: &mut Tx,
    by: Option<&PersonId>,
    council: &OrganisationId,
    municipality: &OrganisationId,
    new: &NewCase<'_>,
    at: Moment,
) -> Result<()> {
    let row = args![
        new.id,
        new.kind,
        new.title,
        new.lead,
        new.practice,
        council,
        municipality,
        new.level,
        new.decides,
        new.visibility,
        at,
        by
    ];
    tx.exactly_one(OPEN, row).await
}

/// The words of a case that was announced, as its request has them now.
pub async fn rename(tx: &mut Tx, new: &NewCase<'_>) -> Result<()> {
    tx.exactly_one(RENAME, args![new.id, new.title, new.lead, new.practice, new.level, new.decides]).await
}

/// From now on both sides see it.
pub async fn share(tx: &mut Tx, id: &CaseId) -> Result<()> {
    tx.exactly_one(SHARE, args![id]).await
}

pub async fn practice(conn: &mut Conn, id: &CaseId) -> Result<String> {
    conn.value(PRACTICE, args![id]).await
}

pub async fn withdraw(tx: &mut Tx, permit: &Permit<Withdrawing>, reason: &str, at: Moment) -> Result<()> {
    tx.exactly_one(LEAVE, args![permit.on(), Exit::Withdrawn, reason, at, permit.by()]).await
}

pub async fn decline(tx: &mut Tx, permit: &Permit<Declining>, how: Exit, reason: &str, at: Moment) -> Result<()> {
    tx.exactly_one(LEAVE, args![permit.on(), how, reason, at, permit.by()]).await
}

/// Thinking along that is done; either side may say so.
pub async fn conclude(tx: &mut Tx, permit: &Permit<Concluding>, reason: &str, at: Moment) -> Result<()> {
    tx.exactly_one(LEAVE, args![permit.on(), Exit::Concluded, reason, at, permit.by()]).await
}

pub(crate) async fn leave(tx: &mut Tx, id: &CaseId, how: Exit, reason: &str, at: Moment) -> Result<()> {
    tx.exactly_one(LEAVE, args![id, how, reason, at, None::<PersonId>]).await
}

/// A note of one side, or of its guest.
pub async fn note(tx: &mut Tx, permit: &Permit<Noting>, of: (Side, bool), text: &str, at: Moment) -> Result<()> {
    note_by(tx, &CaseId::of(permit.on()), of, text, (Some(permit.by()), permit.helper()), at).await
}

pub(crate) async fn note_by(
    tx: &mut Tx,
    id: &CaseId,
    (side, is_guest): (Side, bool),
    text: &str,
    (by, helper): (Option<&PersonId>, Option<&PersonId>),
    at: Moment,
) -> Result<()> {
    let by_guest = i64::from(is_guest);
    tx.exactly_one(NOTE, args![platform::id::fresh(), id, side, text, at, by, helper, by_guest]).await
}
