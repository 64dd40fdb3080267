package kr.haetae.roster;

import java.util.List;
import kr.haetae.event.ForceKind;
import org.jspecify.annotations.Nullable;

/** The lines of a list of forces. */
final class ForceLines extends PersonnelLines<ForceColumn, ForceRow> {
    /** More people than any force has; the rules know better. */
    private static final int MOST = 1_000_000;

    ForceLines(Header<ForceColumn> header) {
        super(header);
    }

    @Override
    @Nullable
    ForceRow row(List<String> fields) {
        String unit = required(fields, ForceColumn.UNIT);
        ForceKind kind = kind(ForceColumn.KIND, required(fields, ForceColumn.KIND));
        String name = required(fields, ForceColumn.NAME);
        String strength = required(fields, ForceColumn.STRENGTH);
        int people = strength.isEmpty() ? 0 : number(ForceColumn.STRENGTH, strength, MOST);
        int onLeave = absent(fields, ForceColumn.ON_LEAVE);
        int training = absent(fields, ForceColumn.TRAINING);
        int detached = absent(fields, ForceColumn.DETACHED);
        return kind == null ? null : new ForceRow(unit, kind, name, people, onLeave, training, detached);
    }

    private int absent(List<String> fields, ForceColumn column) {
        String text = header().field(fields, column);
        return text.isEmpty() ? 0 : number(column, text, MOST);
    }
}
