package kr.haetae.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tokens and log-in.
 *
 * @param refreshTokenLifetime how long a log-in survives unused
 * @param sessionLifetime how long a log-in lives at most
 * @param loginConcurrency passwords hashed at the same time
 * @param passkeyDomain what the passkeys of all addresses are for, in lower case; null: each address has its own
 */
public record Security(Path keysFile, Duration accessTokenLifetime, Duration refreshTokenLifetime,
        Duration sessionLifetime, int loginFailures, Duration loginFailureWindow, int loginConcurrency,
        @Nullable String passkeyDomain) {
    private static final Pattern DOMAIN = Pattern
            .compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)*[a-z]([a-z0-9-]*[a-z0-9])?");

    public Security {
        var problems = new Problems();
        problems.range(Setting.ACCESS_TOKEN_LIFETIME, accessTokenLifetime);
        problems.range(Setting.REFRESH_TOKEN_LIFETIME, refreshTokenLifetime);
        problems.range(Setting.SESSION_LIFETIME, sessionLifetime);
        problems.range(Setting.LOGIN_FAILURES, loginFailures);
        problems.range(Setting.LOGIN_FAILURE_WINDOW, loginFailureWindow);
        problems.range(Setting.LOGIN_CONCURRENCY, loginConcurrency);
        ordered(problems, Setting.ACCESS_TOKEN_LIFETIME, accessTokenLifetime, refreshTokenLifetime,
                Setting.REFRESH_TOKEN_LIFETIME);
        ordered(problems, Setting.REFRESH_TOKEN_LIFETIME, refreshTokenLifetime, sessionLifetime,
                Setting.SESSION_LIFETIME);
        problems.unless(passkeyDomain == null || DOMAIN.matcher(passkeyDomain).matches(),
                "%s: \"%s\" must be a domain such as example.kr, no address.".formatted(Setting.PASSKEY_DOMAIN.key(),
                        passkeyDomain));
        problems.refuse();
    }

    private static void ordered(Problems problems, Setting shorter, Duration less, Duration more, Setting longer) {
        problems.unless(less.compareTo(more) <= 0, "%s (%s) must not be longer than %s (%s).".formatted(shorter.key(),
                Span.show(less.toSeconds()), longer.key(), Span.show(more.toSeconds())));
    }
}
