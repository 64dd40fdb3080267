package kr.haetae.roster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What columns a kind of list has.
 *
 * @param needed without these a file is no such list
 * @param what is listed, for a sentence
 * @param foreign how a file without them is refused
 */
record Columns<C extends Enum<C> & ListColumn>(
        Class<C> type, List<C> needed, String what, PostImport.RefusalCode foreign, Map<String, C> byHeader) {
    static <C extends Enum<C> & ListColumn> Columns<C> of(Class<C> type, List<C> needed, String what,
            PostImport.RefusalCode foreign) {
        Map<String, C> found = new HashMap<>();
        for (C column : type.getEnumConstants()) {
            column.headers().forEach(header -> found.put(Spelling.key(header), column));
        }
        return new Columns<>(type, List.copyOf(needed), what, foreign, Map.copyOf(found));
    }

    Optional<C> called(String header) {
        return Optional.ofNullable(byHeader.get(Spelling.key(header).replace("_", "")));
    }
}
