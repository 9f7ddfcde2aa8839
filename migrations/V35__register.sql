-- The register of organisations: since when they are there, with whom from when until when, what goes up in
-- what, and what ends. Everything can be looked up afterwards, and what is still to come can be taken back.

-- The first day on which it is there; empty: it always was.
ALTER TABLE organisation ADD COLUMN since_on TEXT;

-- It ends. Being there is the state: taking it back takes the row away.
CREATE TABLE organisation_end (
    organisation TEXT PRIMARY KEY REFERENCES organisation (id),
    -- Its last day.
    on_day TEXT NOT NULL,
    words TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_person TEXT
);

-- From when until when a council advises a municipality; empty: from the beginning, no end known.
ALTER TABLE council_municipality ADD COLUMN from_on TEXT;
ALTER TABLE council_municipality ADD COLUMN until_on TEXT;

-- A municipality can leave a partnership and come back: each time is a row.
CREATE TABLE partnership_member (
    partnership TEXT NOT NULL REFERENCES organisation (id),
    municipality TEXT NOT NULL REFERENCES organisation (id),
    from_on TEXT NOT NULL,
    until_on TEXT,
    PRIMARY KEY (partnership, municipality, from_on)
);
INSERT INTO partnership_member (partnership, municipality, from_on, until_on)
    SELECT partnership, municipality, from_on, until_on FROM partnership_municipality;
DROP TABLE partnership_municipality;
CREATE INDEX partnership_member_municipality ON partnership_member (municipality);

-- Who said when that a municipality goes up in another, and whether its people go along.
ALTER TABLE municipality_succession ADD COLUMN people BIGINT NOT NULL DEFAULT 0;
ALTER TABLE municipality_succession ADD COLUMN at BIGINT;
ALTER TABLE municipality_succession ADD COLUMN by_person TEXT;

-- What changed because an organisation goes up in another or ends, and how it was before: taking it back reads this.
CREATE TABLE organisation_effect (
    organisation TEXT NOT NULL REFERENCES organisation (id),
    -- A council's table, a place in a partnership, somebody's role.
    kind TEXT NOT NULL CHECK (kind IN ('table', 'place', 'seat')),
    -- The council, the partnership or the seat; and the municipality across from the first two.
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    -- It was not there before.
    added BIGINT NOT NULL,
    from_before TEXT,
    until_before TEXT,
    PRIMARY KEY (organisation, kind, one, other)
);
