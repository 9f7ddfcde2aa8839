-- Half an answer is kept too: a reason before there is a position.
CREATE TABLE advice_answer_row (
    recommendation TEXT PRIMARY KEY REFERENCES advice_recommendation (id),
    case_id TEXT NOT NULL REFERENCES advice_case (id),
    position TEXT CHECK (position IN ('adopted', 'partly', 'later', 'not_adopted', 'not_competent')),
    reason TEXT NOT NULL,
    promise TEXT NOT NULL,
    promised_by TEXT NOT NULL,
    promise_on TEXT
);
INSERT INTO advice_answer_row (recommendation, case_id, position, reason, promise, promised_by, promise_on)
    SELECT recommendation, case_id, position, reason, promise, promised_by, promise_on FROM advice_answer_line;
DROP TABLE advice_answer_line;
ALTER TABLE advice_answer_row RENAME TO advice_answer_line;
CREATE INDEX advice_answer_line_case ON advice_answer_line (case_id);

-- Why an advice went out although too few members answered, or not enough of them agreed; empty for all others.
ALTER TABLE advice_issue ADD COLUMN anyway TEXT NOT NULL DEFAULT '';

-- The day that the municipality wrote, when the council says that the request came on another one.
ALTER TABLE advice_receipt ADD COLUMN moved_from TEXT;
