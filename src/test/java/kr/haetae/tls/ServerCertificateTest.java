package kr.haetae.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import kr.haetae.config.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCertificateTest {
    @TempDir
    Path data;

    private final Instant now = Instant.now();

    @Test
    void offMeansNone() {
        assertThat(ServerCertificate.of(Configuration.of(Map.of()), InstantSource.fixed(now))).isEmpty();
    }

    @Test
    void aClientThatTrustsTheSelfSignedFileShakesHands() throws Exception {
        var certificate = selfSigned(now);
        var vertx = Vertx.vertx();
        try {
            var server = vertx.createHttpServer(new HttpServerOptions().setSsl(true)
                    .setKeyCertOptions(certificate.options())).requestHandler(it -> it.response().end("guarded"))
                    .listen(0, "127.0.0.1").await(20, TimeUnit.SECONDS);
            try (var client = HttpClient.newBuilder().sslContext(trusting(certificate.file())).build()) {
                for (var host : new String[]{"localhost", "127.0.0.1"}) {
                    var answer = client.send(HttpRequest.newBuilder(URI.create("https://%s:%d/".formatted(host,
                            server.actualPort()))).build(), HttpResponse.BodyHandlers.ofString());
                    assertThat(answer.body()).isEqualTo("guarded");
                }
            }
        } finally {
            vertx.close().await(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void itIsKeptUntilItRunsOut() throws Exception {
        var first = selfSigned(now);
        assertThat(first.fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        assertThat(Files.getPosixFilePermissions(data.resolve("tls/server.pem")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.readString(first.file())).doesNotContain("PRIVATE");

        assertThat(selfSigned(now.plus(Duration.ofDays(300))).fingerprint()).isEqualTo(first.fingerprint());
        assertThat(selfSigned(now.plus(Duration.ofDays(390))).fingerprint()).isNotEqualTo(first.fingerprint());
    }

    @Test
    void filesThatAreNoCertificateAreRefused() throws Exception {
        var wrong = Files.writeString(data.resolve("wrong.pem"), "nothing").toString();
        var configuration = Configuration.of(Map.of("HAETAE_TLS_CERTIFICATE", wrong, "HAETAE_TLS_KEY", wrong));

        assertThatThrownBy(() -> ServerCertificate.of(configuration, InstantSource.fixed(now)))
                .isInstanceOf(TlsRefused.class).hasMessageContaining("cannot be used");
    }

    @Test
    void theOperatorsFilesAreTaken() {
        var own = selfSigned(now);
        var configuration = Configuration.of(Map.of("HAETAE_TLS_CERTIFICATE", own.file().toString(), "HAETAE_TLS_KEY",
                data.resolve("tls/server.pem").toString()));

        assertThat(ServerCertificate.of(configuration, InstantSource.fixed(now)).orElseThrow().fingerprint())
                .isEqualTo(own.fingerprint());
    }

    private ServerCertificate selfSigned(Instant at) {
        var configuration = Configuration.of(Map.of("HAETAE_DATA", data.toString(), "HAETAE_TLS", "self-signed"));
        return ServerCertificate.of(configuration, InstantSource.fixed(at)).orElseThrow();
    }

    private static SSLContext trusting(Path certificate) throws Exception {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("haetae", ServerCertificate.parse(certificate));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
