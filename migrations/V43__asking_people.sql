-- A question from one person to another, sent as a letter.
CREATE TABLE person_question (
    id        TEXT   NOT NULL PRIMARY KEY,
    by_person TEXT   NOT NULL REFERENCES person (id),
    to_person TEXT   NOT NULL REFERENCES person (id),
    words     TEXT   NOT NULL,
    at        BIGINT NOT NULL
);
CREATE INDEX person_question_between ON person_question (by_person, to_person, at);
CREATE INDEX person_question_to ON person_question (to_person);

-- What people tell of themselves, as it is looked for.
ALTER TABLE person_about ADD COLUMN folded TEXT NOT NULL DEFAULT '';
UPDATE person_about SET folded = LOWER(words);

-- When somebody was last asked for consent, so that nobody is asked every day.
CREATE TABLE mandate_asked (
    helper   TEXT   NOT NULL REFERENCES person (id),
    person   TEXT   NOT NULL REFERENCES person (id),
    asked_at BIGINT NOT NULL,
    PRIMARY KEY (helper, person)
);
