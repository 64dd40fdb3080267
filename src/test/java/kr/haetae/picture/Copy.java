package kr.haetae.picture;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a screen holds: entities by key, as bytes; changed only by applying differences. */
public final class Copy {
    private final SortedMap<String, String> entities = new TreeMap<>();

    public static Copy of(Difference difference) {
        Copy copy = new Copy();
        copy.apply(difference);
        return copy;
    }

    public void apply(Difference difference) {
        if (difference.reset()) {
            entities.clear();
        }
        difference.put().forEach(held -> entities.put(held.entity().key().toString(),
                new String(held.json(), StandardCharsets.UTF_8)));
        difference.drop().forEach(key -> {
            if (entities.remove(key.toString()) == null) {
                throw new AssertionError("dropped " + key + ", which the screen never held");
            }
        });
    }

    /** Keys and bodies in the order of keys: equal pictures are equal texts. */
    public String canonical() {
        return entities.toString();
    }

    public boolean holds(Key key) {
        return entities.containsKey(key.toString());
    }
}
