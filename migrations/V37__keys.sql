-- The secret of an app is wrapped with a key that stands in a file outside the database, so that a copy of the
-- tables takes no second step for anybody.

-- The name of that key. Empty: from before there were keys, and wrapped at the next start.
ALTER TABLE second_app ADD COLUMN key_id TEXT;
CREATE INDEX second_app_key ON second_app (key_id);

-- The keys that this database knows, so that a start with another file says so.
CREATE TABLE wrapping_key (
    id TEXT PRIMARY KEY,
    -- Its own name, wrapped with it: whether the key of that name in the file is this one.
    proof TEXT NOT NULL,
    since BIGINT NOT NULL
);
