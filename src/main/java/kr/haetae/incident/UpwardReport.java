package kr.haetae.incident;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import kr.haetae.event.IncidentAsSent;
import kr.haetae.event.Person;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;
import kr.haetae.picture.Audience;
import kr.haetae.picture.CommandTree;
import kr.haetae.picture.Contribution;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/**
 * A report about an incident to a unit above (1보·2보·최종보). Whoever sees the incident sees it, nobody else, whatever becomes of the
 * incident.
 *
 * @param ordinal 1 for 1보
 * @param sent the incident as it stood then
 * @param of the incident's present audience
 * @param addressed whether the addressed unit is still above the incident
 */
public record UpwardReport(
        @JsonIgnore UUID report,
        UUID incident,
        int ordinal,
        boolean last,
        String text,
        IncidentAsSent sent,
        UnitCode from,
        UnitCode to,
        Instant sentAt,
        Person by,
        @Nullable Instant receivedAt,
        @Nullable Person receivedBy,
        @JsonIgnore Audience of,
        @JsonIgnore boolean addressed)
        implements
            Entity {
    public static final String KIND = "upward-report";

    public static Key key(UUID report) {
        return new Key(KIND, report.toString());
    }

    @Override
    public Key key() {
        return key(report);
    }

    /** Belongs to the addressed unit, so that it counts there; what nobody has received is in every view. */
    @Override
    public Audience audience() {
        UnitKind depth = receivedAt == null ? UnitKind.HQ : of.from();
        if (!addressed) {
            return of.from(depth);
        }
        Set<UnitCode> owners = new HashSet<>(of.shared());
        owners.add(of.unit());
        return new Audience(to, owners, false, of.clearance(), depth);
    }

    @Override
    public Contribution contribution() {
        return addressed && receivedAt == null ? Contribution.of("upwardReports.unreceived") : Contribution.NONE;
    }

    UpwardReport following(Incident now, CommandTree tree) {
        return new UpwardReport(report, incident, ordinal, last, text, sent, from, to, sentAt, by, receivedAt,
                receivedBy, now.audience(), tree.covers(to, now.unit()));
    }

    UpwardReport saying(String words) {
        return new UpwardReport(report, incident, ordinal, last, words, sent, from, to, sentAt, by, receivedAt,
                receivedBy, of, addressed);
    }

    UpwardReport received(Instant at, Person who) {
        return new UpwardReport(report, incident, ordinal, last, text, sent, from, to, sentAt, by, at, who, of,
                addressed);
    }
}
