package kr.haetae.ledger;

import java.util.List;
import java.util.Optional;
import kr.haetae.event.Cursor;
import kr.haetae.event.Hash;

/** How a fold's pictures become bytes and pictures again. Called on worker threads. */
public interface SnapshotForm<P> {
    /** Different for any two programs that could fold otherwise, or write other bytes. Nobody has to raise it. */
    Hash version();

    /** The picture in parts, at least one; several can be read at the same time. */
    List<byte[]> write(P picture);

    Assembly<P> assembly();

    /** In words for the log, what differs between two pictures of one cursor; empty when nothing does. */
    Optional<String> difference(P one, P other);

    /** Takes parts, from several threads at once, then makes the picture of them. Throws when they can't be read. */
    interface Assembly<P> {
        /** @param number from 0 */
        void part(int number, byte[] bytes);

        /** After all parts; throws when it is not the picture at that cursor. */
        P whole(Cursor cursor);
    }
}
