package kr.haetae.ledger;

import java.time.Instant;
import kr.haetae.event.Cursor;
import kr.haetae.event.Entry;
import kr.haetae.event.Hash;

/**
 * A picture and the place in the chain that it stands for.
 *
 * @param seq of the last folded entry; 0 when there is none
 * @param hash of the last folded entry; the genesis hash when there is none
 * @param at what the operation's clock showed in it; {@link Instant#EPOCH} when there is none
 * @param realAt its real time; {@link Instant#EPOCH} when there is none
 */
public record Head<P>(P picture, Cursor cursor, long seq, Hash hash, Instant at, Instant realAt) {
    static <P> Head<P> at(P picture, Entry last) {
        return of(picture, last.seq(), last.hash(), last.at(), last.realAt());
    }

    static <P> Head<P> of(P picture, long seq, Hash hash, Instant at, Instant realAt) {
        return new Head<>(picture, Cursor.of(seq, hash), seq, hash, at, realAt);
    }
}
