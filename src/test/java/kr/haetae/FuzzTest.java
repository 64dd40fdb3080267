package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is sent, the answer is never a 5xx. */
class FuzzTest {
    private static final List<String> STEPS = List.of("", "/" + new UUID(0, 1) + "/comments",
            "/" + new UUID(0, 1) + "/closure", "/" + new UUID(0, 1) + "/transfer");

    private static final List<String> SCALARS = List.of("true", "false", "null", "1e999", "-0", "\"\\ud800\"",
            "\"\\u0000\"", "\"NaN\"", "\"seoul-mapo\"", "\"CROWD\"", "[[[[[[[[", "\"", "1_0", "0x1");
    private static final List<String> NAMES = List.of("kind", "code", "text", "post", "unit", "position", "latitude",
            "longitude", "occurredAt", "source", "callNumber", "reportedBy", "account", "name", "outcome", "x", "");

    private final RunningNode node = RunningNode.shared();
    private final Caller officer = Caller.of(node, "mapo-room");
    private final Caller commander = Caller.of(node, "commander");

    private static String json(Random random, int depth) {
        return switch (random.nextInt(depth > 4 ? 4 : 7)) {
            case 0 -> SCALARS.get(random.nextInt(SCALARS.size()));
            case 1 -> Long.toString(random.nextLong());
            case 2 -> Double.toString(random.nextGaussian() * 1e6);
            case 3 -> text(random);
            case 4 -> Stream.generate(() -> json(random, depth + 1)).limit(random.nextInt(4))
                    .collect(Collectors.joining(",", "[", "]"));
            default -> Stream.generate(() -> "\"" + NAMES.get(random.nextInt(NAMES.size())) + "\":" + json(random,
                    depth + 1)).limit(random.nextInt(6)).collect(Collectors.joining(",", "{", "}"));
        };
    }

    private static String text(Random random) {
        String text = random.ints(random.nextInt(12), 0, 0x10ffff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return new JsonObject().put("t", text).encode().replaceAll("(?s)^\\{\"t\":|}$", "");
    }

    @Property(tries = 300)
    void anyJson(@ForAll Random random) {
        requireNoFault(Buffer.buffer(json(random, 0)), random);
    }

    @Property(tries = 300)
    void aGoodBodyWithAFieldReplaced(@ForAll Random random) {
        JsonObject good = good();
        List<String> fields = List.copyOf(good.fieldNames());
        String field = fields.get(random.nextInt(fields.size()));
        good.put(field, "\u0001");
        requireNoFault(Buffer.buffer(good.encode().replace("\"\\u0001\"", json(random, 0))), random);
    }

    @Property(tries = 200)
    void aLevelOrItsPlanWithAFieldReplaced(@ForAll Random random) {
        JsonObject good = new JsonObject().put("unit", "seoul").put("level", "B").put("from", Instant.now().toString())
                .put("until", Instant.now().plusSeconds(600).toString()).put("reason", "집회").put("urgent", false);
        List<String> fields = List.copyOf(good.fieldNames());
        good.put(fields.get(random.nextInt(fields.size())), "\u0001");
        String broken = good.encode().replace("\"\\u0001\"", random.nextInt(3) == 0 ? "\"+999999999-12-31T23:59:59Z\""
                : json(random, 0));
        String operation = "/operations/" + node.operation();
        assertThat(commander.with("Idempotency-Key", UUID.randomUUID().toString())
                .unchecked(operation + "/levels/preview", Buffer.buffer(broken))).as(broken).isLessThan(500);
        String plan = "{\"steps\":[" + broken.replace(",\"urgent\":false", "") + "]}";
        assertThat(commander.with("Idempotency-Key", UUID.randomUUID().toString())
                .unchecked(operation + "/levels/" + new UUID(0, 1) + "/extension", Buffer.buffer(broken)))
                .isLessThan(500);
        assertThat(commander.with("Idempotency-Key", UUID.randomUUID().toString())
                .uncheckedPut(operation + "/level-plan", Buffer.buffer(plan))).as(plan).isLessThan(500);
    }

    @Property(tries = 200)
    void aCaseOrAVisitWithAFieldReplaced(@ForAll Random random) {
        JsonObject opening = new JsonObject().put("kind", "BRIBERY").put("origin", "REPORT").put("unit", "seoul-mapo")
                .put("electionDay", "2026-06-03").put("actOn", "2026-06-01").put("summary", "식사 제공")
                .put("persons", new JsonObject().put("principals", 1).put("accomplices", 0).put("instigators", 0));
        JsonObject visit = new JsonObject().put("askedBy", "POLL_MANAGER").put("askedAt", Instant.now().toString())
                .put("enteredAt", Instant.now().toString()).put("officers", 2).put("inUniform", true)
                .put("reason", "소란");
        String operation = "/operations/" + node.operation();
        requireNoFault(commander, operation + "/cases", opening, random);
        requireNoFault(officer, operation + "/posts/" + RunningNode.MAPO_POST + "/visits", visit, random);
    }

    private static void requireNoFault(Caller caller, String path, JsonObject good, Random random) {
        List<String> fields = List.copyOf(good.fieldNames());
        good.put(fields.get(random.nextInt(fields.size())), "\u0001");
        String broken = good.encode().replace("\"\\u0001\"", random.nextInt(3) == 0
                ? List.of("\"+999999999-12-31T23:59:59Z\"", "\"-999999999-01-01T00:00:00+18:00\"", "\"9999-12-31\"")
                        .get(random.nextInt(3))
                : json(random, 0));
        assertThat(caller.with("Idempotency-Key", UUID.randomUUID().toString())
                .with("Haetae-Device-Time", Instant.now().minusSeconds(random.nextInt(9_000)).toString())
                .unchecked(path, Buffer.buffer(broken))).as(broken).isLessThan(500);
    }

    @Property(tries = 300)
    void aGoodBodyWithBytesChanged(@ForAll Random random) {
        byte[] bytes = good().encode().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        requireNoFault(Buffer.buffer(bytes), random);
    }

    private void requireNoFault(Buffer body, Random random) {
        String step = STEPS.get(random.nextInt(STEPS.size()));
        int status = officer.with("Idempotency-Key", UUID.randomUUID().toString())
                .unchecked("/operations/" + node.operation() + "/incidents" + step, body);
        assertThat(status).as(() -> step + " " + body).isLessThan(500);
    }

    private static JsonObject good() {
        return new JsonObject().put("kind", "CROWD").put("code", 2).put("text", "줄이 길다")
                .put("occurredAt", Instant.now().toString()).put("source", "CALL_112").put("callNumber", "112-1")
                .put("position", new JsonObject().put("latitude", 37.5).put("longitude", 127.0))
                .put("reportedBy", new JsonObject().put("name", "시민")).put("unit", "seoul-mapo");
    }
}
