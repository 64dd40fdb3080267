package kr.haetae.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.haetae.event.ForceKind;
import kr.haetae.roster.PostImport.ErrorCode;
import org.jspecify.annotations.Nullable;

/** The lines of a list of forces or deployments. */
abstract class PersonnelLines<C extends Enum<C> & ListColumn, R> extends CsvLines<C, R> {
    private final List<PersonnelImport.Row<R>> good = new ArrayList<>();

    PersonnelLines(Header<C> header) {
        super(header);
    }

    List<PersonnelImport.Row<R>> good() {
        return good;
    }

    @Override
    void add(long line, R row) {
        good.add(new PersonnelImport.Row<>(line, row));
    }

    /** The kind meant by a word; an error when there is none of that name, null for an empty word. */
    @Nullable
    ForceKind kind(C column, String word) {
        Optional<ForceKind> kind = ForceWords.called(word);
        if (kind.isEmpty() && !word.isEmpty()) {
            error(column, ErrorCode.UNKNOWN_FORCE_KIND, "unknown kind of force: " + cut(word));
        }
        return kind.orElse(null);
    }
}
