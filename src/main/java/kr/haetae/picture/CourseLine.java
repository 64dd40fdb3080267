package kr.haetae.picture;

import io.vavr.collection.Vector;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How one tally came to what it is. Immutable. A point says which figures another value than at the point before, in some 20 bytes:
 * the bucket it ends, counted from the one before; how many figures; for each its number and its value, all as varints of seven bits.
 */
final class CourseLine {
    /** Points are gathered in blocks of about that size: appending copies one at most, and no point costs an object. */
    private static final int BLOCK_BYTES = 1 << 10;

    /**
     * As a snapshot holds it.
     *
     * @param changedIn the bucket in which the tally changed last
     * @param through that of the last point, 0 before any
     * @param values the figures at the last point, by their numbers
     */
    record Row(String kind, String id, long changedIn, long through, long[] values, byte[] points) {}

    private final long changedIn;
    private final long through;
    private final long[] values;
    private final Vector<byte[]> blocks;
    private final byte[] open;

    private CourseLine(long changedIn, long through, long[] values, Vector<byte[]> blocks, byte[] open) {
        this.changedIn = changedIn;
        this.through = through;
        this.values = values;
        this.blocks = blocks;
        this.open = open;
    }

    /** Of a tally that begins in that bucket. */
    static CourseLine from(long bucket) {
        return new CourseLine(bucket, 0, new long[0], Vector.empty(), new byte[0]);
    }

    static CourseLine of(Row row) {
        return new CourseLine(row.changedIn(), row.through(), row.values(), Vector.of(row.points()), new byte[0]);
    }

    Row row(Key key) {
        return new Row(key.kind(), key.id(), changedIn, through, values, points());
    }

    long changedIn() {
        return changedIn;
    }

    /** {@code bucket}: in which the tally changes again; {@code last}: its figures until then, by their numbers. */
    CourseLine closed(long bucket, long[] last) {
        ByteArrayOutputStream point = new ByteArrayOutputStream(64);
        point.writeBytes(open);
        write(point, changedIn - through);
        write(point, differing(last));
        for (int id = 0; id < last.length; id++) {
            if (last[id] != value(id)) {
                write(point, id);
                write(point, last[id]);
            }
        }
        byte[] grown = point.toByteArray();
        return grown.length < BLOCK_BYTES ? new CourseLine(bucket, changedIn, last, blocks, grown)
                : new CourseLine(bucket, changedIn, last, blocks.append(grown), new byte[0]);
    }

    private int differing(long[] last) {
        int differing = 0;
        for (int id = 0; id < last.length; id++) {
            differing += last[id] == value(id) ? 0 : 1;
        }
        return differing;
    }

    private long value(int id) {
        return id < values.length ? values[id] : 0;
    }

    /** {@code rows}: where the figure of each number goes, -1 for nowhere; {@code latest}: what stands now, row by row. */
    void add(int[] rows, long[] latest, long from, long[][] into) {
        long[] standing = new long[latest.length];
        long[] at = {0, from};
        for (byte[] block : blocks.append(open)) {
            int[] next = {0};
            while (next[0] < block.length) {
                at[0] += read(block, next);
                at[1] = fill(standing, at[1], at[0], from, into);
                for (long figures = read(block, next); figures > 0; figures--) {
                    int row = rows[(int) read(block, next)];
                    long value = read(block, next);
                    if (row >= 0) {
                        standing[row] = value;
                    }
                }
            }
        }
        fill(latest, fill(standing, at[1], changedIn, from, into), Long.MAX_VALUE, from, into);
    }

    /** Adds what stood to the columns of the buckets up to {@code end}; which one comes next. */
    private static long fill(long[] standing, long next, long end, long from, long[][] into) {
        int columns = into.length == 0 ? 0 : into[0].length;
        long bucket = next;
        for (; bucket < end && bucket - from < columns; bucket++) {
            for (int row = 0; row < standing.length; row++) {
                into[row][(int) (bucket - from)] += standing[row];
            }
        }
        return bucket;
    }

    private static void write(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static long read(byte[] bytes, int[] next) {
        long value = 0;
        for (int shift = 0;; shift += 7) {
            byte part = bytes[next[0]++];
            value |= (part & 0x7FL) << shift;
            if (part >= 0) {
                return value;
            }
        }
    }

    private byte[] points() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        blocks.append(open).forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** However its points lie in blocks. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CourseLine that && changedIn == that.changedIn && through == that.through
                && Arrays.equals(values, that.values) && Arrays.equals(points(), that.points());
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(changedIn) + Arrays.hashCode(values);
    }
}
