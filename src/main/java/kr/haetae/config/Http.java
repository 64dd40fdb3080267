package kr.haetae.config;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where the pages and the API are served.
 *
 * @param publicOrigins the origins named by the operator, {@code scheme://host[:port]} in lower case; none: derived
 */
public record Http(String host, int port, List<String> publicOrigins) {
    public Http {
        publicOrigins = publicOrigins.stream().map(it -> it.toLowerCase(Locale.ROOT)).distinct().toList();
        var problems = new Problems();
        problems.unless(!host.isBlank(), Setting.HTTP_HOST.key() + " must be a name or an address.");
        problems.range(Setting.HTTP_PORT, port);
        for (var origin : publicOrigins) {
            problems.unless(isOrigin(origin), "%s: \"%s\" must be an origin such as https://room.example.kr, without "
                    .formatted(Setting.PUBLIC_ORIGINS.key(), origin) + "path or user.");
        }
        problems.refuse();
    }

    /**
     * The origins that may change anything: the operator's own list, else every given name and address of this machine
     * with the port really bound.
     *
     * @param names host names and addresses under which this machine is reached; IPv6 without brackets
     */
    public List<String> allowedOrigins(int boundPort, boolean tls, Collection<String> names) {
        if (!publicOrigins.isEmpty()) return publicOrigins;
        var scheme = tls ? "https" : "http";
        var suffix = boundPort == (tls ? 443 : 80) ? "" : ":" + boundPort;
        return Stream.concat(Stream.of("localhost", "127.0.0.1", "::1"), names.stream()).distinct()
                .map(it -> it.contains(":") ? "[" + it + "]" : it.toLowerCase(Locale.ROOT))
                .map(it -> scheme + "://" + it + suffix).toList();
    }

    private static boolean isOrigin(String text) {
        try {
            var uri = URI.create(text);
            return List.of("http", "https").contains(String.valueOf(uri.getScheme())) && uri.getHost() != null
                    && uri.getUserInfo() == null && text.equals(uri.getScheme() + "://" + uri.getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
