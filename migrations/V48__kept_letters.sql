-- Each council and each municipality answers for its own letters: in whose name a letter went, and for how long that
-- organisation keeps its own. Without a row it is as the association chose for all.
ALTER TABLE mail_letter ADD COLUMN organisation TEXT;
CREATE TABLE organisation_retention (
    organisation TEXT PRIMARY KEY REFERENCES organisation (id),
    -- Days after a letter was written.
    letter_days BIGINT NOT NULL
);
