-- A question that nobody answered can be taken back: then it is nowhere to be read any more.
ALTER TABLE community_topic ADD COLUMN withdrawn_at BIGINT;
