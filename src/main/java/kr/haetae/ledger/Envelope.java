package kr.haetae.ledger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import kr.haetae.event.Hash;
import kr.haetae.event.UnitCode;

/**
 * What the chained hash covers: everything about an entry but its body, for which the commitment stands. Its bytes are JSON
 * without white space, fields in this order, times in UTC with six decimals; every value is ASCII that needs no escape.
 */
record Envelope(
        UUID ledger,
        long seq,
        Instant at,
        Instant realAt,
        UUID command,
        int part,
        Hash request,
        UUID account,
        UnitCode unit,
        String type,
        int version,
        Hash commitment) {
    /** The form of the envelope itself. */
    static final int FORMAT = 1;

    private static final JsonFactory JSON = new JsonFactory();
    private static final SerializedString[] FIELDS = {
        name("format"), name("ledger"), name("seq"), name("at"), name("realAt"), name("command"), name("part"),
        name("request"),
        name("account"), name("unit"), name("type"), name("version"), name("commitment")
    };

    byte[] encode() {
        String json = "{\"format\":" + FORMAT + ",\"ledger\":\"" + ledger + "\",\"seq\":" + seq + ",\"at\":\""
                + Times.format(at)
                + "\",\"realAt\":\"" + Times.format(realAt) + "\",\"command\":\"" + command + "\",\"part\":" + part
                + ",\"request\":\"" + request + "\",\"account\":\"" + account + "\",\"unit\":\"" + unit
                + "\",\"type\":\"" + type
                + "\",\"version\":" + version + ",\"commitment\":\"" + commitment + "\"}";
        return json.getBytes(StandardCharsets.US_ASCII);
    }

    /** @throws IllegalArgumentException when the bytes are not an envelope of this format */
    static Envelope parse(byte[] bytes) {
        try (JsonParser json = JSON.createParser(bytes)) {
            Fields fields = new Fields(json);
            fields.begin();
            long format = fields.number();
            if (format != FORMAT) {
                throw new IllegalArgumentException("envelope format " + format + " is not known to this program");
            }
            Envelope envelope = new Envelope(
                    UUID.fromString(fields.text()),
                    fields.number(),
                    Times.parse(fields.text()),
                    Times.parse(fields.text()),
                    UUID.fromString(fields.text()),
                    Math.toIntExact(fields.number()),
                    Hash.parse(fields.text()),
                    UUID.fromString(fields.text()),
                    UnitCode.of(fields.text()),
                    fields.text(),
                    Math.toIntExact(fields.number()),
                    Hash.parse(fields.text()));
            fields.end();
            return envelope;
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("the envelope can't be read: " + e.getMessage(), e);
        }
    }

    private static SerializedString name(String field) {
        return new SerializedString(field);
    }

    /** The fields, in their fixed order. */
    private static final class Fields {
        private final JsonParser json;
        private int next;

        Fields(JsonParser json) {
            this.json = json;
        }

        void begin() throws IOException {
            require(json.nextToken() == JsonToken.START_OBJECT, "an object");
        }

        long number() throws IOException {
            name();
            require(json.nextToken() == JsonToken.VALUE_NUMBER_INT, "a whole number");
            return json.getLongValue();
        }

        String text() throws IOException {
            name();
            require(json.nextToken() == JsonToken.VALUE_STRING, "a text");
            return json.getText();
        }

        void end() throws IOException {
            require(json.nextToken() == JsonToken.END_OBJECT && json.nextToken() == null, "the end");
        }

        private void name() throws IOException {
            require(json.nextFieldName(FIELDS[next]), FIELDS[next].getValue());
            next++;
        }

        private static void require(boolean met, String what) {
            if (!met) {
                throw new IllegalArgumentException(what + " was expected");
            }
        }
    }
}
