package kr.haetae.auth;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * To whom a passkey belongs: the address that the browser shows and the domain that its passkeys are for (WebAuthn's relying party
 * id).
 *
 * @param origin such as {@code https://room.example.kr}
 * @param domain such as {@code example.kr}
 */
record RelyingParty(String origin, String domain) {
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[.*]");
    private static final String LOCAL = "localhost";

    /**
     * Browsers make passkeys only for a domain, and only where the connection is protected or does not leave the machine
     * (WebAuthn §5.1.3; Secure Contexts §3.1).
     *
     * @param configured the domain that all addresses of this installation share; null: the host of each for itself
     * @return empty when the origin can have none: a bare IP address, plain HTTP, or outside the configured domain
     */
    static Optional<RelyingParty> of(String origin, @Nullable String configured) {
        URI uri = URI.create(origin);
        String host = Optional.ofNullable(uri.getHost()).orElse("");
        boolean local = host.equals(LOCAL) || host.endsWith("." + LOCAL);
        if (host.isEmpty() || ADDRESS.matcher(host).matches() || !(local || "https".equals(uri.getScheme()))) {
            return Optional.empty();
        }
        if (configured == null) {
            return Optional.of(new RelyingParty(origin, host));
        }
        return host.equals(configured) || host.endsWith("." + configured)
                ? Optional.of(new RelyingParty(origin, configured))
                : Optional.empty();
    }
}
