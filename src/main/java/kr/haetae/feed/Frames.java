package kr.haetae.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import kr.haetae.event.Cursor;
import kr.haetae.picture.Difference;
import kr.haetae.picture.Held;
import kr.haetae.picture.Key;
import org.jspecify.annotations.Nullable;

/** The server's frames as JSON in UTF-8, made from the entities' kept bytes. */
public final class Frames {
    private Frames() {}

    public static byte[] change(Difference difference) {
        return change(difference, null);
    }

    /** {@code hello}: the id, in JSON, of the hello that this answers. */
    static byte[] change(Difference difference, @Nullable String hello) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256 + difference.put().size() * 256);
        text(out,
                "{\"type\":\"change\"," + (hello == null ? "" : "\"hello\":" + hello + ",") + "\"after\":\""
                        + difference.after() + "\",\"upTo\":\"" + difference.upTo()
                        + "\",\"at\":\"" + difference.at()
                        + (difference.reset() ? "\",\"reset\":true,\"put\":[" : "\",\"put\":["));
        boolean first = true;
        for (Held held : difference.put()) {
            comma(out, first);
            out.writeBytes(held.json());
            first = false;
        }
        text(out, "],\"drop\":[");
        first = true;
        for (Key key : difference.drop()) {
            comma(out, first);
            text(out, "\"" + key + "\"");
            first = false;
        }
        text(out, "]}");
        return out.toByteArray();
    }

    /** {@code ageMillis}: how long ago the node last confirmed that its head is the primary's. */
    static String tick(Cursor upTo, Instant at, long ageMillis) {
        return "{\"type\":\"tick\",\"upTo\":\"" + upTo + "\",\"at\":\"" + at + "\",\"age\":" + ageMillis + "}";
    }

    static String bye(Bye bye) {
        return "{\"type\":\"bye\",\"code\":\"" + bye.code() + "\",\"reason\":\"" + bye.reason() + "\"}";
    }

    private static void comma(ByteArrayOutputStream out, boolean first) {
        if (!first) {
            out.write(',');
        }
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
