package fr.trame.app.dossier;

import fr.trame.app.BusinessException;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileCacheImageInputStream;

/**
 * A picture painted anew, small enough for a screen: what a browser gets holds the points and nothing else that the file
 * brought. One at a time, of a bounded number of points, so that the memory it takes has a bound.
 */
final class Preview {

    private static final long MOST_POINTS = 50_000_000;
    private static final int SIDE = 1_600;
    private static final long PATIENCE_SECONDS = 10;
    private static final Semaphore PLACE = new Semaphore(1);

    private Preview() {}

    /**
     * @param page of a picture that has several, from 1
     * @return a JPEG
     * @throws BusinessException NOT_FOUND when it cannot be painted, UNAVAILABLE when too many ask at once
     */
    static byte[] of(InputStream bytes, int page) throws IOException {
        try {
            if (!PLACE.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw BusinessException.unavailable("document.preview.crowded");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw BusinessException.unavailable("document.preview.crowded");
        }
        try {
            return jpeg(painted(bytes, page - 1));
        } catch (IIOException | EOFException | IndexOutOfBoundsException | IllegalArgumentException unreadable) {
            throw BusinessException.notFound("document.unknown");
        } finally {
            PLACE.release();
        }
    }

    private static BufferedImage painted(InputStream bytes, int index) throws IOException {
        var folder = Path.of(System.getProperty("java.io.tmpdir")).toFile();
        try (var picture = new FileCacheImageInputStream(bytes, folder)) {
            var readers = ImageIO.getImageReaders(picture);
            if (!readers.hasNext()) {
                throw new IIOException("no picture");
            }
            var reader = readers.next();
            try {
                reader.setInput(picture, false, true);
                return read(reader, index);
            } finally {
                reader.dispose();
            }
        }
    }

    /** Leaves points out while it reads, so that the whole is never in memory. */
    private static BufferedImage read(ImageReader reader, int index) throws IOException {
        int width = reader.getWidth(index);
        int height = reader.getHeight(index);
        if ((long) width * height > MOST_POINTS) {
            throw new IIOException("too many points");
        }
        int step = Math.max(1, Math.max(width, height) / SIDE);
        var wish = reader.getDefaultReadParam();
        wish.setSourceSubsampling(step, step, 0, 0);
        return onPaper(reader.read(index, wish));
    }

    private static BufferedImage onPaper(BufferedImage picture) {
        double scale = Math.min(1.0, (double) SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) (picture.getWidth() * scale));
        int height = Math.max(1, (int) (picture.getHeight() * scale));
        var paper = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = paper.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        pen.dispose();
        return paper;
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", bytes);
        return bytes.toByteArray();
    }
}
