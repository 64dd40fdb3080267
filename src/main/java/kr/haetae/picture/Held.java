package kr.haetae.picture;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One version of an entity: with the seq that last changed it, the seq at which it was born, and its bytes, encoded on first use
 * and kept. One that comes from a snapshot is decoded on first use. Shared between threads; encoding or decoding twice in a race
 * yields the same.
 */
public final class Held {
    /** Writes what goes on the wire: ISO-8601 instants, absent fields left out. */
    public static final JsonMapper WIRE = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private final long seq;
    private final long born;
    /** An {@link Entity}, or its {@link KeptEntity}. */
    private volatile Object content;
    private volatile byte @Nullable [] json;

    Held(Entity entity, long seq, long born) {
        this(born, seq, entity);
    }

    Held(KeptEntity kept, long seq, long born) {
        this(born, seq, kept);
    }

    private Held(long born, long seq, Object content) {
        this.seq = seq;
        this.born = born;
        this.content = content;
    }

    public Entity entity() {
        if (content instanceof Entity known) {
            return known;
        }
        Entity read = ((KeptEntity) content).entity();
        content = read;
        return read;
    }

    public long seq() {
        return seq;
    }

    public long born() {
        return born;
    }

    /** The entity as JSON in UTF-8: {@code kind}, {@code id}, {@code seq}, then its own fields. Callers must not change the array. */
    public byte[] json() {
        byte[] known = json;
        if (known == null) {
            known = encode();
            json = known;
        }
        return known;
    }

    private byte[] encode() {
        Entity entity = entity();
        Key key = entity.key();
        try {
            String start = "{\"kind\":" + WIRE.writeValueAsString(key.kind()) + ",\"id\":"
                    + WIRE.writeValueAsString(key.id()) + ",\"seq\":" + seq;
            byte[] head = start.getBytes(StandardCharsets.UTF_8);
            byte[] fields = WIRE.writeValueAsBytes(entity);
            if (fields.length == 2) {
                return (start + "}").getBytes(StandardCharsets.UTF_8);
            }
            byte[] whole = new byte[head.length + fields.length];
            System.arraycopy(head, 0, whole, 0, head.length);
            whole[head.length] = ',';
            System.arraycopy(fields, 1, whole, head.length + 1, fields.length - 1);
            return whole;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + key, e);
        }
    }
}
