package kr.haetae.auth;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.event.NamedId;
import kr.haetae.event.Event;
import kr.haetae.event.Role;
import kr.haetae.event.UnitCode;
import kr.haetae.ledger.Answer;
import kr.haetae.ledger.Commit;
import kr.haetae.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accounts that an empty house begins with, their generated passwords, and the file (mode 600) in which those stand until
 * somebody changes them, so that scripts can log in.
 */
public final class FirstAccounts {
    /** One account with its password, as printed once and kept in the file. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record First(String login, String password, Role role, UnitCode unit) {}

    /** A commander, an administrator, a viewer and an auditor at headquarters; a room in Seoul; a room and an officer in Gangnam. */
    public static final List<NewAccount> STANDARD = List.of(
            new NewAccount("admin", "관리자", Role.ADMINISTRATOR, UnitCode.HEADQUARTERS, null),
            new NewAccount("commander", "경찰청 지휘관", Role.NATIONAL_COMMANDER, UnitCode.HEADQUARTERS, null),
            new NewAccount("viewer", "열람자", Role.VIEWER, UnitCode.HEADQUARTERS, null),
            new NewAccount("auditor", "감사관", Role.AUDITOR, UnitCode.HEADQUARTERS, null),
            new NewAccount("seoul-room", "서울청 상황실", Role.ROOM_OPERATOR, UnitCode.of("seoul"), null),
            new NewAccount("gangnam-room", "강남서 상황실", Role.ROOM_OPERATOR, UnitCode.of("seoul-gangnam"), null),
            new NewAccount("gangnam-officer", "강남서 근무자", Role.OFFICER, UnitCode.of("seoul-gangnam"), null));

    private static final Logger LOG = LoggerFactory.getLogger(FirstAccounts.class);
    private static final UUID COMMAND = NamedId.of(House.LEDGER, "first-accounts");
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Lower case and digits without 0, 1, i, l, o: 31 signs, so 20 of them hold 99 bits and can be read out. */
    private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";

    private static final int GROUPS = 4;
    private static final int GROUP = 5;

    private final Vertx vertx;
    private final Pool pool;
    private final Ledger<House> ledger;
    private final Passwords passwords;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Path file;

    FirstAccounts(Guardhouse.Place place, Passwords passwords, SecureRandom random, Path file) {
        this.vertx = place.vertx();
        this.pool = place.pool();
        this.ledger = place.ledger();
        this.clock = place.clock();
        this.passwords = passwords;
        this.random = random;
        this.file = file.toAbsolutePath();
    }

    /**
     * Creates the accounts if the house has none. Several nodes may do so at once, and a node may die in between: the accounts are
     * made once, and each gets one password, from the node that wrote it first.
     *
     * @param wanted their units must be in the organisation that was adopted
     * @return those whose passwords this node made, to be printed; empty when there was nothing to do. Fails with
     *     {@link IllegalStateException} when the accounts are refused
     */
    public Future<List<First>> found(List<NewAccount> wanted) {
        List<HouseCommand.CreateAccount> accounts = wanted.stream()
                .map(one -> new HouseCommand.CreateAccount(NamedId.of(COMMAND, one.login()), one))
                .toList();
        return new Orders(ledger)
                .give(Actor.SYSTEM, COMMAND, new HouseCommand.FoundAccounts(accounts))
                .compose(answer -> switch (answer) {
                    case Answer.Done(var entries, boolean repeated) -> furnish(entries.stream()
                            .map(entry -> Account.created((Event.AccountCreated) entry.event(), entry.seq()))
                            .toList());
                    case Answer.Refused(var refusal) when ledger.picture().accounts().isEmpty() ->
                        Future.failedFuture(
                                new IllegalStateException("the first accounts are refused: " + refusal.detail()));
                    case Answer.Refused refused -> Future.succeededFuture(List.of());
                    case Answer.Reused reused ->
                        Future.failedFuture(new IllegalStateException("the first accounts' id is taken"));
                });
    }

