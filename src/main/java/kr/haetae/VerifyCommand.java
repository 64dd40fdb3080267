package kr.haetae;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import kr.haetae.database.DatabaseAddress;
import kr.haetae.database.Migrations;
import kr.haetae.database.OpenDatabase;
import kr.haetae.event.Cursor;
import kr.haetae.event.Hash;
import kr.haetae.ledger.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Recomputes every chain from the tables; exits with 1 at the first fault. Needs no running server and disturbs none. */
@Command(name = "verify", mixinStandardHelpOptions = true, description = "Recomputes the hash chain of every ledger and reports the first fault.")
final class VerifyCommand implements Callable<Integer> {
    @Option(names = "--holds", paramLabel = "LEDGER=CURSOR", description = "A cursor kept elsewhere (from a screen, a print, an export) that the chain must hold: a record whose end "
            + "was cut off verifies by itself, but not against this.")
    private Map<UUID, String> kept = Map.of();

    @Override
    public Integer call() {
        try (OpenDatabase database = OpenDatabase.forCommand(Main.configuration())) {
            Migrations.apply(database.address());
            Vertx vertx = Vertx.vertx();
            try {
                return verify(pool(vertx, database.address()));
            } finally {
                Backroom.await(vertx.close());
            }
        }
    }

    private int verify(Pool pool) {
        List<UUID> ledgers = new ArrayList<>();
        for (Row row : Backroom.await(pool.query("SELECT id FROM ledger ORDER BY created_at, id").execute())) {
            ledgers.add(row.getUUID(0));
        }
        int faults = 0;
        for (UUID ledger : ledgers) {
            Verification.Report report = Backroom.await(Verification.run(pool, ledger));
            faults += report.fault().isPresent() ? 1 : 0;
            System.out.println(line(report));
            report.erased().forEach((seq, by) -> System.out.println("    entry %d was erased by entry %d"
                    .formatted(seq, by)));
        }
        for (Map.Entry<UUID, String> cursor : kept.entrySet()) {
            boolean held = holds(pool, cursor.getKey(), cursor(cursor.getValue()));
            faults += held ? 0 : 1;
            System.out.println(cursor.getKey() + "  " + cursor.getValue() + "  "
                    + (held ? "held" : "NOT HELD: the record was cut or replaced"));
        }
        return faults == 0 ? 0 : 1;
    }

    private static Cursor cursor(String text) {
        return Cursor.parse(text)
                .orElseThrow(() -> new Refusal("'" + text + "' is no cursor, such as 184220.0b1c2d3e4f506172."));
    }

    private static boolean holds(Pool pool, UUID ledger, Cursor cursor) {
        for (Row row : Backroom.await(pool.preparedQuery("SELECT hash FROM entry WHERE ledger = $1 AND seq = $2")
                .execute(Tuple.of(ledger, cursor.seq())))) {
            return Hash.ofBytes(row.getBuffer(0).getBytes()).prefix().equals(cursor.prefix());
        }
        return false;
    }

    private static String line(Verification.Report report) {
        String result = report.fault()
                .map(fault -> "FAULT at entry " + fault.seq() + ": " + fault.what())
                .orElse("verified");
        return "%s  %,d entries, %,d bodies, %,d erased, head %s  %s".formatted(
                report.ledger(), report.entries(), report.bodies(), report.erased().size(), report.head(), result);
    }

    private static Pool pool(Vertx vertx, DatabaseAddress address) {
        return PgBuilder.pool()
                .connectingTo(new PgConnectOptions().setHost(address.host()).setPort(address.port())
                        .setDatabase(address.database()).setUser(address.user()).setPassword(address.password()))
                .with(new PoolOptions().setMaxSize(2))
                .using(vertx)
                .build();
    }
}
