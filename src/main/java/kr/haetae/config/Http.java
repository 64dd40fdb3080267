package kr.haetae.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where the pages and the API are served.
 *
 * @param trustedProxies addresses or networks (CIDR) whose {@code X-Forwarded-For} is believed
 * @param publicOrigins the origins named by the operator, {@code scheme://host[:port]} in lower case; none: derived
 */
public record Http(String host, int port, List<String> publicOrigins, List<String> trustedProxies) {
    public Http {
        trustedProxies = List.copyOf(trustedProxies);
        publicOrigins = publicOrigins.stream().map(it -> it.toLowerCase(Locale.ROOT)).distinct().toList();
        var problems = new Problems();
        problems.unless(!host.isBlank(), Setting.HTTP_HOST.key() + " must be a name or an address.");
        problems.range(Setting.HTTP_PORT, port);
        for (var origin : publicOrigins) {
            problems.unless(isOrigin(origin), "%s: \"%s\" must be an origin such as https://room.example.kr, without "
                    .formatted(Setting.PUBLIC_ORIGINS.key(), origin) + "path or user.");
        }
        for (var proxy : trustedProxies) {
            problems.unless(isNetwork(proxy),
                    "%s: \"%s\" must be an address or a network such as 10.0.0.0/8.".formatted(
                            Setting.TRUSTED_PROXIES.key(), proxy));
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

    private static boolean isNetwork(String text) {
        var slash = text.indexOf('/');
        var address = slash < 0 ? text : text.substring(0, slash);
        try {
            // Only digits, dots, colons and hex letters: a name would be looked up.
            if (!address.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) return false;
            var bits = InetAddress.getByName(address).getAddress().length * 8;
            var prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
            return prefix >= 0 && prefix <= bits;
        } catch (UnknownHostException | NumberFormatException e) {
            return false;
        }
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
