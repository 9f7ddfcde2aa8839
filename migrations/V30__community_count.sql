-- How many topics there are for each kind of reader, so that a list need not count them at every visit.

CREATE TABLE community_count (
    visibility TEXT NOT NULL,
    -- Of which region; empty for what is no region's.
    region TEXT NOT NULL,
    topics BIGINT NOT NULL,
    PRIMARY KEY (visibility, region)
);
INSERT INTO community_count (visibility, region, topics)
    SELECT visibility, COALESCE(region, ''), COUNT(*) FROM community_topic GROUP BY visibility, COALESCE(region, '');
