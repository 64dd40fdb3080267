package kr.haetae.roster;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The first line of a list of posts: which field holds which column. */
record Header(List<String> names, Map<Column, Integer> positions, List<Column> twice) {
    static Header of(List<String> names) {
        Map<Column, Integer> positions = new EnumMap<>(Column.class);
        List<Column> twice = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Column column = Column.of(names.get(i)).orElse(null);
            if (column != null && positions.putIfAbsent(column, i) != null) {
                twice.add(column);
            }
        }
        return new Header(names, positions, twice);
    }

    boolean has(Column column) {
        return positions.containsKey(column);
    }

    /** The header as written. */
    String name(Column column) {
        Integer position = positions.get(column);
        return position == null ? column.header() : names.get(position);
    }

    String field(List<String> fields, Column column) {
        Integer position = positions.get(column);
        return position == null ? "" : Spelling.tidy(fields.get(position));
    }

    /** Without these a file is no list of posts. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (Column column : List.of(Column.NAME, Column.PROVINCE, Column.DISTRICT)) {
            if (!has(column)) {
                missing.add(column.header());
            }
        }
        return missing;
    }

    List<String> ignored() {
        return names.stream().filter(name -> Column.of(name).isEmpty()).map(PostLines::cut).toList();
    }
}
