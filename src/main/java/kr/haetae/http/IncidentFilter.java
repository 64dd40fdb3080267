package kr.haetae.http;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.Clearance;
import kr.haetae.event.Handling;
import kr.haetae.event.IncidentKind;
import kr.haetae.event.IncidentSource;
import kr.haetae.event.Spelled;
import kr.haetae.event.UnitCode;
import kr.haetae.incident.Incident;
import kr.haetae.incident.IncidentStatus;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Picture;
import kr.haetae.post.Post;

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
        Optional<Spelled> words,
        Optional<Instant> from,
        Optional<Instant> to) {
    static IncidentFilter of(Call call) {
        return of(call, "to");
    }

    /** As search and export name its parameters. */
    static IncidentFilter ofSearch(Call call) {
        return of(call, "until");
    }

    private static IncidentFilter of(Call call, String until) {
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
                call.query("q").map(Spelled::of),
                call.queryTime("from"),
                call.queryTime(until));
    }

    void requireJurisdiction(Call call, Picture picture) {
        unit.ifPresent(scope -> Views.of(call, picture, scope));
    }

    boolean matches(Picture picture, Incident incident) {
        return matchesButWords(picture, incident)
                && words.map(wanted -> said(wanted, picture, incident)).orElse(true);
    }

    /** Whether what was said of an entity is asked for; {@code at}: when it was said, for what has no time of its own. */
    boolean aboutMatches(Picture picture, Entity entity, Instant at) {
        if (entity instanceof Incident incident) {
            return matchesButWords(picture, incident);
        }
        return status.isEmpty() && open.isEmpty() && kind.isEmpty() && code.isEmpty()
                && unit.map(scope -> picture.tree().covers(scope, entity.audience().unit())).orElse(true)
                && post.map(wanted -> wanted.toString().equals(entity.key().id())).orElse(true)
                && within(at);
    }

    private boolean matchesButWords(Picture picture, Incident incident) {
        return unit.map(scope -> within(picture, scope, incident)).orElse(true)
                && handling.map(wanted -> wanted == incident.handling()).orElse(true)
                && clearance.map(wanted -> wanted == incident.clearance()).orElse(true)
                && source.map(wanted -> wanted == incident.source()).orElse(true)
                && status.map(wanted -> wanted == incident.status()).orElse(true)
                && open.map(wanted -> wanted == incident.status().open()).orElse(true)
                && kind.map(wanted -> wanted == incident.incidentKind()).orElse(true)
                && code.map(wanted -> wanted == incident.code()).orElse(true)
                && post.map(wanted -> wanted.equals(incident.post())).orElse(true)
                && within(incident.occurredAt());
    }

    /** The unit's and those below it, or shared with one of them. */
    private static boolean within(Picture picture, UnitCode scope, Incident incident) {
        return picture.tree().covers(scope, incident.unit())
                || incident.sharedWith().stream().anyMatch(with -> picture.tree().covers(scope, with));
    }

    private boolean within(Instant at) {
        return from.map(time -> !at.isBefore(time)).orElse(true) && to.map(at::isBefore).orElse(true);
    }

    private static boolean said(Spelled words, Picture picture, Incident incident) {
        UUID post = incident.post();
        String place = post == null ? "" : picture.find(Post.key(post), Post.class).map(Post::name).orElse("");
        String call = incident.callNumber();
        return words.in(incident.number(), incident.text(), call == null ? "" : call, place);
    }
}
