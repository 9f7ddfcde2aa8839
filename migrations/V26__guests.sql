-- Guests of one case: they read along with both sides and may write a note, until a day.
CREATE TABLE advice_guest (
    case_id TEXT NOT NULL REFERENCES advice_case (id),
    person TEXT NOT NULL REFERENCES person (id),
    -- Whose guest it is.
    side TEXT NOT NULL CHECK (side IN ('council', 'municipality')),
    -- The last day.
    until_on TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_person TEXT,
    PRIMARY KEY (case_id, person)
);
CREATE INDEX advice_guest_person ON advice_guest (person);
