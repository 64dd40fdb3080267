package kr.haetae;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import kr.haetae.auth.Actor;
import kr.haetae.auth.Gate;
import kr.haetae.auth.Guardhouse;
import kr.haetae.auth.Verdict;
import kr.haetae.blob.FileLimits;
import kr.haetae.blob.FileStore;
import kr.haetae.config.Configuration;
import kr.haetae.config.Limits;
import kr.haetae.config.Role;
import kr.haetae.event.OperationKind;
import kr.haetae.event.UnitCode;
import kr.haetae.feed.Bye;
import kr.haetae.feed.Feed;
import kr.haetae.feed.FeedMeters;
import kr.haetae.feed.OperationFeed;
import kr.haetae.feed.Source;
import kr.haetae.feed.Viewer;
import kr.haetae.http.ApiServer;
import kr.haetae.http.ManagementServer;
import kr.haetae.http.OperationTerms;
import kr.haetae.http.Origins;
import kr.haetae.http.Premises;
import kr.haetae.http.Proxies;
import kr.haetae.http.WholePictures;
import kr.haetae.ledger.Ledger;
import kr.haetae.ledger.LedgerState;
import kr.haetae.metrics.PostMeters;
import kr.haetae.picture.Key;
import kr.haetae.picture.Picture;
import kr.haetae.picture.Tally;
import kr.haetae.tls.ServerCertificate;
import kr.haetae.tls.ThisMachine;

/** One serving node: ledgers, feed, public and management server. */
final class Node {
    /** Three polls of the tail went unanswered: a balancer should send people elsewhere. */
    private static final Duration UNCONFIRMED = Duration.ofSeconds(3);

    private static final int MOST_SERVERS = 4;

    private static final Key NATION = new Key("tally", UnitCode.HEADQUARTERS.value());

    private final Vertx vertx;
    private final Configuration configuration;
    private final PrometheusMeterRegistry metrics;
    private final Ledgers ledgers;
    private final Guardhouse guardhouse;
    private final Feed feed;
    private final Timekeeper timekeeper;
    private final Archive archive;
    private final FileStore files;
    private volatile int port;
    private volatile int managementPort;

    Node(
            Vertx vertx,
            Configuration configuration,
            PrometheusMeterRegistry metrics,
            Ledgers ledgers,
            Guardhouse guardhouse) {
        this.vertx = vertx;
        this.configuration = configuration;
        this.metrics = metrics;
        this.ledgers = ledgers;
        this.guardhouse = guardhouse;
        feed = new Feed(this::verdict, ledgers.operations()::bring);
        archive = new Archive(vertx, ledgers, feed, configuration.limits().archivedOperationLifetime());
        files = new FileStore(vertx, ledgers.database().options(), limits(configuration.limits()));
        timekeeper = new Timekeeper(vertx, ledgers.operations(), OperationFold.TIMED,
                ledgers.database().clock()::disagrees);
    }

    /** Starts serving. */
    Future<Void> start(Optional<ServerCertificate> certificate) {
        FeedMeters drills = new FeedMeters(metrics, OperationKind.DRILL);
        FeedMeters elections = new FeedMeters(metrics, OperationKind.ELECTION);
        PostMeters posts = new PostMeters(metrics);
        posts.show("election", state -> silent(state, true));
        posts.show("drill", state -> silent(state, false));
        ledgers.whenOpen(ledger -> feed(ledger, election(ledger) ? elections : drills));
        ledgers.house().listen(commit -> feed.review());
        archive.start();
        if (configuration.role() == Role.FULL) {
            timekeeper.start();
            files.sweep().start();
        }
        return ledgers.follow()
                .compose(v -> ManagementServer.start(vertx, configuration.management(), metrics, this::notReady))
                .compose(management -> {
                    managementPort = management.actualPort();
                    return serve(certificate);
                });
    }

    int port() {
        return port;
    }

    FileStore files() {
        return files;
    }

    int managementPort() {
        return managementPort;
    }

