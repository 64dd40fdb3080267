package kr.haetae.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.MimeMapping;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of the pages lies compressed beside itself: the build does that once, as small as it gets, so that a phone with little signal
 * gets a quarter of the bytes and nothing is compressed while somebody waits.
 *
 * @param files their paths, with a slash before them
 */
record Compressed(Set<String> files) {
    private static final String LIST = "/" + Pages.ROOT + "/compressed.txt";

    /** From the list that the build has written; empty where the pages were not built. */
    static Compressed list() {
        try (InputStream in = Compressed.class.getResourceAsStream(LIST)) {
            return new Compressed(in == null ? Set.of()
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> "/" + line)
                            .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + LIST, e);
        }
    }

    boolean holds(String file) {
        return files.contains(file);
    }

    /** Sends the copy that the client reads best; false, and nothing done, when there is none. */
    boolean send(RoutingContext ctx, String file) {
        if (!holds(file)) {
            return false;
        }
        HttpServerResponse response = ctx.response().putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        boolean brotli = accepts(ctx, "br");
        if (!brotli && !accepts(ctx, "gzip")) {
            return false;
        }
        response.putHeader(HttpHeaders.CONTENT_ENCODING, brotli ? "br" : "gzip");
        if (!response.headers().contains(HttpHeaders.CONTENT_TYPE)) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, type(file));
        }
        response.sendFile(Pages.ROOT + file + (brotli ? ".br" : ".gz")).onFailure(ctx::fail);
        return true;
    }

    private static boolean accepts(RoutingContext ctx, String encoding) {
        return ctx.parsedHeaders().acceptEncoding().stream()
                .anyMatch(it -> it.value().equals(encoding) && it.weight() > 0);
    }

    private static String type(String file) {
        String known = MimeMapping.mimeTypeForFilename(file);
        if (known == null) {
            return "application/octet-stream";
        }
        return known.startsWith("text/") ? known + ";charset=UTF-8" : known;
    }
}
