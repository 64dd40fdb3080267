package kr.haetae.load;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rehearsal found; its JSON is this record's.
 *
 * @param at when it began, RFC 3339
 * @param missing reports that were accepted and not shown, counted for each screen that had to show them; 0, or something is wrong
 * @param gaps frames that did not begin with what a screen held; 0 likewise
 * @param loadAverage of the machine of the clients, in the end: what else ran is in it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Findings(String at, Asked asked, Reports reports, Screens screens, long missing, long gaps,
        @Nullable Server server, @Nullable Latency back, double loadAverage, List<Second> seconds) {
    /** What was asked for. */
    public record Asked(String server, int dashboards, int phones, @Nullable String view, int perSecond,
            int connections,
            double measuredSeconds) {}

    /** Reports of the measured time; {@code latency}: until accepted, from when they were to be sent. */
    public record Reports(int sent, int accepted, long refused, double acceptedPerSecond, Latency latency) {}

    /**
     * What the screens got in the measured time.
     *
     * @param openedSeconds until all were current, log-ins included
     * @param deliveries reports that came to stand on a screen, one for each report and screen
     * @param bytes as read from the sockets
     * @param repeats reports shown again, because they changed or a screen came back
     * @param resets frames that replaced everything, from the start on
     * @param closed sockets that the server or the network ended, from the start on
     * @param latency from when a report was to be sent until it stood in a frame
     */
    public record Screens(double openedSeconds, long deliveries, double deliveriesPerSecond, long frames,
            double framesPerSecond, long bytes, double bytesPerFrame, long repeats, long resets, long closed,
            Latency latency) {}

    /**
     * What the server took in the measured time; absent where it could not be read.
     *
     * @param microsPerDelivery processor time, reports included
     * @param bytesPerScreen growth of its memory while the screens were opened; the JVM's collector makes it a rough figure
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Server(double cpuSeconds, double cores, double microsPerDelivery, double deliveriesPerCpuSecond,
            double framesPerCpuSecond, double bytesPerCpuSecond, double acceptedPerCpuSecond,
            @Nullable Double bytesPerScreen, @Nullable Double merged, @Nullable Double encoded) {}

    /** Milliseconds. */
    public record Latency(long count, double p50, double p90, double p99, double p999, double max) {
        static Latency of(org.HdrHistogram.Histogram nanos) {
            return new Latency(nanos.getTotalCount(), millis(nanos, 50), millis(nanos, 90), millis(nanos, 99),
                    millis(nanos, 99.9), millis(nanos, 100));
        }

        private static double millis(org.HdrHistogram.Histogram nanos, double percentile) {
            return nanos.getTotalCount() == 0 ? 0 : nanos.getValueAtPercentile(percentile) / 1e6;
        }
    }

    /** One second of the run; negative before what is measured begins. */
    public record Second(int second, int accepted, long deliveries, long bytes, double p50, double p99, double max,
            @Nullable Double cores) {}

    public Findings {
        seconds = List.copyOf(seconds);
    }
}
