package kr.haetae.blob;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The types of files that are taken: what phones photograph, film and record, and the documents that police send each other. */
public enum FileType {
    JPEG("image/jpeg", "jpg", 64_000_000),
    PNG("image/png", "png", 64_000_000),
    /** Its reader holds the whole picture, the others a few lines of it. */
    WEBP("image/webp", "webp", 24_000_000),
    HEIC("image/heic", "heic", 0),
    HEIF("image/heif", "heif", 0),
    MP4("video/mp4", "mp4", 0),
    QUICKTIME("video/quicktime", "mov", 0),
    THREE_GP("video/3gpp", "3gp", 0),
    WEBM("video/webm", "webm", 0),
    M4A("audio/mp4", "m4a", 0),
    MP3("audio/mpeg", "mp3", 0),
    OGG("audio/ogg", "ogg", 0),
    WAV("audio/wav", "wav", 0),
    PDF("application/pdf", "pdf", 0),
    /** Hangul 5.x, a compound file. */
    HWP("application/vnd.hancom.hwp", "hwp", 0),
    /** Hangul's open form (OWPML, KS X 6101), a ZIP. */
    HWPX("application/vnd.hancom.hwpx", "hwpx", 0);

    private final String mediaType;
    private final String extension;
    private final long maxPixels;

    FileType(String mediaType, String extension, long maxPixels) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.maxPixels = maxPixels;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Without the point. */
    public String extension() {
        return extension;
    }

    /** Whether a name of that ending is opened as what the file is. */
    public boolean names(String name) {
        int point = name.lastIndexOf('.');
        String ending = name.substring(point + 1).toLowerCase(Locale.ROOT);
        return point >= 0 && (ending.equals(extension) || others().contains(ending));
    }

    private Set<String> others() {
        return switch (this) {
            case JPEG -> Set.of("jpeg");
            case HEIF -> Set.of("heic");
            case OGG -> Set.of("oga", "opus");
            case PNG, WEBP, HEIC, MP4, QUICKTIME, THREE_GP, WEBM, M4A, MP3, WAV, PDF, HWP, HWPX -> Set.of();
        };
    }

    /** More are not decoded, because a small file may hold billions of them; 0: this program can't decode the type. */
    long maxPixels() {
        return maxPixels;
    }

    boolean decodable() {
        return maxPixels > 0;
    }

    /** What may hold scripts or links: handed out to be saved, never shown by the browser. */
    public boolean document() {
        return this == PDF || this == HWP || this == HWPX;
    }

    /** The type of that name, if it is taken. */
    public static Optional<FileType> of(String mediaType) {
        return Arrays.stream(values()).filter(type -> type.mediaType.equals(mediaType)).findFirst();
    }
}
