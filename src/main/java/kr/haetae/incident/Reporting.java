package kr.haetae.incident;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kr.haetae.event.Author;
import kr.haetae.event.Clearance;
import kr.haetae.event.Decision;
import kr.haetae.event.Event;
import kr.haetae.event.IncidentSource;
import kr.haetae.event.Occurrence;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.Reason;
import kr.haetae.event.UnitCode;
import kr.haetae.picture.Entity;
import kr.haetae.picture.Key;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** Decides new reports. Pure. */
final class Reporting {
    private Reporting() {}

    static Decision decide(Picture picture, Instant at, Author author, IncidentCommand.Report report) {
        Optional<Decision> untimely = Occurrence.untimely(at, report.occurredAt(), "/occurredAt");
        if (untimely.isPresent()) {
            return untimely.get();
        }
        UUID post = report.post() == null && report.unit() == null ? author.post() : report.post();
        Optional<Entity> place = post == null
                ? Optional.empty()
                : picture.find(new Key("post", post.toString()), Entity.class);
        if (post != null && place.isEmpty()) {
            return Decision.refuse(Reason.UNKNOWN_POST, "There is no post " + post + ".", "/post");
        }
        UnitCode unit = place.map(entity -> entity.audience().unit())
                .orElseGet(() -> report.unit() == null ? author.unit() : report.unit());
        return decide(picture, author, report, unit, post);
    }

    private static Decision decide(
            Picture picture, Author author, IncidentCommand.Report report, UnitCode unit, @Nullable UUID post) {
        Optional<PlacedUnit> owner = picture.tree().unit(unit);
        if (owner.isEmpty()) {
            return Decision.refuse(Reason.UNKNOWN_UNIT, "There is no unit " + unit + ".", "/unit");
        }
        if (report.unit() != null && !report.unit().equals(unit)) {
            return Decision.refuse(Reason.POST_OF_OTHER_UNIT,
                    "Post " + post + " belongs to " + unit + ", not to " + report.unit() + ".", "/unit");
        }
        if (!Liaisons.reaches(picture.tree(), author.unit(), unit)) {
            return Decision.refuse(Reason.OUTSIDE_JURISDICTION,
                    "Unit " + unit + " is outside your jurisdiction " + author.unit() + ".",
                    post == null ? "/unit" : "/post");
        }
        if (!maySet(author, report)) {
            return Decision.refuse(Reason.NOT_CLEARED, "You are not cleared for " + report.clearance() + ".",
                    "/clearance");
        }
        Routing routing = Routing.of(picture, report.kind(), unit);
        String label = picture.tree().unit(routing.unit()).orElseThrow().label();
        String number = "%s-%04d".formatted(label, picture.counter(counter(routing.unit())) + 1);
        Event.IncidentReported reported = new Event.IncidentReported(
                report.incident(), number, routing.unit(), report.kind(), report.code(), report.text(), post,
                report.position(),
                report.occurredAt(), report.source(), report.callNumber(),
                Objects.requireNonNullElseGet(report.reportedBy(), author::person), author.person(),
                routing.handling(), report.clearance(), report.sourceLink(), report.monitoring());
        return new Decision.Accepted(Stream.concat(Stream.of(reported),
                Liaisons.shares(picture, Liaisons.Matter.of(reported), List.of(), author.person()).stream()).toList());
    }

    /** Whoever is beside a candidate may keep what he reports from others without being cleared for theirs. */
    private static boolean maySet(Author author, IncidentCommand.Report report) {
        return author.clearances().contains(report.clearance())
                || (report.clearance() == Clearance.PROTECTION && report.source() == IncidentSource.OFFICER);
    }

    /** What counts a unit's numbers. */
    static String counter(UnitCode unit) {
        return "incident/" + unit;
    }
}
