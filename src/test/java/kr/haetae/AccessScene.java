package kr.haetae;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import kr.haetae.event.Clearance;
import kr.haetae.event.Role;
import org.jspecify.annotations.Nullable;

/**
 * An operation in which everything that a route can address belongs to Mapo and stays addressable whatever is done to it, and the
 * requests that address it. Bodies are the examples of the published document, except where a change would take the thing away.
 */
final class AccessScene {
    static final String MAPO = "seoul-mapo";

    /** An incident that a row is tried on; {@code crime}: in the hand of the investigation room. */
    enum Target {
        PLAIN(Clearance.GENERAL), PROTECTED(Clearance.PROTECTION), SECRET(Clearance.RESTRICTED), CRIME(
                Clearance.GENERAL);

        private final Clearance clearance;

        Target(Clearance clearance) {
            this.clearance = clearance;
        }

        Clearance clearance() {
            return clearance;
        }
    }

    private static final Map<String, String> ASKED = Map.ofEntries(
            Map.entry("GET */timetable/proposal", "pollingDay=2026-06-03"), Map.entry("GET */picture", "scope=" + MAPO),
            Map.entry("GET */series", "figures=incidents.total&scope=" + MAPO),
            Map.entry("GET */levels", "unit=" + MAPO), Map.entry("GET */levels/effective", "unit=" + MAPO),
            Map.entry("GET */incidents", "unit=" + MAPO), Map.entry("GET */cases", "unit=" + MAPO),
            Map.entry("GET */cases/figures", "unit=" + MAPO), Map.entry("GET */teams", "unit=" + MAPO),
            Map.entry("GET */posts", "unit=" + MAPO), Map.entry("GET */forces", "unit=" + MAPO),
            Map.entry("GET */deployments", "unit=" + MAPO), Map.entry("GET /accounts", "unit=" + MAPO),
            Map.entry("PUT /uploads/{upload}", "from=0"), Map.entry("GET */incidents.csv", "unit=" + MAPO),
            Map.entry("GET */search", "q=내용&unit=" + MAPO), Map.entry("GET */upward-reports", "unit=" + MAPO),
            Map.entry("GET */handovers", "unit=" + MAPO), Map.entry("GET */directives", "unit=" + MAPO),
            Map.entry("GET */conferences", "unit=" + MAPO),
            Map.entry("GET */storages", "unit=" + MAPO),
            Map.entry("GET */storage-gaps", "unit=" + MAPO), Map.entry("GET */counting-centres", "unit=" + MAPO),
            Map.entry("GET */routes", "unit=" + MAPO),
            Map.entry("GET */centres", "unit=" + MAPO), Map.entry("GET */discrepancies", "unit=" + MAPO));

    private final String operation;
    private final String spare;
    private final Caller room;
    private final Caller station;
    private final Map<Target, String> incidents = new EnumMap<>(Target.class);
    private final Map<Target, String> reports = new EnumMap<>(Target.class);
    private final Map<String, String> ids = new ConcurrentHashMap<>();
    private final Map<Target, String> beside = new EnumMap<>(Target.class);
    private final Map<Target, String> files = new EnumMap<>(Target.class);
    private final AccessBodies bodies;

    AccessScene(RunningNode node, String room, String station) {
        UUID made = node.anotherOperation();
        operation = "/operations/" + made;
        spare = "/operations/" + node.anotherOperation();
        this.room = Caller.of(node, room);
        this.station = Caller.of(node, station);
        ids.put("operation", made.toString());
        ids.put("unit", MAPO);
        ids.put("account", node.account("at-" + made, Role.OFFICER, MAPO, null).toString());
        for (Target target : Target.values()) {
            Caller by = target.clearance() == Clearance.GENERAL ? this.room : this.station;
            String kind = target == Target.CRIME ? "BRIBERY" : "CROWD";
            incidents.put(target, report(by, kind, target.clearance()));
            beside.put(target, report(by, kind, target.clearance()));
            reports.put(target, created(by, "/incidents/" + incidents.get(target) + "/upward-reports",
                    json("to", "seoul", "text", "1보")));
            String sender = target.clearance() == Clearance.GENERAL ? room : station;
            UUID upload = new Sender(node, sender).upload(Pictured.jpeg(640, 480, files.size()), "image/jpeg");
            files.put(target, Caller.body(by.command(operation + "/attachments",
                    json("subject", "incident/" + incidents.get(target), "upload", upload.toString())), 201)
                    .getString("command"));
        }
        ids.put("storage", Sited.storage(node, made, MAPO).toString());
        ids.put("centre", Sited.countingCentre(node, made, MAPO).toString());
        things();
        storage();
        bodies = new AccessBodies(ids, incidents, beside);
    }

