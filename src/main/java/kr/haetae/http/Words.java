package kr.haetae.http;

import java.util.Map;
import kr.haetae.event.PlacedUnit;
import org.jspecify.annotations.Nullable;

/** The product's words for what an export holds, in one language: those of the code tables, and those of its own table there. */
final class Words {
    /** Which of the two. */
    enum Language {
        KO,
        EN
    }

    private static final Words KOREAN = new Words(Language.KO);
    private static final Words ENGLISH = new Words(Language.EN);

    private final Language language;
    private final Map<String, Map<String, String>> tables;

    private Words(Language language) {
        this.language = language;
        this.tables = CodeTables.words(language == Language.KO ? "ko" : "en");
    }

    static Words of(Language language) {
        return language == Language.KO ? KOREAN : ENGLISH;
    }

    /** A heading or another word of exports. */
    String say(String name) {
        return of("exports", name);
    }

    /** The word of a code table; the code itself when it has none, empty for none. */
    String of(String table, @Nullable Object code) {
        return code == null ? "" : tables.getOrDefault(table, Map.of()).getOrDefault(code.toString(), code.toString());
    }

    String unit(PlacedUnit unit) {
        return language == Language.KO ? unit.korean() : unit.english();
    }
}
