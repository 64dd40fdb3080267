/**
 * The record: append, tail, hash chain, verification. One append-only, gap-free, hash-chained list of entries for each ledger, in
 * PostgreSQL, shared by any number of nodes. Knows no capability and no picture: what the entries mean is the {@link Fold}'s.
 * docs/record.md gives the bytes.
 */
@NullMarked
package kr.haetae.ledger;

import org.jspecify.annotations.NullMarked;