    private Future<Void> serve(Optional<ServerCertificate> certificate) {
        HttpServerOptions options = ApiServer.options(configuration.limits().maxFrameBytes())
                .setHost(configuration.http().host())
                .setPort(shared(configuration.http().port()));
        certificate.ifPresent(it -> options.setSsl(true).setKeyCertOptions(it.options()));
        Set<String> machine = Set.copyOf(ThisMachine.names());
        Origins origins = new Origins(() -> Set.copyOf(
                configuration.http().allowedOrigins(port, configuration.tls().on(), machine)));
        Premises premises = new Premises(guardhouse, origins,
                new Proxies(configuration.http().trustedProxies()), ledgers.operations(), feed, configuration.limits(),
                terms(), new WholePictures(vertx), files, configuration.map());
        List<ApiServer> servers = new CopyOnWriteArrayList<>();
        int instances = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_SERVERS);
        return vertx.deployVerticle(() -> {
            ApiServer server = new ApiServer(options, premises);
            servers.add(server);
            return server;
        }, new DeploymentOptions().setInstances(instances)).map(deployed -> {
            port = servers.getFirst().actualPort();
            return null;
        });
    }

    /** Vert.x lets its instances share a port that the system chooses only where that is asked for as -1. */
    private static int shared(int port) {
        return port == 0 ? -1 : port;
    }

    private static FileLimits limits(Limits limits) {
        return new FileLimits(limits.maxAttachmentBytes(), limits.uploadRateBytes(), limits.uploadLifetime());
    }

    private OperationTerms terms() {
        return new OperationTerms(ledgers.database().clock()::now,
                !configuration.database().embedded() || configuration.database().forceElectionOnEmbedded());
    }

    private static boolean election(Ledger<Picture> ledger) {
        return ledger.picture().operation().filter(it -> it.operationKind() == OperationKind.ELECTION).isPresent();
    }

    /** Over the whole country, in all open operations of a kind. */
    private double silent(PostMeters.State state, boolean election) {
        String figure = switch (state) {
            case NEVER_REPORTED -> "posts.neverReported";
            case LATE -> "posts.late";
            case LOST_CONTACT -> "posts.lostContact";
        };
        return ledgers.operations().all().stream().filter(ledger -> election(ledger) == election)
                .flatMap(ledger -> ledger.picture().find(NATION, Tally.class).stream())
                .mapToLong(tally -> tally.figure(figure)).sum();
    }

    private void feed(Ledger<Picture> ledger, FeedMeters meters) {
        Context context = vertx.getOrCreateContext();
        Source source = new Source(
                ledger.id(), ledger::picture, ledger::confirmedAge, ledger::now, ledgers.database().clock()::now);
        OperationFeed operation = new OperationFeed(vertx, context, source, meters,
                OperationFeed.Pace.of(Duration.ofMillis(configuration.frameMillis())));
        feed.open(operation);
        ledger.listen(commit -> context.runOnContext(v -> operation.committed()));
    }

    private Optional<Bye> verdict(Viewer viewer) {
        return switch (guardhouse.gate().admit(viewer.session())) {
            case Verdict.Granted<Gate.Admission>(Gate.Admission admission) -> verdict(viewer, admission.actor());
            case Verdict.Denied<Gate.Admission>(var denial) -> Optional.of(switch (denial.code()) {
                case ACCOUNT_DISABLED -> Bye.ACCOUNT_DISABLED;
                default -> Bye.SESSION_ENDED;
            });
        };
    }

    /** With another role goes what the old one was cleared for, from the screen too. */
    private static Optional<Bye> verdict(Viewer viewer, Actor actor) {
        if (!actor.unit().equals(viewer.unit())) {
            return Optional.of(Bye.SCOPE_FORBIDDEN);
        }
        return actor.clearances().equals(viewer.clearances()) ? Optional.empty() : Optional.of(Bye.SESSION_ENDED);
    }

    private List<String> notReady() {
        List<String> reasons = new ArrayList<>();
        check(reasons, ledgers.house());
        ledgers.operations().all().forEach(ledger -> check(reasons, ledger));
        if (ledgers.database().clock().disagrees()) {
            reasons.add("this machine's clock and the database's differ by " + ledgers.database().clock().offset());
        }
        return reasons;
    }

    private static void check(List<String> reasons, Ledger<?> ledger) {
        if (ledger.state() instanceof LedgerState.Stopped stopped) {
            reasons.add("ledger " + ledger.id() + " stopped at " + stopped.seq() + ": " + stopped.why());
        } else if (ledger.confirmedAge().compareTo(UNCONFIRMED) > 0) {
            reasons.add("ledger " + ledger.id() + " has not confirmed its head for " + ledger.confirmedAge().toSeconds()
                    + " s");
        }
    }

    /** Says goodbye to the screens, then stops taking requests; the ledgers are closed by who opened them. */
    Future<Void> close() {
        timekeeper.stop();
        archive.stop();
        feed.close();
        return vertx.timer(200, TimeUnit.MILLISECONDS).compose(said -> files.close());
    }
}
