package kr.haetae.blob;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.UUID;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import kr.haetae.blob.UploadRefused.Code;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.filters.ImageFilter;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.ExifUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the copies that screens show. Blocks, for up to seconds; one at a time on a node, because pixels take much memory. */
final class Images {
    private static final Logger LOG = LoggerFactory.getLogger(Images.class);

    private static final int THUMBNAIL = 320;
    private static final int VIEW = 1_600;
    /** One line of an image is held whole. */
    private static final int LONGEST_SIDE = 30_000;
    /** JPEG's markers: of application data that hold EXIF or XMP, and of where the pixels begin. */
    private static final int EXIF = 0xE1;
    private static final int SCAN = 0xDA;
    private static final double QUALITY = 0.82;

    private Images() {}

    /**
     * The copies; none when the image is damaged, which does not make it less of a piece of evidence.
     *
     * @throws UploadRefused when it has more pixels than are decoded, as its head says: they are counted before any is read
     */
    static Copies copies(Chunks chunks, UUID store, long bytes, FileType type) {
        try (ImageInputStream in = new ChunkedImage(chunks, store, bytes)) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type.mediaType());
            if (!readers.hasNext()) {
                throw new IllegalStateException("no reader of " + type);
            }
            ImageReader reader = readers.next();
            try {
                return copies(reader, in, type);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof UploadRefused refused) {
                throw refused;
            }
            LOG.info("an image can't be read, so there is no copy of it: {}", e.toString());
            return Copies.NONE;
        }
    }

    private static Copies copies(ImageReader reader, ImageInputStream in, FileType type) throws IOException {
        Orientation orientation = orientation(in, type);
        in.seek(0);
        // From now on the reader may forget what it has passed.
        reader.setInput(in, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > type.maxPixels()) {
            throw new UploadRefused(Code.TOO_MANY_PIXELS, "The image has " + width + " × " + height
                    + " pixels; at most " + type.maxPixels() + " are taken.");
        }
        ImageReadParam param = reader.getDefaultReadParam();
        int every = Math.ceilDiv(Math.max(width, height), 2 * VIEW);
        param.setSourceSubsampling(every, every, 0, 0);
        BufferedImage image = upright(plain(reader.read(0, param)), orientation);
        boolean turned = (image.getWidth() > image.getHeight()) != (width > height) && width != height;
        BufferedImage view = scaled(image, VIEW);
        return new Copies(turned ? height : width, turned ? width : height, jpeg(scaled(view, THUMBNAIL)), jpeg(view));
    }

    /**
     * How a camera held on its side wants to be looked at. Read apart from the reader, which gives up on metadata in an order that it
     * does not like, as many devices write them.
     */
    private static @Nullable Orientation orientation(ImageInputStream in, FileType type) throws IOException {
        in.seek(2);
        while (type == FileType.JPEG && in.read() == 0xFF) {
            int marker = in.read();
            int length = in.readUnsignedShort() - 2;
            if (marker == SCAN || length < 0) {
                return null;
            }
            if (marker == EXIF) {
                byte[] exif = new byte[length];
                in.readFully(exif);
                Orientation found = oriented(exif);
                if (found != null) {
                    return found;
                }
            } else {
                in.seek(in.getStreamPosition() + length);
            }
        }
        return null;
    }

    private static @Nullable Orientation oriented(byte[] exif) {
        try {
            return ExifUtils.getOrientationFromExif(exif);
        } catch (RuntimeException e) {
            return null;
        }
    }

    /** Without transparency, on white. */
    private static BufferedImage plain(BufferedImage image) {
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = plain.createGraphics();
        canvas.drawImage(image, 0, 0, Color.WHITE, null);
        canvas.dispose();
        return plain;
    }

    private static BufferedImage upright(BufferedImage image, @Nullable Orientation orientation) {
        if (orientation == null) {
            return image;
        }
        ImageFilter turn = ExifFilterUtils.getFilterForOrientation(orientation);
        return turn.apply(image);
    }

    private static BufferedImage scaled(BufferedImage image, int longest) throws IOException {
        return image.getWidth() <= longest && image.getHeight() <= longest ? image
                : Thumbnails.of(image).size(longest, longest).asBufferedImage();
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Thumbnails.of(image).scale(1).outputFormat("jpg").outputQuality(QUALITY).toOutputStream(out);
        return out.toByteArray();
    }
}
