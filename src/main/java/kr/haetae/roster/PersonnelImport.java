package kr.haetae.roster;

import java.nio.charset.Charset;
import java.util.List;
import kr.haetae.roster.PostImport.LineError;
import kr.haetae.roster.PostImport.RefusalCode;

/** What came of reading a list of forces or deployments; what its words mean in an operation is not known here. */
public sealed interface PersonnelImport<R> {
    /** The file as a whole can't be read as such a list. */
    record Refused<R>(RefusalCode code, String reason) implements PersonnelImport<R> {}

    /**
     * The file was read to its end.
     *
     * @param ignoredColumns headers that mean nothing here, as written
     */
    record Read<R>(Charset encoding, List<Row<R>> rows, List<LineError> errors, List<String> ignoredColumns)
            implements
                PersonnelImport<R> {
        public Read {
            rows = List.copyOf(rows);
            errors = List.copyOf(errors);
            ignoredColumns = List.copyOf(ignoredColumns);
        }
    }

    /** A line that can be read; numbers count the file's lines from 1, the header's. */
    record Row<R>(long line, R row) {}
}
