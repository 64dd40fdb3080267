-- Files that belong to what the record tells of: photographs, films, recordings. The record names them by their hash.

-- A stored file. store: where its bytes lie. thumbnail, view: the hashes of the copies that screens show.
CREATE TABLE blob (
    sha256     bytea       PRIMARY KEY CHECK (octet_length(sha256) = 32),
    store      uuid        NOT NULL UNIQUE,
    bytes      bigint      NOT NULL CHECK (bytes > 0),
    type       text        NOT NULL,
    width      int,
    height     int,
    thumbnail  bytea       CHECK (octet_length(thumbnail) = 32),
    view       bytea       CHECK (octet_length(view) = 32),
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Every chunk but the last has 256 KiB, so that an offset names its chunk. Written under the id of the upload, which a finished file
-- keeps as its store: nothing is copied when an upload is complete.
CREATE TABLE blob_chunk (
    store  uuid  NOT NULL,
    number int   NOT NULL CHECK (number >= 0),
    bytes  bytea NOT NULL CHECK (octet_length(bytes) BETWEEN 1 AND 262144),
    PRIMARY KEY (store, number)
);
-- Photographs and films are compressed already.
ALTER TABLE blob_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- What somebody is sending, or has sent and not yet attached.
CREATE TABLE upload (
    id           uuid        PRIMARY KEY,
    account      uuid        NOT NULL,
    sha256       bytea       NOT NULL CHECK (octet_length(sha256) = 32),
    bytes        bigint      NOT NULL CHECK (bytes > 0),
    received     bigint      NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND bytes),
    touched_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    completed_at timestamptz
);
CREATE INDEX upload_by_account ON upload (account);
CREATE INDEX upload_by_hash ON upload (sha256);

-- Which attachment needs which file. Written before the attachment is recorded; when it never is (no entry of that command), the row
-- is swept away. The attachment's id is its command's.
CREATE TABLE blob_use (
    operation  uuid        NOT NULL,
    attachment uuid        NOT NULL,
    sha256     bytea       NOT NULL CHECK (octet_length(sha256) = 32),
    held_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (operation, attachment)
);
CREATE INDEX blob_use_by_hash ON blob_use (sha256);
