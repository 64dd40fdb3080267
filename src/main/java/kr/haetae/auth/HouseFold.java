package kr.haetae.auth;

import kr.haetae.event.Cursor;
import kr.haetae.event.Entry;
import kr.haetae.event.Event;
import kr.haetae.event.OperationClock;
import kr.haetae.ledger.Fold;
import kr.haetae.ledger.SnapshotForm;
import java.time.Instant;
import java.util.Optional;

/** Folds the house ledger; its clock shows real time. */
public final class HouseFold implements Fold<House> {
    @Override
    public House empty(Cursor genesis) {
        return House.EMPTY;
    }

    /** @throws IllegalArgumentException when the entry belongs to an operation */
    @Override
    public House evolve(House picture, Entry entry) {
        return switch (entry.event()) {
            case Event.House event -> picture.evolve(event, entry.seq(), entry.realAt());
            case Event.Operational event -> throw new IllegalArgumentException(
                    "entry " + entry.seq() + " of the house ledger is an operation's");
        };
    }

    @Override
    public OperationClock clock(House picture) {
        return OperationClock.real(Instant.EPOCH);
    }

    @Override
    public Optional<SnapshotForm<House>> snapshots() {
        return Optional.of(HouseSnapshot.FORM);
    }
}
