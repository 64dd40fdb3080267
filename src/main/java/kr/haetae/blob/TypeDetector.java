package kr.haetae.blob;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;
import org.apache.tika.Tika;

/** What a file is, by its bytes: names and what a sender says count for nothing. */
final class TypeDetector {
    private static final int BRAND_AT = 8;
    private static final int BRAND_BYTES = 4;
    private static final int MATROSKA_HEAD = 4_096;

    private static final int PDF_HEAD = 5;
    private static final String HWPX_HEAD = "mimetypeapplication/hwp+zipPK";
    private static final int ZIP_NAME_AT = 30;
    private static final String HWP_HEAD = "HWP Document File";
    private static final int HWP_VERSION_AT = 35;
    /** Of the stream: the words, and the version in four bytes, the lowest first. Source: Hancom, "글 문서 파일 구조 5.0", 4.1. */
    private static final int HWP_HEAD_BYTES = 36;

    private static final Tika TIKA = new Tika();

    private TypeDetector() {}

    /** Whether {@link #detect} needs {@link #compound}: what a compound file is, its head does not say. */
    static boolean isCompound(byte[] head) {
        return TIKA.detect(head).equals("application/x-tika-msoffice");
    }

    /** Of a compound file only Hangul's is taken: others may be anything, an installer too. */
    static Optional<FileType> compound(ImageInputStream file) throws IOException {
        return CompoundFile.beginning(file, "FileHeader", HWP_HEAD_BYTES)
                .filter(head -> text(head, 0, HWP_HEAD.length()).equals(HWP_HEAD) && head[HWP_VERSION_AT] == 5)
                .map(head -> FileType.HWP);
    }

    /** {@code head}: the first chunk, or the whole of a small file. */
    static Optional<FileType> detect(byte[] head) {
        return switch (TIKA.detect(head)) {
            // Its tables know few brands of ISO media; what they don't know they call QuickTime.
            case "video/quicktime", "application/mp4", "video/x-m4v" ->
                Optional.of(brand(head).equals("qt  ") || !iso(head) ? FileType.QUICKTIME : FileType.MP4);
            case "application/x-matroska", "video/x-matroska" ->
                text(head, 0, MATROSKA_HEAD).contains("webm") ? Optional.of(FileType.WEBM) : Optional.empty();
            case "audio/vorbis", "audio/opus", "application/ogg" -> Optional.of(FileType.OGG);
            case "audio/vnd.wave", "audio/x-wav" -> Optional.of(FileType.WAV);
            // Tika finds it also behind other bytes, which may be a page.
            case "application/pdf" ->
                text(head, 0, PDF_HEAD).equals("%PDF-") ? Optional.of(FileType.PDF) : Optional.empty();
            // As OWPML wants it: the type is the first file of the archive, as it is, without more fields.
            case String other when text(head, 0, 4).equals("PK\3\4") ->
                text(head, ZIP_NAME_AT, HWPX_HEAD.length()).equals(HWPX_HEAD) ? Optional.of(FileType.HWPX)
                        : Optional.empty();
            case String other -> FileType.of(other).filter(type -> !type.document());
        };
    }

    private static boolean iso(byte[] head) {
        return text(head, 4, 4).equals("ftyp");
    }

    private static String brand(byte[] head) {
        return text(head, BRAND_AT, BRAND_BYTES);
    }

    private static String text(byte[] head, int from, int length) {
        int start = Math.min(from, head.length);
        return new String(head, start, Math.min(length, head.length - start), StandardCharsets.ISO_8859_1);
    }
}
