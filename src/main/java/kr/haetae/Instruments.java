package kr.haetae;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.lang.management.ManagementFactory;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** The registry of all meters, and a Vert.x that reports to it; docs/metrics.md lists what they show. */
final class Instruments {
    /**
     * Meters of libraries that Prometheus's naming rules refuse (nanoseconds, a gauge called count), or that show one connection
     * of several: Vert.x registers the gauge of pending queries once for each connection, and only the first is heard.
     */
    private static final Set<String> UNFIT = Set.of("process.cpu.time", "system.cpu.count",
            "vertx.sql.processing.pending");

    private Instruments() {}

    /** A registry with the meters of the JVM. */
    static PrometheusMeterRegistry registry() {
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        metrics.config().meterFilter(MeterFilter.deny(id -> UNFIT.contains(id.getName())));
        ToDoubleFunction<OperatingSystemMXBean> cpu = os -> os.getProcessCpuTime() / 1e9;
        FunctionCounter.builder("process.cpu.seconds",
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean(), cpu)
                .description("CPU time that this process has used")
                .register(metrics);
        new ClassLoaderMetrics().bindTo(metrics);
        new JvmMemoryMetrics().bindTo(metrics);
        new JvmThreadMetrics().bindTo(metrics);
        new ProcessorMetrics().bindTo(metrics);
        new FileDescriptorMetrics().bindTo(metrics);
        new UptimeMetrics().bindTo(metrics);
        bindGc(metrics);
        return metrics;
    }

    static Vertx vertx(PrometheusMeterRegistry metrics) {
        MicrometerMetricsOptions options = new MicrometerMetricsOptions()
                .setEnabled(true)
                .setLabels(
                        EnumSet.of(Label.HTTP_METHOD, Label.HTTP_CODE, Label.HTTP_ROUTE, Label.LOCAL, Label.POOL_TYPE,
                                Label.POOL_NAME))
                .addDisabledMetricsCategory(MetricsDomain.NET_SERVER)
                .addDisabledMetricsCategory(MetricsDomain.NET_CLIENT)
                .addDisabledMetricsCategory(MetricsDomain.DATAGRAM_SOCKET);
        return Vertx.builder()
                .with(new VertxOptions().setMetricsOptions(options).setPreferNativeTransport(true))
                .withMetrics(new MicrometerMetricsFactory(metrics))
                .build();
    }

    @SuppressWarnings("resource") // listens for as long as the process lives
    private static void bindGc(PrometheusMeterRegistry metrics) {
        new JvmGcMetrics().bindTo(metrics);
    }
}
