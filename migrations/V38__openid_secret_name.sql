-- The secret of a client elsewhere can be chosen on a page: by its name in the folder that the administrator set, and
-- by nothing else. A path is set on the command line only, in secret_file; one of the two is there, or neither.
ALTER TABLE openid_provider ADD COLUMN secret_name TEXT;
CREATE INDEX openid_provider_organisation ON openid_provider (organisation);
