-- The second step of signing in: an app that counts along, codes on paper for when the app is gone, and
-- organisations that ask it of their own people.

CREATE TABLE second_app (
    person TEXT PRIMARY KEY REFERENCES person (id),
    -- In base 32, as the app got it. Without it no code can be checked.
    secret TEXT NOT NULL,
    since BIGINT NOT NULL,
    -- The last half minute of which a code was taken: none is taken twice.
    last_step BIGINT NOT NULL
);

CREATE TABLE recovery_code (
    person TEXT NOT NULL REFERENCES person (id),
    -- Its first four characters, to find it by; the rest is kept as argon2id.
    mark TEXT NOT NULL,
    salt TEXT NOT NULL,
    hash TEXT NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (person, mark)
);

-- Wrong codes at the second step; gone after a right one.
CREATE TABLE second_miss (
    person TEXT PRIMARY KEY REFERENCES person (id),
    misses BIGINT NOT NULL,
    since BIGINT NOT NULL
);

CREATE TABLE organisation_second_step (
    organisation TEXT PRIMARY KEY REFERENCES organisation (id),
    since BIGINT NOT NULL,
    by_person TEXT
);
