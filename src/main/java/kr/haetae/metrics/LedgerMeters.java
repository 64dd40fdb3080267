package kr.haetae.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Meters of the ledgers, {@code haetae_ledger_…}. The label {@code ledger} has one value for each ledger that is open,
 * {@code operation_kind} says of which kind its operation is.
 */
public final class LedgerMeters {
    /** What became of a command. */
    public enum Result {
        DONE,
        REPEATED,
        REFUSED,
        REUSED,
        OVERLOADED,
        UNKNOWN,
        STOPPED,
        FAILED
    }

    /** What a ledger shows at any time. */
    public record Levels(
            DoubleSupplier queueCommands, DoubleSupplier tailLagEntries, DoubleSupplier confirmedAgeSeconds,
            DoubleSupplier stopped, DoubleSupplier verifiedSeq) {}

    private static final Duration[] COMMIT_BUCKETS = Stream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 5_000)
            .map(Duration::ofMillis).toArray(Duration[]::new);

    private final MeterRegistry registry;
    private volatile Function<UUID, String> kinds = ledger -> "house";
    private final Timer commits;
    private final DistributionSummary batches;
    private final Counter contended;
    private final Counter collided;
    private final Counter resets;
    private final Counter reconnects;
    private final Map<Result, Counter> commands = new EnumMap<>(Result.class);

    public LedgerMeters(MeterRegistry registry) {
        this.registry = registry;
        commits = Timer.builder("haetae.ledger.commit")
                .description("From sending an append until its commit was confirmed")
                .serviceLevelObjectives(COMMIT_BUCKETS)
                .register(registry);
        batches = DistributionSummary.builder("haetae.ledger.batch.commands")
                .description("Commands that one append wrote")
                .serviceLevelObjectives(1, 2, 5, 10, 20, 50, 100, 200, 512)
                .register(registry);
        contended = counter("haetae.ledger.appends.contended", "Appends that locked the head row first");
        collided = counter("haetae.ledger.appends.collided", "Appends that another node was faster than");
        resets = counter("haetae.ledger.resets", "Pictures thrown away because the database holds another chain");
        reconnects = counter("haetae.ledger.reconnects", "Connections of a ledger that were lost or given up");
        for (Result result : Result.values()) {
            commands.put(result, Counter.builder("haetae.ledger.commands")
                    .description("Commands by what became of them")
                    .tag("result", result.name().toLowerCase(Locale.ROOT))
                    .register(registry));
        }
    }

    /** What a ledger is of: {@code election}, {@code drill}, or {@code house} until somebody says. A drill's figures are never an election's. */
    public void kinds(Function<UUID, String> of) {
        kinds = of;
    }

    public void committed(Duration took, int commandCount) {
        commits.record(took);
        batches.record(commandCount);
    }

    public void contended() {
        contended.increment();
    }

    public void collided() {
        collided.increment();
    }

    public void reset() {
        resets.increment();
    }

    public void reconnected() {
        reconnects.increment();
    }

    public void answered(Result result) {
        Objects.requireNonNull(commands.get(result)).increment();
    }

    /** Shows a ledger's levels until the answer is closed. */
    public Runnable show(UUID ledger, Levels levels) {
        Tags tags = Tags.of("ledger", ledger.toString(), "operation_kind", kinds.apply(ledger));
        List<Gauge> gauges = List.of(
                gauge("haetae.ledger.queue.commands", "Commands without an answer yet", tags, levels.queueCommands()),
                gauge("haetae.ledger.tail.lag.entries", "Entries announced but not yet folded", tags,
                        levels.tailLagEntries()),
                gauge("haetae.ledger.confirmed.age.seconds", "Age of the last proof that the picture is the newest",
                        tags,
                        levels.confirmedAgeSeconds()),
                gauge("haetae.ledger.stopped", "1 when the ledger met an entry that it can't read", tags,
                        levels.stopped()),
                gauge("haetae.ledger.verified.seq", "Up to this entry this node has verified the chain", tags,
                        levels.verifiedSeq()));
        return () -> gauges.stream().map(Meter::getId).forEach(registry::remove);
    }

    /** Shows the database's clock for as long as the registry lives. */
    public void showClock(DoubleSupplier offsetSeconds) {
        gauge("haetae.ledger.database.clock.offset.seconds", "Database's clock minus this node's wall clock",
                Tags.empty(),
                offsetSeconds);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    private Gauge gauge(String name, String description, Tags tags, DoubleSupplier value) {
        return Gauge.builder(name, value::getAsDouble).description(description).tags(tags).register(registry);
    }
}
