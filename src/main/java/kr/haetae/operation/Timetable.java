package kr.haetae.operation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kr.haetae.event.Author;
import kr.haetae.event.Entry;
import kr.haetae.event.NamedId;
import kr.haetae.event.PlannedPhase;
import kr.haetae.picture.OperationEntity;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Timed;

/** Enters the phases of the timetable when their time comes. A phase that was entered by hand stays until the next line's time. */
public final class Timetable implements Timed {
    @Override
    public List<Due> due(Picture picture, Instant now) {
        return picture.operation().flatMap(operation -> due(operation, now)).stream().toList();
    }

    private static Optional<Due> due(OperationEntity operation, Instant now) {
        return standing(operation, now)
                .filter(line -> operation.phaseSince() == null || operation.phaseSince().isBefore(line.from()))
                .filter(line -> operation.phase() != line.phase())
                .map(line -> new Due(
                        NamedId.of(operation.operation(), "phase/" + line.id() + "/" + line.from()),
                        operation.root(),
                        (picture, at) -> Operations.decide(picture, at, at,
                                new Author(Entry.SYSTEM, "timetable", operation.root(), null),
                                new OperationCommand.EnterPhase(line.phase(), line.id()))));
    }

    /** The line whose time has come last. */
    private static Optional<PlannedPhase> standing(OperationEntity operation, Instant now) {
        return operation.timetable().stream().filter(line -> !line.from().isAfter(now)).reduce((first, last) -> last);
    }
}
