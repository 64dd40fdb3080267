package kr.haetae;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Photographs as phones make them, and files that only look like some. */
public final class Pictured {
    /** What a phone writes into its photographs, in place of coordinates. */
    public static final String PLACE = "37.4979N 127.0276E";
    private static final int DESCRIPTION = 0x010E;
    private static final int ORIENTATION = 0x0112;

    private Pictured() {}

    /** Noise, so that it is as large as a photograph; {@code seed}: another for each. Without metadata. */
    public static byte[] jpeg(int width, int height, long seed) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(seed);
        Graphics2D canvas = image.createGraphics();
        for (int y = 0; y < height; y += 4) {
            for (int x = 0; x < width; x += 4) {
                canvas.setColor(new Color(random.nextInt(1 << 24)));
                canvas.fillRect(x, y, 4, 4);
            }
        }
        canvas.dispose();
        return written(image, "jpg");
    }

    /** The same with EXIF: held on its side, and where it was taken. */
    public static byte[] jpegOnItsSide(int width, int height, long seed) {
        byte[] plain = jpeg(width, height, seed);
        byte[] place = (PLACE + "\0").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 24 + 4 + place.length);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 2);
        exif.putShort((short) DESCRIPTION).putShort((short) 2).putInt(place.length).putInt(38);
        exif.putShort((short) ORIENTATION).putShort((short) 3).putInt(1).putShort((short) 6).putShort((short) 0);
        exif.putInt(0).put(place);
        ByteBuffer whole = ByteBuffer.allocate(plain.length + 4 + exif.capacity());
        whole.put(plain, 0, 2).putShort((short) 0xFFE1).putShort((short) (2 + exif.capacity())).put(exif.array());
        return whole.put(plain, 2, plain.length - 2).array();
    }

    public static byte[] png(int width, int height) {
        return written(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png");
    }

    /** A few dozen bytes that say that they are so many pixels. */
    public static byte[] bomb(int width, int height) {
        ByteBuffer head = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width)
                .putInt(height).put(new byte[]{8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(head.array());
        return ByteBuffer.allocate(64).put(new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}).putInt(13)
                .put(head.array()).putInt((int) crc.getValue()).putInt(0)
                .put("IDAT".getBytes(StandardCharsets.US_ASCII)).array();
    }

    /** A film by its head; {@code bytes} long, of which each says where it stands. */
    public static byte[] film(int bytes) {
        byte[] film = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            film[i] = (byte) ((i * 31) >>> 3);
        }
        System.arraycopy("\0\0\0\u0018ftypisom\0\0\2\0isomavc1".getBytes(StandardCharsets.ISO_8859_1), 0, film, 0, 24);
        return film;
    }

    public static BufferedImage read(byte[] bytes) {
        try {
            return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] written(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
