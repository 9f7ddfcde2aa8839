-- Two entries of one person become one. What names the one is moved to the other, row by row, and each row that was
-- moved is noted, so that it can be put back. The trail is never rewritten: it keeps who it was, and reads this.

CREATE TABLE person_join (
    id TEXT PRIMARY KEY,
    -- The entry that went up in the other.
    person TEXT NOT NULL REFERENCES person (id),
    -- The entry that stays. When that one goes up in a third, this row goes along.
    into_person TEXT NOT NULL REFERENCES person (id),
    -- What the first was called; since then it is called as the one that stays.
    name_before TEXT NOT NULL,
    -- Which address signs in since then, and which does not any more.
    address_stays TEXT NOT NULL,
    address_goes TEXT NOT NULL,
    -- The address of the first is the one that stays: the two were changed over.
    swapped BIGINT NOT NULL,
    -- The access of the first had been ended before.
    was_barred BIGINT NOT NULL,
    -- The app of the first was given to the one that stays; since when that says.
    app_since BIGINT,
    at BIGINT NOT NULL,
    by_person TEXT,
    undone_at BIGINT,
    undone_by TEXT
);
CREATE INDEX person_join_person ON person_join (person);
CREATE INDEX person_join_into ON person_join (into_person);

-- Each row that was moved: of which column, and by what it is found again.
CREATE TABLE person_join_row (
    join_id TEXT NOT NULL REFERENCES person_join (id),
    place TEXT NOT NULL,
    one TEXT NOT NULL,
    -- Of a row that both had, and of which one was set aside: what it takes to put it back.
    other TEXT NOT NULL DEFAULT '',
    at BIGINT,
    PRIMARY KEY (join_id, place, one, other)
);

-- A role that both had at one organisation at the same time: one of them covers both, the other is as if it never was.
CREATE TABLE person_join_seat (
    join_id TEXT NOT NULL REFERENCES person_join (id),
    seat TEXT NOT NULL REFERENCES seat (id),
    from_before TEXT NOT NULL,
    until_before TEXT,
    from_after TEXT NOT NULL,
    until_after TEXT,
    PRIMARY KEY (join_id, seat)
);
