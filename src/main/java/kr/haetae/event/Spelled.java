package kr.haetae.event;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What somebody looks for: terms that must all occur, in any order, whichever way Hangul is composed and whatever the case. The same
 * everywhere, whatever the database's locale.
 */
public record Spelled(List<String> terms) {
    public Spelled {
        terms = List.copyOf(terms);
    }

    /** The terms of a query, between spaces. */
    public static Spelled of(String query) {
        return new Spelled(Arrays.stream(folded(query).split("\\s+")).filter(term -> !term.isEmpty()).toList());
    }

    /** Whether all terms occur in the texts taken together. */
    public boolean in(String... texts) {
        String folded = folded(String.join("\n", texts));
        return terms.stream().allMatch(folded::contains);
    }

    /**
     * The longest piece of a term that looks the same in JSON, and whose case a database folds in any locale: whatever holds the terms
     * holds this. May be empty.
     */
    public String fragment() {
        return terms.stream()
                .flatMap(term -> Arrays.stream(term.split("[^\\x20-\\x21\\x23-\\x5b\\x5d-\\x7e가-힣ㄱ-ㅣ0-9]+")))
                .max(Comparator.comparingInt(String::length)).orElse("");
    }

    private static String folded(String text) {
        return Normalizer.normalize(
                Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }
}
