-- Until a moment a case is for those who work on it alone. One side asks for it, with a reason; it opens by the clock.
CREATE TABLE advice_embargo (
    case_id TEXT PRIMARY KEY REFERENCES advice_case (id),
    side TEXT NOT NULL CHECK (side IN ('council', 'municipality')),
    ground TEXT NOT NULL,
    until_at BIGINT NOT NULL,
    at BIGINT NOT NULL,
    by_person TEXT
);

-- A side keeps a case to some of its own people: whoever is not named here does not know of it.
CREATE TABLE advice_confidence (
    case_id TEXT NOT NULL REFERENCES advice_case (id),
    side TEXT NOT NULL CHECK (side IN ('council', 'municipality')),
    ground TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_person TEXT,
    PRIMARY KEY (case_id, side)
);

CREATE TABLE advice_circle (
    case_id TEXT NOT NULL REFERENCES advice_case (id),
    side TEXT NOT NULL CHECK (side IN ('council', 'municipality')),
    person TEXT NOT NULL REFERENCES person (id),
    at BIGINT NOT NULL,
    by_person TEXT,
    PRIMARY KEY (case_id, side, person)
);
CREATE INDEX advice_circle_person ON advice_circle (person);
