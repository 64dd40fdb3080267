-- Passkeys (WebAuthn). Public keys only: whoever reads these rows can log in nowhere.

-- seq: the entry of the house ledger that added it. Whether it still counts says the picture of the house; a row that the picture
-- does not know any more is a leftover. user_handle is what the authenticator was given instead of a name; public_key is a COSE key.
CREATE TABLE passkey (
    passkey       uuid        PRIMARY KEY,
    account       uuid        NOT NULL,
    seq           bigint      NOT NULL,
    credential_id bytea       NOT NULL UNIQUE CHECK (octet_length(credential_id) BETWEEN 1 AND 1023),
    public_key    bytea       NOT NULL,
    user_handle   bytea       NOT NULL CHECK (octet_length(user_handle) BETWEEN 1 AND 64),
    domain        text        NOT NULL,
    aaguid        uuid        NOT NULL,
    sign_count    bigint      NOT NULL CHECK (sign_count >= 0),
    name          text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 60),
    added_at      timestamptz NOT NULL,
    last_used_at  timestamptz
);
CREATE INDEX passkey_by_account ON passkey (account);

-- Challenges that were presented, until they would have expired. One that nobody presents leaves nothing: it proves itself.
CREATE TABLE passkey_challenge (
    hash       bytea       PRIMARY KEY CHECK (octet_length(hash) = 32),
    expires_at timestamptz NOT NULL
);
CREATE INDEX passkey_challenge_by_expiry ON passkey_challenge (expires_at);

-- By which passkey a session was opened; none: by a password.
ALTER TABLE login_session ADD COLUMN passkey uuid;
CREATE INDEX login_session_by_passkey ON login_session (passkey) WHERE passkey IS NOT NULL;
