-- Working in somebody's name: who gave whom consent until when, who does so now, and who wrote what stands there.

CREATE TABLE mandate (
    id TEXT PRIMARY KEY,
    -- In whose name.
    person TEXT NOT NULL REFERENCES person (id),
    helper TEXT NOT NULL REFERENCES person (id),
    -- The council that they share; empty for the office of the association, whose help is for each council.
    council TEXT REFERENCES organisation (id),
    given_at BIGINT NOT NULL,
    until_on TEXT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX mandate_person ON mandate (person);
CREATE INDEX mandate_helper ON mandate (helper);

-- Which consent is used in this sign-in, and until when at most, by the machine's clock. It ends with the sign-in.
ALTER TABLE session ADD COLUMN mandate TEXT;
ALTER TABLE session ADD COLUMN mandate_ends_at BIGINT;

ALTER TABLE community_post ADD COLUMN written_by TEXT;
ALTER TABLE advice_note ADD COLUMN written_by TEXT;
ALTER TABLE advice_version ADD COLUMN written_by TEXT;

-- What was done in somebody's name.
CREATE INDEX event_on_behalf ON event (on_behalf_of, seq) WHERE on_behalf_of IS NOT NULL;
