package fr.trame.infra.painter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server's own door: what goes in, what comes out, and that nothing is left. */
class PainterTest {

    @TempDir
    static @Nullable Path home;

    private static @Nullable HttpServer server;

    @BeforeAll
    static void start() throws IOException {
        assertNotNull(home);
        server = Painter.start(0, home);
    }

    @AfterAll
    static void stop() {
        assertNotNull(server);
        server.stop(0);
    }

    @Test
    void theFirstPageOfAPdfIsPaintedSmall() throws Exception {
        var picture = picture(ask("/thumbnail", "application/pdf", Made.pdf(595, 842)));
        assertEquals(320, picture.getHeight());
        assertEquals(226, picture.getWidth());
        assertEquals(0, picture.getRGB(20, 160) & 0xff, "the left half is black");
        assertEquals(0xff, picture.getRGB(200, 160) & 0xff, "the right half is white");
    }

    @Test
    void aPictureIsPaintedSmallAndAnew() throws Exception {
        var large = new BufferedImage(2_000, 1_000, BufferedImage.TYPE_INT_RGB);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(large, "png", bytes);
        bytes.write("<script>".getBytes(StandardCharsets.UTF_8));
        var answer = ask("/thumbnail", "image/png", bytes.toByteArray());
        assertEquals(320, picture(answer).getWidth());
        assertTrue(new String(answer.body(), StandardCharsets.ISO_8859_1).startsWith("\u00ff\u00d8\u00ff"), "a JPEG");
    }

    @Test
    void whatCannotBePaintedIsToldAndLeavesNothing() throws Exception {
        var broken = ask("/thumbnail", "application/pdf", "%PDF-1.7 and then nothing".getBytes(StandardCharsets.UTF_8));
        assertEquals(422, broken.statusCode());
        assertEquals("BROKEN", new String(broken.body(), StandardCharsets.UTF_8));
        assertEquals(501, ask("/thumbnail", "text/html", new byte[200_000]).statusCode());
        assertEquals(501, ask("/pdf", "text/html", new byte[200_000]).statusCode());
        assertNotNull(home);
        try (var left = Files.list(home.resolve("work"))) {
            assertEquals(0, left.count(), "nothing is left");
        }
    }

    private static BufferedImage picture(HttpResponse<byte[]> answer) throws IOException {
        assertEquals(200, answer.statusCode());
        return ImageIO.read(new ByteArrayInputStream(answer.body()));
    }

    private static HttpResponse<byte[]> ask(String path, String type, byte[] document) throws Exception {
        assertNotNull(server);
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(document))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    }
}
