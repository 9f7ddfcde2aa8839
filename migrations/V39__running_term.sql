-- What changed the term of a case while it ran: made longer, or at a standstill for a while. The rule and the day
-- on which it began stay what they were; the last day is computed anew with these.

CREATE TABLE advice_extension (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES advice_case (id),
    -- Of which term: that of the advice, or that of the answer.
    subject TEXT NOT NULL CHECK (subject IN ('request', 'response')),
    -- By the clause of the rule, or because both sides agreed on it.
    ground TEXT NOT NULL CHECK (ground IN ('rule', 'agreement')),
    amount BIGINT NOT NULL,
    unit TEXT NOT NULL CHECK (unit IN ('weeks', 'calendar_days', 'months')),
    reason TEXT NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('council', 'municipality')),
    due_before TEXT NOT NULL,
    due_on TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_person TEXT
);
CREATE INDEX advice_extension_case ON advice_extension (case_id, at);

CREATE TABLE advice_pause (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES advice_case (id),
    subject TEXT NOT NULL CHECK (subject IN ('request', 'response')),
    -- The file is not complete, or both sides agreed on it.
    ground TEXT NOT NULL CHECK (ground IN ('incomplete', 'agreement')),
    -- The first day that does not count.
    from_on TEXT NOT NULL,
    reason TEXT NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('council', 'municipality')),
    at BIGINT NOT NULL,
    by_person TEXT
);
CREATE INDEX advice_pause_case ON advice_pause (case_id, at);

CREATE TABLE advice_pause_end (
    pause TEXT PRIMARY KEY REFERENCES advice_pause (id),
    -- The last day that did not count.
    last_on TEXT NOT NULL,
    due_on TEXT,
    side TEXT NOT NULL CHECK (side IN ('council', 'municipality')),
    at BIGINT NOT NULL,
    by_person TEXT
);

-- The alderman sends a prepared answer back, with what must be different. Of the municipality alone.
CREATE TABLE advice_answer_return (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES advice_case (id),
    -- The version that was read.
    version BIGINT NOT NULL,
    remark TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_person TEXT
);
CREATE INDEX advice_answer_return_case ON advice_answer_return (case_id, at);

-- A request that is urgent, by the clause of the rule: with a reason, after a talk with whom the rule names.
CREATE TABLE advice_urgency (
    case_id TEXT PRIMARY KEY REFERENCES advice_case (id),
    amount BIGINT NOT NULL,
    unit TEXT NOT NULL,
    reason TEXT NOT NULL,
    -- Who was spoken with: chair, secretary, with a space between.
    consulted TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_person TEXT
);
