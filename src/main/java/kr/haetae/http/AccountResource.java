package kr.haetae.http;

import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import kr.haetae.auth.Account;
import kr.haetae.auth.AccountDesk;
import kr.haetae.auth.House;
import kr.haetae.auth.HouseCommand;
import kr.haetae.event.Clearance;
import kr.haetae.event.Role;
import kr.haetae.event.UnitCode;
import kr.haetae.ledger.Answer;
import org.jspecify.annotations.Nullable;

/** The accounts of one's jurisdiction: looking them up, posting, disabling and enabling them. */
final class AccountResource {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 1_000;
    private static final int MAX_REASON = 500;

    private record Item(UUID id, String login, String name, Role role, UnitCode unit, @Nullable UUID post,
            List<Clearance> clearances,
            int passkeys,
            boolean enabled,
            long seq) {
        static Item of(Account account) {
            return new Item(account.id(), account.login(), account.name(), account.role(), account.unit(),
                    account.post(), account.clearances(), account.passkeys().size(),
                    account.enabled(), account.seq());
        }
    }

    private record Page(List<Item> items, @Nullable String next) {}

    private record Posting(@Nullable Role role, @Nullable UnitCode unit, @Nullable UUID post) {}

    private record Clearances(@Nullable List<@Nullable Clearance> clearances) {}

    private record Disablement(@Nullable String reason) {}

    private final AccountDesk desk;
    private final Supplier<House> house;

    AccountResource(AccountDesk desk, Supplier<House> house) {
        this.desk = desk;
        this.house = house;
    }

    /** By login; {@code unit}: of its subtree; {@code q}: part of a login or name; {@code after}: the login that a page ended with. */
    Future<Reply> list(Call call) {
        House now = house.get();
        UnitCode own = call.actor().unit();
        UnitCode within = call.queryUnit("unit").orElse(own);
        if (!now.covers(own, within)) {
            throw Problem.forbidden("outside-jurisdiction", within + " is outside your jurisdiction.").exception();
        }
        String sought = call.query("q").orElse("").strip().toLowerCase(Locale.ROOT);
        int limit = call.queryNumber("limit", 1, MAX_LIMIT).orElse((long) DEFAULT_LIMIT).intValue();
        List<Item> found = now.accountsWithin(within, call.query("after").orElse(""))
                .filter(account -> account.login().contains(sought)
                        || account.name().toLowerCase(Locale.ROOT).contains(sought))
                .limit(limit + 1L)
                .map(Item::of)
                .toList();
        List<Item> items = found.subList(0, Math.min(limit, found.size()));
        return Future.succeededFuture(Reply.ok(new Page(items, found.size() > limit ? items.getLast().login() : null)));
    }

    Future<Reply> post(Call call) {
        Posting posting = call.body(Posting.class);
        Check check = new Check();
        Role role = check.required("/role", posting.role(), Role.VIEWER);
        UnitCode unit = check.required("/unit", posting.unit(), UnitCode.HEADQUARTERS);
        check.refuse();
        HouseCommand.PostAccount order = new HouseCommand.PostAccount(call.pathId("account"), role, unit,
                posting.post());
        return receipt(desk.post(call.actor(), call.idempotencyKey(), order));
    }

    /** Replaces what the account is cleared for; it has to log in again. */
    Future<Reply> clear(Call call) {
        Check check = new Check();
        List<Clearance> clearances = check.all("/clearances", call.body(Clearances.class).clearances(),
                Clearance.GENERAL);
        check.refuse();
        return receipt(desk.clear(call.actor(), call.idempotencyKey(),
                new HouseCommand.ClearAccount(call.pathId("account"), Set.copyOf(clearances))));
    }

    Future<Reply> disable(Call call) {
        Check check = new Check();
        String reason = check.text("/reason", call.body(Disablement.class).reason(), MAX_REASON);
        check.refuse();
        return receipt(desk.disable(call.actor(), call.idempotencyKey(), call.pathId("account"), reason));
    }

    Future<Reply> enable(Call call) {
        return receipt(desk.enable(call.actor(), call.idempotencyKey(), call.pathId("account")));
    }

    private static Future<Reply> receipt(Future<Answer> answer) {
        return answer.map(given -> Reply.ok(Commands.Receipt.of(Commands.done(given))));
    }
}
