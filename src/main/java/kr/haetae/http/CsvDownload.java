package kr.haetae.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * A CSV that is made while it is sent: as long as the client takes nothing, nothing more is made.
 *
 * @param name of the file, without its ending
 * @param lines the cells of each line, the heading first; read on a worker thread
 */
record CsvDownload(Vertx vertx, String name, Iterator<List<String>> lines) implements Reply.Streamed {
    private static final int LINES_AT_A_TIME = 500;

    @Override
    public Future<Void> send(HttpServerResponse response) {
        String encoded = URLEncoder.encode(name + ".csv", StandardCharsets.UTF_8).replace("+", "%20");
        response.setChunked(true)
                .putHeader("Content-Type", "text/csv;charset=UTF-8")
                .putHeader("Cache-Control", "no-store")
                .putHeader("Content-Disposition", "attachment; filename=\"haetae.csv\"; filename*=UTF-8''" + encoded);
        return response.write(Buffer.buffer(CsvLine.MARK)).compose(begun -> rest(response));
    }

    private Future<Void> rest(HttpServerResponse response) {
        return vertx.executeBlocking(this::some, false).map(Objects::requireNonNull)
                .compose(some -> some.length() == 0 ? response.end()
                        : response.write(some).compose(written -> rest(response)));
    }

    private Buffer some() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LINES_AT_A_TIME && lines.hasNext(); i++) {
            text.append(CsvLine.of(lines.next()));
        }
        return Buffer.buffer(text.toString());
    }
}
