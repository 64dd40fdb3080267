package kr.haetae;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.util.UUID;
import kr.haetae.auth.Actor;
import kr.haetae.auth.HouseCommand;
import kr.haetae.config.Configuration;
import kr.haetae.database.OpenDatabase;
import kr.haetae.event.OperationClock;
import kr.haetae.event.OperationKind;

/** Founds a house with one operation that has no posts: a server on it starts with {@code --empty} and without delay. */
public final class EmptyOperation {
    public static final UUID ID = UUID.fromString("0f0f0f0f-0000-4000-8000-000000000001");

    /** Entries that it begins with: it was defined and opened. */
    public static final int ENTRIES = 2;

    private EmptyOperation() {}

    public static void main(String[] arguments) {
        Configuration configuration = Main.configuration();
        OpenDatabase database = OpenDatabase.forCommand(configuration);
        try (Backroom backroom = Backroom.open(configuration, database, Vertx.vertx(), new SimpleMeterRegistry())) {
            Ledgers ledgers = backroom.ledgers();
            Backroom.await(new Founding(ledgers, backroom.guardhouse(),
                    backroom.guardhouse().firstAccounts(configuration.data().resolve("first-accounts.json"))).found());
            Backroom.await(backroom.guardhouse().orders().give(Actor.SYSTEM, ID, new HouseCommand.CreateOperation(
                    ID, "system test", OperationKind.DRILL, OperationClock.real(ledgers.database().clock().now()))));
            Backroom.await(ledgers.begin(ID));
        }
    }
}
