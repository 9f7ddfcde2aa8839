-- A municipality's own sign-in (OpenID Connect): where it stands, what its roles mean here, and who is who there.

CREATE TABLE openid_provider (
    id TEXT PRIMARY KEY,
    organisation TEXT NOT NULL REFERENCES organisation (id),
    issuer TEXT NOT NULL UNIQUE,
    client_id TEXT NOT NULL,
    -- The file that holds the secret; the secret itself is never in the tables. Empty: a client without one.
    secret_file TEXT,
    -- The claim in which roles stand.
    role_claim TEXT NOT NULL,
    -- Values of amr or acr that tell of a second step there, with spaces between.
    strong TEXT NOT NULL,
    since BIGINT NOT NULL
);

-- What a role there is here.
CREATE TABLE openid_role (
    provider TEXT NOT NULL REFERENCES openid_provider (id),
    theirs TEXT NOT NULL,
    ours TEXT NOT NULL,
    PRIMARY KEY (provider, theirs)
);

-- A person is known by issuer and subject, and by nothing else.
CREATE TABLE openid_person (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    person TEXT NOT NULL REFERENCES person (id),
    since BIGINT NOT NULL,
    PRIMARY KEY (issuer, subject)
);
CREATE INDEX openid_person_person ON openid_person (person);

-- Seats that came from there, so that they end when they end there; others are left alone.
CREATE TABLE openid_seat (
    seat TEXT PRIMARY KEY REFERENCES seat (id),
    provider TEXT NOT NULL REFERENCES openid_provider (id)
);
