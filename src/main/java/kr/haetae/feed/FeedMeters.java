package kr.haetae.feed;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import kr.haetae.event.OperationKind;
import kr.haetae.event.UnitKind;

/** What the feed does, in numbers. */
public final class FeedMeters {
    private static final String KIND = "operation_kind";

    private final Map<UnitKind, AtomicInteger> sessions = new EnumMap<>(UnitKind.class);
    private final AtomicInteger views = new AtomicInteger();
    private final Counter frames;
    private final Counter bytes;
    private final Counter merged;
    private final Counter resets;
    private final Counter encodings;
    private final DistributionSummary frameSize;
    private final Timer reportToSocket;

    /** {@code kind}: of the operations whose feeds these are; a drill's figures are never an election's. */
    public FeedMeters(MeterRegistry registry, OperationKind kind) {
        String of = kind.name().toLowerCase(Locale.ROOT);
        for (UnitKind unit : UnitKind.values()) {
            AtomicInteger number = new AtomicInteger();
            sessions.put(unit, number);
            Gauge.builder("haetae_feed_sessions", number, AtomicInteger::get).strongReference(true)
                    .description("Sessions that look at a view of the kind of unit")
                    .tag("view", unit.name().toLowerCase(Locale.ROOT)).tag(KIND, of).register(registry);
        }
        Gauge.builder("haetae_feed_views", views, AtomicInteger::get).strongReference(true)
                .description("Views that somebody looks at").tag(KIND, of).register(registry);
        frames = Counter.builder("haetae_feed_frames").description("Change frames sent to sockets").tag(KIND, of)
                .register(registry);
        encodings = Counter.builder("haetae_feed_encoded_frames")
                .description("Change frames encoded, each for everybody who needs the same").tag(KIND, of)
                .register(registry);
        bytes = Counter.builder("haetae_feed_sent").baseUnit("bytes")
                .description("Bytes of change frames sent to sockets").tag(KIND, of).register(registry);
        merged = Counter.builder("haetae_feed_merged_frames")
                .description("Frames that stood for several because a socket was full").tag(KIND, of)
                .register(registry);
        resets = Counter.builder("haetae_feed_resets").description("Frames that replaced everything a view held")
                .tag(KIND, of).register(registry);
        frameSize = DistributionSummary.builder("haetae_feed_frame_size").baseUnit("bytes")
                .description("Size of a view's frames, each counted once").publishPercentileHistogram()
                .minimumExpectedValue(64.0).maximumExpectedValue(4_194_304.0).tag(KIND, of).register(registry);
        reportToSocket = Timer.builder("haetae_feed_report_to_socket")
                .description("From an entry's real time to the handing of its frame to the sockets")
                .publishPercentileHistogram().minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(10)).tag(KIND, of).register(registry);
    }

    void joined(UnitKind kind, int change) {
        Objects.requireNonNull(sessions.get(kind)).addAndGet(change);
    }

    void views(int change) {
        views.addAndGet(change);
    }

    void sent(int size) {
        frames.increment();
        bytes.increment(size);
    }

    void encoded() {
        encodings.increment();
    }

    void merged() {
        merged.increment();
    }

    void cut(Frame frame) {
        frameSize.record(frame.bytes());
        if (frame.reset()) {
            resets.increment();
        }
    }

    void late(Instant realAt, Instant now) {
        Duration late = Duration.between(realAt, now);
        reportToSocket.record(late.isNegative() ? Duration.ZERO : late);
    }
}
