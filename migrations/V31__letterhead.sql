-- What an organisation shows of itself, and what it changed in that.

-- Its addresses, its colour and its logo, and how its letters go out. Without a row nothing was filled in.
CREATE TABLE organisation_letterhead (
    organisation TEXT PRIMARY KEY REFERENCES organisation (id),
    postal TEXT NOT NULL,
    visiting TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    website TEXT NOT NULL,
    -- The brand colour as it was chosen: #00a37a.
    colour TEXT,
    -- The name of the style sheet that was made of it. It comes along with the seats at each request.
    style TEXT,
    logo TEXT REFERENCES file (id),
    -- The name that letters about this organisation come from, and where an answer to them goes.
    sender TEXT NOT NULL,
    reply_to TEXT NOT NULL
);

-- Each change of one setting: what it was and what it became. Nothing is taken away from it.
CREATE TABLE setting_change (
    id TEXT PRIMARY KEY,
    organisation TEXT NOT NULL REFERENCES organisation (id),
    setting TEXT NOT NULL,
    was TEXT NOT NULL,
    became TEXT NOT NULL,
    at BIGINT NOT NULL,
    by_person TEXT NOT NULL
);
CREATE INDEX setting_change_organisation ON setting_change (organisation, id);
