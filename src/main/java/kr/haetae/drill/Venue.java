package kr.haetae.drill;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.net.ClientOptionsBase;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PemTrustOptions;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where the drill's server is. */
public record Venue(String host, int port, boolean tls, Trust trust) {
    /** Whose certificate is believed. */
    public sealed interface Trust {
        /** Whoever this machine's Java believes. */
        record Usual() implements Trust {}

        /** This certificate, whatever name it bears; the server's own, when drill and server are one program. */
        record Own(byte[] certificate) implements Trust {
            public Own {
                certificate = certificate.clone();
            }
        }

        /** For the drill's HTTP connections. */
        default void apply(HttpClientOptions options) {
            believe(options);
            options.setVerifyHost(this instanceof Usual);
        }

        /** For its live socket. */
        default void apply(WebSocketClientOptions options) {
            believe(options);
            options.setVerifyHost(this instanceof Usual);
        }

        /** For connections whose bytes the client reads itself. */
        default void apply(NetClientOptions options) {
            believe(options);
            options.setHostnameVerificationAlgorithm(this instanceof Usual ? "HTTPS" : "");
        }

        private void believe(ClientOptionsBase options) {
            if (this instanceof Own(byte[] certificate)) {
                options.setTrustOptions(new PemTrustOptions().addCertValue(Buffer.buffer(certificate)));
            }
        }
    }

    /** @throws IllegalArgumentException with a sentence when the address is none */
    public static Venue of(URI address, Trust trust) {
        String scheme = address.getScheme();
        @Nullable
        String host = address.getHost();
        boolean tls = "https".equals(scheme);
        if (host == null || !(tls || "http".equals(scheme))) {
            throw new IllegalArgumentException(
                    "'" + address + "' is no address of a server, such as http://127.0.0.1:8080.");
        }
        int port = address.getPort() == -1 ? (tls ? 443 : 80) : address.getPort();
        return new Venue(host, port, tls, trust);
    }
}
