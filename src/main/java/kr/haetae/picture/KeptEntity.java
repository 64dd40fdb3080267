package kr.haetae.picture;

import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * An entity as a snapshot holds it. Most are never looked at before they are replaced or the first screen asks, so a start does not
 * wait for their decoding.
 *
 * @param bytes Smile, covered by the snapshot's digest
 */
record KeptEntity(ObjectReader reader, byte[] bytes) {
    Entity entity() {
        try {
            return reader.readValue(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("an entity of the snapshot can't be read", e);
        }
    }
}
