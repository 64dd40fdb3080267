-- What must not live for ever and therefore is not in the record: password hashes, log-in sessions, refresh tokens, failures.

-- One row for each account. seq is the entry of the house ledger that the row reflects: a late writer never undoes a later entry.
CREATE TABLE credential (
    account               uuid        PRIMARY KEY,
    seq                   bigint      NOT NULL,
    phc                   text,
    activation_hash       bytea       CHECK (octet_length(activation_hash) = 32),
    activation_expires_at timestamptz,
    changed_at            timestamptz NOT NULL,
    CHECK ((activation_hash IS NULL) = (activation_expires_at IS NULL)),
    CHECK (phc IS NULL OR activation_hash IS NULL)
);

-- since: the account's sessions count from this entry of the house ledger on; an older one is over.
CREATE TABLE login_session (
    session      uuid        PRIMARY KEY,
    account      uuid        NOT NULL,
    since        bigint      NOT NULL,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    ended_at     timestamptz,
    user_agent   text        NOT NULL CHECK (char_length(user_agent) <= 200)
);
CREATE INDEX login_session_by_account ON login_session (account);
CREATE INDEX login_session_by_expiry ON login_session (expires_at);

-- hash is SHA-256 of a token of 256 random bits. A session has at most one row without used_at.
CREATE TABLE refresh_token (
    hash       bytea       PRIMARY KEY CHECK (octet_length(hash) = 32),
    session    uuid        NOT NULL REFERENCES login_session ON DELETE CASCADE,
    issued_at  timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);
CREATE UNIQUE INDEX refresh_token_head ON refresh_token (session) WHERE used_at IS NULL;
CREATE INDEX refresh_token_by_session ON refresh_token (session);

-- Attempts since the last success, for every login that was ever tried, existing or not. login_key is a hash: people type passwords
-- into the wrong field.
CREATE TABLE login_failure (
    login_key     bytea       PRIMARY KEY CHECK (octet_length(login_key) = 32),
    failures      int         NOT NULL,
    last_at       timestamptz NOT NULL,
    blocked_until timestamptz NOT NULL
);
CREATE INDEX login_failure_by_age ON login_failure (last_at);