    /** Keeps the file true from now on: a password that was changed vanishes from it, and the file with the last one. */
    public Future<Void> watch() {
        ledger.listen(this::committed);
        return vertx.executeBlocking(() -> {
            prune();
            return true;
        }).mapEmpty();
    }

    private Future<List<First>> furnish(List<Account> accounts) {
        return pool.preparedQuery("SELECT account FROM credential WHERE account = ANY ($1)")
                .execute(Tuple.of((Object) accounts.stream().map(Account::id).toArray(UUID[]::new)))
                .compose(rows -> {
                    List<UUID> furnished = new ArrayList<>();
                    rows.forEach(row -> furnished.add(row.getUUID(0)));
                    List<Account> bare = accounts.stream().filter(account -> !furnished.contains(account.id()))
                            .toList();
                    return bare.isEmpty() ? Future.succeededFuture(List.of()) : hashAll(bare);
                });
    }

    private record Made(Account account, First first, String phc) {}

    private Future<List<First>> hashAll(List<Account> accounts) {
        List<Future<Made>> made = accounts.stream().map(this::make).toList();
        return Future.all(made).compose(all -> write(made.stream().map(Future::result).toList()));
    }

    private Future<Made> make(Account account) {
        String password = password();
        First first = new First(account.login(), password, account.role(), account.unit());
        return passwords.hash(password).compose(hashed -> switch (hashed) {
            case Verdict.Granted<String>(String phc) -> Future.succeededFuture(new Made(account, first, phc));
            case Verdict.Denied<String>(Denial denial) ->
                Future.failedFuture(new IllegalStateException(denial.detail()));
        });
    }

    /** The file is written before the commit: a node that dies in between leaves no account with a password that nobody knows. */
    private Future<List<First>> write(List<Made> made) {
        List<Made> ordered = made.stream().sorted(Comparator.comparing(one -> one.account().id())).toList();
        List<Credentials.First> rows = ordered.stream()
                .map(one -> new Credentials.First(one.account().id(), one.account().seq(), one.phc()))
                .toList();
        return pool.withTransaction(transaction -> Credentials.begin(transaction, rows, clock.instant())
                .map(written -> made.stream().filter(one -> written.contains(one.account().id())).map(Made::first)
                        .toList())
                .compose(this::saved));
    }

    private Future<List<First>> saved(List<First> mine) {
        return mine.isEmpty() ? Future.succeededFuture(mine) : vertx.executeBlocking(() -> {
            save(mine);
            return true;
        }).map(saved -> mine);
    }

    private void committed(Commit<House> commit) {
        boolean touched = commit.entries().stream()
                .anyMatch(entry -> entry.event() instanceof Event.PasswordChanged
                        || entry.event() instanceof Event.CredentialsReset);
        if (touched) {
            vertx.executeBlocking(() -> {
                prune();
                return true;
            }).onFailure(e -> LOG.error("{} still shows a password that was changed; remove it", file, e));
        }
    }

    private synchronized void prune() {
        if (!Files.exists(file)) {
            return;
        }
        try {
            List<First> listed = MAPPER.readValue(file.toFile(), new TypeReference<List<First>>() {});
            List<First> kept = listed.stream().filter(first -> unchanged(first.login())).toList();
            if (kept.isEmpty()) {
                Files.delete(file);
            } else if (kept.size() < listed.size()) {
                save(kept);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean unchanged(String login) {
        Optional<Account> account = ledger.picture().byLogin(login);
        return account.isPresent() && account.get().passwordSeq() == 0;
    }

    private synchronized void save(List<First> accounts) {
        try {
            Path directory = file.getParent();
            Files.createDirectories(directory);
            Path written = Files.createTempFile(directory, ".first-accounts", ".tmp",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(written, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(accounts));
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String password() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            text.append(i > 0 && i % GROUP == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
