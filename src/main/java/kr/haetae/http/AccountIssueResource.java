package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import kr.haetae.auth.AccountDesk;
import kr.haetae.auth.AccountDesk.Code;
import kr.haetae.auth.AccountDesk.Issued;
import kr.haetae.auth.AccountList;
import kr.haetae.auth.NewAccount;
import kr.haetae.event.Role;
import kr.haetae.event.UnitCode;
import kr.haetae.ledger.Answer;
import org.jspecify.annotations.Nullable;

/** What hands out activation codes: new accounts, one or a list, and resets. No answer of this kind is kept by any cache. */
final class AccountIssueResource {
    private static final int MAX_NAME = 100;

    private record Wanted(@Nullable String login, @Nullable String name, @Nullable Role role, @Nullable UnitCode unit,
            @Nullable UUID post) {}

    private record Created(@JsonUnwrapped Commands.Receipt receipt, @Nullable UUID id, @Nullable String activationCode,
            @Nullable Instant activationExpiresAt) {}

    /** A line with an {@code id} was done; without one, {@code code} and {@code detail} say why not. */
    private record Line(long line, String login, @Nullable UUID id, @Nullable String activationCode,
            @Nullable String code,
            @Nullable String detail) {}

    private record Lines(int rows, long issued, @Nullable Instant activationExpiresAt, List<Line> items) {}

    private final AccountDesk desk;

    AccountIssueResource(AccountDesk desk) {
        this.desk = desk;
    }

    Future<Reply> create(Call call) {
        Wanted wanted = call.body(Wanted.class);
        Check check = new Check();
        NewAccount account = new NewAccount(
                check.text("/login", wanted.login(), MAX_NAME),
                check.text("/name", wanted.name(), MAX_NAME),
                check.required("/role", wanted.role(), Role.VIEWER),
                check.required("/unit", wanted.unit(), UnitCode.HEADQUARTERS),
                wanted.post());
        check.refuse();
        return desk.create(call.actor(), call.idempotencyKey(), account).map(issued -> reply(201, issued));
    }

    Future<Reply> reset(Call call) {
        return desk.reset(call.actor(), call.idempotencyKey(), call.pathId("account"))
                .map(issued -> reply(200, issued));
    }

    /** A list, {@link AccountList}; each row for itself. The same file again issues nothing twice and shows the same codes. */
    Future<Reply> createAll(Call call) {
        List<AccountList.Row> rows = rows(call);
        List<NewAccount> wanted = new ArrayList<>();
        for (AccountList.Row row : rows) {
            NewAccount account = row.wanted();
            if (account != null) {
                wanted.add(account);
            }
        }
        return desk.createAll(call.actor(), wanted).map(issued -> unkept(Reply.ok(lines(rows, issued))));
    }

    private static List<AccountList.Row> rows(Call call) {
        try {
            return AccountList.read(RequestBody.bytes(call.context()));
        } catch (IllegalArgumentException e) {
            throw Problem.bad("malformed-list", "The list can't be read: " + e.getMessage() + ".").exception();
        }
    }

    private static Lines lines(List<AccountList.Row> rows, List<Issued> issued) {
        Iterator<Issued> next = issued.iterator();
        List<Line> items = rows.stream().map(row -> row.wanted() == null ? wrong(row) : line(row, next.next()))
                .toList();
        Instant expiresAt = null;
        for (Issued one : issued) {
            Code code = one.code();
            expiresAt = code == null ? expiresAt : code.expiresAt();
        }
        return new Lines(rows.size(), items.stream().filter(line -> line.activationCode() != null).count(), expiresAt,
                items);
    }

    private static Line wrong(AccountList.Row row) {
        return new Line(row.line(), row.login(), null, null, "malformed-row", row.wrong());
    }

    private static Line line(AccountList.Row row, Issued issued) {
        Code code = issued.code();
        return switch (issued.answer()) {
            case Answer.Done done ->
                new Line(row.line(), row.login(), issued.account(), code == null ? null : code.text(), null, null);
            case Answer.Refused(var refusal) ->
                new Line(row.line(), row.login(), null, null, refusal.reason().code(), refusal.detail());
            case Answer.Reused reused ->
                new Line(row.line(), row.login(), null, null, Commands.REUSED.code(), Commands.REUSED.detail());
        };
    }

    private static Reply reply(int status, Issued issued) {
        Commands.Receipt receipt = Commands.Receipt.of(Commands.done(issued.answer()));
        Code code = issued.code();
        Created created = new Created(receipt, issued.account(), code == null ? null : code.text(),
                code == null ? null : code.expiresAt());
        return unkept(status == 201 ? Reply.created(created) : Reply.ok(created));
    }

    private static Reply unkept(Reply reply) {
        return reply.with("Cache-Control", "no-store");
    }
}
