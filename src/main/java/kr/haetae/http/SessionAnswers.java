package kr.haetae.http;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kr.haetae.auth.Account;
import kr.haetae.auth.Action;
import kr.haetae.auth.Actor;
import kr.haetae.auth.Device;
import kr.haetae.auth.Duties;
import kr.haetae.auth.Gate;
import kr.haetae.auth.Grant;
import kr.haetae.auth.Verdict;
import kr.haetae.event.Clearance;
import kr.haetae.event.Handling;
import kr.haetae.event.Role;
import kr.haetae.event.UnitCode;
import org.jspecify.annotations.Nullable;

/** What a log-in is answered with, by whatever it was opened; and where it comes from. */
final class SessionAnswers {
    private record Self(UUID id, String login, String name, Role role, UnitCode unit, @Nullable UUID post,
            List<Clearance> clearances) {}

    private record Document(Self account, List<String> actions, List<Handling> works, @Nullable Instant expiresAt,
            @Nullable String accessToken,
            @Nullable String refreshToken) {}

    private final Gate gate;
    private final Proxies proxies;

    SessionAnswers(Gate gate, Proxies proxies) {
        this.gate = gate;
        this.proxies = proxies;
    }

    Device device(Call call) {
        HttpServerRequest request = call.context().request();
        String agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        Cookie pass = request.getCookie(SessionCookies.DEVICE);
        return new Device(proxies.client(request), agent, pass == null ? null : pass.getValue());
    }

    /** Sets the cookies, or puts the tokens into the answer where that is asked for. */
    Reply granted(Call call, Verdict<Grant> verdict) {
        Grant grant = value(verdict);
        boolean inBody = call.query("tokens").filter("body"::equals).isPresent();
        if (!inBody) {
            SessionCookies.set(call.context().response(), grant, Instant.now());
        }
        return answer(grant.actor(), grant.access().expiresAt(), inBody ? grant : null);
    }

    /** Who is logged in. */
    Reply present(Actor actor, @Nullable Instant expiresAt) {
        return answer(actor, expiresAt, null);
    }

    /** What was granted; throws the problem of a denial. */
    static <T> T value(Verdict<T> verdict) {
        return switch (verdict) {
            case Verdict.Denied<T>(var denial) -> throw Problems.of(denial).exception();
            case Verdict.Granted<T>(T value) -> value;
        };
    }

    private Reply answer(Actor actor, @Nullable Instant expiresAt, @Nullable Grant shown) {
        String login = gate.house().account(actor.account()).map(Account::login).orElse("");
        Self self = new Self(actor.account(), login, actor.name(), actor.role(), actor.unit(), actor.post(),
                actor.clearances().stream()
                        .filter(clearance -> clearance != Clearance.GENERAL && clearance.ofIncidents())
                        .sorted().toList());
        return Reply.ok(new Document(self, actions(actor), Duties.works(actor.role()).stream().sorted().toList(),
                expiresAt, shown == null ? null : shown.access().text(),
                shown == null ? null : shown.refreshToken())).with("Cache-Control", "no-store");
    }

    private static List<String> actions(Actor actor) {
        boolean national = actor.unit().equals(UnitCode.HEADQUARTERS);
        return Arrays.stream(Action.values())
                .filter(action -> actor.may(action) && (national || !Duties.national(action)))
                .map(Action::code)
                .toList();
    }
}
