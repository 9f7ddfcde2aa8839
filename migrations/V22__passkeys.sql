-- Passkeys: a key in a telephone, computer or token, of which the house knows the public half.

CREATE TABLE passkey (
    -- The key's own id.
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id),
    -- What its owner calls it.
    name TEXT NOT NULL,
    -- The public key and how often it was used, as JSON.
    data TEXT NOT NULL,
    since BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX passkey_person ON passkey (person);

-- Under which number a key knows its owner: random, so that a key that is found says nothing.
CREATE TABLE passkey_handle (
    person TEXT PRIMARY KEY REFERENCES person (id),
    handle TEXT NOT NULL UNIQUE
);

-- A question that a key still has to answer: five minutes, once.
CREATE TABLE passkey_ceremony (
    -- The hash of what the page holds.
    id TEXT PRIMARY KEY,
    purpose TEXT NOT NULL CHECK (purpose IN ('add', 'sign_in', 'second')),
    person TEXT,
    state TEXT NOT NULL,
    ends_at BIGINT NOT NULL
);
CREATE INDEX passkey_ceremony_ends ON passkey_ceremony (ends_at);
