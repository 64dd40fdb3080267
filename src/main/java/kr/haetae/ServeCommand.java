package kr.haetae;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kr.haetae.auth.FirstAccounts;
import kr.haetae.config.Configuration;
import kr.haetae.config.Role;
import kr.haetae.database.OpenDatabase;
import kr.haetae.event.Hash;
import kr.haetae.tls.ServerCertificate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves until it is told to stop. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Serves (also without this word).")
final class ServeCommand implements Runnable {
    private static volatile boolean serving;

    /** What one may ask of it. */
    static final class Options {
        @Option(names = "--empty", description = "Start without a drill.")
        private boolean empty;
    }

    @Mixin
    private final Options options = new Options();

    static boolean serving() {
        return serving;
    }

    @Override
    public void run() {
        serve(options);
    }

    static void serve(Options options) {
        long start = System.nanoTime();
        Configuration configuration = Main.configuration();
        Closing closing = new Closing();
        Runtime.getRuntime().addShutdownHook(new Thread(closing::close, "stop"));
        try {
            serve(options, configuration, closing, start);
        } catch (RuntimeException e) {
            closing.close();
            throw e;
        }
    }

    private static void serve(Options options, Configuration configuration, Closing closing, long start) {
        Optional<ServerCertificate> certificate = ServerCertificate.of(configuration, Clock.systemUTC());
        PrometheusMeterRegistry metrics = Instruments.registry();
        // While the database starts, which is mostly waiting.
        CompletableFuture<Vertx> vertx = closing.open(
                () -> CompletableFuture.supplyAsync(() -> Instruments.vertx(metrics)),
                created -> Backroom.await(created.join().close()));
        CompletableFuture<Hash> version = CompletableFuture.supplyAsync(PictureSnapshot.FORM::version);
        OpenDatabase database = closing.open(() -> OpenDatabase.forServer(configuration), OpenDatabase::close);
        version.join();
        Backroom backroom = closing.open(
                () -> Backroom.open(configuration, database, vertx.join(), metrics),
                Backroom::close);
        Founding founding = new Founding(backroom.ledgers(), backroom.guardhouse(),
                backroom.guardhouse().firstAccounts(configuration.data().resolve("first-accounts.json")));
        boolean feed = configuration.role() == Role.FEED;
        List<FirstAccounts.First> accounts = feed ? List.of() : Backroom.await(founding.found());
        Node node = closing.open(
                () -> new Node(backroom.vertx(), configuration, metrics, backroom.ledgers(), backroom.guardhouse()),
                opened -> Backroom.await(opened.close()));
        Backroom.await(node.start(certificate));
        serving = true;
        print(configuration, node, certificate, accounts, start);
        if (!options.empty && !feed) {
            closing.open(() -> HouseDrill.begin(backroom, configuration, node, certificate),
                    drill -> drill.ifPresent(HouseDrill::close));
        }
    }

    private static void print(
            Configuration configuration,
            Node node,
            Optional<ServerCertificate> certificate,
            List<FirstAccounts.First> accounts,
            long start) {
        StringBuilder text = new StringBuilder("\n");
        String scheme = certificate.isPresent() ? "https" : "http";
        String host = configuration.http().host().equals("0.0.0.0") ? "localhost" : configuration.http().host();
        text.append("Haetae serves after %.1f s.%n".formatted((System.nanoTime() - start) / 1e9));
        text.append("  dashboard   %s://%s:%d/%n".formatted(scheme, host, node.port()));
        text.append("  field page  %s://%s:%d/field%n".formatted(scheme, host, node.port()));
        text.append("  management  http://%s:%d/metrics, /health/ready%n".formatted(
                configuration.management().host(), node.managementPort()));
        certificate.ifPresent(it -> text.append("  certificate %s%n".formatted(it.fingerprint())));
        if (!accounts.isEmpty()) {
            text.append("First accounts; the passwords are shown once, and stand in %s until they are changed:%n"
                    .formatted(configuration.data().resolve("first-accounts.json")));
            accounts.forEach(first -> text.append("  %-16s %s  %s, %s%n".formatted(
                    first.login(), first.password(), first.role(), first.unit())));
        }
        System.out.print(text);
        System.out.flush();
    }
}
