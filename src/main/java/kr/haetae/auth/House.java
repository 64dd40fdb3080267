package kr.haetae.auth;

import io.vavr.collection.HashMap;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Queue;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kr.haetae.event.Commission;
import kr.haetae.event.Event;
import kr.haetae.event.OperationClock;
import kr.haetae.event.OperationKind;
import kr.haetae.event.PlacedUnit;
import kr.haetae.event.Role;
import kr.haetae.event.UnitCode;
import kr.haetae.event.UnitKind;

/**
 * The picture of the house ledger: the command tree, the operations, the accounts and the sessions that ended. Immutable; every
 * change makes a new one that shares what stayed.
 *
 * @param logins folded login to account
 * @param ended sessions that ended within {@link #LONGEST_SESSION}; an older one has expired anyway
 * @param endings the same sessions, oldest first, so that they can be forgotten in order
 */
public record House(
        Map<UnitCode, PlacedUnit> units,
        Map<UUID, Operation> operations,
        Map<UUID, Account> accounts,
        SortedMap<String, UUID> logins,
        Map<UUID, Instant> ended,
        Queue<UUID> endings) {
    /** The id of the house ledger, the same in every installation. */
    public static final UUID LEDGER = UUID.fromString("00000000-0000-8000-8000-000000000001");

    /**
     * No log-in session lives longer, whatever the settings say: 30 days, the limit of NIST SP 800-63B-4 §2.1.3 for overall
     * reauthentication at AAL1, and longer than the 24 h rooms are open (22 days before a presidential by-election of 2025).
     */
    public static final Duration LONGEST_SESSION = Duration.ofDays(30);

    public static final House EMPTY = new House(
            HashMap.empty(), HashMap.empty(), HashMap.empty(), TreeMap.empty(), HashMap.empty(), Queue.empty());

    /** One operation as the house knows it; its content stands in its own ledger. */
    public record Operation(
            UUID id, String name, OperationKind kind, OperationClock clock, long seq, boolean archived) {
        Operation putAway() {
            return new Operation(id, name, kind, clock, seq, true);
        }
    }

    /** The account with that login, folded by {@link Logins#fold} here. */
    public Optional<Account> byLogin(String login) {
        return logins.get(Logins.fold(login)).flatMap(accounts::get).toJavaOptional();
    }

    public Optional<Account> account(UUID id) {
        return accounts.get(id).toJavaOptional();
    }

    /** The accounts within a unit's subtree, by login, from the one after {@code login} on. */
    public Stream<Account> accountsWithin(UnitCode above, String after) {
        return logins.iterator()
                .filter(login -> login._1.compareTo(after) > 0)
                .flatMap(login -> accounts.get(login._2))
                .filter(account -> covers(above, account.unit()))
                .toJavaStream();
    }

    /** The kind of a unit; headquarters is known before any organisation was adopted. */
    public Optional<UnitKind> kindOf(UnitCode unit) {
        return unit.equals(UnitCode.HEADQUARTERS)
                ? Optional.of(UnitKind.HQ)
                : Commission.of(unit).map(it -> UnitKind.COMMISSION)
                        .or(() -> units.get(unit).map(PlacedUnit::kind).toJavaOptional());
    }

    /** Whether {@code unit} is {@code above} or lies in its subtree; false for a unit that the tree does not have. */
    public boolean covers(UnitCode above, UnitCode unit) {
        return kindOf(unit).isPresent() && Jurisdictions.covers(this::parentOf, above, unit);
    }

    /** Headquarters keeps the commissions' accounts. */
    private Optional<UnitCode> parentOf(UnitCode unit) {
        return Commission.of(unit).isPresent() ? Optional.of(UnitCode.HEADQUARTERS)
                : units.get(unit).toJavaOptional().flatMap(placed -> Optional.ofNullable(placed.parent()));
    }

    /** What is to be said of a session now: every request and every commit of the house asks this. */
    public Standing standing(LoginSession session) {
        Account account = accounts.get(session.account()).getOrNull();
        if (account == null) {
            return new Standing.Ended();
        }
        if (!account.enabled()) {
            return new Standing.Disabled();
        }
        if (session.since() < account.sessionsFrom() || ended.containsKey(session.id())) {
            return new Standing.Ended();
        }
        return new Standing.Present(account.actor(session.id()));
    }

    /** How many enabled administrators headquarters has. */
    long nationalAdministrators() {
        return accounts.valuesIterator().count(House::isNationalAdministrator);
    }

    static boolean isNationalAdministrator(Account account) {
        return account.enabled()
                && account.role() == Role.ADMINISTRATOR
                && account.unit().equals(UnitCode.HEADQUARTERS);
    }

    House evolve(Event.House event, long seq, Instant realAt) {
        return switch (event) {
            case Event.OrganisationAdopted e -> withUnits(LinkedHashMap.ofEntries(
                    e.units().stream().map(unit -> io.vavr.Tuple.of(unit.code(), unit)).toList()));
            case Event.OperationCreated e -> withOperation(
                    new Operation(e.operation(), e.name(), e.kind(), e.clock(), seq, false));
            case Event.OperationArchived e -> operations.get(e.operation())
                    .map(operation -> withOperation(operation.putAway()))
                    .getOrElse(this);
            case Event.AccountCreated e -> withAccount(Account.created(e, seq));
            case Event.AccountPosted e -> changed(e.account(), account -> account.posted(e, seq));
            case Event.AccountCleared e -> changed(e.account(), account -> account.cleared(e, seq));
            case Event.AccountDisabled e -> changed(e.account(), account -> account.disabled(seq));
            case Event.AccountEnabled e -> changed(e.account(), account -> account.reEnabled(seq));
            case Event.PasswordChanged e -> changed(e.account(), account -> account.passwordChanged(seq));
            case Event.CredentialsReset e -> changed(e.account(), account -> account.reset(seq));
            case Event.PasskeyAdded e -> changed(e.account(), account -> account.passkeyAdded(e.passkey(), seq));
            case Event.PasskeyRemoved e -> changed(e.account(), account -> account.passkeyRemoved(e.passkey(), seq));
            case Event.PasskeysRemoved e -> changed(e.account(), account -> account.passkeysRemoved(seq));
            case Event.SessionEnded e -> withEnded(e.session(), realAt);
        };
    }

    private House withUnits(Map<UnitCode, PlacedUnit> adopted) {
        return new House(adopted, operations, accounts, logins, ended, endings);
    }

    private House withOperation(Operation operation) {
        return new House(units, operations.put(operation.id(), operation), accounts, logins, ended, endings);
    }

    private House withAccount(Account account) {
        return new House(
                units,
                operations,
                accounts.put(account.id(), account),
                logins.put(account.login(), account.id()),
                ended,
                endings);
    }

    private House changed(UUID account, UnaryOperator<Account> change) {
        return accounts.get(account).map(change).map(this::withAccount).getOrElse(this);
    }

    private House withEnded(UUID session, Instant at) {
        Map<UUID, Instant> sessions = ended.put(session, at);
        Queue<UUID> order = ended.containsKey(session) ? endings : endings.enqueue(session);
        Instant forgotten = at.minus(LONGEST_SESSION);
        while (sessions.get(order.head()).exists(forgotten::isAfter)) {
            sessions = sessions.remove(order.head());
            order = order.tail();
        }
        return new House(units, operations, accounts, logins, sessions, order);
    }
}
