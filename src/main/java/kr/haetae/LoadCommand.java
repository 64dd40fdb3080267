package kr.haetae;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import kr.haetae.config.Configuration;
import kr.haetae.drill.Venue;
import kr.haetae.event.UnitCode;
import kr.haetae.load.BareListening;
import kr.haetae.load.Findings;
import kr.haetae.load.Paper;
import kr.haetae.load.Rehearsal;
import kr.haetae.load.Terms;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Dashboards, phones and reports against a running server, to see before the day what it bears; exits with 1 when anything was lost. */
@Command(name = "load", mixinStandardHelpOptions = true, description = "Rehearses the day's load against a running server: dashboards and phones look, reports come, and everything is timed.")
final class LoadCommand implements Callable<Integer> {
    @Option(names = "--server", description = "Its address; this machine's port of HAETAE_HTTP_PORT if left out.")
    private @Nullable URI server;

    @Option(names = "--trust", paramLabel = "PEM", description = "The server's certificate, when it is self-signed.")
    private @Nullable Path certificate;

    @Option(names = "--operation", description = "Where reports go; the first open one if left out. Use a drill: reports stay on the record.")
    private @Nullable UUID operation;

    @Option(names = "--accounts", paramLabel = "FILE", description = "JSON: [{\"login\", \"password\", \"unit\"}, …]; first-accounts.json under HAETAE_DATA if left out.")
    private @Nullable Path accounts;

    @Option(names = "--dashboards", description = "So many: 1 %% headquarters, 18 %% agencies, the rest over the stations. (${DEFAULT-VALUE})")
    private int dashboards = 500;

    @Option(names = "--phones", description = "So many, each at its station. (${DEFAULT-VALUE})")
    private int phones;

    @Option(names = "--view", paramLabel = "UNIT", description = "All dashboards look at this one.")
    private @Nullable String view;

    @Option(names = "--dashboard-login", paramLabel = "LOGIN", description = "Of which accounts; a * at the end stands for anything. (${DEFAULT-VALUE})")
    private String dashboardLogin = "commander";

    @Option(names = "--phone-login", paramLabel = "LOGIN", description = "Likewise. (${DEFAULT-VALUE})")
    private String phoneLogin = "viewer";

    @Option(names = "--reporter-login", paramLabel = "LOGIN", description = "Likewise, one of them reports. (${DEFAULT-VALUE})")
    private String reporterLogin = "commander";

    @Option(names = "--sockets-per-login", paramLabel = "N", description = "How many screens share a log-in, 1 to 12. (${DEFAULT-VALUE})")
    private int socketsOfLogin = 10;

    @Option(names = "--opening", paramLabel = "N", description = "How many screens are opened at a time. (${DEFAULT-VALUE})")
    private int opening = 50;

    @Option(names = "--rate", description = "Reports a second, sent when they are due whether or not others are answered; 0: as fast as they are answered. (${DEFAULT-VALUE})")
    private int rate = 50;

    @Option(names = "--connections", paramLabel = "N", description = "For reports. (${DEFAULT-VALUE})")
    private int connections = 64;

    @Option(names = "--within", paramLabel = "UNIT", description = "Reports come from the stations of this unit. (${DEFAULT-VALUE})")
    private String within = UnitCode.HEADQUARTERS.value();

    @Option(names = "--warm-up", paramLabel = "SECONDS", description = "Reports before anything is measured. (${DEFAULT-VALUE})")
    private int warmUp = 10;

    @Option(names = "--seconds", description = "Measured. (${DEFAULT-VALUE})")
    private int seconds = 30;

    @Option(names = "--storm", description = "In the end cut all screens off at once and time their coming back.")
    private boolean storm;

    @Option(names = "--pid", description = "Of the server, when it runs here: its processor time is read from /proc.")
    private @Nullable Long process;

    @Option(names = "--management", paramLabel = "URL", description = "Of the server's management port, as http://127.0.0.1:8081: processor time and counters.")
    private @Nullable String management;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the findings there.")
    private @Nullable Path json;

    @Option(names = "--html", paramLabel = "FILE", description = "Write them there as a page with charts that needs no network.")
    private @Nullable Path html;

    @Option(names = "--capture", paramLabel = "FILE", description = "Write the frames of the first screen there, for ops/load/sendloop.c.")
    private @Nullable Path capture;

    @Option(names = "--bare", description = "The server only sends frames, as ops/load/sendloop.c does: count them.")
    private boolean bare;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Locale.setDefault(Locale.ROOT);
        Terms terms = terms();
        if (bare) {
            return listen(terms);
        }
        Findings findings = rehearsed(terms);
        Paper paper = new Paper(findings);
        System.out.print(paper.text());
        if (json != null) {
            new JsonMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(json.toFile(), findings);
        }
        if (html != null) {
            Files.writeString(html, paper.page());
        }
        return findings.missing() + findings.gaps() + findings.reports().refused() == 0 ? 0 : 1;
    }

    private static Findings rehearsed(Terms terms) throws IOException, InterruptedException {
        try (Rehearsal rehearsal = new Rehearsal(terms, LoadCommand::say)) {
            return rehearsal.hold();
        }
    }

    private static BareListening.Heard heard(Terms terms) throws IOException, InterruptedException {
        try (BareListening listening = new BareListening(terms)) {
            return listening.listen(LoadCommand::say);
        }
    }

    private static void say(String line) {
        System.err.println(line);
    }

    private static int listen(Terms terms) throws IOException, InterruptedException {
        BareListening.Heard heard = heard(terms);
        System.out.printf("%d frames, %d bytes in %.2f s; processor time %.2f s, %.2f µs a frame%n", heard.frames(),
                heard.bytes(), heard.seconds(), heard.cpuSeconds(), heard.cpuSeconds() * 1e6 / heard.frames());
        return 0;
    }

    private Terms terms() {
        try {
            Terms.Crowd crowd = new Terms.Crowd(dashboards, phones, Optional.ofNullable(view), dashboardLogin,
                    phoneLogin,
                    socketsOfLogin, opening);
            Terms.Traffic traffic = new Terms.Traffic(reporterLogin, within, rate, connections,
                    Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds), storm);
            Terms.Watch watch = new Terms.Watch(Optional.ofNullable(process), Optional.ofNullable(management),
                    Optional.ofNullable(capture));
            return new Terms(venue(), Optional.ofNullable(operation), bare ? List.of() : accounts(), crowd, traffic,
                    watch);
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
    }

    private Venue venue() {
        Venue.Trust trust = certificate == null ? new Venue.Trust.Usual()
                : new Venue.Trust.Own(read(certificate).getBytes(StandardCharsets.UTF_8));
        if (server != null) {
            return Venue.of(server, trust);
        }
        Configuration configuration = Main.configuration();
        return new Venue("127.0.0.1", configuration.http().port(), configuration.tls().on(), trust);
    }

    private List<Terms.Account> accounts() {
        Path file = accounts == null ? Main.configuration().data().resolve("first-accounts.json") : accounts;
        List<Terms.Account> read = new ArrayList<>();
        try {
            for (JsonNode account : new JsonMapper().readTree(read(file))) {
                read.add(new Terms.Account(account.path("login").asText(), account.path("password").asText(),
                        account.path("unit").asText(UnitCode.HEADQUARTERS.value())));
            }
        } catch (IOException e) {
            throw new Refusal("%s is no list of accounts: %s".formatted(file, e.getMessage()));
        }
        return read;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new Refusal("%s can't be read: %s".formatted(file, e.getMessage()));
        }
    }
}
