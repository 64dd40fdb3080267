package kr.haetae.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures what {@code ops/load/README.md} says and prints it as lines of Markdown. */
@Command(name = "ops/load/run", mixinStandardHelpOptions = true)
public final class Load implements Callable<Integer> {
    /** What can be measured. */
    enum Part {
        reports, dashboards, fanout, starts, orders, sessions, storm, morning, growth
    }

    /** The bounds of a run. */
    record Bounds(int rounds, int seconds, int clients, int sockets, int reportsPerSecond, int entries,
            int dashboards, int phones, int sessions, int storm) {}

    @Parameters(description = "What to measure: ${COMPLETION-CANDIDATES}; nothing: all.")
    private final List<Part> parts = List.of();

    @Option(names = "--rounds", defaultValue = "3", description = "Of each; the median counts. (${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "10", description = "Length of a round. (${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--clients", defaultValue = "64", description = "That report or insert at once. (${DEFAULT-VALUE})")
    private int clients;

    @Option(names = "--sockets", defaultValue = "500", description = "Dashboards. (${DEFAULT-VALUE})")
    private int sockets;

    @Option(names = "--rate", defaultValue = "50", description = "Reports/s for the dashboards. (${DEFAULT-VALUE})")
    private int rate;

    @Option(names = "--entries", defaultValue = "100000", description = "Of the ledger that a start reads. (${DEFAULT-VALUE})")
    private int entries;

    @Option(names = "--dashboards", defaultValue = "2000", description = "That get an order. (${DEFAULT-VALUE})")
    private int dashboards;

    @Option(names = "--phones", defaultValue = "5000", description = "That get an order. (${DEFAULT-VALUE})")
    private int phones;

    @Option(names = "--sessions", defaultValue = "20000", description = "Idle dashboards. (${DEFAULT-VALUE})")
    private int sessions;

    @Option(names = "--storm", defaultValue = "5000", description = "Dashboards that come back at once. (${DEFAULT-VALUE})")
    private int storm;

    @Option(names = "--directory", defaultValue = "target/load", description = "For data. (${DEFAULT-VALUE})")
    private Path directory = Path.of("target/load");

    private Load() {}

    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        System.exit(new CommandLine(new Load()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Bounds bounds = new Bounds(rounds, seconds, clients, sockets, rate, entries, dashboards, phones,
                sessions, storm);
        for (Part part : parts.isEmpty() ? List.of(Part.values()) : parts) {
            switch (part) {
                case reports -> new Reports(directory, bounds).measure();
                case dashboards -> new Dashboards(directory, bounds).measure();
                case fanout -> new Fanout(directory, bounds).measure();
                case orders -> new Orders(directory, bounds).measure();
                case sessions -> new Sessions(directory, bounds).measureMemory();
                case storm -> new Sessions(directory, bounds).measureStorm();
                case morning -> new Morning(directory, bounds).measure();
                case growth -> new Growth(directory, bounds).measure();
                case starts -> new Starts(directory, bounds).measure();
            }
        }
        return 0;
    }
}
