package kr.haetae;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Documents as Hangul and others write them, as far as anybody looks into them here. */
public final class Documents {
    private static final int SECTOR = 512;
    private static final int END = -2;
    private static final int TABLE = -3;
    private static final int NONE = -1;

    private Documents() {}

    public static byte[] pdf(String text) {
        return ("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n% " + text + "\ntrailer<</Root 1 0 R>>\n%%EOF\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** An archive whose first file is its type, stored. */
    public static byte[] hwpx(String type) {
        byte[] name = "mimetype".getBytes(StandardCharsets.US_ASCII);
        byte[] content = type.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(30 + name.length + content.length + 60).order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[]{'P', 'K', 3, 4, 10, 0}).position(18).putInt(content.length).putInt(content.length)
                .putShort((short) name.length).putShort((short) 0).put(name).put(content)
                .put(new byte[]{'P', 'K', 3, 4}).array();
    }

    /** A compound file with one small stream of that name and content; {@code gap}: sectors of something else before the directory. */
    public static byte[] compound(String stream, byte[] content, int gap) {
        int directory = gap + 1;
        ByteBuffer file = ByteBuffer.allocate(SECTOR * (gap + 4)).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[]{(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1});
        file.putShort(24, (short) 0x3E).putShort(26, (short) 3).putShort(28, (short) -2).putShort(30, (short) 9)
                .putShort(32, (short) 6).putInt(44, 1).putInt(48, directory).putInt(56, 4_096).putInt(60, NONE)
                .putInt(68, END).putInt(76, 0);
        for (int i = 1; i < 109; i++) {
            file.putInt(76 + 4 * i, NONE);
        }
        for (int i = 0; i < SECTOR / 4; i++) {
            file.putInt(SECTOR + 4 * i, i == 0 ? TABLE : i == directory || i == directory + 1 ? END : NONE);
        }
        entry(file, at(directory), "Root Entry", 5, 1, directory + 1, SECTOR);
        entry(file, at(directory) + 128, stream, 2, NONE, 0, content.length);
        file.position(at(directory + 1));
        file.put(content, 0, Math.min(content.length, SECTOR));
        return file.array();
    }

    public static byte[] hwp(int version) {
        byte[] head = new byte[256];
        byte[] words = "HWP Document File".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(words, 0, head, 0, words.length);
        head[35] = (byte) version;
        return compound("FileHeader", head, 3);
    }

    private static int at(int sector) {
        return SECTOR * (sector + 1);
    }

    private static void entry(ByteBuffer file, int at, String name, int type, int child, int start, long size) {
        byte[] utf16 = name.getBytes(StandardCharsets.UTF_16LE);
        file.position(at);
        file.put(utf16);
        file.putShort(at + 64, (short) (utf16.length + 2)).put(at + 66, (byte) type).putInt(at + 68, NONE)
                .putInt(at + 72, NONE).putInt(at + 76, child).putInt(at + 116, start).putLong(at + 120, size);
    }
}
