package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Instant;
import java.util.UUID;
import kr.haetae.event.Clearance;
import kr.haetae.event.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures over time, through the API. */
class SeriesThroughHttpTest {
    private static final RunningNode NODE = RunningNode.shared();

    private final UUID made = NODE.anotherOperation();
    private final String operation = "/operations/" + made;
    private final String series = operation + "/series";
    private final Caller room = Caller.of(NODE, "mapo-room");
    private final Caller viewer = Caller.of(NODE, "viewer");

    @Test
    void theCurrentBucketHoldsWhatOneHasJustDone() {
        String cursor = reported(room, "CROWD", Clearance.GENERAL);
        reported(room, "TRAFFIC", Clearance.GENERAL);

        JsonObject answer = Caller.body(room.with("Haetae-Cursor", cursor)
                .get(series + "?figures=incidents.total,incidents.kind.CROWD,people.onPost"), 200);

        assertThat(answer.getInteger("bucketSeconds")).isEqualTo(600);
        assertThat(answer.getBoolean("open")).isTrue();
        Instant last = Instant
                .parse(answer.getJsonArray("buckets").getString(answer.getJsonArray("buckets").size() - 1));
        assertThat(last.getEpochSecond() % 600).isZero();
        assertThat(last).isBeforeOrEqualTo(Instant.parse(answer.getString("at")));
        JsonObject unit = answer.getJsonArray("units").getJsonObject(0);
        assertThat(unit.getString("unit")).isEqualTo("seoul-mapo");
        assertThat(latest(unit, "incidents.kind.CROWD")).isEqualTo(1);
        assertThat(latest(unit, "incidents.total")).isGreaterThanOrEqualTo(1);
        assertThat(latest(unit, "people.onPost")).isZero();
    }

    @Test
    void theUnitsBelowAreToldEachAndSumUpToTheirScope() {
        reported(room, "CROWD", Clearance.GENERAL);
        String cursor = reported(Caller.of(NODE, "gangnam-room"), "CROWD", Clearance.GENERAL);

        Caller seen = viewer.with("Haetae-Cursor", cursor);
        JsonObject whole = Caller.body(seen.get(series + "?scope=seoul&figures=incidents.total"), 200);
        JsonObject below = Caller.body(seen.get(series + "?scope=seoul&figures=incidents.total&depth=children"), 200);

        assertThat(below.getJsonArray("units")).hasSizeGreaterThan(1);
        assertThat(below.getJsonArray("units").stream().mapToInt(unit -> latest((JsonObject) unit, "incidents.total"))
                .sum()).isEqualTo(latest(whole.getJsonArray("units").getJsonObject(0), "incidents.total")).isEqualTo(2);
        assertThat(Caller.body(seen.get(series + "?scope=seoul-mapo&figures=incidents.total&depth=children"), 200)
                .getJsonArray("units")).isEmpty();
    }

    @Test
    void whatIsRestrictedCountsOnlyForWhoIsCleared() {
        NODE.cleared("mapo-series", Role.ROOM_OPERATOR, "seoul-mapo", Clearance.PROTECTION);
        Caller cleared = Caller.of(NODE, "mapo-series");
        String cursor = reported(cleared, "CROWD", Clearance.PROTECTION);
        String query = series + "?figures=incidents.total,incidents.kind.CROWD";

        JsonObject plain = Caller.body(room.with("Haetae-Cursor", cursor).get(query), 200);
        JsonObject all = Caller.body(cleared.with("Haetae-Cursor", cursor).get(query), 200);

        if (!plain.getJsonArray("buckets").isEmpty()) {
            assertThat(latest(plain.getJsonArray("units").getJsonObject(0), "incidents.total")).isZero();
            assertThat(latest(plain.getJsonArray("units").getJsonObject(0), "incidents.kind.CROWD")).isZero();
        }
        assertThat(latest(all.getJsonArray("units").getJsonObject(0), "incidents.kind.CROWD")).isEqualTo(1);
    }

    @Test
    void anAnswerIsTheSameUntilSomethingHappens() {
        reported(room, "CROWD", Clearance.GENERAL);
        HttpResponse<Buffer> first = viewer.get(series + "?figures=incidents.total");
        String etag = first.getHeader("ETag");

        assertThat(etag).contains(first.getHeader("Haetae-Cursor"));
        assertThat(viewer.with("If-None-Match", etag).get(series + "?figures=incidents.total").statusCode())
                .isEqualTo(304);
        String cursor = reported(room, "CROWD", Clearance.GENERAL);
        assertThat(viewer.with("If-None-Match", etag).with("Haetae-Cursor", cursor)
                .get(series + "?figures=incidents.total").statusCode()).isEqualTo(200);
    }

    @Test
    void aSpanIsCutToWhatThereIs() {
        reported(room, "CROWD", Clearance.GENERAL);
        JsonObject long_ = Caller.body(viewer.get(series + "?figures=incidents.total&since=2001-01-01T00:00:00Z"), 200);
        JsonObject later = Caller.body(viewer.get(series + "?figures=incidents.total&since=2099-01-01T00:00:00Z"), 200);
        JsonObject before = Caller.body(viewer.get(series
                + "?figures=incidents.total&since=2001-01-01T00:00:00Z&until=2001-01-02T00:00:00Z"), 200);

        assertThat(long_.getJsonArray("buckets")).hasSizeBetween(1, 3);
        assertThat(later.getJsonArray("buckets")).isEmpty();
        assertThat(later.getBoolean("open")).isFalse();
        assertThat(before.getJsonArray("buckets")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'' | missing-parameter", "figures= | missing-parameter",
        "figures=people.nobody | unknown-figure", "figures=people.onPost, | unknown-figure",
        "figures=incidents.total&depth=all | malformed-parameter",
        "figures=incidents.total&since=yesterday | malformed-parameter",
        "figures=incidents.total&since=2026-06-03T05:00:00Z&until=2026-06-03T05:00:00Z | malformed-parameter",
        "figures=incidents.total&scope=Seoul! | malformed-parameter"})
    void badInputIsToldClearly(String query, String code) {
        HttpResponse<Buffer> answer = viewer.get(series + "?" + query);

        assertThat(Caller.body(answer, 400).getString("code")).isEqualTo(code);
    }

    @Test
    void otherUnitsAreNotToldOf() {
        assertThat(room.get(series + "?figures=incidents.total&scope=npa").statusCode()).isEqualTo(403);
        assertThat(viewer.get(series + "?figures=incidents.total&scope=seoul-nowhere").statusCode()).isEqualTo(404);
    }

    private static int latest(JsonObject unit, String figure) {
        JsonArray values = unit.getJsonObject("figures").getJsonArray(figure);
        return values.getInteger(values.size() - 1);
    }

    /** The cursor header that one's own report is seen from. */
    private String reported(Caller by, String kind, Clearance clearance) {
        JsonObject report = new JsonObject().put("kind", kind).put("code", 3).put("text", "시험").put("source", "RADIO")
                .put("occurredAt", Instant.now().toString()).put("clearance", clearance.name());
        HttpResponse<Buffer> answer = by.command(operation + "/incidents", report);
        return Caller.body(answer, 201).getString("cursor");
    }
}
