-- A letter with a code also carries a link, and a code is asked for more than signing in: to show once more
-- who one is, and to take another address into use.
ALTER TABLE sign_in_attempt ADD COLUMN purpose TEXT NOT NULL DEFAULT 'sign_in';
-- Who asked, when somebody was signed in.
ALTER TABLE sign_in_attempt ADD COLUMN person TEXT;
-- The hash of the token in the link. The code follows from the token, so neither is kept.
ALTER TABLE sign_in_attempt ADD COLUMN link TEXT;
ALTER TABLE sign_in_attempt ADD COLUMN to_path TEXT NOT NULL DEFAULT '/';
-- The hash of the network address that asked; it goes with the row, an hour later.
ALTER TABLE sign_in_attempt ADD COLUMN network TEXT;
CREATE UNIQUE INDEX sign_in_attempt_link ON sign_in_attempt (link);
CREATE INDEX sign_in_attempt_person ON sign_in_attempt (person, at);
CREATE INDEX sign_in_attempt_network ON sign_in_attempt (network, at);

-- When somebody last showed who they are, and when they took the second step.
ALTER TABLE session ADD COLUMN proved_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN strong_at BIGINT;
