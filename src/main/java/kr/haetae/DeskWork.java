package kr.haetae;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.util.function.ToIntFunction;
import kr.haetae.config.Configuration;
import kr.haetae.database.OpenDatabase;

/** A command's own stay in the backroom: beside a running server it is one more node, and the server hears of what it does. */
final class DeskWork {
    private DeskWork() {}

    static int in(ToIntFunction<Backroom> work) {
        Configuration configuration = Main.configuration();
        OpenDatabase database = OpenDatabase.forCommand(configuration);
        try (Backroom backroom = Backroom.open(configuration, database, Vertx.vertx(), new SimpleMeterRegistry())) {
            return work.applyAsInt(backroom);
        }
    }
}
