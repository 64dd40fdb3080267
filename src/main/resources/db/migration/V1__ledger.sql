-- The record. docs/record.md explains every byte.

-- One row for each ledger: the head row. It is locked while nodes compete, and never updated: an updated row would grow a chain
-- of dead versions under any long snapshot (a running pg_dump), and every append would walk it.
CREATE TABLE ledger (
    id         uuid        PRIMARY KEY,
    genesis    bytea       NOT NULL CHECK (octet_length(genesis) = 32),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- No foreign key to ledger: its check would lock the head row (FOR KEY SHARE) in every append and wait for who holds it.
CREATE TABLE entry (
    ledger   uuid   NOT NULL,
    seq      bigint NOT NULL CHECK (seq > 0),
    command  uuid   NOT NULL,
    part     int    NOT NULL CHECK (part >= 0),
    envelope bytea  NOT NULL,
    hash     bytea  NOT NULL CHECK (octet_length(hash) = 32),
    PRIMARY KEY (ledger, seq),
    UNIQUE (ledger, command, part)
);

-- Apart from the entry, so that personal data can be destroyed while the chain still verifies.
CREATE TABLE body (
    ledger uuid   NOT NULL,
    seq    bigint NOT NULL CHECK (seq > 0),
    salt   bytea  NOT NULL CHECK (octet_length(salt) = 32),
    bytes  bytea  NOT NULL,
    PRIMARY KEY (ledger, seq)
);
