package kr.haetae.roster;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The first line of a list: which field holds which column. */
record Header<C extends Enum<C> & ListColumn>(
        Columns<C> columns, List<String> names, Map<C, Integer> positions, List<C> twice) {
    static <C extends Enum<C> & ListColumn> Header<C> of(Columns<C> columns, List<String> names) {
        Map<C, Integer> positions = new EnumMap<>(columns.type());
        List<C> twice = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            C column = columns.called(names.get(i)).orElse(null);
            if (column != null && positions.putIfAbsent(column, i) != null) {
                twice.add(column);
            }
        }
        return new Header<>(columns, names, positions, twice);
    }

    boolean has(C column) {
        return positions.containsKey(column);
    }

    /** The header as written. */
    String name(C column) {
        Integer position = positions.get(column);
        return position == null ? column.header() : names.get(position);
    }

    String field(List<String> fields, C column) {
        Integer position = positions.get(column);
        return position == null ? "" : Spelling.tidy(fields.get(position));
    }

    /** Without these a file is another list. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (C column : columns.needed()) {
            if (!has(column)) {
                missing.add(column.header());
            }
        }
        return missing;
    }

    List<String> ignored() {
        return names.stream().filter(name -> columns.called(name).isEmpty()).map(CsvLines::cut).toList();
    }
}
