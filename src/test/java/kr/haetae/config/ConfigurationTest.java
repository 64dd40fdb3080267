package kr.haetae.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
    @TempDir
    Path directory;

    @Test
    void anEmptyEnvironmentGivesTheDefaults() {
        var configuration = Configuration.of(Map.of("PATH", "/bin"));

        assertThat(configuration.data()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(configuration.http()).isEqualTo(new Http("127.0.0.1", 8080, List.of(), List.of()));
        assertThat(configuration.management()).isEqualTo(new Management("127.0.0.1", 8081));
        assertThat(configuration.database()).isEqualTo(new Database(new Database.Embedded(0), 8, false));
        assertThat(configuration.tls()).isEqualTo(new Tls.Off());
        assertThat(configuration.limits())
                .isEqualTo(new Limits(4096, 65_536, 65_536, 33_554_432, 209_715_200, 8_388_608, Duration.ofHours(24),
                        Duration.ofMinutes(10)));
        assertThat(configuration.security().keysFile()).isEqualTo(configuration.data().resolve("keys.json"));
        assertThat(configuration.security().accessTokenLifetime()).isEqualTo(Duration.ofMinutes(10));
        assertThat(configuration.logLevel()).isEqualTo(LogLevel.INFO);
    }

    @Test
    void passwordsTakeHalfTheProcessorsUnlessItIsSaid() {
        assertThat(Configuration.of(Map.of()).security().loginConcurrency())
                .isEqualTo(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
        assertThat(Configuration.of(Map.of("HAETAE_LOGIN_CONCURRENCY", "7")).security().loginConcurrency())
                .isEqualTo(7);
        assertThat(refused(Map.of("HAETAE_LOGIN_CONCURRENCY", "0")))
                .containsExactly("HAETAE_LOGIN_CONCURRENCY must be from 1 to 64, not \"0\".");
        assertThat(refused(Map.of("HAETAE_LOGIN_CONCURRENCY", "half")))
                .containsExactly("HAETAE_LOGIN_CONCURRENCY must be a whole number, not \"half\".");
    }

    @Test
    void anExternalDatabaseTakesItsPasswordFromAFile() throws IOException {
        var file = Files.writeString(directory.resolve("password"), "s3cret\n");

        var configuration = Configuration.of(Map.of("HAETAE_DATABASE_URL", "postgresql://[::1]:5433/room",
                "HAETAE_DATABASE_USER", "duty", "HAETAE_DATABASE_PASSWORD_FILE", file.toString()));

        assertThat(configuration.database().place())
                .isEqualTo(new Database.External("::1", 5433, "room", "duty", new Secret("s3cret")));
        assertThat(configuration.toString()).doesNotContain("s3cret");
    }

    @Test
    void aFeedNeedsAReplica() {
        assertThat(Configuration.of(Map.of("HAETAE_ROLE", "feed", "HAETAE_DATABASE_URL", "postgresql://b/room")).role())
                .isEqualTo(Role.FEED);
        assertThat(Configuration.of(Map.of()).role()).isEqualTo(Role.FULL);

        assertThat(refused(Map.of("HAETAE_ROLE", "feed"))).containsExactly(
                "HAETAE_ROLE=feed needs HAETAE_DATABASE_URL, the address of a streaming replica.");
    }

    @Test
    void allErrorsAreToldAtOnce() {
        var errors = refused(Map.of("HAETAE_HTTP_PORT", "70000", "HAETAE_MANAGEMENT_PORT", "x", "HAETAE_TLS", "maybe",
                "HAETAE_PUBLIC_ORIGINS", "https://ok.example,https://bad.example/path", "HAETAE_TRUSTED_PROXIES",
                "10.0.0.0/8, ::1,10.0.0.0/33,proxy", "HAETAE_DATABASE_URL", "mysql://a/b", "HAETAE_MAX_FRAME_BYTES",
                "1GiB", "HAETAE_HTTP_PROT", "1", "HAETAE_LOG_LEVEL", " ",
                "HAETAE_DATABASE_PASSWORD_FILE", directory.resolve("absent").toString()));

        assertThat(errors).containsExactlyInAnyOrder(
                "HAETAE_HTTP_PROT is no setting; did you mean HAETAE_HTTP_PORT?",
                "HAETAE_HTTP_PORT must be from 0 to 65535, not \"70000\".",
                "HAETAE_MANAGEMENT_PORT must be a whole number, not \"x\".",
                "HAETAE_TLS must be one of off, self-signed, files, not \"maybe\".",
                "HAETAE_PUBLIC_ORIGINS: \"https://bad.example/path\" must be an origin such as "
                        + "https://room.example.kr, without path or user.",
                "HAETAE_TRUSTED_PROXIES: \"10.0.0.0/33\" must be an address or a network such as 10.0.0.0/8.",
                "HAETAE_TRUSTED_PROXIES: \"proxy\" must be an address or a network such as 10.0.0.0/8.",
                "HAETAE_DATABASE_URL must be postgresql://host:port/name; user and password are settings of their "
                        + "own, not \"mysql://a/b\".",
                "HAETAE_MAX_FRAME_BYTES must be a size such as 65536, 64KiB or 32MiB, not \"1GiB\".",
                "HAETAE_LOG_LEVEL is empty; unset it to get the default.",
                "HAETAE_DATABASE_PASSWORD_FILE names " + directory.resolve("absent") + ", which cannot be read.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HAETAE_TLS_KEY=k                                              | HAETAE_TLS=files needs both
            HAETAE_TLS=self-signed HAETAE_TLS_KEY=k                       | are only for HAETAE_TLS=files
            HAETAE_TLS_CERTIFICATE=/none/c HAETAE_TLS_KEY=/none/k         | names /none/k, which cannot be read
            HAETAE_ACCESS_TOKEN_LIFETIME=20h HAETAE_REFRESH_TOKEN_LIFETIME=12h | (20h) must not be longer than
            HAETAE_DATABASE_PASSWORD=a HAETAE_DATABASE_PASSWORD_FILE=/b   | not both
            HAETAE_FORCE_ELECTION_ON_EMBEDDED=yes                         | must be true or false
            HAETAE_DATABASE_URL=postgresql://u:p@h/d                      | settings of their own, not "postgresql://…@h/d"
            HAETAE_DATABASE_URL=postgresql://h                            | settings of their own
            HAETAE_WHATEVER_THIS_IS=1                                     | HAETAE_WHATEVER_THIS_IS is no setting.
            HAETAE_HTTP_PORT_FILE=1                                       | HAETAE_HTTP_PORT_FILE is no setting
            """)
    void badSettingsAreRefused(String assignments, String sentence) {
        var variables = new HashMap<String, String>();
        for (var assignment : assignments.split(" ")) {
            var equals = assignment.indexOf('=');
            variables.put(assignment.substring(0, equals), assignment.substring(equals + 1));
        }

        assertThat(refused(variables)).anySatisfy(it -> assertThat(it).contains(sentence));
    }

    @Test
    void recordsRefuseBadInputByThemselves() {
        assertThatThrownBy(() -> new Http("", -1, List.of(), List.of())).isInstanceOf(ConfigurationErrors.class)
                .hasMessageContaining("HAETAE_HTTP_HOST").hasMessageContaining("HAETAE_HTTP_PORT must be from 0 to");
    }

    @Test
    void aCertificateTurnsTlsOn() throws IOException {
        var certificate = Files.writeString(directory.resolve("c.pem"), "c");
        var key = Files.writeString(directory.resolve("k.pem"), "k");

        var configuration = Configuration.of(
                Map.of("HAETAE_TLS_CERTIFICATE", certificate.toString(), "HAETAE_TLS_KEY", key.toString()));

        assertThat(configuration.tls()).isEqualTo(new Tls.Files(certificate, key));
        assertThat(configuration.http().host()).isEqualTo("0.0.0.0");
    }

    @Test
    void originsAreDerivedFromThePortReallyBound() {
        var http = new Http("0.0.0.0", 0, List.of(), List.of());

        assertThat(http.allowedOrigins(8443, true, List.of("Room1", "fe80::1"))).containsExactly(
                "https://localhost:8443", "https://127.0.0.1:8443", "https://[::1]:8443", "https://room1:8443",
                "https://[fe80::1]:8443");
        assertThat(http.allowedOrigins(443, true, List.of())).contains("https://localhost");
        assertThat(new Http("0.0.0.0", 0, List.of("https://Room.example.kr"), List.of()).allowedOrigins(1, false,
                List.of()))
                .containsExactly("https://room.example.kr");
    }

    @Test
    void passkeysAreForADomainInWhichAllNamedAddressesLie() {
        var named = Map.of("HAETAE_PUBLIC_ORIGINS", "https://room.example.kr,https://example.kr",
                "HAETAE_PASSKEY_DOMAIN", "Example.kr");
        assertThat(Configuration.of(named).security().passkeyDomain()).isEqualTo("example.kr");
        assertThat(Configuration.of(Map.of()).security().passkeyDomain()).isNull();
        for (var wrong : List.of("10.0.0.5", "https://example.kr", "example.kr:8443", ".kr")) {
            assertThat(refused(Map.of("HAETAE_PASSKEY_DOMAIN", wrong))).as(wrong)
                    .anySatisfy(it -> assertThat(it).contains("HAETAE_PASSKEY_DOMAIN").contains("must be a domain"));
        }
        assertThat(refused(Map.of("HAETAE_PUBLIC_ORIGINS", "https://anexample.kr", "HAETAE_PASSKEY_DOMAIN",
                "example.kr"))).anySatisfy(it -> assertThat(it).contains("does not lie in example.kr"));
    }

    @Test
    void theTableInTheDocumentationIsTheTableInTheCode() throws IOException {
        assertThat(Files.readString(Path.of("docs/configuration.md"))).contains(Setting.table());
    }

    private static List<String> refused(Map<String, String> variables) {
        var errors = catchThrowableOfType(ConfigurationErrors.class, () -> Configuration.of(variables));
        assertThat(errors).isNotNull();
        return errors.sentences();
    }
}
