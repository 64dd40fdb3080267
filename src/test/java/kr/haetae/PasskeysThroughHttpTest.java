package kr.haetae;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import kr.haetae.event.Role;
import kr.haetae.testing.SoftPhone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passkeys as a browser sends them; {@link Caller} holds every answer against the document. */
class PasskeysThroughHttpTest {
    private final RunningNode node = RunningNode.shared();
    private final String origin = "http://localhost:" + node.port();
    private final SoftPhone phone = new SoftPhone(origin, "localhost");
    private final Caller stranger = Caller.stranger(node).with("Origin", origin);

    private String person() {
        String login = "pk-" + UUID.randomUUID();
        node.account(login, Role.OFFICER, "seoul-mapo", RunningNode.MAPO_POST);
        return login;
    }

    private Caller in(String login) {
        return Caller.of(node, login).with("Origin", origin);
    }

    private JsonObject asked(Caller caller, String login) {
        return Caller.body(caller.post("/session/passkeys/challenge",
                new JsonObject().put("password", node.password(login)).toBuffer()), 200).getJsonObject("publicKey");
    }

    private JsonObject made(Caller caller, String login, String name) {
        JsonObject asked = asked(caller, login);
        return new JsonObject().put("name", name).put("credential", phone.json(phone.make(
                SoftPhone.bytes(asked.getString("challenge")),
                SoftPhone.bytes(asked.getJsonObject("user").getString("id")))));
    }

    private JsonObject signed() {
        JsonObject asked = Caller.body(stranger.send(HttpMethod.POST, "/session/passkey/challenge", null), 200)
                .getJsonObject("publicKey");
        assertThat(asked.getString("rpId")).isEqualTo("localhost");
        return SoftPhone.json(phone.sign(SoftPhone.bytes(asked.getString("challenge"))));
    }

    private static String problem(HttpResponse<Buffer> response) {
        return response.statusCode() + " " + Objects.requireNonNull(response.bodyAsJsonObject()).getString("code");
    }

    @Test
    void fromAddingToRemoving() {
        String login = person();
        Caller caller = in(login);
        assertThat(Caller.body(caller.get("/session/passkeys"), 200).getJsonArray("items")).isEmpty();
        JsonObject added = Caller.body(caller.post("/session/passkeys", made(caller, login, "내 휴대전화").toBuffer()), 201);

        HttpResponse<Buffer> answer = stranger.post("/session/passkey", signed().toBuffer());
        assertThat(Caller.body(answer, 200).getJsonObject("account").getString("login")).isEqualTo(login);
        assertThat(answer.cookies()).hasSize(3).allSatisfy(cookie -> assertThat(cookie).contains("HTTPOnly", "Secure",
                "SameSite=Strict"));
        JsonObject tokens = Caller.body(stranger.post("/session/passkey?tokens=body", signed().toBuffer()), 200);
        Caller byPasskey = Caller.stranger(node).with("Authorization", "Bearer " + tokens.getString("accessToken"));
        assertThat(byPasskey.get("/session").statusCode()).isEqualTo(200);

        String path = "/session/passkeys/" + added.getString("id");
        assertThat(caller.send(HttpMethod.PUT, path, new JsonObject().put("name", "새 이름").toBuffer()).statusCode())
                .isEqualTo(204);
        JsonObject listed = Caller.body(caller.get("/session/passkeys"), 200).getJsonArray("items").getJsonObject(0);
        assertThat(listed.getString("name")).isEqualTo("새 이름");
        assertThat(listed.getString("lastUsedAt")).isNotNull();

        assertThat(caller.send(HttpMethod.DELETE, path, null).statusCode()).isEqualTo(204);
        assertThat(problem(caller.send(HttpMethod.DELETE, path, null))).isEqualTo("404 unknown-passkey");
        assertThat(problem(stranger.post("/session/passkey", signed().toBuffer()))).isEqualTo("401 passkey-unknown");
        assertThat(problem(byPasskey.get("/session"))).isEqualTo("401 session-ended");
    }

