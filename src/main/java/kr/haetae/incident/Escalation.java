package kr.haetae.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.Decision;
import kr.haetae.event.EscalationRule;
import kr.haetae.event.EscalationRule.Waiting;
import kr.haetae.event.IncidentEvent;
import kr.haetae.event.IncidentSettings;
import kr.haetae.event.NamedId;
import kr.haetae.event.Phase;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Held;
import kr.haetae.picture.OperationEntity;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Timed;
import org.jspecify.annotations.Nullable;

/**
 * Tells the unit above of an incident that waits too long: station → agency → headquarters. The clock of the next level begins when
 * the one before was told.
 */
public final class Escalation implements Timed {
    @Override
    public List<Due> due(Picture picture, Instant now) {
        IncidentSettings settings = IncidentSettingsEntity.of(picture);
        List<Due> due = new ArrayList<>();
        for (Held held : picture.timedUntil(Incident.KIND, now.minus(shortest(settings)))) {
            Incident incident = (Incident) held.entity();
            step(picture, settings, incident)
                    .filter(step -> !step.due().isAfter(now))
                    .ifPresent(step -> due.add(due(picture, incident, step)));
        }
        return due;
    }

    /** No step is due sooner after an incident began to wait; zero without rules, where no step is ever due. */
    private static Duration shortest(IncidentSettings settings) {
        return Duration.ofMinutes(settings.escalation().stream().mapToLong(EscalationRule::minutes).min().orElse(0));
    }

    private record Step(UnitCode to, Waiting waiting, Instant due) {}

    private static Due due(Picture picture, Incident incident, Step step) {
        UUID space = picture.operation().map(OperationEntity::operation).orElseThrow();
        String name = "escalation/" + incident.incident() + "/" + step.waiting() + "/" + step.to() + "/" + step.due();
        return new Due(NamedId.of(space, name), incident.unit(), (now, at) -> decide(now, incident.incident(), step));
    }

    /** Looks again: somebody may have acknowledged it meanwhile. */
    private static Decision decide(Picture picture, UUID id, Step expected) {
        return picture.find(Incident.key(id), Incident.class)
                .flatMap(incident -> step(picture, IncidentSettingsEntity.of(picture), incident))
                .filter(expected::equals)
                .map(step -> Decision.accept(
                        new IncidentEvent.IncidentEscalated(id, step.to(), step.waiting(), step.due())))
                .orElseGet(() -> Decision.refuse(Reason.NOTHING_CHANGED, "It waits no longer."));
    }

    /** Which step comes next and when; empty when the incident waits for nothing, or headquarters was told. */
    private static Optional<Step> step(Picture picture, IncidentSettings settings, Incident incident) {
        Waiting waiting = incident.waiting();
        if (waiting == null) {
            return Optional.empty();
        }
        List<UnitCode> line = picture.tree().line(incident.told());
        @Nullable
        Phase phase = picture.operation().map(OperationEntity::phase).orElse(null);
        return line.size() < 2
                ? Optional.empty()
                : settings.escalation().stream()
                        .filter(rule -> rule.fits(incident.incidentKind(), incident.code(), phase, waiting))
                        .findFirst()
                        .map(EscalationRule::minutes)
                        .map(minutes -> new Step(line.get(1), waiting,
                                incident.clock().plus(Duration.ofMinutes(minutes))));
    }
}
