package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import kr.haetae.event.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What one may see is found, whatever way it is spelled; what one may not, is not. */
class SearchThroughHttpTest {
    private static final RunningNode NODE = RunningNode.shared();

    private final String operation = "/operations/" + NODE.operation();
    private final Caller room = Caller.of(NODE, "mapo-room");
    private final Caller gangnam = Caller.of(NODE, "gangnam-search");
    private final Caller commander = Caller.of(NODE, "commander");

    @BeforeAll
    static void accounts() {
        NODE.account("gangnam-search", Role.ROOM_OPERATOR, "seoul-gangnam", null);
        NODE.account("npa-search", Role.DUTY_OFFICER, "npa", null);
    }

    @Test
    void incidentsAreFoundByTextNumberCallAndPlace() {
        JsonObject reported = report("드론이 맴돈다 DRONE", "112-찾기1");
        String id = reported.getString("id");

        for (String words : List.of("드론", "맴돈다 드론", "drone", Normalizer.normalize("드론", Normalizer.Form.NFD),
                reported.getString("number"), "112-찾기1", "서교동제1 드론")) {
            assertThat(incidents(room, "q=" + encoded(words))).as(words).contains(id);
        }
        assertThat(incidents(room, "q=" + encoded("드론 없음"))).doesNotContain(id);
        assertThat(incidents(gangnam, "q=" + encoded("드론"))).isEmpty();
        assertThat(incidents(room, "q=" + encoded("드론") + "&kind=VIOLENCE")).isEmpty();
        assertThat(incidents(room, "q=" + encoded("드론") + "&code=3&status=REPORTED&unit=seoul-mapo&from="
                + encoded(Instant.now().minusSeconds(600).toString()) + "&until="
                + encoded(Instant.now().plusSeconds(600).toString()))).containsExactly(id);
        assertThat(incidents(room, "q=" + encoded("드론") + "&until="
                + encoded(Instant.now().minusSeconds(6_000).toString()))).isEmpty();
    }

    @Test
    void whatWasSaidLaterIsFoundInTheLedgerUntilItIsErased() {
        JsonObject reported = report("다툼", "112-2");
        String incident = operation + "/incidents/" + reported.getString("id");
        long said = Caller.body(room.command(incident + "/comments",
                new JsonObject().put("text", Normalizer.normalize("파란 우산을 든 사람", Normalizer.Form.NFD))), 200)
                .getLong("seq");
        String query = "q=" + encoded("우산 파란");

        JsonObject found = entries(room, query).get(0);
        assertThat(found.getJsonObject("entry").getLong("seq")).isEqualTo(said);
        assertThat(found.getJsonObject("incident").getString("id")).isEqualTo(reported.getString("id"));
        assertThat(entries(gangnam, query)).isEmpty();
        assertThat(entries(room, query + "&kind=VIOLENCE")).isEmpty();

        String erasure = operation + "/entries/" + said + "/erasure";
        Caller.body(Caller.of(NODE, "npa-search").command(erasure,
                new JsonObject().put("reason", "잘못 적음").put("basis", "ENTERED_WRONGLY")), 200);
        Caller.body(commander.command(erasure + "/approval", new JsonObject()), 200);

        assertThat(entries(room, query)).isEmpty();
        assertThat(entries(commander, query)).isEmpty();
    }

    @Test
    void pagesAreGoneThroughToTheEnd() {
        for (int i = 0; i < 5; i++) {
            report("쪽수 세기 " + i, "112-p" + i);
        }
        assertThat(incidents(room, "limit=2&q=" + encoded("쪽수"))).hasSize(5).doesNotHaveDuplicates();
        assertThat(room.get(operation + "/search?cursor=nowhere").statusCode()).isEqualTo(400);
        assertThat(room.get(operation + "/search?unit=busan").statusCode()).isEqualTo(403);
    }

    @Test
    void anExportIsWhatTheListShowsAndDisarmed() {
        report("=HYPERLINK(\"http://evil\")", "+82-2");
        report("여러 줄\n\"따옴표\", 쉼표", "112-내보내기");

        HttpResponse<Buffer> response = room.get(operation + "/incidents.csv?q=" + encoded("여러 줄"));
        String csv = text(response);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.getHeader("Content-Disposition")).contains("filename*=UTF-8''" + encoded("훈련-상황목록-"));
        assertThat(csv).startsWith("\uFEFF");
        String[] lines = csv.substring(1).split("\r\n");
        assertThat(lines).hasSize(2);
        assertThat(lines[0]).startsWith("훈련,번호,종류,112 코드,상태");
        assertThat(lines[1]).startsWith("훈련,서울마포-").contains(",기타,코드 3,", "\"여러 줄\n\"\"따옴표\"\", 쉼표\"")
                .containsPattern(",20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z,");
        String formula = exported(room, "q=" + encoded("HYPERLINK") + "&lang=en");
        assertThat(formula).contains("DRILL,Number,Kind", "\"'=HYPERLINK(\"\"http://evil\"\")\"", ",'+82-2,");
        assertThat(exported(gangnam, "q=" + encoded("여러 줄"))).hasLineCount(1);
        assertThat(Caller.of(NODE, "admin").get(operation + "/incidents.csv").statusCode()).isEqualTo(403);
    }

    private static String exported(Caller caller, String query) {
        return text(caller.get("/operations/" + NODE.operation() + "/incidents.csv?" + query));
    }

    private static String text(HttpResponse<Buffer> response) {
        return Objects.requireNonNull(response.bodyAsString(StandardCharsets.UTF_8.name()));
    }

    private List<String> incidents(Caller caller, String query) {
        return all(caller, query).stream().filter(it -> !it.containsKey("entry"))
                .map(it -> it.getJsonObject("incident").getString("id")).toList();
    }

    private List<JsonObject> entries(Caller caller, String query) {
        return all(caller, query).stream().filter(it -> it.containsKey("entry")).collect(Collectors.toList());
    }

    private List<JsonObject> all(Caller caller, String query) {
        List<JsonObject> all = new ArrayList<>();
        @Nullable
        String next = "";
        while (next != null) {
            JsonObject page = Caller.body(caller.get(operation + "/search?" + query
                    + (next.isEmpty() ? "" : "&cursor=" + next)), 200);
            JsonArray items = page.getJsonArray("items");
            items.forEach(item -> all.add((JsonObject) item));
            next = page.getString("next");
        }
        return all;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private JsonObject report(String text, String call) {
        return Caller.body(room.command(operation + "/incidents", new JsonObject().put("kind", "OTHER").put("code", 3)
                .put("text", text).put("occurredAt", Instant.now().toString()).put("source", "CALL_112")
                .put("callNumber", call).put("post", RunningNode.MAPO_POST.toString())), 201);
    }
}
