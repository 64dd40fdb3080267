package kr.haetae.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kr.haetae.config.Boundaries;
import kr.haetae.config.MapLayers;
import kr.haetae.event.Hash;
import org.jspecify.annotations.Nullable;

/** What the operator adds to the map of the country: finer boundaries from a file, a server of tiles. */
final class MapResource {
    private final Reply settings;
    private final Optional<Kept> boundaries;

    /** The file in both forms that browsers ask for, and its ETag. */
    private record Kept(Buffer plain, Buffer gzip, String etag) {
        static Kept of(Boundaries boundaries) {
            return new Kept(Buffer.buffer(boundaries.json()), Gzip.of(boundaries.json()),
                    '"' + Hash.of(boundaries.json()).prefix() + '"');
        }
    }

    MapResource(MapLayers layers) {
        boundaries = layers.boundaries().map(Kept::of);
        Map<String, Object> said = new HashMap<>();
        said.put("boundaries", boundaries.isPresent());
        layers.tiles().ifPresent(tiles -> {
            Map<String, Object> of = new HashMap<>();
            of.put("url", tiles.url());
            tiles.attribution().ifPresent(words -> of.put("attribution", words));
            said.put("tiles", of);
        });
        settings = Reply.ok(Json.write(said));
    }

    Future<Reply> settings(Call call) {
        return Future.succeededFuture(settings);
    }

    Future<Reply> boundaries(Call call) {
        Kept kept = boundaries.orElseThrow(() -> new ProblemException(Problem.absent("no-boundaries",
                "No finer boundaries are set (HAETAE_MAP_BOUNDARIES); the provinces' outlines come with the pages.")));
        var request = call.context().request();
        Reply reply = kept.etag().equals(request.getHeader("If-None-Match")) ? Reply.empty(304)
                : gzips(request.getHeader("Accept-Encoding"))
                        ? Reply.ok(kept.gzip()).with("Content-Encoding", "gzip")
                        : Reply.ok(kept.plain());
        return Future.succeededFuture(reply.with("ETag", kept.etag()).with("Vary", "Accept-Encoding")
                .with("Cache-Control", "private, no-cache"));
    }

    private static boolean gzips(@Nullable String accepted) {
        return accepted != null && accepted.toLowerCase(Locale.ROOT).contains("gzip");
    }
}
