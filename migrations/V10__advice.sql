-- The case that a council and its municipality share. Each thing that happens to it is a row with a who and
-- a when; its stage is computed from what is there.

-- By which term a council advises, or its municipality answers: JSON as the term engine reads it.
CREATE TABLE advice_rule (
    id TEXT PRIMARY KEY,
    council TEXT NOT NULL REFERENCES organisation (id),
    -- Empty: for every municipality that the council advises.
    municipality TEXT REFERENCES organisation (id),
    subject TEXT NOT NULL CHECK (subject IN ('request', 'response')),
    rule TEXT NOT NULL,
    valid_from TEXT,
    valid_to TEXT,
    created_at BIGINT NOT NULL
);
CREATE INDEX advice_rule_council ON advice_rule (council, subject);

CREATE TABLE advice_case (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('requested', 'unsolicited', 'think_along')),
    title TEXT NOT NULL,
    lead TEXT NOT NULL,
    -- What happens now, seen by whom: practice comes first.
    practice TEXT NOT NULL,
    council TEXT NOT NULL REFERENCES organisation (id),
    municipality TEXT NOT NULL REFERENCES organisation (id),
    level TEXT NOT NULL CHECK (level IN ('local', 'regional', 'provincial', 'national')),
    decides TEXT NOT NULL,
    visibility TEXT NOT NULL CHECK (visibility IN ('parties', 'council_only', 'municipality_only')),
    opened_at BIGINT NOT NULL,
    opened_by TEXT
);
CREATE INDEX advice_case_council ON advice_case (council, opened_at);
CREATE INDEX advice_case_municipality ON advice_case (municipality, opened_at);

-- On the plan of the municipality, before there is a request.
CREATE TABLE advice_announcement (
    case_id TEXT PRIMARY KEY REFERENCES advice_case (id),
    expected_on TEXT,
    at BIGINT NOT NULL,
    by_person TEXT
);

CREATE TABLE advice_request (
    case_id TEXT PRIMARY KEY REFERENCES advice_case (id),
    for_whom TEXT NOT NULL,
    cause TEXT NOT NULL,
    alternatives TEXT NOT NULL,
    question TEXT NOT NULL,
    can_change TEXT NOT NULL,
    cannot_change TEXT NOT NULL,
    received_on TEXT NOT NULL,
    -- When the municipal council decides.
    meeting_on TEXT,
    -- The weeks that were named or agreed, for a rule that leaves them open.
    named_weeks BIGINT,
    -- The rule of the day it came in, which it keeps; empty when none was laid down.
    rule TEXT REFERENCES advice_rule (id),
    due_on TEXT,
    filed_at BIGINT NOT NULL,
    filed_by TEXT
);

-- The council has what it needs and begins to prepare.
CREATE TABLE advice_receipt (
    case_id TEXT PRIMARY KEY REFERENCES advice_case (id),
    at BIGINT NOT NULL,
    by_person TEXT
);

CREATE TABLE advice_role (
    case_id TEXT NOT NULL REFERENCES advice_case (id),
    person TEXT NOT NULL REFERENCES person (id),
    role TEXT NOT NULL CHECK (role IN ('drafter', 'officer', 'contact_officer', 'alderman', 'clerk')),
    at BIGINT NOT NULL,
    PRIMARY KEY (case_id, role, person)
);

CREATE TABLE advice_document (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES advice_case (id),
    file TEXT NOT NULL REFERENCES file (id),
    title TEXT NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('council', 'municipality')),
    visibility TEXT NOT NULL CHECK (visibility IN ('parties', 'council_only', 'municipality_only')),
    at BIGINT NOT NULL,
    by_person TEXT
);
CREATE INDEX advice_document_case ON advice_document (case_id, at);

-- Every version of the draft, whole. The newest is the one that is worked on.
CREATE TABLE advice_version (
    case_id TEXT NOT NULL REFERENCES advice_case (id),
    version BIGINT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    considered TEXT NOT NULL,
    heard TEXT NOT NULL,
    equal_chances TEXT NOT NULL,
    -- JSON: text, addressee, effect and reason of each, in order.
    recommendations TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_person TEXT,
    PRIMARY KEY (case_id, version)
);

-- The question to the members whether they agree with a version. Who may answer is fixed at its opening.
CREATE TABLE advice_round (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES advice_case (id),
    version BIGINT NOT NULL,
    closes_on TEXT,
    quorum BIGINT NOT NULL,
    opened_at BIGINT NOT NULL,
    opened_by TEXT
);
CREATE INDEX advice_round_case ON advice_round (case_id, opened_at);

CREATE TABLE advice_round_member (
    round TEXT NOT NULL REFERENCES advice_round (id),
    person TEXT NOT NULL REFERENCES person (id),
    PRIMARY KEY (round, person)
);
CREATE INDEX advice_round_member_person ON advice_round_member (person);

CREATE TABLE advice_round_answer (
    round TEXT NOT NULL REFERENCES advice_round (id),
    person TEXT NOT NULL REFERENCES person (id),
    answer TEXT NOT NULL CHECK (answer IN ('agrees', 'agrees_with_remark', 'objects', 'abstains')),
    remark TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (round, person)
);

CREATE TABLE advice_round_end (
    round TEXT PRIMARY KEY REFERENCES advice_round (id),
    at BIGINT NOT NULL,
    by_person TEXT
);

-- A different opinion that goes along with the advice, with the name or without.
CREATE TABLE advice_minority (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES advice_case (id),
    person TEXT NOT NULL REFERENCES person (id),
    text TEXT NOT NULL,
    named BIGINT NOT NULL,
    at BIGINT NOT NULL,
    UNIQUE (case_id, person)
);

-- The last number that a council gave in a year. Taken and kept in one transaction, so there are no gaps.
CREATE TABLE advice_number (
    council TEXT NOT NULL REFERENCES organisation (id),
    year BIGINT NOT NULL,
    last BIGINT NOT NULL,
    PRIMARY KEY (council, year)
);

CREATE TABLE advice_issue (
    case_id TEXT PRIMARY KEY REFERENCES advice_case (id),
    council TEXT NOT NULL REFERENCES organisation (id),
    year BIGINT NOT NULL,
    number BIGINT NOT NULL,
    version BIGINT NOT NULL,
    answer_rule TEXT REFERENCES advice_rule (id),
    answer_due_on TEXT,
    at BIGINT NOT NULL,
    by_person TEXT,
    UNIQUE (council, year, number)
);

-- Fixed from the moment of issue: an answer hangs on each.
CREATE TABLE advice_recommendation (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES advice_case (id),
    number BIGINT NOT NULL,
    text TEXT NOT NULL,
    addressee TEXT NOT NULL,
    effect TEXT NOT NULL,
    reason TEXT NOT NULL,
    UNIQUE (case_id, number)
);
