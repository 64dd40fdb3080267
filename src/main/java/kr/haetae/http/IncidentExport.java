package kr.haetae.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kr.haetae.event.OperationKind;
import kr.haetae.event.Person;
import kr.haetae.event.Redaction;
import kr.haetae.event.UnitCode;
import kr.haetae.incident.Incident;
import kr.haetae.incident.SentTeam;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import kr.haetae.picture.View;
import kr.haetae.post.Post;
import org.jspecify.annotations.Nullable;

/** The incidents of a list as a CSV, all of one picture, in Korean or English. */
final class IncidentExport {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmm", Locale.ROOT)
            .withZone(ZoneId.of("Asia/Seoul"));

    private final Vertx vertx;
    private final OpenOperations operations;

    IncidentExport(Vertx vertx, OpenOperations operations) {
        this.vertx = vertx;
        this.operations = operations;
    }

    /** By search's filters; {@code lang}: {@code ko} or {@code en}. */
    Future<Reply> csv(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        IncidentFilter filter = IncidentFilter.ofSearch(call);
        Words words = Words.of(call.queryEnum("lang", Words.Language.class).orElse(Words.Language.KO));
        View view = Views.own(call.actor());
        Instant now = ledger.now();
        return Views.seen(call, ledger).map(head -> {
            Picture picture = head.picture();
            filter.requireJurisdiction(call, picture);
            Sheet sheet = new Sheet(picture, words);
            Stream<List<String>> rows = StreamSupport
                    .stream(picture.chronicleBefore(Incident.KIND, Long.MAX_VALUE).spliterator(), false)
                    .map(held -> (Incident) held.entity())
                    .filter(incident -> picture.permits(view, incident) && filter.matches(picture, incident))
                    .map(sheet::row);
            Iterator<List<String>> lines = Stream.concat(Stream.of(sheet.heading()), rows).iterator();
            return Reply.ok(new CsvDownload(vertx, sheet.name(now), lines))
                    .with(Call.CURSOR_HEADER, picture.cursor().toString());
        });
    }

    /** One export; a drill says so in the file's name and in every line, for either may be all that is passed on. */
    private record Sheet(Picture picture, Words words) {
        String name(Instant now) {
            return (drill() ? words.say("drill") + "-" : "") + words.say("incidents") + "-" + STAMP.format(now);
        }

        List<String> heading() {
            List<String> cells = new ArrayList<>(drill() ? List.of(words.say("drill")) : List.of());
            cells.addAll(Stream.of("number", "kind", "code", "status", "veracity", "unit", "post", "text", "occurred",
                    "occurred.iso", "recorded", "recorded.iso", "source", "callNumber", "reportedBy", "enteredBy",
                    "acknowledged", "acknowledged.iso", "acknowledgedBy", "resolved", "resolved.iso", "closed",
                    "closed.iso", "outcome", "teams", "duplicateOf", "escalatedTo", "remarks", "reopened")
                    .map(words::say).toList());
            return cells;
        }

        List<String> row(Incident it) {
            List<String> cells = new ArrayList<>(drill() ? List.of(words.say("drill")) : List.of());
            cells.addAll(List.of(it.number(), words.of("incidentKinds", it.incidentKind()),
                    words.of("urgencies", it.code()), words.of("statuses", it.status()),
                    words.of("veracities", it.veracity()), unit(it.unit()), post(it.post()), text(it.text()),
                    CsvLine.kst(it.occurredAt()), CsvLine.iso(it.occurredAt()), CsvLine.kst(it.recordedAt()),
                    CsvLine.iso(it.recordedAt()), words.of("sources", it.source()), text(it.callNumber()),
                    person(it.reportedBy()), person(it.enteredBy())));
            cells.addAll(List.of(CsvLine.kst(it.acknowledgedAt()), CsvLine.iso(it.acknowledgedAt()),
                    person(it.acknowledgedBy()), CsvLine.kst(it.resolvedAt()), CsvLine.iso(it.resolvedAt()),
                    CsvLine.kst(it.closedAt()), CsvLine.iso(it.closedAt()), words.of("outcomes", it.outcome()),
                    String.join(" ", it.teams().stream().map(SentTeam::name).toList()), number(it.duplicateOf()),
                    unit(it.escalatedTo()), Integer.toString(it.remarks()),
                    Integer.toString(it.reopened())));
            return cells;
        }

        private boolean drill() {
            return picture.operation().map(it -> it.operationKind() == OperationKind.DRILL).orElse(false);
        }

        private String text(@Nullable String said) {
            return said == null ? "" : said.equals(Redaction.ERASED) ? words.say("erased") : said;
        }

        private String unit(@Nullable UnitCode code) {
            return code == null ? "" : picture.tree().unit(code).map(words::unit).orElse(code.value());
        }

        private String post(@Nullable UUID id) {
            return id == null ? "" : picture.find(Post.key(id), Post.class).map(Post::name).orElse(id.toString());
        }

        private String person(@Nullable Person person) {
            return person == null || person.name() == null ? "" : person.name();
        }

        private String number(@Nullable UUID incident) {
            return incident == null ? ""
                    : picture.find(Incident.key(incident), Incident.class).map(Incident::number)
                            .orElse("");
        }
    }
}
