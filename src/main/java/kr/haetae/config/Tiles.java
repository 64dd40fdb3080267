package kr.haetae.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * An internal server of map tiles, which browsers ask directly.
 *
 * @param url template with {@code {z}}, {@code {x}} and {@code {y}}, http or https
 * @param attribution whom to name on the map
 */
public record Tiles(String url, Optional<String> attribution) {
    /** Fails with an {@link IllegalArgumentException} that says what is wanted. */
    static String template(String url) {
        var placeholders = List.of("{z}", "{x}", "{y}");
        if (!placeholders.stream().allMatch(url::contains) || origin(url).isEmpty()) {
            throw new IllegalArgumentException("an address such as https://tiles.example.kr/{z}/{x}/{y}.png");
        }
        return url;
    }

    /** {@code scheme://host[:port]}: what the content security policy lets browsers load pictures from. */
    public String origin() {
        return origin(url).orElseThrow();
    }

    private static Optional<String> origin(String url) {
        try {
            var uri = URI.create(url.replaceAll("[{}]", ""));
            var right = List.of("http", "https").contains(String.valueOf(uri.getScheme())) && uri.getHost() != null
                    && uri.getUserInfo() == null && url.startsWith(uri.getScheme() + "://" + uri.getAuthority() + "/");
            return right ? Optional.of(uri.getScheme() + "://" + uri.getAuthority()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
