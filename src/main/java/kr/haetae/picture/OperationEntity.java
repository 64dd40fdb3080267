package kr.haetae.picture;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kr.haetae.event.OperationClock;
import kr.haetae.event.OperationEvent;
import kr.haetae.event.OperationKind;
import kr.haetae.event.OperationSettings;
import kr.haetae.event.OperationState;
import kr.haetae.event.Phase;
import kr.haetae.event.PlannedPhase;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/**
 * The operation itself, on every screen.
 *
 * @param phase absent until the first was entered
 * @param timetable in the order of its times
 */
public record OperationEntity(
        @JsonIgnore UUID operation,
        String name,
        OperationKind operationKind,
        OperationClock clock,
        @JsonIgnore UnitCode root,
        OperationState state,
        @Nullable Phase phase,
        @Nullable Instant phaseSince,
        List<PlannedPhase> timetable,
        OperationSettings settings,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt)
        implements
            Entity {
    public OperationEntity {
        timetable = List.copyOf(timetable);
    }

    static OperationEntity prepared(UUID operation, String name, OperationKind kind, OperationClock clock,
            UnitCode root) {
        return new OperationEntity(operation, name, kind, clock, root, OperationState.PREPARED, null, null, List.of(),
                OperationSettings.STANDARD, null, null);
    }

    @Override
    public Key key() {
        return new Key("operation", operation.toString());
    }

    @Override
    public Audience audience() {
        return Audience.upwards(root).andBelow();
    }

    OperationEntity after(OperationEvent event, Instant at) {
        return switch (event) {
            case OperationEvent.OperationOpened e -> new OperationEntity(operation, name, operationKind, clock, root,
                    OperationState.OPEN, phase, phaseSince, timetable, settings, at, null);
            case OperationEvent.OperationClosed e -> new OperationEntity(operation, name, operationKind, clock, root,
                    OperationState.CLOSED, phase, phaseSince, timetable, settings, openedAt, at);
            case OperationEvent.ClockSet e -> new OperationEntity(operation, name, operationKind, e.clock(), root,
                    state, phase, phaseSince, timetable, settings, openedAt, closedAt);
            case OperationEvent.TimetableSet e -> new OperationEntity(operation, name, operationKind, clock, root,
                    state, phase, phaseSince, e.phases(), settings, openedAt, closedAt);
            case OperationEvent.PhaseEntered e -> new OperationEntity(operation, name, operationKind, clock, root,
                    state, e.phase(), at, timetable, settings, openedAt, closedAt);
            case OperationEvent.SettingsChanged e -> new OperationEntity(operation, name, operationKind, clock, root,
                    state, phase, phaseSince, timetable, e.settings(), openedAt, closedAt);
        };
    }
}
