package kr.haetae.http;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import kr.haetae.auth.Action;
import kr.haetae.config.Limits;
import org.jspecify.annotations.Nullable;

/** The API, one line a route. */
final class Routes {
    private static final String OPERATION = "/operations/:operation";
    private static final String INCIDENT = OPERATION + "/incidents/:incident";

    private static final String CASE = OPERATION + "/cases/:case";
    private static final String DIRECTIVE = OPERATION + "/directives/:directive";
    private static final String CONFERENCE = OPERATION + "/conferences/:conference";
    private static final String VISIT = OPERATION + "/visits/:visit";
    private static final String ATTACHMENT = OPERATION + "/attachments/:subject/:attachment";
    private static final String ERASURE = OPERATION + "/entries/:seq/erasure";

    private static final String LEVEL = OPERATION + "/levels/:level";
    private static final String DEPLOYMENT = OPERATION + "/deployments/:deployment";
    private static final String RESERVE = OPERATION + "/reserves/:reserve";

    private static final String ROUTE = OPERATION + "/routes/:route";
    private static final String DISCREPANCY = OPERATION + "/discrepancies/:discrepancy";
    private static final String STORAGE = OPERATION + "/storages/:post";
    private static final String COUNTING = OPERATION + "/counting-centres/:post";

    private static final String PASSKEY = "/session/passkeys/:passkey";
    private static final String ACCOUNT = "/accounts/:account";

    private final PathIndex index;
    private final Door door;
    private final Handler<RoutingContext> body;

    private final Handler<RoutingContext> file;
    private final Handler<RoutingContext> bringing;

    Routes(PathIndex index, Door door, OpenOperations operations, Limits limits) {
        this.index = index;
        this.door = door;
        this.body = bodies(limits.maxBodyBytes());
        this.file = bodies(limits.maxImportBytes());
        this.bringing = new Bringing(operations);
    }

