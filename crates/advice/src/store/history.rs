//! What happened in a case and what is planned, from the rows themselves. Only what both sides may know.

use platform::args;
use platform::choice;
use platform::clock::{Day, Moment};
use platform::db::{Conn, Result};

use crate::kinds::CaseId;

choice! {
    pub enum What {
        Opened = "opened",
        Announced = "announced",
        Requested = "requested",
        Received = "received",
        Issued = "issued",
        Minority = "minority",
        Published = "published",
        Decided = "decided",
        DecisionPlanned = "decision_planned",
        MonitoringPlanned = "monitoring_planned",
        Measured = "measured",
        Noted = "noted",
        Left = "left",
        Extended = "extended",
        Paused = "paused",
        Resumed = "resumed",
    }
}

platform::row! {
    /// One line of the history.
    pub struct Happening {
        pub what: What,
        pub at: Option<Moment>,
        pub on_day: Option<Day>,
        pub text: String,
        pub who: Option<String>,
        /// A word that says more: the body that decided, the side that wrote and whether it was its guest.
        pub word: String,
        /// Who wrote it in their name, when somebody did.
        pub written_by: Option<String>,
    }
}

platform::statements! {
    OF_CASE: Happening = concat!("SELECT 'opened' AS what, c.opened_at AS at, CAST(NULL AS TEXT) AS on_day, c.practice AS text, p.name AS who, '' AS word, CAST(NULL AS TEXT) AS written_by
          FROM advice_case c LEFT JOIN person p ON p.id = c.opened_by WHERE c.id = $1
        UNION ALL SELECT 'announced', x.at, x.expected_on, '', p.name, '', CAST(NULL AS TEXT)
          FROM advice_announcement x LEFT JOIN person p ON p.id = x.by_person WHERE x.case_id = $1
        UNION ALL SELECT 'requested', x.filed_at, x.received_on, x.question, p.name, '', CAST(NULL AS TEXT)
          FROM advice_request x LEFT JOIN person p ON p.id = x.filed_by WHERE x.case_id = $1
        UNION ALL SELECT 'received', x.at, x.moved_from, '', p.name, '', CAST(NULL AS TEXT)
          FROM advice_receipt x LEFT JOIN person p ON p.id = x.by_person WHERE x.case_id = $1
        UNION ALL SELECT 'issued', x.at, CAST(NULL AS TEXT), x.anyway, p.name, '', CAST(NULL AS TEXT)
          FROM advice_issue x LEFT JOIN person p ON p.id = x.by_person WHERE x.case_id = $1
        UNION ALL SELECT 'minority', x.at, CAST(NULL AS TEXT), x.text, CAST(NULL AS TEXT), '', CAST(NULL AS TEXT)
          FROM advice_minority x JOIN advice_issue i ON i.case_id = x.case_id WHERE x.case_id = $1
        UNION ALL SELECT 'published', x.at, CAST(NULL AS TEXT), '', p.name, '', CAST(NULL AS TEXT)
          FROM advice_publication x LEFT JOIN person p ON p.id = x.by_person WHERE x.case_id = $1
        UNION ALL SELECT 'decided', x.at, x.on_day, x.text, p.name, x.body || ':' || x.outcome, CAST(NULL AS TEXT)
          FROM advice_decision x LEFT JOIN person p ON p.id = x.by_person WHERE x.case_id = $1
        UNION ALL SELECT 'decision_planned', CAST(NULL AS BIGINT), x.on_day, '', CAST(NULL AS TEXT), x.body, CAST(NULL AS TEXT)
          FROM advice_decision_plan x WHERE x.case_id = $1
           AND NOT EXISTS (SELECT 1 FROM advice_decision d WHERE d.case_id = x.case_id AND d.body = x.body)
        UNION ALL SELECT 'monitoring_planned', CAST(NULL AS BIGINT), x.due_on, x.question, p.name, '', CAST(NULL AS TEXT)
          FROM advice_monitoring x LEFT JOIN person p ON p.id = x.person WHERE x.case_id = $1
           AND ", waits!("x"), "
        UNION ALL SELECT 'measured', m.at, x.due_on, m.found, p.name, m.side || ':' || x.question, CAST(NULL AS TEXT)
          FROM advice_measurement m JOIN advice_monitoring x ON x.id = m.monitoring LEFT JOIN person p ON p.id = m.by_person WHERE x.case_id = $1
        UNION ALL SELECT 'noted', x.at, CAST(NULL AS TEXT), x.text, p.name, CASE WHEN x.by_guest = 1 THEN x.side || ':guest' ELSE x.side END, w.name
          FROM advice_note x LEFT JOIN person p ON p.id = x.by_person LEFT JOIN person w ON w.id = x.written_by WHERE x.case_id = $1
        UNION ALL SELECT 'left', x.at, CAST(NULL AS TEXT), x.reason, p.name, x.kind, CAST(NULL AS TEXT)
          FROM advice_exit x LEFT JOIN person p ON p.id = x.by_person WHERE x.case_id = $1
        UNION ALL SELECT 'extended', x.at, x.due_on, x.reason, p.name, x.side, CAST(NULL AS TEXT)
          FROM advice_extension x LEFT JOIN person p ON p.id = x.by_person WHERE x.case_id = $1
        UNION ALL SELECT 'paused', x.at, x.from_on, x.reason, p.name, x.side, CAST(NULL AS TEXT)
          FROM advice_pause x LEFT JOIN person p ON p.id = x.by_person WHERE x.case_id = $1
        UNION ALL SELECT 'resumed', e.at, e.due_on, '', p.name, e.side, CAST(NULL AS TEXT)
          FROM advice_pause_end e JOIN advice_pause x ON x.id = e.pause LEFT JOIN person p ON p.id = e.by_person WHERE x.case_id = $1");
}

pub async fn of_case(conn: &mut Conn, case: &CaseId) -> Result<Vec<Happening>> {
    conn.all(OF_CASE, args![case]).await
}

impl Happening {
    /// The day it stands on in the timeline.
    pub fn day(&self) -> Option<Day> {
        match self.what {
            What::Decided | What::DecisionPlanned | What::MonitoringPlanned | What::Requested => self.on_day,
            _ => self.at.map(|at| at.day()),
        }
    }

    pub fn is_plan(&self) -> bool {
        matches!(self.what, What::DecisionPlanned | What::MonitoringPlanned)
    }
}
