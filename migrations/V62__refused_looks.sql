-- What somebody wanted to look at and might not: how often in a day, for each act. Looking changes nothing, so that it is
-- counted here and is no line of the trail.
CREATE TABLE refused_look (
    person TEXT NOT NULL REFERENCES person (id),
    act TEXT NOT NULL,
    -- refused: they knew that it was there; hidden: they did not.
    verdict TEXT NOT NULL CHECK (verdict IN ('refused', 'hidden')),
    on_day TEXT NOT NULL,
    times BIGINT NOT NULL,
    first_at BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    PRIMARY KEY (person, act, verdict, on_day)
);
CREATE INDEX refused_look_day ON refused_look (on_day);
