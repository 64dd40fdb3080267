package kr.haetae.force;

import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.ForceEvent;
import kr.haetae.event.Reason;
import kr.haetae.event.ReserveState;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.picture.Picture;

/** Reserves (경력 지원): asked for, decided by who commands both sides, sent, back. */
final class Reserves {
    /** Forces of one approval at most; ours. */
    private static final int MOST = 50;

    private Reserves() {}

    static Decision decide(Picture picture, Author author, ForceCommand.RequestReserve c) {
        Optional<Decision> closed = picture.notOpen();
        if (closed.isPresent()) {
            return closed.get();
        }
        UUID post = c.post();
        Optional<UnitCode> owner = post == null ? Optional.empty() : Rules.unitOf(picture, post);
        if (post != null && owner.isEmpty()) {
            return Rules.unknownPost(post, "/post");
        }
        UnitCode unit = Objects.requireNonNullElseGet(c.unit(), () -> owner.orElse(author.unit()));
        if (!picture.tree().contains(unit)) {
            return Decision.refuse(Reason.UNKNOWN_UNIT, "There is no unit " + unit + ".", "/unit");
        }
        if (!picture.tree().covers(author.unit(), unit)) {
            return Rules.outside("A request", unit, author.unit(), "/unit");
        }
        if (owner.isPresent() && !picture.tree().covers(unit, owner.get())) {
            return Decision.refuse(Reason.POST_OF_OTHER_UNIT,
                    "Post " + post + " belongs to " + owner.get() + ", not to " + unit + ".", "/post");
        }
        return c.kind().reserve()
                ? Decision.accept(new ForceEvent.ReserveRequested(c.request(), unit, c.people(), c.kind(), post,
                        c.reason(), author.person()))
                : Decision.refuse(Reason.NOT_A_RESERVE, c.kind() + " is not sent to other units.", "/forceKind");
    }

    static Decision decide(Picture picture, Author author, ForceCommand.ApproveReserve c) {
        return found(picture, author, c.request(), reserve -> {
            Optional<Decision> not = picture.notOpen().or(() -> undecidable(picture, author, reserve));
            if (not.isPresent()) {
                return not.get();
            }
            if (reserve.state() != ReserveState.REQUESTED) {
                return illegal(reserve, ReserveState.APPROVED);
            }
            if (c.forces().isEmpty() || c.forces().size() > MOST
                    || new HashSet<>(c.forces()).size() < c.forces().size()) {
                return Decision.refuse(Reason.UNKNOWN_FORCE, "Name 1 to " + MOST + " forces, each of them once.",
                        "/forces");
            }
            for (int i = 0; i < c.forces().size(); i++) {
                Optional<Decision> fault = fault(picture, author, c.forces().get(i), "/forces/" + i);
                if (fault.isPresent()) {
                    return fault.get();
                }
            }
            return Decision.accept(new ForceEvent.ReserveApproved(c.request(), c.forces(), author.person()));
        });
    }

    private static Optional<Decision> fault(Picture picture, Author author, UUID id, String pointer) {
        Optional<Force> found = picture.find(Force.key(id), Force.class);
        if (found.isEmpty()) {
            return Optional.of(Decision.refuse(Reason.UNKNOWN_FORCE, "There is no force " + id + ".", pointer));
        }
        Force force = found.get();
        if (!picture.tree().covers(author.unit(), force.unit())) {
            return Optional.of(Rules.outside(force.name(), force.unit(), author.unit(), pointer));
        }
        if (!force.forceKind().reserve()) {
            return Optional.of(Decision.refuse(Reason.NOT_A_RESERVE,
                    force.name() + " is " + force.forceKind() + ", which is not sent to other units.", pointer));
        }
        return force.request() == null ? Optional.empty()
                : Optional.of(Decision.refuse(Reason.FORCE_COMMITTED, force.name() + " is " + force.reserveState()
                        + " for " + force.lentTo() + ".", pointer));
    }

    static Decision decide(Picture picture, Instant at, Author author, ForceCommand.MoveReserve c) {
        return found(picture, author, c.request(), reserve -> {
            Optional<Decision> not = picture.notOpen().or(() -> unfit(picture, author, reserve, c.to()));
            if (not.isPresent()) {
                return not.get();
            }
            if (!legal(reserve.state(), c.to())) {
                return illegal(reserve, c.to());
            }
            Instant occurredAt = Objects.requireNonNullElse(c.occurredAt(), at);
            return Rules.untimely(at, occurredAt)
                    .or(() -> Rules.outOfOrder(reserve.journey().last(), occurredAt))
                    .orElseGet(() -> Decision.accept(new ForceEvent.ReserveMoved(c.request(), c.to(), occurredAt,
                            c.reason(), author.person())));
        });
    }

    /** Refusing is deciding; withdrawing is the asking side's. */
    private static Optional<Decision> unfit(Picture picture, Author author, Reserve reserve, ReserveState to) {
        if (to == ReserveState.REFUSED) {
            return undecidable(picture, author, reserve);
        }
        return to == ReserveState.WITHDRAWN && !picture.tree().covers(author.unit(), reserve.unit())
                ? Optional.of(Rules.outside("The request", reserve.unit(), author.unit(), "/to"))
                : Optional.empty();
    }

    private static boolean legal(ReserveState from, ReserveState to) {
        return switch (from) {
            case REQUESTED -> to == ReserveState.REFUSED || to == ReserveState.WITHDRAWN;
            case APPROVED -> to == ReserveState.MOVING || to == ReserveState.WITHDRAWN;
            case MOVING -> to == ReserveState.ARRIVED || to == ReserveState.RETURNED;
            case ARRIVED -> to == ReserveState.RETURNED;
            case REFUSED, RETURNED, WITHDRAWN -> false;
        };
    }

    /** Headquarters decides all, an agency for its own stations. */
    private static Optional<Decision> undecidable(Picture picture, Author author, Reserve reserve) {
        UnitKind kind = picture.tree().kind(author.unit());
        boolean above = picture.tree().covers(author.unit(), reserve.unit()) && !author.unit().equals(reserve.unit());
        return kind == UnitKind.HQ || (kind == UnitKind.AGENCY && above) ? Optional.empty()
                : Optional.of(Decision.refuse(Reason.OUTSIDE_JURISDICTION, "A request of " + reserve.unit()
                        + " is decided by its agency or by headquarters, not by " + author.unit() + "."));
    }

    private static Decision illegal(Reserve reserve, ReserveState to) {
        return Decision.refuse(Reason.ILLEGAL_TRANSITION,
                "The request is " + reserve.state() + "; it can't become " + to + ".", "/to");
    }

    /** Both sides see a request: who asked, and whose forces are sent. */
    private static Decision found(Picture picture, Author author, UUID id, Function<Reserve, Decision> then) {
        return picture.find(Reserve.key(id), Reserve.class)
                .filter(it -> picture.tree().covers(author.unit(), it.unit())
                        || it.senders().stream().anyMatch(unit -> picture.tree().covers(author.unit(), unit)))
                .map(then)
                .orElseGet(() -> Decision.refuse(Reason.UNKNOWN_RESERVE,
                        "There is no request " + id + " in your jurisdiction."));
    }
}
