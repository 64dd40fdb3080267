package kr.haetae.picture;

/** Where an entity stands in every store, here and in the browser: {@code kind/id}. */
public record Key(String kind, String id) {
    @Override
    public String toString() {
        return kind + "/" + id;
    }
}