    UUID operation() {
        return UUID.fromString(operation.replaceFirst(".*/", ""));
    }

    String incident(Target target) {
        return Objects.requireNonNull(incidents.get(target));
    }

    String report(Target target) {
        return Objects.requireNonNull(reports.get(target));
    }

    String id(String name) {
        return Objects.requireNonNull(ids.get(name), name);
    }

    private void things() {
        Caller.body(room.command(operation + "/teams", new JsonObject().put("names", new JsonArray().add("서교1"))), 200);
        ids.put("team", first(room, "/teams"));
        Caller.body(upload(room, "/forces/import", "소속,구분,부대명,총원,휴가,교육,파견\n서울마포,교통,교통1팀,20,2,1,0\n"), 200);
        ids.put("force", first(room, "/forces"));
        Instant now = Instant.now();
        ids.put("post", RunningNode.MAPO_POST.toString());
        ids.put("deployment", created(room, "/deployments", json("unit", MAPO, "from", now.toString(), "until",
                now.plusSeconds(7_200).toString()).put("planned", 2).put("posts",
                        new JsonArray().add(RunningNode.MAPO_POST.toString()))));
        ids.put("reserve", created(room, "/reserves", json("unit", MAPO, "forceKind", "MOBILE_UNIT", "reason", "집회")
                .put("people", 80)));
        ids.put("case", created(station, "/cases", json("kind", "BRIBERY", "origin", "REPORT", "summary", "식사 제공",
                "electionDay", "2026-06-03", "unit", MAPO)));
        ids.put("visit", created(room, "/posts/" + RunningNode.MAPO_POST + "/visits", json("askedBy", "POLL_MANAGER",
                "askedAt", now.minusSeconds(120).toString(), "enteredAt", now.minusSeconds(60).toString(), "reason",
                "소란").put("officers", 2).put("inUniform", true)));
        transports(now);
        ids.put("level", created(station, "/levels", json("unit", MAPO, "level", "B", "until",
                now.plusSeconds(7_200).toString(), "reason", "집회")));
        ids.put("directive", created(station, "/directives", json("urgency", "URGENT", "title", "순찰", "text", "강화")
                .put("to", new JsonArray().add(MAPO)).put("posts", new JsonArray().add("POLLING_PLACE"))));
        ids.put("conference", created(station, "/conferences", json("title", "점검", "startsAt", now.toString(), "link",
                "https://video.police.example/1").put("to", new JsonArray().add(MAPO))));
        ids.put("handover", new UUID(0, 1).toString());
        ids.put("passkey", new UUID(0, 3).toString());
        ids.put("upload", new UUID(0, 2).toString());
        ids.put("seq", Caller.body(room.get(operation + "/incidents/" + incident(Target.PLAIN)), 200)
                .getJsonArray("timeline").getJsonObject(0).getLong("seq").toString());
    }

    /** A route, and another with a discrepancy. */
    private void transports(Instant now) {
        JsonObject plan = json("kind", "POSTAL", "from", RunningNode.MAPO_POST.toString(), "toName", "우편집중국",
                "departsAt", now.toString(), "arrivesAt", now.plusSeconds(3_600).toString());
        ids.put("route", created(room, "/routes", plan));
        ids.put("number", "mapo-1");
        Caller.body(room.command(operation + "/routes/" + created(room, "/routes", plan) + "/departure",
                json("occurredAt", now.toString()).put("commissionStaff", 1)
                        .put("boxes", new JsonArray().add(json("box", "mapo-1")))
                        .put("officers", new JsonArray().add(json("name", "김경위")))),
                200);
        ids.put("discrepancy", first(room, "/discrepancies"));
    }

    /** Opened, somebody inside, and a seal that is another than was put on. */
    private void storage() {
        String storage = "/storages/" + id("storage");
        String now = Instant.now().toString();
        JsonArray seals = new JsonArray().add("마포-0101");
        Caller.body(room.command(operation + storage + "/opening", json("at", now).put("boxes", 14).put("observers", 4)
                .put("seals", seals)), 200);
        ids.put("access", created(room, storage + "/accesses", json("who", "COMMISSION", "reason", "투입", "at", now)
                .put("people", 2)));
        created(room, storage + "/seal-checks", json("at", now).put("seals", new JsonArray().add("마포-0999"))
                .put("intact", true));
        ids.put("gap", first(room, "/storage-gaps"));
    }

