package kr.haetae.roster;

/**
 * Reads lists of forces, of deployments and of routes: bytes in, value out. The formats are described in docs/roster.md.
 *
 * <p>Pure, but heavy for a big file: not for an event loop.
 */
public final class PersonnelCsv {
    private PersonnelCsv() {}

    public static PersonnelImport<ForceRow> forces(byte[] bytes) {
        return read(new CsvFile<>(ForceColumn.ALL, ForceLines::new), bytes);
    }

    public static PersonnelImport<DeploymentRow> deployments(byte[] bytes) {
        return read(new CsvFile<>(DeploymentColumn.ALL, header -> new DeploymentLines(header,
                Jurisdictions.shipped())), bytes);
    }

    public static PersonnelImport<RouteRow> routes(byte[] bytes) {
        return read(new CsvFile<>(RouteColumn.ALL, header -> new RouteLines(header, Jurisdictions.shipped())), bytes);
    }

    private static <C extends Enum<C> & ListColumn, R, L extends PersonnelLines<C, R>> PersonnelImport<R> read(
            CsvFile<C, L> file, byte[] bytes) {
        return switch (file.read(bytes)) {
            case CsvFile.Refused<L>(var code, var reason) -> new PersonnelImport.Refused<>(code, reason);
            case CsvFile.Read<L>(var encoding, var lines) ->
                new PersonnelImport.Read<>(encoding, lines.good(), lines.errors(), lines.header().ignored());
        };
    }
}
