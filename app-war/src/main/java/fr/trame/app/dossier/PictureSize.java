package fr.trame.app.dossier;

import fr.trame.app.BusinessException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileCacheImageInputStream;

/** How large a picture is when it is unpacked. Reads what its headers say; not one point is painted. */
final class PictureSize {

    /** An A0 plan at 300 dots an inch. Painted, that is 600 MB: more bursts whoever opens it. */
    static final long MOST_POINTS = 150_000_000;

    private static final int MOST_PAGES = 1_000;

    private PictureSize() {}

    /** @throws BusinessException TOO_LARGE for a picture, or one of its pages, beyond the limit */
    static void check(InputStream bytes) throws IOException {
        try (var picture = new FileCacheImageInputStream(bytes, folder())) {
            var readers = ImageIO.getImageReaders(picture);
            if (!readers.hasNext()) {
                return;
            }
            var reader = readers.next();
            try {
                reader.setInput(picture, false, true);
                check(reader);
            } finally {
                reader.dispose();
            }
        }
    }

    private static void check(ImageReader reader) throws IOException {
        try {
            for (int page = 0; page < MOST_PAGES; page++) {
                if ((long) reader.getWidth(page) * reader.getHeight(page) > MOST_POINTS) {
                    throw BusinessException.file(
                            BusinessException.Kind.TOO_LARGE, "file.unsafe.pixels", MOST_POINTS / 1_000_000);
                }
            }
        } catch (IndexOutOfBoundsException last) {
            return;
        } catch (IllegalArgumentException | IllegalStateException | IIOException | EOFException broken) {
            return;
        }
        throw BusinessException.file(BusinessException.Kind.TOO_LARGE, "file.unsafe.entries", MOST_PAGES);
    }

    private static java.io.File folder() throws IOException {
        var folder = Path.of(System.getProperty("java.io.tmpdir"));
        return Files.createDirectories(folder).toFile();
    }
}
