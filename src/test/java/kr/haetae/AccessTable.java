package kr.haetae;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.haetae.event.Clearance;
import kr.haetae.event.Role;

/** {@code access.txt}: who may call what, and who sees what. */
record AccessTable(List<Row> rows, List<Sight> sights) {
    enum Cell {
        YES('+'), NO('.'), HEADQUARTERS('h'), EVERYBODY('o'), INVESTIGATIONS('i'), CLEARED('c');

        private final char sign;

        Cell(char sign) {
            this.sign = sign;
        }

        static Cell of(String text) {
            for (Cell cell : values()) {
                if (text.length() == 1 && text.charAt(0) == cell.sign) {
                    return cell;
                }
            }
            throw new AssertionError("no cell of the table: " + text);
        }
    }

    /**
     * One route with one body.
     *
     * @param path as the published document has it
     * @param body a name for one of several bodies; empty where there is one
     * @param elsewhere what other stations are answered; empty: the same
     * @param ownRoom whether every other unit is elsewhere, those above included
     * @param uncleared what those are answered who may not see the incident; empty: the same
     */
    record Row(String method, String path, String body, Map<Role, Cell> cells, String elsewhere, boolean ownRoom,
            String uncleared, Set<String> besides) {
        String route() {
            return method + " " + path;
        }
    }

    /** Which roles see an entity of a kind and clearance. */
    record Sight(String kind, Clearance clearance, Map<Role, Cell> cells) {
        boolean by(Role role, Set<Clearance> given) {
            return switch (cells.getOrDefault(role, Cell.NO)) {
                case YES -> true;
                case CLEARED -> given.contains(clearance);
                default -> false;
            };
        }
    }

    static AccessTable read() {
        List<Row> rows = new ArrayList<>();
        List<Sight> sights = new ArrayList<>();
        Contract.text("access.txt").lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            String[] columns = line.strip().split("\\s*\\|\\s*");
            String[] head = columns[0].split("\\s+");
            if (head[0].equals("SEES")) {
                sights.add(new Sight(head[1], Clearance.valueOf(head[2]), cells(columns[1])));
            } else {
                rows.add(row(head, columns));
            }
        });
        return new AccessTable(rows, sights);
    }

    /** Whether somebody may see incidents of the clearance. */
    boolean cleared(Role role, Set<Clearance> given, Clearance clearance) {
        return clearance == Clearance.GENERAL || sights.stream()
                .anyMatch(sight -> sight.kind().equals("incident") && sight.clearance() == clearance
                        && sight.by(role, given));
    }

    private static Row row(String[] head, String[] columns) {
        String elsewhere = given(columns[2]);
        return new Row(head[0], head[1].replaceFirst("^\\*", "/operations/{operation}"),
                head.length > 2 ? head[2] : "",
                cells(columns[1]), elsewhere.replaceFirst("^=", ""), elsewhere.startsWith("="), given(columns[3]),
                Set.of(given(columns[4]).split("\\s+")));
    }

    private static String given(String column) {
        return column.equals("-") ? "" : column;
    }

    private static Map<Role, Cell> cells(String column) {
        String[] cells = column.split("\\s+");
        Role[] roles = Role.values();
        if (cells.length != roles.length) {
            throw new AssertionError("a cell for each role: " + column);
        }
        Map<Role, Cell> found = new EnumMap<>(Role.class);
        for (int i = 0; i < roles.length; i++) {
            found.put(roles[i], Cell.of(cells[i]));
        }
        return found;
    }
}
