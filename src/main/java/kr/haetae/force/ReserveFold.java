package kr.haetae.force;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.Entry;
import kr.haetae.event.ErasureEvent;
import kr.haetae.event.ForceEvent;
import kr.haetae.event.OperationEvent;
import kr.haetae.event.Person;
import kr.haetae.event.ReserveState;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Draft;
import kr.haetae.picture.Held;
import org.jspecify.annotations.Nullable;

/** Requests for reserves as the ledger tells them; the forces' places on the board follow. */
final class ReserveFold {
    private ReserveFold() {}

    static void apply(Draft draft, Entry entry) {
        switch (entry.event()) {
            case ForceEvent.ReserveRequested e -> draft.put(Reserve.requested(e, entry.at()));
            case ForceEvent.ReserveApproved e -> draft.find(Reserve.key(e.request()), Reserve.class)
                    .ifPresent(it -> approve(draft, it, e, entry.at()));
            case ForceEvent.ReserveMoved e -> draft.find(Reserve.key(e.request()), Reserve.class)
                    .ifPresent(
                            it -> step(draft, it, e.to(), new Step(e.occurredAt(), e.by(), e.reason(), entry.seq())));
            case ErasureEvent.EntryErased e when e.redacted() instanceof ForceEvent.ReserveMoved left ->
                draft.find(Reserve.key(left.request()), Reserve.class).filter(it -> it.moveEntry() == e.seq())
                        .ifPresent(it -> draft.put(it.movedBecause(left.reason())));
            case ErasureEvent.EntryErased e when e.redacted() instanceof ForceEvent.ReserveRequested left ->
                draft.find(Reserve.key(left.request()), Reserve.class)
                        .ifPresent(it -> draft.put(it.because(left.reason())));
            case OperationEvent.OperationClosed e -> close(draft, entry, e);
            default -> {}
        }
    }

    private static void approve(Draft draft, Reserve reserve, ForceEvent.ReserveApproved e, Instant at) {
        List<UnitCode> senders = e.forces().stream()
                .flatMap(force -> draft.find(Force.key(force), Force.class).stream()).map(Force::unit).distinct()
                .toList();
        draft.put(reserve.approved(e.forces(), senders, at, e.by()));
        ready(draft, e.forces(), Readiness.COMMITTED, reserve);
    }

    private record Step(Instant at, Person by, @Nullable String reason, long entry) {}

    private static void step(Draft draft, Reserve reserve, ReserveState to, Step step) {
        draft.put(reserve.moved(to, step.at(), step.by(), step.reason(), step.entry()));
        switch (to) {
            case REQUESTED -> {}
            case APPROVED, ARRIVED -> ready(draft, reserve.forces(), Readiness.COMMITTED, reserve);
            case MOVING -> ready(draft, reserve.forces(), Readiness.MOVING, reserve);
            case REFUSED, RETURNED, WITHDRAWN -> ready(draft, reserve.forces(), Readiness.AVAILABLE, null);
        }
    }

    private static void ready(Draft draft, List<UUID> forces, Readiness readiness, @Nullable Reserve holder) {
        for (UUID id : forces) {
            draft.find(Force.key(id), Force.class).ifPresent(force -> draft.put(holder == null
                    ? force.ready(readiness, null, null)
                    : force.ready(readiness, holder.request(), holder.unit())));
        }
    }

    private static void close(Draft draft, Entry entry, OperationEvent.OperationClosed e) {
        List<Reserve> open = new ArrayList<>();
        for (Held held : draft.all(Reserve.KIND)) {
            Reserve reserve = (Reserve) held.entity();
            if (!reserve.ended()) {
                open.add(reserve);
            }
        }
        for (Reserve reserve : open) {
            boolean left = reserve.state() == ReserveState.MOVING || reserve.state() == ReserveState.ARRIVED;
            step(draft, reserve, left ? ReserveState.RETURNED : ReserveState.WITHDRAWN,
                    new Step(entry.at(), e.by(), e.reason(), entry.seq()));
        }
    }
}
