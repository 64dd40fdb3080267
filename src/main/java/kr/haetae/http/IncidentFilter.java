package kr.haetae.http;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.Clearance;
import kr.haetae.event.Handling;
import kr.haetae.event.IncidentKind;
import kr.haetae.event.IncidentSource;
import kr.haetae.event.UnitCode;
import kr.haetae.incident.Incident;
import kr.haetae.incident.IncidentStatus;
import kr.haetae.picture.Picture;

/** Which incidents a list is about; everything given must hold. {@code from}, {@code to}: when it occurred, the end excluded. */
record IncidentFilter(
        Optional<UnitCode> unit,
        Optional<IncidentStatus> status,
        Optional<Boolean> open,
        Optional<IncidentKind> kind,
        Optional<Handling> handling,
        Optional<Clearance> clearance,
        Optional<IncidentSource> source,
        Optional<Long> code,
        Optional<UUID> post,
        Optional<String> words,
        Optional<Instant> from,
        Optional<Instant> to) {
    static IncidentFilter of(Call call) {
        return new IncidentFilter(
                call.queryUnit("unit"),
                call.queryEnum("status", IncidentStatus.class),
                call.queryFlag("open"),
                call.queryEnum("kind", IncidentKind.class),
                call.queryEnum("handling", Handling.class),
                call.queryEnum("clearance", Clearance.class),
                call.queryEnum("source", IncidentSource.class),
                call.queryNumber("code", 0, 4),
                call.queryId("post"),
                call.query("q").map(words -> words.strip().toLowerCase(Locale.ROOT)),
                call.queryTime("from"),
                call.queryTime("to"));
    }

    void requireJurisdiction(Call call, Picture picture) {
        unit.ifPresent(scope -> Views.of(call, picture, scope));
    }

    boolean matches(Picture picture, Incident incident) {
        return unit.map(scope -> within(picture, scope, incident)).orElse(true)
                && handling.map(wanted -> wanted == incident.handling()).orElse(true)
                && clearance.map(wanted -> wanted == incident.clearance()).orElse(true)
                && source.map(wanted -> wanted == incident.source()).orElse(true)
                && status.map(wanted -> wanted == incident.status()).orElse(true)
                && open.map(wanted -> wanted == incident.status().open()).orElse(true)
                && kind.map(wanted -> wanted == incident.incidentKind()).orElse(true)
                && code.map(wanted -> wanted == incident.code()).orElse(true)
                && post.map(wanted -> wanted.equals(incident.post())).orElse(true)
                && words.map(wanted -> said(incident).contains(wanted)).orElse(true)
                && from.map(time -> !incident.occurredAt().isBefore(time)).orElse(true)
                && to.map(time -> incident.occurredAt().isBefore(time)).orElse(true);
    }

    /** The unit's and those below it, or shared with one of them. */
    private static boolean within(Picture picture, UnitCode scope, Incident incident) {
        return picture.tree().covers(scope, incident.unit())
                || incident.sharedWith().stream().anyMatch(with -> picture.tree().covers(scope, with));
    }

    private static String said(Incident incident) {
        return (incident.number() + " " + incident.text() + " " + incident.callNumber()).toLowerCase(Locale.ROOT);
    }
}
