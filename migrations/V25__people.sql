-- Who is who: what is known of an organisation besides its name, how long somebody sits and why they left,
-- and who is invited.

-- How a name is looked for: in small letters, without accents.
ALTER TABLE person ADD COLUMN folded TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN folded TEXT NOT NULL DEFAULT '';
UPDATE person SET folded = LOWER(name);
UPDATE organisation SET folded = LOWER(name);

-- What a council is by its ordinance, how many places it has, and how long and how often one sits.
CREATE TABLE council_profile (
    council TEXT PRIMARY KEY REFERENCES organisation (id),
    form TEXT NOT NULL CHECK (form IN ('social_domain', 'wmo', 'clients', 'participation', 'youth', 'seniors', 'accessibility', 'newcomers', 'district', 'other')),
    since_on TEXT,
    -- Empty: nobody laid it down.
    places BIGINT,
    term_months BIGINT,
    -- How many terms one may sit; empty: no limit.
    terms_most BIGINT,
    -- What says so: the ordinance, the covenant, the house rules.
    source TEXT NOT NULL,
    source_on TEXT,
    at BIGINT NOT NULL,
    by_person TEXT
);

-- The acts that a council's work stands on, each since when.
CREATE TABLE council_law (
    council TEXT NOT NULL REFERENCES organisation (id),
    law TEXT NOT NULL CHECK (law IN ('wmo', 'jeugdwet', 'participatiewet', 'wgs', 'inburgering', 'wpg', 'omgevingswet')),
    since_on TEXT,
    PRIMARY KEY (council, law)
);

-- The themes are an open list; a council marks which ones it follows, since when.
CREATE TABLE council_theme (
    council TEXT NOT NULL REFERENCES organisation (id),
    theme TEXT NOT NULL REFERENCES theme (id),
    since_on TEXT,
    PRIMARY KEY (council, theme)
);
CREATE INDEX council_theme_theme ON council_theme (theme);

-- What was agreed that a council gets to do its work, who pays it, and where that stands.
CREATE TABLE council_support (
    council TEXT NOT NULL REFERENCES organisation (id),
    kind TEXT NOT NULL CHECK (kind IN ('budget', 'secretary', 'room', 'training', 'website', 'allowance')),
    words TEXT NOT NULL,
    payer TEXT REFERENCES organisation (id),
    source TEXT NOT NULL,
    PRIMARY KEY (council, kind)
);

-- A municipality that went up in another, from a day on.
CREATE TABLE municipality_succession (
    former TEXT NOT NULL REFERENCES organisation (id),
    successor TEXT NOT NULL REFERENCES organisation (id),
    on_day TEXT NOT NULL,
    PRIMARY KEY (former, successor)
);
CREATE INDEX municipality_succession_successor ON municipality_succession (successor);

-- Bodies elsewhere: municipalities that act together, and partners.
CREATE TABLE body_form (
    organisation TEXT PRIMARY KEY REFERENCES organisation (id),
    form TEXT NOT NULL CHECK (form IN ('partnership', 'partner'))
);
CREATE TABLE partnership_municipality (
    partnership TEXT NOT NULL REFERENCES organisation (id),
    municipality TEXT NOT NULL REFERENCES organisation (id),
    from_on TEXT NOT NULL,
    until_on TEXT,
    PRIMARY KEY (partnership, municipality)
);
CREATE INDEX partnership_municipality_municipality ON partnership_municipality (municipality);

-- Which term in this role it is.
ALTER TABLE seat ADD COLUMN term BIGINT NOT NULL DEFAULT 1;
-- What an alderman or an officer is there for.
ALTER TABLE seat ADD COLUMN portfolio TEXT NOT NULL DEFAULT '';

-- A role that was ended, and what its last day was before that: taking it back puts that day back.
CREATE TABLE seat_end (
    seat TEXT PRIMARY KEY REFERENCES seat (id),
    reason TEXT NOT NULL CHECK (reason IN ('term_over', 'own_wish', 'moved', 'illness', 'death', 'other_role', 'job_changed', 'elections', 'mistake', 'other')),
    words TEXT NOT NULL,
    until_before TEXT,
    at BIGINT NOT NULL,
    by_person TEXT
);

-- Appointed again: which term began, and until when.
CREATE TABLE seat_renewal (
    id TEXT PRIMARY KEY,
    seat TEXT NOT NULL REFERENCES seat (id),
    term BIGINT NOT NULL,
    until_before TEXT,
    until_on TEXT,
    at BIGINT NOT NULL,
    by_person TEXT
);
CREATE INDEX seat_renewal_seat ON seat_renewal (seat, at);

-- Who stands in when somebody cannot.
CREATE TABLE seat_deputy (
    seat TEXT PRIMARY KEY REFERENCES seat (id),
    deputy TEXT NOT NULL REFERENCES person (id),
    at BIGINT NOT NULL,
    by_person TEXT
);

-- What somebody likes to be asked about, and a line about themselves. Theirs to write.
CREATE TABLE person_knows (
    person TEXT NOT NULL REFERENCES person (id),
    theme TEXT NOT NULL REFERENCES theme (id),
    PRIMARY KEY (person, theme)
);
CREATE INDEX person_knows_theme ON person_knows (theme);
CREATE TABLE person_about (
    person TEXT PRIMARY KEY REFERENCES person (id),
    words TEXT NOT NULL,
    at BIGINT NOT NULL
);

-- Other offices and interests that somebody told their council of.
CREATE TABLE person_interest (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id),
    council TEXT NOT NULL REFERENCES organisation (id),
    words TEXT NOT NULL,
    from_on TEXT NOT NULL,
    until_on TEXT,
    at BIGINT NOT NULL,
    by_person TEXT
);
CREATE INDEX person_interest_council ON person_interest (council, person);

-- Somebody who is asked to come: the role waits until they say yes.
CREATE TABLE invitation (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id),
    organisation TEXT NOT NULL REFERENCES organisation (id),
    role TEXT NOT NULL,
    from_on TEXT NOT NULL,
    until_on TEXT,
    -- What a guest is invited to, such as a case; empty for a role.
    thing TEXT,
    -- The person came into the house with this invitation.
    brought BIGINT NOT NULL,
    -- The hash of what the letter holds; empty until the letter is written.
    token_hash TEXT UNIQUE,
    ends_at BIGINT NOT NULL,
    letters BIGINT NOT NULL,
    at BIGINT NOT NULL,
    by_person TEXT NOT NULL
);
CREATE INDEX invitation_organisation ON invitation (organisation, at);
CREATE INDEX invitation_person ON invitation (person);
CREATE TABLE invitation_acceptance (
    invitation TEXT PRIMARY KEY REFERENCES invitation (id),
    seat TEXT,
    at BIGINT NOT NULL
);
CREATE TABLE invitation_withdrawal (
    invitation TEXT PRIMARY KEY REFERENCES invitation (id),
    at BIGINT NOT NULL,
    by_person TEXT
);
