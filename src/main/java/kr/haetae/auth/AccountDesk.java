package kr.haetae.auth;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import kr.haetae.event.NamedId;
import kr.haetae.event.Event;
import kr.haetae.event.Role;
import kr.haetae.event.UnitCode;
import kr.haetae.ledger.Answer;
import kr.haetae.ledger.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * Where administrators create, post, disable and reset accounts. What is allowed is decided by {@link HouseRules}; futures fail as
 * {@link Ledger#submit} and the database do.
 */
public final class AccountDesk {
    private static final UUID BULK = UUID.fromString("6d1c2a70-6f2e-5b0c-9d55-0a6c1f0f5c11");

    /** Accounts on their way to the ledger at a time; far below its queue, so that a bulk issue holds nobody else up. */
    private static final int BULK_STEP = 1_000;

    private final Orders orders;
    private final Credentials credentials;
    private final ActivationCodes codes;
    private final Passkeys passkeys;
    private final Attempts attempts;
    private final InstantSource clock;
    private final Supplier<UUID> ids;
    private final Duration activationLife;

    AccountDesk(Orders orders, LoginDesk.Store store, Attempts attempts, InstantSource clock, Supplier<UUID> ids,
            Duration activationLife) {
        this.orders = orders;
        this.credentials = store.credentials();
        this.codes = store.codes();
        this.passkeys = store.passkeys();
        this.attempts = attempts;
        this.clock = clock;
        this.ids = ids;
        this.activationLife = activationLife;
    }

    /** An activation code as it is shown once. */
    public record Code(String text, Instant expiresAt) {}

    /**
     * What an order that issues a code came to.
     *
     * @param account absent unless done
     * @param code absent unless done; absent too at a repeat whose code was used or replaced meanwhile
     */
    public record Issued(Answer answer, @Nullable UUID account, @Nullable Code code) {}

    /** Creates an account and issues its activation code; the same command again shows the same code while it can be used. */
    public Future<Issued> create(Actor actor, UUID command, NewAccount wanted) {
        return orders.give(actor, command, new HouseCommand.CreateAccount(ids.get(), wanted))
                .compose(answer -> issue(List.of(new Ordered(command, answer))))
                .map(List::getFirst);
    }

    /**
     * Creates many accounts, each for itself: one that is refused does not hold up the others. The same list from the same
     * administrator again creates nothing twice and shows the same codes, as far as they were not used.
     *
     * @return for each of {@code wanted}, in its order
     */
    public Future<List<Issued>> createAll(Actor actor, List<NewAccount> wanted) {
        return createFrom(actor, wanted, 0, new ArrayList<>(wanted.size()));
    }

    /** Takes the password and the passkeys away, ends all sessions and issues an activation code. */
    public Future<Issued> reset(Actor actor, UUID command, UUID account) {
        return orders.give(actor, command, new HouseCommand.ResetCredentials(account))
                .compose(answer -> tidied(account, answer))
                .compose(answer -> issue(List.of(new Ordered(command, answer))))
                .map(List::getFirst)
                .compose(issued -> orders.house()
                        .account(account)
                        .filter(known -> issued.code() != null)
                        .map(known -> attempts.forgive(known.login()).map(issued))
                        .orElseGet(() -> Future.succeededFuture(issued)));
    }

    public Future<Answer> post(Actor actor, UUID command, HouseCommand.PostAccount order) {
        return orders.give(actor, command, order);
    }

    /** Replaces what the account is cleared for, and ends its sessions on every node. */
    public Future<Answer> clear(Actor actor, UUID command, HouseCommand.ClearAccount order) {
        return orders.give(actor, command, order);
    }

    /** Refuses the account's requests, and closes its sockets, from this entry on, on every node; its passkeys end for good. */
    public Future<Answer> disable(Actor actor, UUID command, UUID account, String reason) {
        return orders.give(actor, command, new HouseCommand.DisableAccount(account, reason));
    }

    /** Lets the account log in again; its former sessions and passkeys stay ended. */
    public Future<Answer> enable(Actor actor, UUID command, UUID account) {
        return orders.give(actor, command, new HouseCommand.EnableAccount(account))
                .compose(answer -> tidied(account, answer));
    }

    /** Passkeys that ended leave the table: a disabled account's only now, so that it was told why it was not let in. */
    private Future<Answer> tidied(UUID account, Answer answer) {
        return answer instanceof Answer.Done done
                ? passkeys.keep(account, List.of(), done.entries().getFirst().seq()).map(answer)
                : Future.succeededFuture(answer);
    }

    private record Ordered(UUID command, Answer answer) {}

    private Future<List<Issued>> createFrom(Actor actor, List<NewAccount> wanted, int from, List<Issued> done) {
        if (from >= wanted.size()) {
            return Future.succeededFuture(done);
        }
        int to = Math.min(from + BULK_STEP, wanted.size());
        List<Future<Ordered>> step = wanted.subList(from, to).stream().map(one -> ordered(actor, one)).toList();
        return Future.join(step)
                .compose(all -> issue(step.stream().map(Future::result).toList()))
                .compose(issued -> {
                    done.addAll(issued);
                    return createFrom(actor, wanted, to, done);
                });
    }

    private Future<Ordered> ordered(Actor actor, NewAccount wanted) {
        UUID command = NamedId.of(BULK, actor.account() + "\0" + Orders.account(wanted));
        return orders.give(actor, command, new HouseCommand.CreateAccount(ids.get(), wanted))
                .map(answer -> new Ordered(command, answer));
    }

    private Future<List<Issued>> issue(List<Ordered> orders) {
        List<Credentials.Issue> issues = orders.stream()
                .filter(order -> order.answer() instanceof Answer.Done)
                .map(this::issue)
                .toList();
        if (issues.isEmpty()) {
            return Future
                    .succeededFuture(orders.stream().map(order -> new Issued(order.answer(), null, null)).toList());
        }
        Instant now = clock.instant();
        Instant expiresAt = now.plus(activationLife);
        return credentials.issue(issues, now, expiresAt)
                .compose(written -> credentials.open(issues))
                .map(open -> orders.stream().map(order -> issued(order, open, expiresAt)).toList());
    }

    private Credentials.Issue issue(Ordered order) {
        UUID account = account(order.answer());
        String code = codes.code(order.command(), account);
        return new Credentials.Issue(account, ((Answer.Done) order.answer()).entries().getFirst().seq(),
                codes.hash(account, code));
    }

    private Issued issued(Ordered order, Set<UUID> open, Instant expiresAt) {
        if (!(order.answer() instanceof Answer.Done)) {
            return new Issued(order.answer(), null, null);
        }
        UUID account = account(order.answer());
        Code code = open.contains(account) ? new Code(codes.code(order.command(), account), expiresAt) : null;
        return new Issued(order.answer(), account, code);
    }

    private static UUID account(Answer answer) {
        return switch (((Answer.Done) answer).entries().getFirst().event()) {
            case Event.AccountCreated created -> created.account();
            case Event.CredentialsReset reset -> reset.account();
            default -> throw new IllegalStateException("this order issues no code");
        };
    }
}
