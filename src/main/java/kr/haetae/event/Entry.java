package kr.haetae.event;

import java.time.Instant;
import java.util.UUID;

/**
 * One entry of a ledger, as read back or just appended.
 *
 * @param seq 1, 2, 3 … without gaps in its ledger
 * @param at what the operation's clock showed; never before the previous entry's
 * @param realAt real time by the database's clock
 * @param command the client-made id; unique in the ledger together with {@code part}
 * @param part 0, 1, 2 … within the command
 * @param account who; {@link #SYSTEM} for what the product does by itself
 * @param unit the unit that the account acted for
 * @param hash of this entry; covers everything before it
 */
public record Entry(
        UUID ledger,
        long seq,
        Instant at,
        Instant realAt,
        UUID command,
        int part,
        UUID account,
        UnitCode unit,
        Event event,
        Hash hash) {
    /** The account of what no person did. */
    public static final UUID SYSTEM = new UUID(0, 0);

    public Cursor cursor() {
        return Cursor.of(seq, hash);
    }
}
