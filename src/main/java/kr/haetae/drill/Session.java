package kr.haetae.drill;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * One account's log-in: opened when it is first needed, refreshed before it ends. For one context. What it sends is secret and no
 * part of the plan.
 */
final class Session {
    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Wire wire;
    private final Retry retry;
    private final Credential credential;
    private final Doors doors;
    private final String password;
    private boolean activated;
    private @Nullable String refreshToken;
    private Instant expiresAt = Instant.EPOCH;
    private @Nullable Future<String> token;

    Session(Wire wire, Retry retry, Credential credential, Doors doors) {
        this.doors = doors;
        this.wire = wire;
        this.retry = retry;
        this.credential = credential;
        this.password = switch (credential) {
            case Credential.Password known -> known.password();
            case Credential.Activation activation -> invented();
        };
        activated = credential instanceof Credential.Password;
    }

    String login() {
        return credential.login();
    }

    /** An access token that is good for a while. Everybody who asks while one is fetched gets the same. */
    Future<String> token() {
        Future<String> present = token;
        if (present != null && (!present.isComplete() || good(present))) {
            return present;
        }
        Future<String> next = open();
        token = next;
        return next;
    }

    private boolean good(Future<String> present) {
        return present.succeeded() && Instant.now().plus(MARGIN).isBefore(expiresAt);
    }

    /** The server does not take this token any more. */
    void refused(String text) {
        Future<String> present = token;
        if (present != null && present.succeeded() && present.result().equals(text)) {
            token = null;
        }
    }

    private Future<String> open() {
        String refresh = refreshToken;
        if (refresh == null) {
            return doors.through(this::logIn);
        }
        return ask("/session/refresh", new JsonObject().put("refreshToken", refresh)).compose(answer -> {
            if (answer.status() == 200) {
                return Future.succeededFuture(opened(answer));
            }
            refreshToken = null;
            return doors.through(this::logIn);
        });
    }

    private Future<String> logIn() {
        return activated ? withPassword() : activate((Credential.Activation) credential);
    }

    /** A code whose first answer was lost has been used: then the password it set is good. */
    private Future<String> activate(Credential.Activation first) {
        return ask("/session/activation", who().put("code", first.code()).put("password", password))
                .compose(answer -> answer.status() == 200 ? Future.succeededFuture(opened(answer)) : withPassword());
    }

    private Future<String> withPassword() {
        return ask("/session", who().put("password", password)).compose(answer -> answer.status() == 200
                ? Future.succeededFuture(opened(answer))
                : Future.failedFuture(new DrillRefused(
                        login() + " can't log in: " + answer.code() + ", " + answer.detail())));
    }

    private JsonObject who() {
        return new JsonObject().put("login", login());
    }

    private String opened(Wire.Answer answer) {
        JsonObject session = answer.json();
        activated = true;
        refreshToken = session.getString("refreshToken");
        expiresAt = Instant.parse(session.getString("expiresAt"));
        return session.getString("accessToken");
    }

    private Future<Wire.Answer> ask(String path, JsonObject body) {
        return retry.until(() -> wire.send(Wire.Request.json("POST", "/api/v1" + path + "?tokens=body",
                body.encode())));
    }

    private static String invented() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
