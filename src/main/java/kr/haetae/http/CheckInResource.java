package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import kr.haetae.auth.Account;
import kr.haetae.auth.Action;
import kr.haetae.auth.House;
import kr.haetae.event.Author;
import kr.haetae.event.Entry;
import kr.haetae.event.ForceEvent;
import kr.haetae.event.Occurrence;
import kr.haetae.event.Person;
import kr.haetae.event.UnitCode;
import kr.haetae.force.ForceCommand;
import kr.haetae.force.Forces;
import kr.haetae.ledger.Ledger;
import kr.haetae.picture.Picture;
import org.jspecify.annotations.Nullable;

/** Officers check in at their posts and out of them; supervisors for somebody else, with who and why. */
final class CheckInResource {
    private static final int MAX_NAME = 100;

    record Who(@Nullable UUID account, @Nullable String name, @Nullable UnitCode unit) {}

    record CheckIn(
            @Nullable UUID post, @Nullable Instant occurredAt, ReportResource.@Nullable Place position,
            @Nullable Who who, @Nullable String reason) {}

    record CheckOut(@Nullable Instant occurredAt, @Nullable Who who, @Nullable String reason) {}

    private record CheckedIn(
            @JsonUnwrapped Commands.Receipt receipt, UUID post, @Nullable UUID deployment, boolean unplanned) {}

    private final OpenOperations operations;
    private final Supplier<House> house;

    CheckInResource(OpenOperations operations, Supplier<House> house) {
        this.operations = operations;
        this.house = house;
    }

    Future<Reply> checkIn(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        CheckIn body = call.body(CheckIn.class);
        requireDuty(call, body.who());
        Check check = new Check();
        Instant stated = check.required("/occurredAt", body.occurredAt(), Instant.EPOCH);
        var position = ReportResource.position(check, body.position());
        String reason = reason(check, body.who(), body.reason());
        ForceCommand.Officer who = officer(check, call, body.who());
        check.refuse();
        ForceCommand.CheckIn command = new ForceCommand.CheckIn(body.post(), occurred(call, ledger, stated), position,
                who, reason);
        Author author = call.author();
        return Commands.submit(call, ledger, (picture, at) -> Forces.decide(picture, at, author, command))
                .map(entries -> Reply.created(checkedIn(entries)));
    }

    Future<Reply> checkOut(Call call) {
        Ledger<Picture> ledger = operations.require(call);
        CheckOut body = call.body(CheckOut.class);
        requireDuty(call, body.who());
        Check check = new Check();
        Instant stated = check.required("/occurredAt", body.occurredAt(), Instant.EPOCH);
        String reason = reason(check, body.who(), body.reason());
        ForceCommand.Officer who = officer(check, call, body.who());
        check.refuse();
        ForceCommand.CheckOut command = new ForceCommand.CheckOut(occurred(call, ledger, stated), who, reason);
        Author author = call.author();
        return Commands.submit(call, ledger, (picture, at) -> Forces.decide(picture, at, author, command))
                .map(entries -> Reply.ok(Commands.Receipt.of(entries)));
    }

    private static Occurrence occurred(Call call, Ledger<Picture> ledger, Instant stated) {
        return DeviceTime.of(call, ledger.picture().clock(), stated, ledger.realNow());
    }

    private static @Nullable String reason(Check check, @Nullable Who who, @Nullable String reason) {
        return who == null ? check.optionalText("/reason", reason, ReportResource.MAX_TEXT)
                : check.text("/reason", reason, ReportResource.MAX_TEXT);
    }

    /** An account of one's jurisdiction tells name, unit and post by itself; else a name is needed. */
    private ForceCommand.@Nullable Officer officer(Check check, Call call, @Nullable Who who) {
        if (who == null) {
            return null;
        }
        UUID id = who.account();
        if (id == null) {
            String name = check.text("/who/name", who.name(), MAX_NAME);
            UnitCode unit = who.unit() == null ? call.actor().unit() : who.unit();
            return new ForceCommand.Officer(new Person(null, name, unit), null);
        }
        House known = house.get();
        Optional<Account> account = known.account(id).filter(it -> known.covers(call.actor().unit(), it.unit()));
        if (account.isEmpty()) {
            check.wrong("/who/account", "unknown-account", "There is no account " + id + " in your jurisdiction.");
            return null;
        }
        return new ForceCommand.Officer(new Person(id, account.get().name(), account.get().unit()),
                account.get().post());
    }

    private static void requireDuty(Call call, @Nullable Who who) {
        Action needed = who == null ? Action.CHECK_IN : Action.CHECK_IN_FOR_OTHERS;
        if (!call.actor().may(needed)) {
            throw Problem.forbidden("not-your-duty", "Your role does not include " + needed.code() + ".").exception();
        }
    }

    private static CheckedIn checkedIn(List<Entry> entries) {
        ForceEvent.CheckedIn event = (ForceEvent.CheckedIn) entries.getFirst().event();
        return new CheckedIn(Commands.Receipt.of(entries), event.post(), event.deployment(),
                event.deployment() == null);
    }
}
