package kr.haetae;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.UUID;
import kr.haetae.auth.House;
import kr.haetae.feed.Feed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets go of archived operations that nobody has asked for or looked at for a while; they come back when somebody does. */
final class Archive {
    private static final Logger LOG = LoggerFactory.getLogger(Archive.class);
    private static final long LONGEST_PAUSE_MILLIS = Duration.ofSeconds(30).toMillis();

    private final Vertx vertx;
    private final Ledgers ledgers;
    private final Feed feed;
    private final Duration idle;
    private long timer = -1;

    /** {@code idle}: how long nobody has asked. */
    Archive(Vertx vertx, Ledgers ledgers, Feed feed, Duration idle) {
        this.vertx = vertx;
        this.ledgers = ledgers;
        this.feed = feed;
        this.idle = idle;
    }

    void start() {
        timer = vertx.setPeriodic(Math.clamp(idle.toMillis() / 4, 100, LONGEST_PAUSE_MILLIS), t -> look());
    }

    void stop() {
        vertx.cancelTimer(timer);
    }

    private void look() {
        ledgers.house().picture().operations().values().filter(House.Operation::archived).map(House.Operation::id)
                .filter(operation -> ledgers.operations().all().stream().anyMatch(open -> open.id().equals(operation)))
                .forEach(this::look);
    }

    private void look(UUID operation) {
        if (feed.watched(operation)) {
            ledgers.operations().asked(operation);
        } else if (ledgers.operations().idle(operation, idle)) {
            feed.drop(operation);
            ledgers.letGo(operation)
                    .onSuccess(left -> LOG.info("archived operation {} is no longer held in memory", operation))
                    .onFailure(e -> LOG.warn("archived operation {} did not close", operation, e));
        }
    }
}
