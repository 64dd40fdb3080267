package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class LiveProtocolTest {
    private final RunningNode node = RunningNode.shared();

    @Test
    void answersAHelloWithTheWholeViewThenTicks() {
        try (Screen screen = Screen.open(node, node.token("commander"))) {
            screen.hello(hello("npa").put("id", "first"));

            JsonObject change = screen.next("change");
            assertThat(change.getBoolean("reset")).isTrue();
            assertThat(change.getString("hello")).isEqualTo("first");
            JsonObject tick = screen.next("tick");
            assertThat(tick.getString("upTo")).isEqualTo(change.getString("upTo"));
        }
    }

    @Test
    void repeatsTheIdOfTheNewestHelloAndSendsNothingOfTheOldOneAfterIt() {
        try (Screen screen = Screen.open(node, node.token("commander"))) {
            screen.hello(hello("npa").put("id", 1));
            String cursor = screen.next("change").getString("upTo");

            screen.hello(hello("seoul").put("id", 2).put("since", cursor));
            JsonObject answer = screen.next("change", frame -> Integer.valueOf(2).equals(frame.getValue("hello")));
            assertThat(answer.getString("after")).isEqualTo(cursor);
            assertThat(answer.containsKey("reset")).isFalse();

            screen.hello(hello("seoul-mapo").put("id", 3));
            JsonObject mapo = screen.next("change", frame -> Integer.valueOf(3).equals(frame.getValue("hello")));
            assertThat(mapo.getJsonArray("put").stream().map(JsonObject.class::cast)
                    .filter(entity -> entity.getString("kind").equals("post")).map(post -> post.getString("id")))
                    .containsExactly(RunningNode.MAPO_POST.toString());
        }
    }

    @Test
    void answersACursorOfAnotherChainWithAReset() {
        try (Screen screen = Screen.open(node, node.token("commander"))) {
            screen.hello(hello("npa").put("since", "2.0123456789abcdef"));
            assertThat(screen.next("change").getBoolean("reset")).isTrue();
            screen.hello(hello("npa").put("since", "999999.0123456789abcdef"));
            assertThat(screen.next("change").getBoolean("reset")).isTrue();
        }
    }

    private JsonObject hello(String scope) {
        return new JsonObject().put("type", "hello").put("operation", node.operation().toString()).put("scope", scope);
    }
}
