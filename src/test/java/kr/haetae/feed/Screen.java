package kr.haetae.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A screen as docs/protocol.md wants it: refuses a frame that does not start where it stands. */
final class Screen implements Outlet {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final SortedMap<String, String> entities = new TreeMap<>();
    private String cursor = "";
    private boolean full;
    private int frames;
    private int ticks;
    private @Nullable Bye ended;

    void full(boolean now) {
        full = now;
    }

    @Override
    public boolean full() {
        return full;
    }

    @Override
    public void send(Wire frame) {
        send(frame.text());
    }

    void send(String frame) {
        if (full) {
            throw new AssertionError("a frame was queued for a full socket");
        }
        try {
            take(MAPPER.readTree(frame));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void end(Bye bye) {
        ended = bye;
    }

    private void take(JsonNode frame) {
        if (frame.get("type").textValue().equals("tick")) {
            if (!frame.get("upTo").textValue().equals(cursor)) {
                throw new AssertionError("tick at " + frame.get("upTo") + ", screen at " + cursor);
            }
            ticks++;
            return;
        }
        frames++;
        if (frame.has("reset")) {
            entities.clear();
        } else if (!frame.get("after").textValue().equals(cursor)) {
            throw new AssertionError("frame after " + frame.get("after") + ", screen at " + cursor);
        }
        frame.get("put").forEach(entity -> entities.put(
                entity.get("kind").textValue() + "/" + entity.get("id").textValue(), entity.toString()));
        frame.get("drop").forEach(key -> entities.remove(key.textValue()));
        cursor = frame.get("upTo").textValue();
    }

    String canonical() {
        return entities.toString();
    }

    String cursor() {
        return cursor;
    }

    int frames() {
        return frames;
    }

    int ticks() {
        return ticks;
    }

    @Nullable
    Bye ended() {
        return ended;
    }
}
