package kr.haetae.blob;

import java.io.Serial;

/** An upload that does not go on, or is not taken; carries a sentence for who sent it. */
public final class UploadRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Code {
        /** No such upload, or somebody else's. */
        UNKNOWN_UPLOAD,
        /** The id belongs to another upload. */
        UPLOAD_ID_TAKEN,
        /** The server holds another number of bytes than the piece follows. */
        UPLOAD_MOVED_ON,
        /** Less than a chunk came, and the file does not end there. */
        PIECE_TOO_SHORT,
        /** Bytes are missing. */
        UPLOAD_UNFINISHED,
        TOO_MANY_UPLOADS,
        FILE_TOO_LARGE,
        TYPE_NOT_TAKEN,
        HASH_MISMATCH,
        TOO_MANY_PIXELS,
        /** The sender's connection broke. */
        CUT_OFF
    }

    private final Code code;

    UploadRefused(Code code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
