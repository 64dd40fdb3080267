package kr.haetae.http;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * One gzip member (RFC 1952) whose two halves are deflated at once: a national snapshot is a hundred milliseconds of deflating, and
 * somebody waits for it. The second half knows the end of the first, so little is lost. Called on a worker thread.
 */
final class Gzip {
    /** Of 1 to 9; the usual one. */
    private static final int LEVEL = 6;
    /** How far back deflate looks: RFC 1951. */
    private static final int WINDOW = 32 << 10;
    /** Less than this is done before another thread has begun. */
    private static final int WORTH_HALVING = 256 << 10;

    private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private Gzip() {}

    static Buffer of(byte[] bytes) {
        int middle = bytes.length < WORTH_HALVING ? 0 : bytes.length / 2;
        CompletableFuture<byte[]> first = CompletableFuture.supplyAsync(
                () -> middle == 0 ? new byte[0] : deflated(bytes, 0, middle, false));
        byte[] second = deflated(bytes, middle, bytes.length, true);
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return Buffer.buffer(HEADER).appendBytes(first.join()).appendBytes(second)
                .appendIntLE((int) sum.getValue()).appendIntLE(bytes.length);
    }

    /** Raw deflate; what is not the last part ends at a byte's end, so that the next can follow. */
    private static byte[] deflated(byte[] bytes, int from, int to, boolean last) {
        Deflater deflater = new Deflater(LEVEL, true);
        try {
            if (from > 0) {
                deflater.setDictionary(bytes, from - WINDOW, WINDOW);
            }
            deflater.setInput(bytes, from, to - from);
            if (last) {
                deflater.finish();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream((to - from) / 6 + 64);
            byte[] some = new byte[WINDOW];
            int made;
            do {
                made = deflater.deflate(some, 0, some.length, last ? Deflater.NO_FLUSH : Deflater.SYNC_FLUSH);
                out.write(some, 0, made);
            } while (last ? !deflater.finished() : made == some.length);
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
