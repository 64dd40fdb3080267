package kr.haetae.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All settings.
 *
 * @param data directory of what this machine keeps, absolute
 * @param frameMillis for how long changes are gathered into one frame
 * @param drillSpeed rate of the first drill's clock; 0: nobody acts in it
 */
public record Configuration(Path data, Http http, Management management, Role role, Database database, Tls tls,
        Security security, Limits limits, Snapshots snapshots, MapLayers map, int frameMillis, int drillSpeed,
        LogLevel logLevel) {
    public Configuration {
        data = data.toAbsolutePath().normalize();
        var problems = new Problems();
        problems.range(Setting.FRAME_MILLIS, frameMillis);
        problems.range(Setting.DRILL_SPEED, drillSpeed);
        var domain = security.passkeyDomain();
        for (var origin : domain == null ? List.<String>of() : http.publicOrigins()) {
            var host = String.valueOf(URI.create(origin).getHost());
            problems.unless(host.equals(domain) || host.endsWith("." + domain),
                    "%s: \"%s\" of %s does not lie in %s, so that nobody could use a passkey there.".formatted(
                            Setting.PASSKEY_DOMAIN.key(), origin, Setting.PUBLIC_ORIGINS.key(), domain));
        }
        problems.refuse();
    }

    /**
     * Reads the variables {@code HAETAE_…}; others are left alone.
     * Fails with {@link ConfigurationErrors}, which holds everything that is wrong, unknown variables included.
     */
    public static Configuration of(Map<String, String> variables) {
        var problems = new Problems();
        var environment = new Environment(variables, problems);
        var data = environment.path(Setting.DATA).orElse(Path.of(Setting.DATA.defaultText)).toAbsolutePath()
                .normalize();
        var tls = problems.gather(() -> tls(environment, problems), new Tls.Off());
        var configuration = new Configuration(data,
                problems.gather(() -> http(environment, tls), new Http("localhost", 0, List.of(), List.of())),
                management(environment), role(environment, problems), database(environment), tls,
                problems.gather(() -> security(environment, data), security(defaults(), data)),
                limits(environment), snapshots(environment),
                problems.gather(() -> map(environment, problems), MapLayers.NONE),
                environment.integer(Setting.FRAME_MILLIS),
                environment.integer(Setting.DRILL_SPEED),
                logLevel(environment));
        problems.refuse();
        return configuration;
    }

    private static Http http(Environment environment, Tls tls) {
        return new Http(environment.text(Setting.HTTP_HOST).orElse(tls.on() ? "0.0.0.0" : "127.0.0.1"),
                environment.integer(Setting.HTTP_PORT),
                list(environment, Setting.PUBLIC_ORIGINS), list(environment, Setting.TRUSTED_PROXIES));
    }

    private static List<String> list(Environment environment, Setting setting) {
        return environment.text(setting).map(it -> List.of(it.split("\\s*,\\s*"))).orElse(List.of());
    }

    private static Management management(Environment environment) {
        return new Management(environment.textOrDefault(Setting.MANAGEMENT_HOST),
                environment.integer(Setting.MANAGEMENT_PORT));
    }

    private static Role role(Environment environment, Problems problems) {
        var role = environment.choice(Setting.ROLE, Role.class).orElse(Role.FULL);
        problems.unless(role == Role.FULL || environment.text(Setting.DATABASE_URL).isPresent(),
                "%s=feed needs %s, the address of a streaming replica.".formatted(Setting.ROLE.key(),
                        Setting.DATABASE_URL.key()));
        return role;
    }

    private static Database database(Environment environment) {
        var user = environment.textOrDefault(Setting.DATABASE_USER);
        var password = environment.secret(Setting.DATABASE_PASSWORD).orElse(new Secret(""));
        var embedded = new Database.Embedded(environment.integer(Setting.EMBEDDED_PORT));
        var place = environment.<Database.Place>parsed(Setting.DATABASE_URL,
                it -> Database.External.of(URI.create(it), user, password)).orElse(embedded);
        return new Database(place, environment.integer(Setting.DATABASE_POOL_SIZE),
                environment.flag(Setting.FORCE_ELECTION_ON_EMBEDDED));
    }

    private enum TlsChoice { OFF, SELF_SIGNED, FILES }

    private static Tls tls(Environment environment, Problems problems) {
        var certificate = environment.path(Setting.TLS_CERTIFICATE);
        var key = environment.path(Setting.TLS_KEY);
        var given = certificate.isPresent() || key.isPresent();
        var choice = environment.choice(Setting.TLS, TlsChoice.class).orElse(given ? TlsChoice.FILES : TlsChoice.OFF);
        if (choice == TlsChoice.FILES && certificate.isPresent() && key.isPresent()) {
            return new Tls.Files(certificate.get(), key.get());
        }
        problems.unless(choice != TlsChoice.FILES, "HAETAE_TLS=files needs both %s and %s."
                .formatted(Setting.TLS_CERTIFICATE.key(), Setting.TLS_KEY.key()));
        problems.unless(choice == TlsChoice.FILES || !given, "%s and %s are only for HAETAE_TLS=files."
                .formatted(Setting.TLS_CERTIFICATE.key(), Setting.TLS_KEY.key()));
        return choice == TlsChoice.SELF_SIGNED ? new Tls.SelfSigned() : new Tls.Off();
    }

    private static Security security(Environment environment, Path data) {
        return new Security(environment.path(Setting.KEYS_FILE).orElse(data.resolve("keys.json")).toAbsolutePath(),
                environment.span(Setting.ACCESS_TOKEN_LIFETIME), environment.span(Setting.REFRESH_TOKEN_LIFETIME),
                environment.span(Setting.SESSION_LIFETIME), environment.integer(Setting.LOGIN_FAILURES),
                environment.span(Setting.LOGIN_FAILURE_WINDOW),
                environment.integer(Setting.LOGIN_CONCURRENCY, halfTheProcessors()),
                environment.text(Setting.PASSKEY_DOMAIN).map(it -> it.toLowerCase(Locale.ROOT)).orElse(null));
    }

    /** A password takes one for a twentieth of a second; the others are for those who are in already. */
    private static int halfTheProcessors() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }

    private static Limits limits(Environment environment) {
        return new Limits(environment.integer(Setting.QUEUE_LIMIT), environment.bytes(Setting.MAX_FRAME_BYTES),
                environment.bytes(Setting.MAX_BODY_BYTES), environment.bytes(Setting.MAX_IMPORT_BYTES),
                environment.bytes(Setting.MAX_ATTACHMENT_BYTES), environment.bytes(Setting.UPLOAD_RATE_BYTES),
                environment.span(Setting.UPLOAD_LIFETIME),
                environment.span(Setting.ARCHIVED_OPERATION_LIFETIME));
    }

    private static MapLayers map(Environment environment, Problems problems) {
        var attribution = environment.text(Setting.MAP_TILES_ATTRIBUTION);
        var tiles = environment.parsed(Setting.MAP_TILES, Tiles::template).map(it -> new Tiles(it, attribution));
        problems.unless(attribution.isEmpty() || environment.text(Setting.MAP_TILES).isPresent(),
                "%s is only for %s.".formatted(Setting.MAP_TILES_ATTRIBUTION.key(), Setting.MAP_TILES.key()));
        return new MapLayers(environment.path(Setting.MAP_BOUNDARIES).map(Boundaries::of), tiles);
    }

    private static Snapshots snapshots(Environment environment) {
        return environment.choice(Setting.SNAPSHOTS, Snapshots.class).orElse(Snapshots.COMPARED);
    }

    private static LogLevel logLevel(Environment environment) {
        return environment.choice(Setting.LOG_LEVEL, LogLevel.class).orElse(LogLevel.INFO);
    }

    private static Environment defaults() {
        return new Environment(Map.of(), new Problems());
    }
}
