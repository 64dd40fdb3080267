package kr.haetae.directive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.Decision;
import kr.haetae.event.DirectiveEvent;
import kr.haetae.event.NamedId;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Held;
import kr.haetae.picture.OperationEntity;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Timed;

/** Tells late rooms again, one entry for each directive and time; and takes from the screens what everybody has done. */
public final class DirectiveSweep implements Timed {
    @Override
    public List<Due> due(Picture picture, Instant now) {
        List<Due> due = new ArrayList<>();
        for (Held held : picture.timedUntil(DirectiveChase.KIND, now)) {
            due.add(chase(picture, (DirectiveChase) held.entity()));
        }
        for (Held held : picture.timedUntil(Directive.KIND, now)) {
            due.add(conclude(picture, (Directive) held.entity()));
        }
        return due;
    }

    private static Due chase(Picture picture, DirectiveChase chase) {
        String name = "directive-chase/" + chase.directive() + "/" + chase.step() + "/" + chase.nextAt();
        return new Due(NamedId.of(space(picture), name), chase.unit(), (then, at) -> then
                .find(chase.key(), DirectiveChase.class).filter(chase::equals)
                .flatMap(it -> then.find(Directive.key(it.directive()), Directive.class))
                .map(directive -> late(then, directive, at))
                .filter(rooms -> !rooms.isEmpty())
                .<Decision>map(rooms -> Decision.accept(new DirectiveEvent.DirectivesChased(chase.directive(), rooms,
                        chase.step() + 1, null)))
                .orElseGet(() -> Decision.refuse(Reason.NOBODY_LATE, "Nobody is waited for any more.")));
    }

    private static List<UnitCode> late(Picture picture, Directive directive, Instant at) {
        return directive.asked().stream().filter(unit -> Lateness.late(picture, directive, unit, at)).toList();
    }

    private static Due conclude(Picture picture, Directive directive) {
        String name = "directive-concluded/" + directive.directive() + "/" + directive.completedAt();
        return new Due(NamedId.of(space(picture), name), directive.unit(), (then, at) -> then
                .find(directive.key(), Directive.class)
                .filter(it -> it.open() && directive.completedAt() != null
                        && directive.completedAt().equals(it.completedAt()))
                .<Decision>map(it -> Decision.accept(new DirectiveEvent.DirectiveConcluded(it.directive())))
                .orElseGet(() -> Decision.refuse(Reason.NOTHING_CHANGED, "Somebody has it to do again.")));
    }

    private static UUID space(Picture picture) {
        return picture.operation().map(OperationEntity::operation).orElseThrow();
    }
}