    /** Offers Mapo's room, unless it is offered; its hand-over can be withdrawn, so that each who may gets one of his own. */
    void handover() {
        room.command(operation + "/handovers", new JsonObject());
        JsonArray open = Caller.body(room.get(operation + "/handovers?accepted=false"), 200).getJsonArray("items");
        open.stream().map(JsonObject.class::cast).filter(it -> it.getString("unit").equals(MAPO))
                .forEach(it -> ids.put("handover", it.getString("id")));
    }

    /** Mapo's room handed over by its commander, who is cleared for all of it: what is general comes first. */
    Map<Target, String> handedOver() {
        JsonArray ids = Caller.body(station.command(operation + "/handovers", new JsonObject()), 201)
                .getJsonArray("ids");
        return Map.of(Target.PLAIN, ids.getString(0), Target.PROTECTED, ids.getString(1), Target.SECRET,
                ids.getString(2));
    }

    /** The status and the code, if it is a problem. */
    String ask(Caller who, AccessTable.Row row, Target target) {
        boolean reads = row.method().equals("GET");
        String path = path(row, target);
        Buffer body = reads || row.method().equals("DELETE") ? null : bodies.of(row, target);
        Caller asking = reads ? who : who.with("Idempotency-Key", Backroom.newId().toString());
        Caller typed = bodies.list(row) ? asking.with("Content-Type", "text/csv") : asking;
        var response = typed.send(HttpMethod.valueOf(row.method()), path, body);
        if (response.statusCode() < 400) {
            return Integer.toString(response.statusCode());
        }
        return response.statusCode() + " " + Objects.requireNonNull(response.bodyAsJsonObject()).getString("code");
    }

    private String path(AccessTable.Row row, Target target) {
        String path = row.path();
        if (!path.contains("{incident}") && OfWhole.changes(row)) {
            path = path.replace("/operations/{operation}", spare);
        }
        Map<String, String> named = new HashMap<>(ids);
        named.put("incident", incident(target));
        named.put("report", report(target));
        named.put("subject", incident(target));
        named.put("attachment", Objects.requireNonNull(files.get(target)));
        named.put("post", id(path.contains("/storages/") ? "storage"
                : path.contains("/counting-centres/") ? "centre" : "post"));
        for (Map.Entry<String, String> one : named.entrySet()) {
            path = path.replace("{" + one.getKey() + "}", one.getValue());
        }
        if (row.route().equals("GET /operations/{operation}/attachments")) {
            return path + "?subject=incident/" + incident(target);
        }
        String query = ASKED.get(row.method() + " " + row.path().replaceFirst("^/operations/\\{operation}", "*"));
        String upload = bodies.list(row) && !row.path().startsWith("/accounts") ? "dryRun=true" : query;
        return upload == null ? path : path + "?" + upload;
    }

    /** What would put an end to an operation, or give it other rules, is done to a spare one. */
    private static final class OfWhole {
        static boolean changes(AccessTable.Row row) {
            return row.path().matches("/operations/\\{operation}/(archive|opening|closure|clock|timetable|phase"
                    + "|settings|incident-settings|directive-settings|storage-settings|transport-settings)")
                    && !row.method().equals("GET");
        }
    }

    private String report(Caller by, String kind, Clearance clearance) {
        return created(by, "/incidents", json("kind", kind, "text", "내용", "occurredAt", Instant.now().toString(),
                "unit", MAPO, "clearance", clearance.name()).put("code", 2));
    }

    private String created(Caller by, String path, JsonObject body) {
        return Caller.body(by.command(operation + path, body), 201).getString("id");
    }

    private String first(Caller by, String path) {
        return Caller.body(by.get(operation + path), 200).getJsonArray("items").getJsonObject(0).getString("id");
    }

    private HttpResponse<Buffer> upload(Caller by, String path, String list) {
        return by.with("Content-Type", "text/csv").with("Idempotency-Key", Backroom.newId().toString())
                .send(HttpMethod.POST, operation + path, Buffer.buffer(list));
    }

    static JsonObject json(String... fields) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < fields.length; i += 2) {
            object.put(fields[i], fields[i + 1]);
        }
        return object;
    }
}
