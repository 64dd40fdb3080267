package kr.haetae.feed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import kr.haetae.event.Cursor;
import kr.haetae.picture.Difference;
import kr.haetae.picture.Held;
import kr.haetae.picture.Key;

/** The server's frames as JSON in UTF-8, made from the entities' kept bytes. */
public final class Frames {
    private Frames() {}

    private static final String START = "{\"type\":\"change\",";

    public static byte[] change(Difference difference) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256 + difference.put().size() * 256);
        text(out,
                START + "\"after\":\""
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

    /** The change as the answer to a hello; {@code hello}: its id, in JSON. */
    static String answering(String change, String hello) {
        return START + "\"hello\":" + hello + "," + change.substring(START.length());
    }

    /** {@code ageMillis}: how long ago the node last confirmed that its head is the primary's. */
    static Wire tick(Cursor upTo, Instant at, long ageMillis) {
        return Wire.of("{\"type\":\"tick\",\"upTo\":\"" + upTo + "\",\"at\":\"" + at + "\",\"age\":" + ageMillis + "}");
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
