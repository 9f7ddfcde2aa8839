-- What the municipality says to each recommendation, who decides, and what is seen of it later.

-- The answer that is being prepared. Its number goes up with each save, so that two people who save at once
-- find out. Until there is a publication nobody outside the municipality knows that it exists.
CREATE TABLE advice_answer (
    case_id TEXT PRIMARY KEY REFERENCES advice_case (id),
    version BIGINT NOT NULL,
    at BIGINT NOT NULL,
    by_person TEXT
);

CREATE TABLE advice_answer_line (
    recommendation TEXT PRIMARY KEY REFERENCES advice_recommendation (id),
    case_id TEXT NOT NULL REFERENCES advice_case (id),
    position TEXT NOT NULL CHECK (position IN ('adopted', 'partly', 'later', 'not_adopted', 'not_competent')),
    reason TEXT NOT NULL,
    promise TEXT NOT NULL,
    promised_by TEXT NOT NULL,
    promise_on TEXT
);
CREATE INDEX advice_answer_line_case ON advice_answer_line (case_id);

-- Laid before the alderman, as it was in that version.
CREATE TABLE advice_submission (
    case_id TEXT PRIMARY KEY REFERENCES advice_case (id),
    version BIGINT NOT NULL,
    at BIGINT NOT NULL,
    by_person TEXT
);

-- Holds for that version only: who changes the answer afterwards needs a new approval.
CREATE TABLE advice_approval (
    case_id TEXT PRIMARY KEY REFERENCES advice_case (id),
    version BIGINT NOT NULL,
    at BIGINT NOT NULL,
    by_person TEXT
);

CREATE TABLE advice_publication (
    case_id TEXT PRIMARY KEY REFERENCES advice_case (id),
    at BIGINT NOT NULL,
    by_person TEXT
);

-- What became of a promise; the newest counts.
CREATE TABLE advice_execution (
    recommendation TEXT NOT NULL REFERENCES advice_recommendation (id),
    at BIGINT NOT NULL,
    execution TEXT NOT NULL CHECK (execution IN ('not_due', 'overdue', 'done', 'alternative', 'lapsed')),
    by_person TEXT,
    PRIMARY KEY (recommendation, at)
);

CREATE TABLE advice_decision_plan (
    case_id TEXT NOT NULL REFERENCES advice_case (id),
    body TEXT NOT NULL,
    on_day TEXT NOT NULL,
    PRIMARY KEY (case_id, body)
);

CREATE TABLE advice_decision (
    case_id TEXT NOT NULL REFERENCES advice_case (id),
    body TEXT NOT NULL CHECK (body IN ('executive', 'municipal_council', 'partnership', 'province', 'state')),
    on_day TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('follows', 'partly', 'deviates')),
    text TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_person TEXT,
    PRIMARY KEY (case_id, body)
);

-- A moment at which both sides look what came of it.
CREATE TABLE advice_monitoring (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES advice_case (id),
    due_on TEXT NOT NULL,
    question TEXT NOT NULL,
    person TEXT REFERENCES person (id),
    recommendation TEXT REFERENCES advice_recommendation (id),
    at BIGINT NOT NULL,
    by_person TEXT
);
CREATE INDEX advice_monitoring_case ON advice_monitoring (case_id, due_on);

CREATE TABLE advice_measurement (
    monitoring TEXT PRIMARY KEY REFERENCES advice_monitoring (id),
    found TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_person TEXT
);

-- A talk, a call, a thought: two lines that both sides read.
CREATE TABLE advice_note (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES advice_case (id),
    side TEXT NOT NULL CHECK (side IN ('council', 'municipality')),
    text TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_person TEXT
);
CREATE INDEX advice_note_case ON advice_note (case_id, at);

-- How a case ended before its last step.
CREATE TABLE advice_exit (
    case_id TEXT PRIMARY KEY REFERENCES advice_case (id),
    kind TEXT NOT NULL CHECK (kind IN ('withdrawn', 'refused', 'no_objection', 'lapsed', 'never_answered', 'concluded')),
    reason TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_person TEXT
);
