-- Which entries have no body any more because a later entry says so. An index of what the record itself says, so that whoever reads
-- the erased entry finds the other one: docs/record.md, "Erasure".
CREATE TABLE erasure (
    ledger    uuid   NOT NULL,
    seq       bigint NOT NULL CHECK (seq > 0),
    erased_by bigint NOT NULL CHECK (erased_by > seq),
    PRIMARY KEY (ledger, seq)
);