    void add(Resources of) {
        open(GET, "/openapi.json", of.documents()::openApi);
        open(GET, "/live.schema.json", of.documents()::liveSchema);
        open(POST, "/session", of.sessions()::logIn);
        guarded(GET, "/session", null, of.sessions()::get);
        guarded(DELETE, "/session", null, of.sessions()::logOut);
        open(POST, "/session/refresh", of.sessions()::refresh);
        open(POST, "/session/activation", of.sessions()::activate);
        guarded(PUT, "/session/password", null, of.sessions()::changePassword);
        open(POST, "/session/passkey/challenge", of.passkeys()::challenge);
        open(POST, "/session/passkey", of.passkeys()::logIn);
        guarded(GET, "/session/passkeys", null, of.passkeys()::list);
        guarded(POST, "/session/passkeys", null, of.passkeys()::add);
        guarded(POST, "/session/passkeys/challenge", null, of.passkeys()::challengeAddition);
        guarded(PUT, PASSKEY, null, of.passkeys()::rename);
        guarded(DELETE, PASSKEY, null, of.passkeys()::remove);
        guarded(GET, "/accounts", Action.ACCOUNT_SEE, of.accounts()::list);
        guarded(POST, "/accounts", Action.ACCOUNT_MANAGE, of.accountIssues()::create);
        upload(POST, "/accounts/bulk", Action.ACCOUNT_MANAGE, of.accountIssues()::createAll);
        guarded(POST, ACCOUNT + "/reset", Action.ACCOUNT_MANAGE, of.accountIssues()::reset);
        guarded(PUT, ACCOUNT + "/role", Action.ACCOUNT_MANAGE, of.accounts()::post);
        guarded(PUT, ACCOUNT + "/clearances", Action.ACCOUNT_MANAGE, of.accounts()::clear);
        guarded(POST, ACCOUNT + "/disablement", Action.ACCOUNT_MANAGE, of.accounts()::disable);
        guarded(DELETE, ACCOUNT + "/disablement", Action.ACCOUNT_MANAGE, of.accounts()::enable);
        guarded(POST, ACCOUNT + "/passkey-removal", Action.ACCOUNT_MANAGE, of.passkeys()::removeAll);
        guarded(GET, "/codes", null, of.codes()::get);
        guarded(GET, "/sealing-key", null, of.sealedQueues()::key);
        upload(POST, "/sealed-queues/opening", null, of.sealedQueues()::open);
        upload(POST, OPERATION + "/sealed-queues", Action.QUEUE_IMPORT, of.sealedQueues()::take);
        guarded(GET, "/map", Action.PICTURE_SEE, of.maps()::settings);
        guarded(GET, "/map/boundaries", Action.PICTURE_SEE, of.maps()::boundaries);
        guarded(GET, "/operations", null, of.operations()::list);
        guarded(POST, "/operations", Action.OPERATION_MANAGE, of.operations()::create);
        guarded(GET, OPERATION, Action.OPERATION_SEE, of.operations()::get);
        guarded(POST, OPERATION + "/archive", Action.OPERATION_MANAGE, of.operations()::archive);
        guarded(POST, OPERATION + "/opening", Action.OPERATION_MANAGE, of.operationCourse()::open);
        guarded(POST, OPERATION + "/closure", Action.OPERATION_MANAGE, of.operationCourse()::close);
        guarded(PUT, OPERATION + "/clock", Action.OPERATION_MANAGE, of.operationCourse()::setClock);
        guarded(PUT, OPERATION + "/timetable", Action.OPERATION_MANAGE, of.operationCourse()::setTimetable);
        guarded(GET, OPERATION + "/timetable/proposal", Action.OPERATION_SEE, of.operationCourse()::propose);
        guarded(POST, OPERATION + "/phase", Action.PHASE_ENTER, of.operationCourse()::enterPhase);
        guarded(PUT, OPERATION + "/settings", Action.OPERATION_MANAGE, of.operationCourse()::changeSettings);
        guarded(GET, OPERATION + "/units", Action.OPERATION_SEE, of.units()::list);
        guarded(GET, OPERATION + "/levels", Action.PICTURE_SEE, of.levels()::list);
        guarded(POST, OPERATION + "/levels", Action.LEVEL_DECLARE, of.levels()::declare);
        guarded(POST, OPERATION + "/levels/preview", Action.LEVEL_DECLARE, of.levels()::preview);
        guarded(GET, OPERATION + "/levels/effective", Action.PICTURE_SEE, of.levels()::effective);
        guarded(POST, LEVEL + "/confirmation", Action.LEVEL_APPROVE, of.levelWork()::confirm);
        guarded(POST, LEVEL + "/approval", Action.LEVEL_APPROVE, of.levelWork()::approve);
        guarded(POST, LEVEL + "/refusal", Action.LEVEL_APPROVE, of.levelWork()::refuse);
        guarded(POST, LEVEL + "/extension", Action.LEVEL_DECLARE, of.levelWork()::extend);
        guarded(POST, LEVEL + "/lifting", Action.LEVEL_DECLARE, of.levelWork()::lift);
        guarded(POST, LEVEL + "/receipt", Action.LEVEL_ANSWER, of.levelWork()::receive);
        guarded(GET, LEVEL + "/musters", Action.PICTURE_SEE, of.musters()::list);
        guarded(PUT, LEVEL + "/musters/:unit", Action.LEVEL_ANSWER, of.musters()::report);
        upload(PUT, OPERATION + "/level-plan", Action.LEVEL_PLAN, of.levels()::plan);
        guarded(GET, OPERATION + "/picture", Action.SHARED_SEE, of.pictures()::get);
        guarded(GET, OPERATION + "/series", Action.PICTURE_SEE, of.series()::get);
        guarded(GET, OPERATION + "/incidents", Action.SHARED_SEE, of.incidents()::list);
        guarded(GET, OPERATION + "/incidents.csv", Action.PICTURE_SEE, of.incidentExport()::csv);
        guarded(GET, OPERATION + "/search", Action.PICTURE_SEE, of.searches()::search);
        guarded(POST, OPERATION + "/incidents", null, of.reports()::report);
        guarded(POST, OPERATION + "/incidents/bulk", null, of.incidentBulk()::act);
        guarded(GET, INCIDENT, Action.SHARED_SEE, of.incidents()::get);
        guarded(POST, INCIDENT + "/acknowledgement", Action.INCIDENT_ACKNOWLEDGE, of.incidentWork()::acknowledge);
        guarded(POST, INCIDENT + "/comments", Action.INCIDENT_COMMENT, of.incidentWork()::comment);
        guarded(POST, INCIDENT + "/dispatches", Action.INCIDENT_DISPATCH, of.incidentWork()::dispatch);
        guarded(POST, INCIDENT + "/transfer", Action.INCIDENT_TRANSFER, of.incidentWork()::transfer);
        guarded(POST, INCIDENT + "/resolution", Action.INCIDENT_RESOLVE, of.incidentWork()::resolve);
        guarded(POST, INCIDENT + "/closure", Action.INCIDENT_CLOSE, of.incidentWork()::close);
        guarded(POST, INCIDENT + "/closure/request", Action.INCIDENT_CLOSE, of.incidentTriage()::requestClosure);
        guarded(POST, INCIDENT + "/closure/return", Action.INCIDENT_APPROVE_CLOSURE,
                of.incidentTriage()::returnClosure);
        guarded(POST, INCIDENT + "/veracity", Action.INCIDENT_TRIAGE, of.incidentTriage()::judge);
        guarded(POST, INCIDENT + "/correction", Action.INCIDENT_TRIAGE, of.incidentTriage()::correct);
        guarded(POST, INCIDENT + "/merger", Action.INCIDENT_TRIAGE, of.incidentTriage()::merge);
        guarded(POST, INCIDENT + "/links", Action.INCIDENT_TRIAGE, of.incidentTriage()::link);
        guarded(POST, INCIDENT + "/falsity", Action.INCIDENT_CLOSE, of.incidentTriage()::findFalse);
        guarded(POST, INCIDENT + "/reopening", Action.INCIDENT_CLOSE, of.incidentTriage()::reopen);
        guarded(POST, INCIDENT + "/restriction", Action.INCIDENT_RESTRICT, of.incidentAccess()::restrict);
        guarded(POST, INCIDENT + "/shares", Action.INCIDENT_SHARE, of.incidentAccess()::share);
        guarded(POST, INCIDENT + "/shares/:unit/end", Action.INCIDENT_SHARE, of.incidentAccess()::unshare);
        guarded(POST, INCIDENT + "/upward-reports", Action.INCIDENT_REPORT_UP, of.upwardReports()::send);
        guarded(GET, OPERATION + "/upward-reports", Action.PICTURE_SEE, of.upwardReports()::list);
        guarded(POST, OPERATION + "/upward-reports/:report/receipt", Action.INCIDENT_REPORT_UP,
                of.upwardReports()::receive);
        guarded(GET, OPERATION + "/handovers", Action.PICTURE_SEE, of.handovers()::list);
        guarded(POST, OPERATION + "/handovers", Action.SHIFT_HAND_OVER, of.handovers()::offer);
        guarded(POST, OPERATION + "/handovers/:handover/acceptance", Action.SHIFT_HAND_OVER,
                of.handovers()::accept);
        guarded(DELETE, OPERATION + "/handovers/:handover", Action.SHIFT_HAND_OVER, of.handovers()::withdraw);
        guarded(GET, INCIDENT + "/similar", Action.PICTURE_SEE, of.incidents()::similar);
        guarded(POST, INCIDENT + "/teams", Action.INCIDENT_DISPATCH, of.teams()::send);
        guarded(POST, INCIDENT + "/teams/:team/movement", Action.INCIDENT_DISPATCH, of.teams()::move);
        guarded(GET, OPERATION + "/incident-settings", Action.OPERATION_SEE, of.incidentSettings()::get);
        guarded(GET, OPERATION + "/erasures", Action.RECORD_ERASE, of.erasures()::list);
        guarded(POST, ERASURE, Action.RECORD_ERASE, of.erasures()::request);
        guarded(POST, ERASURE + "/approval", Action.RECORD_ERASE, of.erasures()::approve);
        guarded(POST, ERASURE + "/refusal", Action.RECORD_ERASE, of.erasures()::refuse);
        guarded(PUT, OPERATION + "/incident-settings", Action.OPERATION_MANAGE, of.incidentSettings()::put);
        guarded(GET, OPERATION + "/cases", Action.CASE_SEE, of.cases()::list);
        guarded(POST, OPERATION + "/cases", Action.CASE_OPEN, of.caseWork()::open);
        guarded(GET, OPERATION + "/cases/figures", Action.CASE_SEE, of.cases()::figures);
        guarded(GET, CASE, Action.CASE_SEE, of.cases()::get);
        guarded(POST, CASE + "/stage", Action.CASE_WORK, of.caseWork()::move);
        guarded(POST, CASE + "/persons", Action.CASE_WORK, of.caseWork()::count);
        guarded(POST, CASE + "/correction", Action.CASE_WORK, of.caseWork()::correct);
        guarded(POST, CASE + "/transfer", Action.CASE_WORK, of.caseWork()::transfer);
        guarded(POST, CASE + "/notes", Action.CASE_WORK, of.caseWork()::note);
        guarded(POST, CASE + "/links", Action.CASE_WORK, of.caseWork()::link);
        guarded(GET, OPERATION + "/directives", Action.PICTURE_SEE, of.directives()::list);
        guarded(POST, OPERATION + "/directives", Action.DIRECTIVE_ISSUE, of.directives()::issue);
        guarded(POST, OPERATION + "/directives/preview", Action.DIRECTIVE_ISSUE, of.directives()::preview);
        guarded(GET, DIRECTIVE, Action.PICTURE_SEE, of.directives()::get);
        guarded(POST, DIRECTIVE + "/reading", Action.DIRECTIVE_ANSWER, of.directiveWork()::read);
        guarded(POST, DIRECTIVE + "/acknowledgement", Action.DIRECTIVE_ANSWER, of.directiveWork()::acknowledge);
        guarded(POST, DIRECTIVE + "/done", Action.DIRECTIVE_ANSWER, of.directiveWork()::complete);
        guarded(POST, DIRECTIVE + "/reopening", Action.DIRECTIVE_ISSUE, of.directiveWork()::reopen);
        guarded(POST, DIRECTIVE + "/chase", Action.DIRECTIVE_CHASE, of.directiveWork()::chase);
        guarded(POST, DIRECTIVE + "/withdrawal", Action.DIRECTIVE_ISSUE, of.directiveWork()::withdraw);
        guarded(POST, DIRECTIVE + "/posts/:post/acknowledgement", Action.DIRECTIVE_NOTE,
                of.directiveWork()::acknowledgePost);
        guarded(GET, OPERATION + "/directive-settings", Action.OPERATION_SEE, of.directiveSettings()::get);
        guarded(PUT, OPERATION + "/directive-settings", Action.OPERATION_MANAGE, of.directiveSettings()::put);
        guarded(GET, OPERATION + "/conferences", Action.PICTURE_SEE, of.conferences()::list);
        guarded(POST, OPERATION + "/conferences", Action.CONFERENCE_CONVENE, of.conferences()::convene);
        guarded(PUT, CONFERENCE, Action.CONFERENCE_CONVENE, of.conferences()::change);
        guarded(GET, CONFERENCE + "/minutes", Action.PICTURE_SEE, of.conferences()::minutes);
        guarded(POST, CONFERENCE + "/start", Action.CONFERENCE_CONVENE, of.conferenceWork()::start);
        guarded(POST, CONFERENCE + "/end", Action.CONFERENCE_CONVENE, of.conferenceWork()::end);
        guarded(POST, CONFERENCE + "/cancellation", Action.CONFERENCE_CONVENE, of.conferenceWork()::cancel);
        guarded(POST, CONFERENCE + "/attendance", Action.CONFERENCE_ATTEND, of.conferenceWork()::join);
        guarded(POST, CONFERENCE + "/departure", Action.CONFERENCE_ATTEND, of.conferenceWork()::leave);
        guarded(POST, CONFERENCE + "/absence", Action.CONFERENCE_ATTEND, of.conferenceWork()::beAbsent);
        guarded(POST, CONFERENCE + "/items", Action.CONFERENCE_RECORD, of.conferenceWork()::add);
        guarded(POST, CONFERENCE + "/notes", Action.CONFERENCE_RECORD, of.conferenceWork()::note);
        guarded(POST, CONFERENCE + "/decisions", Action.CONFERENCE_RECORD, of.conferenceWork()::decide);
        guarded(GET, OPERATION + "/teams", Action.PICTURE_SEE, of.teams()::list);
        guarded(POST, OPERATION + "/teams", Action.INCIDENT_DISPATCH, of.teams()::set);
        guarded(GET, "/upload-limits", Action.ATTACHMENT_ADD, of.uploads()::limits);
        guarded(POST, "/uploads", Action.ATTACHMENT_ADD, of.uploads()::begin);
        guarded(GET, "/uploads/:upload", Action.ATTACHMENT_ADD, of.uploads()::get);
        streamed(PUT, "/uploads/:upload", Action.ATTACHMENT_ADD, of.uploads()::take);
        guarded(GET, OPERATION + "/attachments", Action.PICTURE_SEE, of.attachments()::list);
        guarded(POST, OPERATION + "/attachments", Action.ATTACHMENT_ADD, of.attachments()::add);
        guarded(POST, ATTACHMENT + "/withdrawal", Action.ATTACHMENT_WITHDRAW, of.attachments()::withdraw);
        guarded(GET, ATTACHMENT + "/thumbnail", Action.PICTURE_SEE, of.attachmentContents()::thumbnail);
        guarded(GET, ATTACHMENT + "/view", Action.PICTURE_SEE, of.attachmentContents()::view);
        guarded(GET, ATTACHMENT + "/original", Action.ATTACHMENT_ORIGINAL, of.attachmentContents()::original);
        guarded(GET, OPERATION + "/posts", Action.POST_SEE, of.posts()::list);
        upload(POST, OPERATION + "/posts/import", Action.POST_IMPORT, of.postImports()::upload);
        guarded(GET, OPERATION + "/posts/:post", Action.POST_SEE, of.posts()::get);
        guarded(POST, OPERATION + "/posts/:post/assignment", Action.POST_ASSIGN, of.posts()::assign);
        guarded(GET, OPERATION + "/posts/:post/reports", Action.PICTURE_SEE, of.postReports()::history);
        guarded(POST, OPERATION + "/posts/:post/reports", Action.POST_REPORT, of.postReports()::report);
        guarded(GET, OPERATION + "/posts/:post/visits", Action.PICTURE_SEE, of.visits()::list);
        guarded(POST, OPERATION + "/posts/:post/visits", Action.VISIT_RECORD, of.visits()::record);
        guarded(POST, VISIT + "/exit", Action.VISIT_RECORD, of.visits()::end);
        guarded(POST, VISIT + "/correction", Action.VISIT_RECORD, of.visits()::correct);
        guarded(POST, OPERATION + "/silences/:unit/acknowledgement", Action.SILENCE_ACKNOWLEDGE,
                of.postReports()::acknowledge);
        guarded(POST, OPERATION + "/alarms/acknowledgements", Action.ALARM_ACKNOWLEDGE, of.alarms()::acknowledge);
        guarded(GET, OPERATION + "/forces", Action.POST_SEE, of.forces()::list);
        upload(POST, OPERATION + "/forces/import", Action.FORCE_PLAN, of.personnelImports()::forces);
        guarded(PUT, OPERATION + "/forces/:force", Action.FORCE_PLAN, of.forces()::set);
        guarded(GET, OPERATION + "/deployments", Action.POST_SEE, of.deployments()::list);
        guarded(POST, OPERATION + "/deployments", Action.FORCE_PLAN, of.deployments()::plan);
        upload(POST, OPERATION + "/deployments/import", Action.FORCE_PLAN, of.personnelImports()::deployments);
        guarded(POST, DEPLOYMENT + "/movement", Action.FORCE_MOVE, of.deployments()::move);
        guarded(PUT, DEPLOYMENT + "/attendance", Action.FORCE_MOVE, of.deployments()::correct);
        guarded(POST, OPERATION + "/check-ins", null, of.checkIns()::checkIn);
        guarded(POST, OPERATION + "/check-outs", null, of.checkIns()::checkOut);
        guarded(POST, OPERATION + "/reserves", Action.RESERVE_REQUEST, of.reserves()::request);
        guarded(POST, RESERVE + "/approval", Action.RESERVE_APPROVE, of.reserves()::approve);
        guarded(POST, RESERVE + "/movement", Action.RESERVE_REQUEST, of.reserves()::move);
        guarded(GET, OPERATION + "/routes", Action.PICTURE_SEE, of.routes()::list);
        guarded(POST, OPERATION + "/routes", Action.TRANSPORT_PLAN, of.routePlans()::plan);
        upload(POST, OPERATION + "/routes/import", Action.TRANSPORT_PLAN, of.routeImports()::upload);
        guarded(POST, OPERATION + "/routes/proposal", Action.TRANSPORT_PLAN, of.routeProposals()::propose);
        guarded(GET, ROUTE, Action.PICTURE_SEE, of.routes()::get);
        guarded(PUT, ROUTE, Action.TRANSPORT_PLAN, of.routePlans()::change);
        guarded(POST, ROUTE + "/cancellation", Action.TRANSPORT_PLAN, of.routePlans()::cancel);
        guarded(POST, ROUTE + "/departure", Action.TRANSPORT_REPORT, of.transports()::depart);
        guarded(POST, ROUTE + "/checkpoint", Action.TRANSPORT_REPORT, of.transports()::pass);
        guarded(POST, ROUTE + "/stop", Action.TRANSPORT_REPORT, of.transports()::stop);
        guarded(POST, ROUTE + "/resumption", Action.TRANSPORT_REPORT, of.transports()::resume);
        guarded(POST, ROUTE + "/arrival", Action.TRANSPORT_REPORT, of.transports()::arrive);
        guarded(POST, ROUTE + "/handover", Action.TRANSPORT_REPORT, of.transports()::handOver);
        guarded(GET, OPERATION + "/boxes/:number", Action.PICTURE_SEE, of.routes()::box);
        guarded(GET, OPERATION + "/centres", Action.PICTURE_SEE, of.routes()::centres);
        guarded(GET, OPERATION + "/discrepancies", Action.PICTURE_SEE, of.routes()::discrepancies);
        guarded(POST, DISCREPANCY + "/explanation", Action.TRANSPORT_REPORT, of.discrepancies()::explain);
        guarded(POST, DISCREPANCY + "/acceptance", Action.DISCREPANCY_ACCEPT, of.discrepancies()::accept);
        guarded(POST, OPERATION + "/overdue/:unit/acknowledgement", Action.OVERDUE_ACKNOWLEDGE,
                of.discrepancies()::acknowledge);
        guarded(GET, OPERATION + "/storages", Action.PICTURE_SEE, of.storages()::list);
        guarded(GET, STORAGE, Action.PICTURE_SEE, of.storages()::get);
        guarded(POST, STORAGE + "/opening", Action.STORAGE_RECORD, of.storageWork()::open);
        guarded(POST, STORAGE + "/boxes", Action.STORAGE_RECORD, of.storageWork()::changeBoxes);
        guarded(POST, STORAGE + "/clearance", Action.STORAGE_RECORD, of.storageWork()::clear);
        guarded(POST, STORAGE + "/rounds", Action.STORAGE_RECORD, of.storageWork()::round);
        guarded(GET, STORAGE + "/seal-checks", Action.PICTURE_SEE, of.storages()::sealChecks);
        guarded(POST, STORAGE + "/seal-checks", Action.STORAGE_RECORD, of.storageWork()::checkSeals);
        guarded(POST, STORAGE + "/cameras", Action.STORAGE_RECORD, of.storageWork()::reportCamera);
        guarded(GET, STORAGE + "/accesses", Action.PICTURE_SEE, of.storages()::accesses);
        guarded(POST, STORAGE + "/accesses", Action.STORAGE_RECORD, of.storageWork()::enter);
        guarded(POST, OPERATION + "/storage-accesses/:access/exit", Action.STORAGE_RECORD,
                of.storageWork()::leave);
        guarded(GET, OPERATION + "/storage-gaps", Action.PICTURE_SEE, of.storages()::gaps);
        guarded(POST, OPERATION + "/storage-gaps/:gap/explanation", Action.STORAGE_EXPLAIN,
                of.storageWork()::explain);
        guarded(POST, OPERATION + "/camera-beats", Action.CAMERA_BEAT, of.storageWork()::beat);
        guarded(GET, OPERATION + "/storage-settings", Action.OPERATION_SEE, of.storages()::settings);
        guarded(PUT, OPERATION + "/storage-settings", Action.OPERATION_MANAGE, of.storages()::putSettings);
        guarded(GET, OPERATION + "/transport-settings", Action.OPERATION_SEE, of.transportSettings()::get);
        guarded(PUT, OPERATION + "/transport-settings", Action.OPERATION_MANAGE, of.transportSettings()::put);
        guarded(GET, OPERATION + "/liaison/posts", Action.LIAISON_REPORT, of.liaison()::posts);
        guarded(POST, OPERATION + "/liaison/reports", Action.LIAISON_REPORT, of.liaison()::report);
        guarded(POST, OPERATION + "/liaison/count-ends", Action.LIAISON_REPORT, of.liaison()::endCount);
        guarded(GET, OPERATION + "/counting-centres", Action.PICTURE_SEE, of.counting()::list);
        guarded(GET, COUNTING, Action.PICTURE_SEE, of.counting()::get);
        guarded(PUT, COUNTING + "/cordons", Action.COUNTING_RECORD, of.counting()::setCordons);
        guarded(PUT, COUNTING + "/commander", Action.COUNTING_ARRANGE, of.counting()::nameCommander);
        guarded(POST, COUNTING + "/stage", Action.COUNTING_RECORD, of.counting()::reach);
        guarded(POST, COUNTING + "/stage/correction", Action.COUNTING_ARRANGE, of.counting()::correct);
    }

