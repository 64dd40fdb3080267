package kr.haetae;

import static kr.haetae.AccessScene.json;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kr.haetae.AccessScene.Target;
import org.jspecify.annotations.Nullable;

/** The body with which a row of the table is tried. */
final class AccessBodies {
    private static final Map<String, String> LISTS = Map.of(
            "/accounts/bulk", "login,name,role,unit\nat-LINE,이름,OFFICER,seoul-mapo\n",
            "/operations/{operation}/posts/import", "kind,name,province,district\nPOLLING_PLACE,시험투표소,서울특별시,마포구\n",
            "/operations/{operation}/forces/import", "소속,구분,부대명,총원,휴가,교육,파견\n서울마포,교통,교통1팀,20,2,1,0\n",
            "/operations/{operation}/deployments/import",
            "unit,posts,planned,date,from,until\n서울마포," + RunningNode.MAPO_POST + ",2,2026-06-03,05:00,13:00\n",
            "/operations/{operation}/routes/import",
            "number,kind,from,toName,date,departsAt,arrivesAt\n시험-LINE,POSTAL," + RunningNode.MAPO_POST
                    + ",우편집중국,2026-06-03,20:10,20:40\n");

    private final Map<String, String> ids;
    private final Map<Target, String> incidents;
    private final Map<Target, String> beside;

    /** {@code beside}: for each incident another in the same room's hand, to merge with and link to. */
    AccessBodies(Map<String, String> ids, Map<Target, String> incidents, Map<Target, String> beside) {
        this.ids = ids;
        this.incidents = incidents;
        this.beside = beside;
    }

    boolean list(AccessTable.Row row) {
        return LISTS.containsKey(row.path());
    }

    @Nullable
    Buffer of(AccessTable.Row row, Target target) {
        String list = LISTS.get(row.path());
        if (list != null) {
            return Buffer.buffer(list.replace("LINE", UUID.randomUUID().toString()));
        }
        if (row.path().contains("/sealed-queues")) {
            return SealedFile.empty(RunningNode.shared(), "mapo-officer");
        }
        JsonObject described = OpenApi.DOCUMENT.getJsonObject("paths").getJsonObject(row.path())
                .getJsonObject(row.method().toLowerCase(Locale.ROOT)).getJsonObject("requestBody");
        if (described == null) {
            return null;
        }
        JsonObject json = described.getJsonObject("content").getJsonObject("application/json");
        if (json == null) {
            return Buffer.buffer("bytes");
        }
        JsonObject body = json.getJsonObject("example").copy();
        return fitted(row, target, body).toBuffer();
    }

