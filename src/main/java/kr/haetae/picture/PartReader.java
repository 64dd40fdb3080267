package kr.haetae.picture;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Reads one part that {@link PartWriter} wrote, row by row. Its methods throw when that is not what it holds. */
public final class PartReader implements AutoCloseable {
    private final JsonParser in;
    private final String content;
    private final String type;

    public PartReader(byte[] bytes) throws IOException {
        this.in = ByComponents.MAPPER.createParser(inflated(bytes));
        require(in.nextToken() == JsonToken.START_ARRAY, "a part");
        this.content = in.nextTextValue();
        this.type = in.nextTextValue();
    }

    public String content() {
        return content;
    }

    public String type() {
        return type;
    }

    /** Goes to the start of the next row; false after the last. */
    public boolean next() throws IOException {
        JsonToken token = in.nextToken();
        require(token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY, "a row or the end of the part");
        return token == JsonToken.START_ARRAY;
    }

    /** The row that {@link #next} went to, if it is a record. */
    public <R> R row(Class<R> record) throws IOException {
        return in.readValueAs(record);
    }

    /** At the start of the row that {@link #next} went to. */
    JsonParser in() {
        return in;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    static void require(boolean met, String what) {
        if (!met) {
            throw new IllegalArgumentException(what + " was expected");
        }
    }

    private static byte[] inflated(byte[] bytes) throws IOException {
        Inflater inflater = new Inflater(true);
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes), inflater, 8_192)) {
            return in.readAllBytes();
        } finally {
            inflater.end();
        }
    }
}
