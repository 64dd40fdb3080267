package kr.haetae.http;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import kr.haetae.auth.Action;
import kr.haetae.event.Author;
import kr.haetae.event.Entry;
import kr.haetae.event.Occurrence;
import kr.haetae.event.Person;
import kr.haetae.event.Phase;
import kr.haetae.event.PostReportKind;
import kr.haetae.event.UnitCode;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import kr.haetae.picture.View;
import kr.haetae.post.PostDesk;
import kr.haetae.post.Watch;
import kr.haetae.post.WatchCommand;
import org.jspecify.annotations.Nullable;

/** What posts report: taken, read back post by post, and what rooms say of their silence. */
final class PostReportResource {
    private static final Pattern FIELD = Pattern.compile("[a-zA-Z]{1,40}");
    private static final int MAX_NAME = 100;
    private static final int MAX_FIELDS = 50;
    private static final int MAX_VALUE = 40;
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    record Who(@Nullable UUID account, @Nullable String name, @Nullable UnitCode unit) {}

    /** The body of a report, as it came. */
    record Report(
            @Nullable PostReportKind kind,
            @Nullable Phase phase,
            @Nullable Map<String, @Nullable String> fields,
            @Nullable String text,
            @Nullable Instant occurredAt,
            @Nullable Who who) {}

    private record Note(@Nullable String note) {}

    private record Page(List<TimelineLine> items, @Nullable Long next) {}

    private final OpenOperations operations;
    private final PostDesk desk = new PostDesk(CodeTables.reportForms());

    PostReportResource(OpenOperations operations) {
        this.operations = operations;
    }

    Future<Reply> report(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Report body = call.body(Report.class);
        return act(call, ledger, command(body, call.pathId("post"), null,
                call.actor().may(Action.POST_REPORT_FOR_OTHERS),
                stated -> DeviceTime.of(call, ledger.picture().clock(), stated, ledger.realNow())));
    }

    /** @param officer whose report it is, when the body does not say so */
    static WatchCommand.Report command(Report body, UUID post, @Nullable Person officer, boolean forOthers,
            Function<Instant, Occurrence> occurrence) {
        Check check = new Check();
        PostReportKind kind = check.required("/kind", body.kind(), PostReportKind.NIL);
        Map<String, String> fields = fields(check, body.fields());
        String text = check.optionalText("/text", body.text(), ReportResource.MAX_TEXT);
        Person who = officer == null ? who(check, body.who()) : officer;
        Instant stated = check.required("/occurredAt", body.occurredAt(), Instant.EPOCH);
        check.refuse();
        return new WatchCommand.Report(post, kind, body.phase(), fields, text, occurrence.apply(stated), who,
                forOthers);
    }

    /** Newest first; {@code after}: the {@code next} of the page before. */
    Future<Reply> history(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        UUID post = call.pathId("post");
        int limit = call.queryNumber("limit", 1, MAX_LIMIT).orElse((long) DEFAULT_LIMIT).intValue();
        long before = call.queryNumber("after", 1, Long.MAX_VALUE).orElse(Long.MAX_VALUE);
        View own = Views.own(call.actor());
        return Views.seen(call, ledger).compose(head -> {
            Picture picture = head.picture();
            if (picture.held(Watch.key(post)).filter(held -> picture.permits(own, held.entity())).isEmpty()) {
                throw Problem.absent("post-not-found", "There is no post " + post + " in your jurisdiction.")
                        .exception();
            }
            List<Long> trace = picture.trace(Watch.key(post));
            int end = older(trace, before);
            int start = Math.max(0, end - limit);
            @Nullable
            Long next = start == 0 ? null : trace.get(start);
            return entries(ledger, trace.subList(start, end))
                    .map(entries -> Reply
                            .ok(new Page(
                                    entries.reversed().stream().map(entry -> TimelineLine.of(entry, picture)).toList(),
                                    next))
                            .with(Call.CURSOR_HEADER, picture.cursor().toString()));
        });
    }

    Future<Reply> acknowledge(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        Note body = call.body(Note.class);
        Check check = new Check();
        String note = check.optionalText("/note", body.note(), ReportResource.MAX_TEXT);
        check.refuse();
        return act(call, ledger, new WatchCommand.AcknowledgeSilence(unit(call), note));
    }

    private Future<Reply> act(Call call, Ledger<Picture> ledger, WatchCommand command) {
        Author author = call.author();
        return Commands.submit(call, ledger, (picture, at) -> desk.decide(picture, at, author, command))
                .map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }

    private static Future<List<Entry>> entries(Ledger<Picture> ledger, List<Long> seqs) {
        return seqs.isEmpty() ? Future.succeededFuture(List.of()) : ledger.entries(List.copyOf(seqs));
    }

    /** How many of the ascending seqs lie before the given one. */
    private static int older(List<Long> trace, long before) {
        int found = Collections.binarySearch(trace, before);
        return found >= 0 ? found : -found - 1;
    }

    /** Which fields there are is the form's to say, once the phase is known; here only that they are short and plain. */
    private static Map<String, String> fields(Check check, @Nullable Map<String, @Nullable String> given) {
        Map<String, String> fields = new TreeMap<>();
        if (given != null && given.size() > MAX_FIELDS) {
            check.wrong("/fields", "out-of-range", "A report has at most " + MAX_FIELDS + " fields.");
        } else if (given != null) {
            given.forEach((code, value) -> {
                if (FIELD.matcher(code).matches()) {
                    fields.put(code, check.text("/fields/" + code, value, MAX_VALUE));
                } else {
                    check.wrong("/fields", "unknown-field", "A field's code is 1 to 40 letters.");
                }
            });
        }
        return fields;
    }

    private static @Nullable Person who(Check check, @Nullable Who who) {
        if (who == null) {
            return null;
        }
        String name = check.optionalText("/who/name", who.name(), MAX_NAME);
        if (name == null && who.account() == null) {
            check.wrong("/who", "who-missing", "Say who it is, by name or by account.");
        }
        return new Person(who.account(), name, who.unit());
    }

    private static UnitCode unit(Call call) {
        String unit = Objects.requireNonNull(call.context().pathParam("unit"));
        try {
            return new UnitCode(unit);
        } catch (IllegalArgumentException e) {
            throw Problem.bad("malformed-id", "The path names a unit such as seoul-gangnam, not '"
                    + (unit.length() <= 60 ? unit : unit.substring(0, 60) + "…") + "'.").exception();
        }
    }
}