    private void open(HttpMethod method, String path, Endpoint endpoint) {
        index.of(path).route(method, path).handler(door.open()).handler(body).handler(answer(endpoint));
    }

    private void guarded(HttpMethod method, String path, @Nullable Action action, Endpoint endpoint) {
        admitted(method, path, action).handler(body).handler(answer(endpoint));
    }

    private Route admitted(HttpMethod method, String path, @Nullable Action action) {
        Route route = index.of(path).route(method, path).handler(door.admit(action));
        return path.startsWith(OPERATION) ? route.handler(bringing) : route;
    }

    private void upload(HttpMethod method, String path, @Nullable Action action, Endpoint endpoint) {
        admitted(method, path, action).handler(file).handler(answer(endpoint));
    }

    /** The endpoint reads the body bit by bit, and finds it paused. */
    private void streamed(HttpMethod method, String path, Action action, Endpoint endpoint) {
        admitted(method, path, action).handler(ctx -> {
            ctx.request().pause();
            ctx.next();
        }).handler(answer(endpoint));
    }

    /** A plain handler, because vertx-web wants a body handler before the one who asks who it is; nobody's body is read before that. */
    private static Handler<RoutingContext> bodies(long maxBytes) {
        BodyHandler handler = BodyHandler.create(false).setBodyLimit(maxBytes);
        return ctx -> handler.handle(ctx);
    }

    static Handler<RoutingContext> answer(Endpoint endpoint) {
        return ctx -> endpoint.handle(new Call(ctx))
                .onSuccess(reply -> reply.send(ctx.response()))
                .onFailure(ctx::fail);
    }
}