    private JsonObject fitted(AccessTable.Row row, Target target, JsonObject body) {
        Instant now = Instant.now();
        String path = row.path().replaceFirst("^/operations/\\{operation}", "*");
        return switch (row.method() + " " + path) {
            case "PUT /session/password" -> new JsonObject();
            case "POST /accounts" -> body.put("login", "at-" + UUID.randomUUID());
            case "POST */incidents" -> report(row.body(), body.put("occurredAt", now.toString()));
            case "POST */incidents/bulk" -> json("action", row.body()).put("allOrNothing", true)
                    .put("incidents",
                            new JsonArray().add(json("incident", Objects.requireNonNull(incidents.get(target)))))
                    .put("body", terms(row.body()));
            case "POST */incidents/{incident}/restriction" -> body.put("clearance", target.clearance().name());
            case "POST */incidents/{incident}/shares" -> body.put("unit", "seoul");
            case "POST */incidents/{incident}/merger" -> body.put("into", beside.get(target));
            case "POST */incidents/{incident}/links" -> body.put("other", beside.get(target));
            case "POST */incidents/{incident}/teams" -> body.put("team", ids.get("team"));
            case "POST */cases" -> body.put("incident", incidents.get(target)).put("electionDay", "2026-06-03");
            case "POST */cases/{case}/links" -> body.put("incident", incidents.get(target));
            case "POST */cases/{case}/transfer", "POST */posts/{post}/assignment", "POST */teams",
                    "PUT */forces/{force}" ->
                path.endsWith("{force}") ? body : body.put("unit", AccessScene.MAPO);
            case "POST */levels", "POST */levels/preview" ->
                body.put("unit", AccessScene.MAPO).put("until", now.plusSeconds(7_200).toString());
            case "POST */levels/{level}/extension" -> body.put("until", now.plusSeconds(9_000).toString());
            case "PUT */level-plan" -> new JsonObject().put("steps", new JsonArray().add(json("unit",
                    AccessScene.MAPO, "level", "C", "from", now.plusSeconds(86_400).toString(), "until",
                    now.plusSeconds(90_000).toString(), "reason", "계획")));
            case "POST */alarms/acknowledgements" -> body.put("subject", "incident/" + incidents.get(target))
                    .put("since", now.toString());
            case "POST */posts/{post}/reports" -> body.put("occurredAt", now.toString());
            case "POST */posts/{post}/visits" -> body.put("askedAt", now.minusSeconds(100).toString())
                    .put("enteredAt", now.minusSeconds(50).toString());
            case "POST */visits/{visit}/exit" -> body.put("leftAt", now.toString());
            case "POST */storages/{post}/opening", "POST */storages/{post}/boxes", "POST */storages/{post}/clearance",
                    "POST */storages/{post}/rounds", "POST */storages/{post}/seal-checks",
                    "POST */storages/{post}/cameras", "POST */storages/{post}/accesses",
                    "POST */storage-accesses/{access}/exit", "POST */counting-centres/{post}/stage" ->
                body.put("at", now.toString());
            case "POST */camera-beats" -> body.put("cameras", new JsonArray().add(json("post",
                    Objects.requireNonNull(ids.get("storage")), "camera", "출입문").put("up", true)));
            case "POST */liaison/reports" -> body.put("post", ids.get("post"));
            case "POST */liaison/count-ends" -> body.put("post", ids.get("centre"));
            case "POST */deployments" -> body.put("posts", new JsonArray().add(ids.get("post")))
                    .put("from", now.toString()).put("until", now.plusSeconds(3_600).toString());
            case "POST */deployments/{deployment}/movement", "POST */reserves/{reserve}/movement" ->
                body.put("occurredAt", now.toString());
            case "POST */check-ins", "POST */check-outs" -> checkIn(row.body(), body.put("occurredAt", now.toString()),
                    path.endsWith("ins"));
            case "POST */directives", "POST */directives/preview" ->
                body.put("to", new JsonArray().add(AccessScene.MAPO))
                        .put("due", now.plusSeconds(7_200).toString());
            case "POST */directives/{directive}/reopening" -> body.put("unit", AccessScene.MAPO);
            case "POST */conferences", "PUT */conferences/{conference}" ->
                body.put("to", new JsonArray().add(AccessScene.MAPO));
            case "POST */reserves/{reserve}/approval" -> body.put("forces", new JsonArray().add(ids.get("force")));
            case "POST */routes" -> route(body, now);
            case "PUT */routes/{route}" -> body.put("route", route(body.getJsonObject("route"), now));
            case "POST */routes/proposal" -> body.put("unit", AccessScene.MAPO);
            case "POST */routes/{route}/departure", "POST */routes/{route}/checkpoint", "POST */routes/{route}/stop",
                    "POST */routes/{route}/resumption", "POST */routes/{route}/arrival" ->
                body.put("occurredAt", now.toString());
            case "POST */routes/{route}/handover" -> body.put("occurredAt", now.toString()).put("side", "GIVING");
            default -> body;
        };
    }

    private static JsonObject route(JsonObject body, Instant now) {
        body.remove("to");
        body.remove("boxes");
        return body.put("kind", "POSTAL").put("from", RunningNode.MAPO_POST.toString()).put("toName", "우편집중국")
                .put("departsAt", now.toString()).put("arrivesAt", now.plusSeconds(3_600).toString());
    }

    private static JsonObject report(String variant, JsonObject body) {
        body.put("unit", AccessScene.MAPO);
        return switch (variant) {
            case "for-others" -> body.put("source", "CALL_112");
            case "monitoring" -> body.put("source", "MONITORING").put("monitoring", "AI_CONTENT");
            default -> body;
        };
    }

    private static JsonObject terms(String action) {
        return switch (action) {
            case "COMMENT" -> json("text", "확인");
            case "DISPATCH" -> json("note", "1팀");
            case "TRANSFER" -> json("unit", AccessScene.MAPO, "reason", "관할");
            case "JUDGE" -> json("veracity", "CONFIRMED", "reason", "확인");
            case "CLOSE" -> json("outcome", "WARNED");
            case "RETURN_CLOSURE" -> json("reason", "재확인");
            default -> new JsonObject();
        };
    }

    private JsonObject checkIn(String variant, JsonObject body, boolean in) {
        if (in) {
            body.put("post", ids.get("post"));
        }
        return variant.equals("own") ? body
                : body.put("who", json("account", Objects.requireNonNull(ids.get("account")))).put("reason", "무전");
    }
}
