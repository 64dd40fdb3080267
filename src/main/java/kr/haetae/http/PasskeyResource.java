package kr.haetae.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.vertx.core.Future;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import kr.haetae.auth.Passkey;
import kr.haetae.auth.PasskeyDesk;
import kr.haetae.auth.PasskeyResponse;
import org.jspecify.annotations.Nullable;

/**
 * Logging in by a passkey, and one's own passkeys. What is asked of a device and what it answers have the shapes of WebAuthn Level 3
 * §5.1.8 to §5.1.10, so that a page hands them on as they are; whatever browsers add to them is passed over.
 */
final class PasskeyResource {
    /** Far above any answer of a device; a certificate chain of an attestation has some kilobytes. */
    private static final int MAX_TEXT = 32_768;
    private static final int MAX_REASON = 500;
    private static final String KEY_TYPE = "public-key";
    private static final String REQUIRED = "required";
    private static final String PARTY_NAME = "해태 Haetae";

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Answer(@Nullable String clientDataJSON, @Nullable String authenticatorData,
            @Nullable String signature, @Nullable String userHandle, @Nullable String attestationObject) {
        static final Answer NONE = new Answer(null, null, null, null, null);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Credential(@Nullable String id, @Nullable Answer response) {
        static final Credential NONE = new Credential(null, null);
    }

    private record Password(@Nullable String password) {}

    private record Wanted(@Nullable String name, @Nullable Credential credential) {}

    private record Name(@Nullable String name) {}

    private record Removal(@Nullable String reason) {}

    private record Known(String type, String id) {}

    private record Parameter(String type, int alg) {}

    private record Party(String id, String name) {}

    private record User(String id, String name, String displayName) {}

    private record Selection(String residentKey, boolean requireResidentKey, String userVerification) {}

    private record RequestOptions(String challenge, String rpId, long timeout, String userVerification,
            List<Known> allowCredentials) {}

    private record CreationOptions(Party rp, User user, String challenge, List<Parameter> pubKeyCredParams,
            long timeout, List<Known> excludeCredentials, Selection authenticatorSelection, String attestation) {}

    private record Asked(@JsonProperty("publicKey") Object options) {}

    private record Items(List<Passkey> items) {}

    private final PasskeyDesk desk;
    private final SessionAnswers answers;

    PasskeyResource(PasskeyDesk desk, SessionAnswers answers) {
        this.desk = desk;
        this.answers = answers;
    }

    /** What a device is asked to log in with whichever passkey it has for this address. */
    Future<Reply> challenge(Call call) {
        PasskeyDesk.LogIn asked = SessionAnswers.value(desk.challenge(origin(call)));
        return Future.succeededFuture(fresh(new RequestOptions(text(asked.challenge()), asked.domain(),
                asked.life().toMillis(), REQUIRED, List.of())));
    }

    Future<Reply> logIn(Call call) {
        Credential credential = call.body(Credential.class);
        Check check = new Check();
        Answer answer = check.required("/response", credential.response(), Answer.NONE);
        PasskeyResponse.Assertion given = new PasskeyResponse.Assertion(
                bytes(check, "/id", credential.id()),
                bytes(check, "/response/clientDataJSON", answer.clientDataJSON()),
                bytes(check, "/response/authenticatorData", answer.authenticatorData()),
                bytes(check, "/response/signature", answer.signature()),
                answer.userHandle() == null ? null : bytes(check, "/response/userHandle", answer.userHandle()));
        check.refuse();
        return desk.logIn(origin(call), given, answers.device(call)).map(verdict -> answers.granted(call, verdict));
    }

    Future<Reply> list(Call call) {
        return desk.list(call.actor().account()).map(items -> Reply.ok(new Items(items))
                .with("Cache-Control", "no-store"));
    }

    /** What a device is asked to make a passkey of. */
    Future<Reply> challengeAddition(Call call) {
        Check check = new Check();
        String password = SessionResource.secret(check, "/password", call.body(Password.class).password());
        check.refuse();
        return desk.challenge(call.admission(), origin(call), password)
                .map(SessionAnswers::value)
                .map(asked -> fresh(new CreationOptions(new Party(asked.domain(), PARTY_NAME),
                        new User(text(asked.handle()), asked.login(), asked.name()), text(asked.challenge()),
                        asked.algorithms().stream().map(number -> new Parameter(KEY_TYPE, number)).toList(),
                        asked.life().toMillis(),
                        asked.known().stream().map(id -> new Known(KEY_TYPE, text(id))).toList(),
                        new Selection(REQUIRED, true, REQUIRED), "none")));
    }

    Future<Reply> add(Call call) {
        Wanted wanted = call.body(Wanted.class);
        Check check = new Check();
        String name = check.text("/name", wanted.name(), Passkey.MAX_NAME);
        Answer answer = check.required("/credential/response",
                check.required("/credential", wanted.credential(), Credential.NONE).response(), Answer.NONE);
        PasskeyResponse.Attestation given = new PasskeyResponse.Attestation(
                bytes(check, "/credential/response/clientDataJSON", answer.clientDataJSON()),
                bytes(check, "/credential/response/attestationObject", answer.attestationObject()));
        check.refuse();
        return desk.add(call.admission(), origin(call), name, given).map(SessionAnswers::value).map(added -> {
            Commands.done(added.answer());
            return Reply.created(Objects.requireNonNull(added.passkey()));
        });
    }

    Future<Reply> rename(Call call) {
        UUID passkey = call.pathId("passkey");
        Check check = new Check();
        String name = check.text("/name", call.body(Name.class).name(), Passkey.MAX_NAME);
        check.refuse();
        return desk.rename(call.actor().account(), passkey, name).map(renamed -> {
            if (!renamed) {
                throw Problem.absent("unknown-passkey", "The account has no such passkey.").exception();
            }
            return Reply.empty(204);
        });
    }

    Future<Reply> remove(Call call) {
        return desk.remove(call.admission(), call.pathId("passkey")).map(answer -> {
            Commands.done(answer);
            return Reply.empty(204);
        });
    }

    /** All of an account of one's jurisdiction. */
    Future<Reply> removeAll(Call call) {
        Check check = new Check();
        String reason = check.text("/reason", call.body(Removal.class).reason(), MAX_REASON);
        check.refuse();
        return desk.removeAll(call.actor(), call.idempotencyKey(), call.pathId("account"), reason)
                .map(answer -> Reply.ok(Commands.Receipt.of(Commands.done(answer))));
    }

    /** Present, and known as ours, when it comes here: the door asked for it. */
    private static String origin(Call call) {
        String origin = call.context().request().getHeader("Origin");
        if (origin == null) {
            throw Origins.MISSING.exception();
        }
        return origin.toLowerCase(Locale.ROOT);
    }

    private static Reply fresh(Object options) {
        return Reply.ok(new Asked(options)).with("Cache-Control", "no-store");
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(Check check, String pointer, @Nullable String value) {
        String text = check.required(pointer, value, "");
        if (value != null && (text.isEmpty() || text.length() > MAX_TEXT)) {
            check.wrong(pointer, "malformed-base64url", "The field " + pointer + " is base64url, 1 to " + MAX_TEXT
                    + " characters.");
            return new byte[0];
        }
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            check.wrong(pointer, "malformed-base64url", "The field " + pointer + " is not base64url.");
            return new byte[0];
        }
    }
}
