/**
 * The feed: answers "what changed since S in view V?" for every screen. A session is a cursor, not a queue. Never writes to the
 * ledger; sends nothing that is not committed. docs/protocol.md is its contract.
 */
@NullMarked
package kr.haetae.feed;

import org.jspecify.annotations.NullMarked;
