package kr.haetae.blob;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.imageio.stream.ImageInputStream;

/**
 * A compound file (OLE 2), of which only the streams right under the root are looked for: enough to tell whose document it is. Reads
 * a few sectors wherever they lie, never the whole. Source: [MS-CFB] 2.2 (header), 2.3 (FAT), 2.4 (mini FAT), 2.6 (directory).
 */
final class CompoundFile {
    /** Directories of documents have a few dozen entries; a forged chain goes in circles. */
    private static final int MOST_SECTORS = 512;
    private static final int ENTRY = 128;
    private static final int IN_HEADER = 109;
    private static final int SMALL = 4_096;
    private static final int MINI = 64;
    private static final int STREAM = 2;
    private static final int ROOT = 5;

    private record Item(String name, int type, int left, int right, int child, int start, long size) {}

    private final ImageInputStream in;
    private final int sector;
    private final List<Item> items = new ArrayList<>();

    private CompoundFile(ImageInputStream in) throws IOException {
        this.in = in;
        in.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        in.seek(30);
        int shift = in.readUnsignedShort();
        if (shift != 9 && shift != 12) {
            throw new IOException("sectors of 2^" + shift + " bytes");
        }
        sector = 1 << shift;
        for (int at : chain(number(48), MOST_SECTORS)) {
            for (int i = 0; i < sector / ENTRY; i++) {
                items.add(item(place(at) + (long) i * ENTRY));
            }
        }
    }

    /** The first bytes of that stream under the root; empty also when the file is cut off or forged. */
    static Optional<byte[]> beginning(ImageInputStream in, String stream, int bytes) throws IOException {
        try {
            return new CompoundFile(in).find(stream, bytes);
        } catch (EOFException | IndexOutOfBoundsException e) {
            return Optional.empty();
        } catch (IOException e) {
            if (e.getCause() != null) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private Optional<byte[]> find(String stream, int bytes) throws IOException {
        if (items.isEmpty() || items.getFirst().type() != ROOT) {
            return Optional.empty();
        }
        Item root = items.getFirst();
        Deque<Integer> open = new ArrayDeque<>(List.of(root.child()));
        BitSet seen = new BitSet();
        while (!open.isEmpty()) {
            int next = open.pop();
            if (next < 0 || next >= items.size() || seen.get(next)) {
                continue;
            }
            seen.set(next);
            Item item = items.get(next);
            if (item.type() == STREAM && item.name().equals(stream) && item.size() >= bytes) {
                return Optional.of(read(root, item, bytes));
            }
            open.push(item.left());
            open.push(item.right());
        }
        return Optional.empty();
    }

    /** From the start of its first (mini) sector only. */
    private byte[] read(Item root, Item item, int bytes) throws IOException {
        long place = place(item.start());
        if (item.size() < SMALL) {
            long offset = (long) item.start() * MINI;
            List<Integer> small = chain(root.start(), (int) Math.min(offset / sector + 1, MOST_SECTORS));
            place = place(small.get((int) (offset / sector))) + offset % sector;
        }
        byte[] read = new byte[Math.min(bytes, MINI)];
        in.seek(place);
        in.readFully(read);
        return read;
    }

    private Item item(long at) throws IOException {
        in.seek(at);
        byte[] name = new byte[64];
        in.readFully(name);
        int length = Math.max(0, Math.min(in.readUnsignedShort(), name.length) - 2);
        int type = in.readUnsignedByte();
        in.seek(at + 68);
        int left = in.readInt();
        int right = in.readInt();
        int child = in.readInt();
        in.seek(at + 116);
        return new Item(new String(name, 0, length, StandardCharsets.UTF_16LE), type, left, right, child, in.readInt(),
                in.readLong());
    }

    /** At most so many of its sectors. */
    private List<Integer> chain(int first, int most) throws IOException {
        List<Integer> chain = new ArrayList<>();
        for (int next = first; next >= 0 && chain.size() < most; next = after(next)) {
            chain.add(next);
        }
        return chain;
    }

    private int after(int number) throws IOException {
        int each = sector / Integer.BYTES;
        return number(place(tableSector(number / each)) + (long) (number % each) * Integer.BYTES);
    }

    /** Where that part of the FAT lies: the first are named in the header, the others in a chain of their own. */
    private int tableSector(int index) throws IOException {
        if (index < IN_HEADER) {
            return number(76 + (long) index * Integer.BYTES);
        }
        int each = sector / Integer.BYTES - 1;
        int left = (index - IN_HEADER) / each;
        int next = number(68);
        for (int steps = 0; steps < left && next >= 0 && steps < MOST_SECTORS; steps++) {
            next = number(place(next) + (long) each * Integer.BYTES);
        }
        return number(place(next) + (long) ((index - IN_HEADER) % each) * Integer.BYTES);
    }

    private long place(int number) throws IOException {
        if (number < 0) {
            throw new IOException("sector " + number);
        }
        return ((long) number + 1) * sector;
    }

    private int number(long at) throws IOException {
        in.seek(at);
        return in.readInt();
    }
}
