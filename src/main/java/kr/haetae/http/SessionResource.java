package kr.haetae.http;

import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import kr.haetae.auth.Gate;
import kr.haetae.auth.Grant;
import kr.haetae.auth.LoginDesk;
import kr.haetae.auth.Verdict;
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

    private final LoginDesk desk;
    private final Gate gate;
    private final SessionAnswers answers;

    SessionResource(LoginDesk desk, Gate gate, SessionAnswers answers) {
        this.desk = desk;
        this.gate = gate;
        this.answers = answers;
    }

    Future<Reply> logIn(Call call) {
        Login login = call.body(Login.class);
        Check check = new Check();
        String name = secret(check, "/login", login.login());
        String password = secret(check, "/password", login.password());
        check.refuse();
        return desk.logIn(name, password, answers.device(call)).map(verdict -> answers.granted(call, verdict));
    }

    Future<Reply> activate(Call call) {
        Activation activation = call.body(Activation.class);
        Check check = new Check();
        String name = secret(check, "/login", activation.login());
        String code = secret(check, "/code", activation.code());
        String password = secret(check, "/password", activation.password());
        check.refuse();
        return desk.activate(name, code, password, answers.device(call)).map(verdict -> answers.granted(call, verdict));
    }

    Future<Reply> changePassword(Call call) {
        PasswordChange change = call.body(PasswordChange.class);
        Check check = new Check();
        String current = secret(check, "/current", change.current());
        String password = secret(check, "/password", change.password());
        check.refuse();
        return desk.changePassword(call.actor(), current, password, answers.device(call))
                .map(verdict -> answers.granted(call, verdict));
    }

    Future<Reply> refresh(Call call) {
        Cookie cookie = call.context().request().getCookie(SessionCookies.REFRESH);
        String sent = call.body(Refresh.class).refreshToken();
        String token = sent != null ? sent : cookie != null ? cookie.getValue() : "";
        return desk.refresh(token).map(verdict -> {
            if (verdict instanceof Verdict.Denied<Grant>) {
                SessionCookies.clear(call.context().response());
            }
            return answers.granted(call, verdict);
        });
    }

    Future<Reply> get(Call call) {
        String token = Door.token(call.context()).orElse("");
        return gate.expiry(token).map(expiry -> answers.present(call.actor(), expiry.orElse(null)));
    }

    Future<Reply> logOut(Call call) {
        return desk.logOut(call.admission()).map(done -> {
            SessionCookies.clear(call.context().response());
            return Reply.empty(204);
        });
    }

    /** Not trimmed and not looked into: a password is what was typed. */
    static String secret(Check check, String pointer, @Nullable String value) {
        String text = check.required(pointer, value, "");
        if (text.length() > MAX_TEXT) {
            check.wrong(pointer, "text-too-long",
                    "The field " + pointer + " is longer than " + MAX_TEXT + " characters.");
        }
        return text;
    }
}
