-- What makes a start fast.

-- Folded states, so that a start need not fold a whole ledger. Only a cache: rows may always be deleted, and nothing that is proved
-- rests on them. docs/record.md, "Snapshots".

-- fold: of which version of the fold; another program neither reads nor replaces it. digest: SHA-256 over the head and all parts.
CREATE TABLE snapshot (
    ledger        uuid        NOT NULL,
    fold          bytea       NOT NULL CHECK (octet_length(fold) = 32),
    seq           bigint      NOT NULL CHECK (seq > 0),
    hash          bytea       NOT NULL CHECK (octet_length(hash) = 32),
    picture_parts int         NOT NULL CHECK (picture_parts > 0),
    id_parts      int         NOT NULL CHECK (id_parts > 0),
    digest        bytea       NOT NULL CHECK (octet_length(digest) = 32),
    written_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (ledger, fold)
);

-- First the parts of the picture, then those of the ids, numbered from 0 throughout; a long part lies in several pieces.
CREATE TABLE snapshot_part (
    ledger uuid  NOT NULL,
    fold   bytea NOT NULL,
    number int   NOT NULL CHECK (number >= 0),
    piece  int   NOT NULL CHECK (piece >= 0),
    bytes  bytea NOT NULL CHECK (octet_length(bytes) <= 1048576),
    PRIMARY KEY (ledger, fold, number, piece),
    FOREIGN KEY (ledger, fold) REFERENCES snapshot ON DELETE CASCADE
);
-- They are compressed already.
ALTER TABLE snapshot_part ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- SHA-256 over a program's migrations and the history of this database as it was after they had run: a start that finds it here has
-- nothing to migrate and nobody newer to yield to.
CREATE TABLE migration_note (
    digest   bytea       PRIMARY KEY CHECK (octet_length(digest) = 32),
    noted_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
