package kr.haetae.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import kr.haetae.auth.Account;
import kr.haetae.event.AttachmentEvent;
import kr.haetae.event.Author;
import kr.haetae.event.Decision;
import kr.haetae.event.Entry;
import kr.haetae.event.Event;
import kr.haetae.event.ForceEvent;
import kr.haetae.event.IncidentSource;
import kr.haetae.event.Occurrence;
import kr.haetae.event.OperationClock;
import kr.haetae.event.Person;
import kr.haetae.event.PostEvent;
import kr.haetae.force.ForceCommand;
import kr.haetae.force.Forces;
import kr.haetae.incident.IncidentCommand;
import kr.haetae.incident.Incidents;
import kr.haetae.picture.Picture;
import kr.haetae.post.PostDesk;
import org.jspecify.annotations.Nullable;

/**
 * What one unsent report comes to when a room enters it: the officer's command as his phone would have sent it, with the officer as
 * whoever reports and the room as whoever enters it.
 */
final class QueueEntry {
    /** Stands in the record as the reason of an arrival that somebody else enters. */
    private static final String REASON = "봉인된 미전송 보고에서 입력";

    private final SealedQueue queue;
    private final Person officer;
    private final Author author;
    private final PostDesk posts;

    QueueEntry(SealedQueue queue, Author author, PostDesk posts) {
        this.queue = queue;
        this.author = author;
        this.posts = posts;
        Account account = queue.account();
        officer = new Person(account.id(), account.name(), account.unit());
    }

    /**
     * How the item is decided; empty for what nobody can enter for somebody else (visits, custody, notes): a room writes it down anew.
     *
     * @throws ProblemException when its fields are not what they must be
     */
    Optional<BiFunction<Picture, Instant, Decision>> decision(SealedQueue.Item item, OperationClock clock,
            Instant realNow) {
        return switch (item.what()) {
            case "incident" -> Optional.of(incident(item));
            case "post-report" -> Optional.of(postReport(item, clock, realNow));
            case "check-in" -> Optional.of(checkIn(item, clock, realNow));
            case "check-out" -> Optional.of(checkOut(item, clock, realNow));
            default -> Optional.empty();
        };
    }

    /** Whether it is the account's own, or was entered for it. */
    static boolean isOf(Account account, Entry entry) {
        return account.id().equals(entry.account()) || account.id().equals(reporter(entry.event()));
    }

    /** Whose report an entry is, besides who entered it. */
    private static @Nullable UUID reporter(Event event) {
        return switch (event) {
            case Event.IncidentReported reported -> reported.reportedBy().account();
            case PostEvent.PostReported reported -> reported.who().account();
            case ForceEvent.CheckedIn arrived -> arrived.who().account();
            case ForceEvent.CheckedOut left -> left.who().account();
            case AttachmentEvent.AttachmentAdded added -> added.by().account();
            default -> null;
        };
    }

    private BiFunction<Picture, Instant, Decision> incident(SealedQueue.Item item) {
        IncidentCommand.Report told = ReportResource.command(body(item, ReportResource.Report.class), item.id());
        Account account = queue.account();
        UUID post = told.post() == null && told.unit() == null ? account.post() : told.post();
        IncidentCommand.Report entered = new IncidentCommand.Report(told.incident(), told.kind(), told.code(),
                told.text(), post, post == null ? Objects.requireNonNullElse(told.unit(), account.unit()) : told.unit(),
                told.position(), told.occurredAt(), IncidentSource.SEALED_QUEUE, null, officer, told.clearance(), null,
                null);
        return (picture, at) -> Incidents.decide(picture, at, author, entered);
    }

    private BiFunction<Picture, Instant, Decision> postReport(SealedQueue.Item item, OperationClock clock,
            Instant realNow) {
        var body = body(item, PostReportResource.Report.class);
        var command = PostReportResource.command(body, place(item), officer, true,
                stated -> occurred(stated, clock, realNow));
        return (picture, at) -> posts.decide(picture, at, author, command);
    }

    private BiFunction<Picture, Instant, Decision> checkIn(SealedQueue.Item item, OperationClock clock,
            Instant realNow) {
        var body = body(item, CheckInResource.CheckIn.class);
        Occurrence occurred = occurred(time(body.occurredAt()), clock, realNow);
        var command = new ForceCommand.CheckIn(body.post(), occurred, null, person(), REASON);
        return (picture, at) -> Forces.decide(picture, at, author, command);
    }

    private BiFunction<Picture, Instant, Decision> checkOut(SealedQueue.Item item, OperationClock clock,
            Instant realNow) {
        var body = body(item, CheckInResource.CheckOut.class);
        var command = new ForceCommand.CheckOut(occurred(time(body.occurredAt()), clock, realNow), person(), REASON);
        return (picture, at) -> Forces.decide(picture, at, author, command);
    }

    private ForceCommand.Officer person() {
        return new ForceCommand.Officer(officer, queue.account().post());
    }

    private Occurrence occurred(Instant stated, OperationClock clock, Instant realNow) {
        return DeviceTime.of(Optional.of(realNow.plusSeconds(queue.deviceOffSeconds())), clock, stated, realNow);
    }

    private static Instant time(@Nullable Instant stated) {
        Check check = new Check();
        Instant time = check.required("/occurredAt", stated, Instant.EPOCH);
        check.refuse();
        return time;
    }

    private static UUID place(SealedQueue.Item item) {
        try {
            return UUID.fromString(item.task().path("post").asText());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("/post", "wrong-value", "The report names no post.").exception();
        }
    }

    private static <T> T body(SealedQueue.Item item, Class<T> type) {
        JsonNode body = item.task().path("body");
        try {
            return Objects.requireNonNull(Json.read(Json.write(body).getBytes(), type));
        } catch (IOException | NullPointerException e) {
            throw Problem.invalid("/body", "wrong-type", "The report is not what a phone writes.").exception();
        }
    }
}
