package kr.haetae.roster;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** A table shipped beside this class. */
final class Table {
    private Table() {}

    /** The lines of a shipped table; fails with {@link IllegalStateException} when the product was built without it. */
    static List<NamedCsvRecord> shipped(String name) {
        try (InputStream in = Table.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the table " + name + " is missing from the product");
            }
            try (var lines = CsvReader.builder().ofNamedCsvRecord(in)) {
                return lines.stream().toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of a field; an empty field has none. */
    static List<String> words(String field) {
        return field.isEmpty() ? List.of() : List.of(field.split(" "));
    }
}
