package kr.haetae.roster;

/**
 * Reads a list of posts: bytes in, value out. The format is described in docs/roster.md.
 *
 * <p>Pure, but heavy for a big file: not for an event loop. Safe to share between threads.
 */
public final class PostCsv {
    public static final int MAX_BYTES = CsvFile.MAX_BYTES;
    public static final int MAX_ROWS = CsvFile.MAX_ROWS;

    private final CsvFile<Column, PostLines> file;

    public PostCsv(Jurisdictions jurisdictions) {
        file = new CsvFile<>(Column.ALL, header -> new PostLines(header, jurisdictions));
    }

    /** Reads with the shipped tables. */
    public static PostImport read(byte[] bytes) {
        return new PostCsv(Jurisdictions.shipped()).parse(bytes);
    }

    public PostImport parse(byte[] bytes) {
        return switch (file.read(bytes)) {
            case CsvFile.Refused<PostLines>(var code, var reason) -> new PostImport.Refused(code, reason);
            case CsvFile.Read<PostLines>(var encoding, var lines) ->
                new PostImport.Read(encoding, lines.good(), lines.errors(), lines.header().ignored());
        };
    }
}
