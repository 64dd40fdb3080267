package kr.haetae.http;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.util.concurrent.TimeUnit;
import kr.haetae.auth.Guardhouse;
import kr.haetae.feed.Feed;
import kr.haetae.feed.LiveEndpoint;

/** The public server: one instance for each event loop, all on one port. */
public final class ApiServer extends VerticleBase {
    /**
     * Whoever takes nothing for so long is cut off: a peer that never reads lets no close frame out either, and Vert.x waits for an
     * answer to that only once it is out. A live socket gets a tick every 2 s.
     */
    private static final int NOTHING_TAKEN_SECONDS = 120;

    private static final String API = "/api/v1";

    private final HttpServerOptions options;
    private final Premises premises;
    private volatile int actualPort;

    public ApiServer(HttpServerOptions options, Premises premises) {
        this.options = options;
        this.premises = premises;
    }

    /** Options that the product's sockets and requests need; host, port and TLS are the caller's. */
    public static HttpServerOptions options(int maxFrameBytes) {
        return new HttpServerOptions()
                .setMaxWebSocketFrameSize(maxFrameBytes)
                .setMaxWebSocketMessageSize(maxFrameBytes)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setMaxInitialLineLength(8192)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setWriteIdleTimeout(NOTHING_TAKEN_SECONDS)
                .setTcpNoDelay(true);
    }

    @Override
    public Future<HttpServer> start() {
        Router router = Router.router(vertx);
        Problems problems = new Problems();
        router.route().handler(new RequestId()).handler(new SecurityHeaders(options.isSsl(), premises.map()))
                .failureHandler(problems);
        router.route(API + "/*").subRouter(api());
        Pages.add(router);
        for (int status : new int[]{400, 404, 405, 413, 414, 500}) {
            router.errorHandler(status, problems);
        }
        return Listening.at(options, vertx.createHttpServer(options)
                .requestHandler(request -> {
                    if (readable(request)) {
                        router.handle(request);
                    } else {
                        Problems.unreadable(request);
                    }
                })
                .invalidRequestHandler(Problems::unreadable))
                .onSuccess(server -> actualPort = server.actualPort());
    }

    /** Asked before the router does: it would log a query that can't be decoded as an error of ours. */
    private static boolean readable(HttpServerRequest request) {
        try {
            return request.query() == null || request.params() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The bound port, once deployed. */
    public int actualPort() {
        return actualPort;
    }

    private Router api() {
        Feed feed = premises.feed();
        Door door = new Door(premises.guardhouse().gate(), premises.origins());
        Router api = Router.router(vertx);
        api.get("/live").handler(new LiveResource(door, feed,
                new LiveEndpoint(vertx, feed, options.getMaxWebSocketFrameSize())));
        api.route().handler(index(vertx, premises, door)::handle);
        return api;
    }

    static PathIndex index(Vertx vertx, Premises premises, Door door) {
        Guardhouse guardhouse = premises.guardhouse();
        SessionAnswers sessions = new SessionAnswers(guardhouse.gate(), premises.proxies());
        PathIndex index = new PathIndex(vertx, API);
        Routes routes = new Routes(index, door, premises.operations(), premises.limits());
        OpenOperations operations = premises.operations();
        IncidentDesk incidents = new IncidentDesk(operations);
        routes.add(new Resources(
                new DocumentResource(),
                new SessionResource(guardhouse.logins(), guardhouse.gate(), sessions),
                new PasskeyResource(guardhouse.passkeys(), sessions),
                new AccountResource(guardhouse.accounts(), guardhouse.gate()::house),
                new AccountIssueResource(guardhouse.accounts()),
                new CodeResource(),
                new MapResource(premises.map()),
                new OperationResource(guardhouse, operations, premises.terms()),
                new OperationCourseResource(operations, premises.terms().clock()),
                new UnitResource(operations),
                new LevelResource(operations),
                new LevelWorkResource(operations),
                new MusterResource(operations),
                new PictureResource(vertx, operations, premises.wholes()),
                new SeriesResource(vertx, operations),
                new IncidentResource(operations),
                new IncidentExport(vertx, operations),
                new SearchResource(vertx, operations),
                new ReportResource(operations),
                new IncidentWorkResource(incidents),
                new IncidentTriageResource(incidents),
                new IncidentAccessResource(incidents),
                new UpwardReportResource(operations, new ListPage(vertx)),
                new HandoverResource(operations, new ListPage(vertx)),
                new IncidentBulkResource(operations),
                new TeamResource(operations, incidents),
                new IncidentSettingsResource(operations),
                new DirectiveResource(operations),
                new DirectiveWorkResource(operations),
                new DirectiveSettingsResource(operations),
                new ConferenceResource(operations),
                new ConferenceWorkResource(operations),
                new CaseResource(vertx, operations),
                new CaseWorkResource(new CaseDesk(operations, guardhouse.gate()::house)),
                new UploadResource(premises.files()),
                new AttachmentResource(operations, premises.files()),
                new AttachmentContentResource(operations, premises.files()),
                new ErasureResource(operations),
                new PostResource(operations),
                new PostImportResource(vertx, operations),
                new PostReportResource(operations),
                new AlarmResource(operations),
                new VisitResource(operations),
                new RouteResource(operations, new ListPage(vertx)),
                new RoutePlanResource(operations),
                new RouteImportResource(vertx, operations),
                new RouteProposalResource(vertx, operations),
                new TransportResource(operations),
                new DiscrepancyResource(operations),
                new ForceResource(operations, new ListPage(vertx)),
                new DeploymentResource(operations, new ListPage(vertx)),
                new PersonnelImportResource(vertx, operations),
                new CheckInResource(operations, guardhouse.gate()::house),
                new ReserveResource(operations),
                new StorageResource(operations, new ListPage(vertx)),
                new StorageWorkResource(operations),
                new TransportSettingsResource(operations),
                new CountingResource(operations, new ListPage(vertx), guardhouse.gate()::house),
                new LiaisonResource(vertx, operations),
                new SealedQueueResource(operations, premises.files(), guardhouse.sealing(), guardhouse.gate()::house)));
        return index;
    }
}
