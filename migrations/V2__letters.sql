-- The outbox: a letter is a row in the transaction that caused it, and is sent afterwards.

CREATE TABLE mail_counter (
    id BIGINT PRIMARY KEY,
    n BIGINT NOT NULL
);
INSERT INTO mail_counter (id, n) VALUES (1, 0);

CREATE TABLE mail_letter (
    n BIGINT PRIMARY KEY,
    -- What it answers to: the same cause never makes two letters.
    cause TEXT NOT NULL UNIQUE,
    person TEXT,
    to_address TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    html TEXT NOT NULL,
    message_id TEXT NOT NULL UNIQUE,
    in_reply_to TEXT,
    at BIGINT NOT NULL,
    -- Holds a code: text and html are wiped once it has been sent.
    secret BIGINT NOT NULL,
    sent_at BIGINT,
    given_up_at BIGINT,
    lease_until BIGINT NOT NULL,
    next_try_at BIGINT NOT NULL,
    tries BIGINT NOT NULL,
    problem TEXT
);
CREATE INDEX mail_letter_due ON mail_letter (next_try_at) WHERE sent_at IS NULL AND given_up_at IS NULL;
CREATE INDEX mail_letter_to ON mail_letter (to_address, n);
