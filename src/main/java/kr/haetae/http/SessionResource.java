package kr.haetae.http;

import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.auth.Account;
import kr.haetae.auth.Action;
import kr.haetae.auth.Actor;
import kr.haetae.auth.Device;
import kr.haetae.auth.Duties;
import kr.haetae.auth.Gate;
import kr.haetae.auth.Grant;
import kr.haetae.auth.LoginDesk;
import kr.haetae.auth.Verdict;
import kr.haetae.event.Clearance;
import kr.haetae.event.Handling;
import kr.haetae.event.Role;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/**
 * One's own log-in. A browser gets cookies; a machine asks {@code ?tokens=body}, gets the tokens in the answer and no cookie, and
 * sends its refresh token in the body.
 */
final class SessionResource {
    /** Far above any password and login; the desk answers longer ones like wrong ones. */
    private static final int MAX_TEXT = 1_000;

    private record Login(@Nullable String login, @Nullable String password) {}

    private record Activation(@Nullable String login, @Nullable String code, @Nullable String password) {}

    private record PasswordChange(@Nullable String current, @Nullable String password) {}

    private record Refresh(@Nullable String refreshToken) {}

    private record Self(UUID id, String login, String name, Role role, UnitCode unit, @Nullable UUID post,
            List<Clearance> clearances) {}

    private record Document(Self account, List<String> actions, List<Handling> works, @Nullable Instant expiresAt,
            @Nullable String accessToken,
            @Nullable String refreshToken) {}

    private final LoginDesk desk;
    private final Gate gate;
    private final Proxies proxies;

    SessionResource(LoginDesk desk, Gate gate, Proxies proxies) {
        this.desk = desk;
        this.gate = gate;
        this.proxies = proxies;
    }

    Future<Reply> logIn(Call call) {
        Login login = call.body(Login.class);
        Check check = new Check();
        String name = secret(check, "/login", login.login());
        String password = secret(check, "/password", login.password());
        check.refuse();
        return desk.logIn(name, password, device(call)).map(verdict -> granted(call, verdict));
    }

    Future<Reply> activate(Call call) {
        Activation activation = call.body(Activation.class);
        Check check = new Check();
        String name = secret(check, "/login", activation.login());
        String code = secret(check, "/code", activation.code());
        String password = secret(check, "/password", activation.password());
        check.refuse();
        return desk.activate(name, code, password, device(call)).map(verdict -> granted(call, verdict));
    }

    Future<Reply> changePassword(Call call) {
        PasswordChange change = call.body(PasswordChange.class);
        Check check = new Check();
        String current = secret(check, "/current", change.current());
        String password = secret(check, "/password", change.password());
        check.refuse();
        return desk.changePassword(call.actor(), current, password, device(call))
                .map(verdict -> granted(call, verdict));
    }

    Future<Reply> refresh(Call call) {
        Cookie cookie = call.context().request().getCookie(SessionCookies.REFRESH);
        String sent = call.body(Refresh.class).refreshToken();
        String token = sent != null ? sent : cookie != null ? cookie.getValue() : "";
        return desk.refresh(token).map(verdict -> {
            if (verdict instanceof Verdict.Denied<Grant>) {
                SessionCookies.clear(call.context().response());
            }
            return granted(call, verdict);
        });
    }

    Future<Reply> get(Call call) {
        String token = Door.token(call.context()).orElse("");
        return gate.expiry(token).map(expiry -> Reply
                .ok(document(call.actor(), expiry.orElse(null), null))
                .with("Cache-Control", "no-store"));
    }

    Future<Reply> logOut(Call call) {
        return desk.logOut(call.admission()).map(done -> {
            SessionCookies.clear(call.context().response());
            return Reply.empty(204);
        });
    }

    private Reply granted(Call call, Verdict<Grant> verdict) {
        return switch (verdict) {
            case Verdict.Denied<Grant> denied -> throw Problems.of(denied.denial()).exception();
            case Verdict.Granted<Grant>(Grant grant) -> {
                boolean inBody = call.query("tokens").filter("body"::equals).isPresent();
                if (!inBody) {
                    SessionCookies.set(call.context().response(), grant, Instant.now());
                }
                yield Reply.ok(document(grant.actor(), grant.access().expiresAt(), inBody ? grant : null))
                        .with("Cache-Control", "no-store");
            }
        };
    }

    private Document document(Actor actor, @Nullable Instant expiresAt, @Nullable Grant shown) {
        String login = gate.house().account(actor.account()).map(Account::login).orElse("");
        Self self = new Self(actor.account(), login, actor.name(), actor.role(), actor.unit(), actor.post(),
                actor.clearances().stream()
                        .filter(clearance -> clearance != Clearance.GENERAL && clearance.ofIncidents())
                        .sorted().toList());
        return new Document(self, actions(actor), Duties.works(actor.role()).stream().sorted().toList(), expiresAt,
                shown == null ? null : shown.access().text(),
                shown == null ? null : shown.refreshToken());
    }

    private static List<String> actions(Actor actor) {
        boolean national = actor.unit().equals(UnitCode.HEADQUARTERS);
        return Arrays.stream(Action.values())
                .filter(action -> actor.may(action) && (national || !Duties.national(action)))
                .map(Action::code)
                .toList();
    }

    private Device device(Call call) {
        HttpServerRequest request = call.context().request();
        String agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        return new Device(proxies.client(request), agent);
    }

    /** Not trimmed and not looked into: a password is what was typed. */
    private static String secret(Check check, String pointer, @Nullable String value) {
        String text = check.required(pointer, value, "");
        if (text.length() > MAX_TEXT) {
            check.wrong(pointer, "text-too-long",
                    "The field " + pointer + " is longer than " + MAX_TEXT + " characters.");
        }
        return text;
    }
}