    @Test
    void anAdministratorRemovesAllOfAnAccount() {
        String login = person();
        Caller caller = in(login);
        Caller.body(caller.post("/session/passkeys", made(caller, login, "분실할 전화").toBuffer()), 201);
        Caller administrator = Caller.of(node, "admin");
        JsonObject listed = Caller.body(administrator.get("/accounts?q=" + login), 200).getJsonArray("items")
                .getJsonObject(0);
        assertThat(listed.getInteger("passkeys")).isEqualTo(1);
        String removal = "/accounts/" + listed.getString("id") + "/passkey-removal";
        JsonObject reason = new JsonObject().put("reason", "휴대전화 분실");
        assertThat(problem(caller.command(removal, reason))).isEqualTo("403 not-your-duty");
        Caller.body(administrator.command(removal, reason), 200);
        assertThat(problem(caller.get("/session"))).isEqualTo("401 session-ended");
        assertThat(problem(stranger.post("/session/passkey", signed().toBuffer()))).isEqualTo("401 passkey-unknown");
        assertThat(problem(administrator.command(removal, reason))).isEqualTo("409 nothing-changed");
    }

    @Test
    void refusalsHaveTheirCodes() {
        String login = person();
        Caller caller = in(login);
        Caller.body(caller.post("/session/passkeys", made(caller, login, "전화").toBuffer()), 201);
        JsonObject once = signed();
        assertThat(stranger.post("/session/passkey", once.toBuffer()).statusCode()).isEqualTo(200);
        assertThat(problem(stranger.post("/session/passkey", once.toBuffer())))
                .isEqualTo("401 passkey-challenge-used");
        phone.at("https://elsewhere.test");
        assertThat(problem(stranger.post("/session/passkey", signed().toBuffer())))
                .isEqualTo("403 passkey-origin-foreign");
        phone.at(origin);
        assertThat(problem(stranger.with("Origin", "https://elsewhere.test").post("/session/passkey",
                signed().toBuffer()))).isEqualTo("403 origin-foreign");
        assertThat(problem(stranger.with("Origin", null).post("/session/passkey", signed().toBuffer())))
                .isEqualTo("403 origin-missing");
        assertThat(problem(stranger.with("Origin", node.origin()).send(HttpMethod.POST, "/session/passkey/challenge",
                null))).isEqualTo("403 passkeys-need-a-domain");
        assertThat(problem(caller.post("/session/passkeys/challenge", new JsonObject().put("password", "wrong")
                .toBuffer()))).isEqualTo("401 credentials-wrong");
        JsonObject unverified = SoftPhone.json(phone.unlocked(false).sign(
                SoftPhone.bytes(Caller.body(stranger.send(HttpMethod.POST, "/session/passkey/challenge", null), 200)
                        .getJsonObject("publicKey").getString("challenge"))));
        assertThat(problem(stranger.post("/session/passkey", unverified.toBuffer())))
                .isEqualTo("403 passkey-unverified");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "e30", "AA==", "bnVsbA", "e30=e30", "eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0"})
    void bytesThatAreNoneAreTheSendersFault(String bytes) {
        JsonObject response = new JsonObject().put("clientDataJSON", bytes).put("authenticatorData", bytes)
                .put("signature", bytes).put("userHandle", bytes);
        JsonObject credential = new JsonObject().put("id", bytes).put("response", response);
        assertThat(stranger.post("/session/passkey", credential.toBuffer()).statusCode()).isEqualTo(422);
        String login = person();
        JsonObject wanted = new JsonObject().put("name", "x").put("credential", new JsonObject().put("response",
                new JsonObject().put("clientDataJSON", bytes).put("attestationObject", bytes)));
        assertThat(in(login).post("/session/passkeys", wanted.toBuffer()).statusCode()).isEqualTo(422);
        assertThat(Caller.body(in(login).get("/session/passkeys"), 200).getJsonArray("items")).isEmpty();
    }

    @Test
    void everyCutOfAGoodAnswerIsRefusedAndNothingIsAFaultOfOurs() {
        String login = person();
        Caller caller = in(login);
        JsonObject whole = made(caller, login, "전화");
        String object = whole.getJsonObject("credential").getJsonObject("response").getString("attestationObject");
        List<Integer> answers = Stream.iterate(1, length -> length + 7).limit(object.length() / 7)
                .map(length -> {
                    whole.getJsonObject("credential").getJsonObject("response")
                            .put("attestationObject", object.substring(0, length));
                    return caller.post("/session/passkeys", whole.toBuffer()).statusCode();
                }).toList();
        assertThat(answers).isNotEmpty().allMatch(status -> status == 422 || status == 401 || status == 403);
        assertThat(Caller.body(caller.get("/session/passkeys"), 200).getJsonArray("items")).isEmpty();
    }
}
