package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Uploads that are cut, repeated, damaged, given up and gone on with: each file arrives once, whole, or not at all. */
class TransferIT {

    private static final Caller AUTHOR = Caller.as("presidence");
    private static final int MEBI = 1024 * 1024;

    private static Place place = new Place(AUTHOR, "", "");
    private static Tus tus = new Tus(AUTHOR, "");

    @BeforeAll
    static void makeAPlace() {
        place = Place.make(AUTHOR, "envois repris");
        tus = new Tus(AUTHOR, place.dossier());
    }

    @Test
    void aSmallFileInOnePieceBecomesADocumentAndIsFound() {
        var word = Place.word();
        var bytes = ("Le mot est " + word + ".").getBytes(StandardCharsets.UTF_8);
        var path = tus.begun(word + ".txt", bytes.length);
        var sent = tus.patch(path, 0, bytes);
        assertEquals(204, sent.status(), sent::toString);
        assertEquals(Integer.toString(bytes.length), sent.header("Upload-Offset"));
        assertTrue(!sent.header("Upload-Expires").isEmpty(), "says until when");
        assertArrayEquals(bytes, content(word + ".txt"));
        Product.waitUntil(
                "the word is found",
                () -> AUTHOR.search(word).json().path("total").asInt() == 1);
    }

    @Test
    void piecesOfAnySizeAddUpToTheFile() throws Exception {
        var bytes = pdf(19 * MEBI + 12_345);
        var name = Place.word() + ".pdf";
        var path = tus.begun(name, bytes.length);
        int at = 0;
        for (int next : List.of(1, 500, 3 * MEBI, 5 * MEBI - 1, 9 * MEBI, bytes.length)) {
            var to = Math.min(bytes.length, at + next);
            var sent = tus.patch(path, at, Arrays.copyOfRange(bytes, at, to));
            assertEquals(204, sent.status(), sent::toString);
            assertEquals(to, tus.offset(path));
            at = to;
        }
        assertArrayEquals(bytes, content(name));
        assertEquals(
                hex(bytes),
                Rows.of(Product.ARA).text("select sha256 from document where name = ?", name),
                "the digest kept over all pieces is the file's");
    }

    @Test
    void aLineThatIsCutLosesNothingThatArrived() throws Exception {
        var bytes = pdf(10 * MEBI);
        var name = Place.word() + ".pdf";
        var path = tus.begun(name, bytes.length);
        cut(path, bytes, 9 * MEBI);
        Product.waitUntil("the cut is noticed", () -> tus.head(path).status() == 204);
        var safe = (int) tus.offset(path);
        assertTrue(safe >= 8 * MEBI && safe <= 9 * MEBI, "safe: " + safe);
        var rest = tus.patch(path, safe, Arrays.copyOfRange(bytes, safe, bytes.length));
        assertEquals(204, rest.status(), rest::toString);
        assertArrayEquals(bytes, content(name));
    }

    @Test
    void theSamePieceTwiceIsRefusedAndTheFileIsThereOnce() {
        var bytes = "Une fois, pas deux.".getBytes(StandardCharsets.UTF_8);
        var name = Place.word() + ".txt";
        var path = tus.begun(name, bytes.length);
        assertEquals(204, tus.patch(path, 0, bytes).status());
        var again = tus.patch(path, 0, bytes);
        assertEquals(409, again.status(), again::toString);
        assertTrue(again.json().path("detail").asText().contains("dernier octet"), again::toString);
        assertEquals(bytes.length, tus.offset(path), "who missed the answer learns that it is done");
        assertEquals(1, documents(name));
    }

    @Test
    void aDamagedPieceIsRefusedAndSentAgain() throws Exception {
        var bytes = "Un texte sans défaut.".getBytes(StandardCharsets.UTF_8);
        var name = Place.word() + ".txt";
        var path = tus.begun(name, bytes.length);
        var sum = "sha1 "
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-1").digest(bytes));
        var damaged = bytes.clone();
        damaged[3] ^= 1;
        var refused = tus.patch(path, 0, damaged, "Upload-Checksum", sum);
        assertEquals(460, refused.status(), refused::toString);
        assertEquals(0, tus.offset(path));
        assertEquals(0, documents(name));
        assertEquals(204, tus.patch(path, 0, bytes, "Upload-Checksum", sum).status());
        assertArrayEquals(bytes, content(name));
    }

    @Test
    void whatIsNotTakenIsRefusedAtTheFirstBytesAndForgotten() {
        var empty = tus.begin("vide.txt", 0);
        assertEquals(422, empty.status(), empty::toString);
        assertTrue(empty.json().path("type").asText().endsWith("file.empty"), empty::toString);
        var huge = tus.begin("enorme.pdf", 1L << 50);
        assertEquals(413, huge.status(), huge::toString);
        var program = tus.begin("programme.exe", 10);
        assertEquals(415, program.status(), program::toString);
        var climbing = tus.begin("../etc.txt", 10);
        assertEquals(422, climbing.status(), climbing::toString);
        var path = tus.begun("menteur.pdf", 2_000);
        var refused = tus.patch(path, 0, new byte[2_000]);
        assertEquals(415, refused.status(), refused::toString);
        assertTrue(refused.header("Content-Type").startsWith("application/problem+json"), refused::toString);
        assertEquals(404, tus.head(path).status());
    }

    @Test
    void aTransferGivenUpIsGone() {
        var path = tus.begun("abandon.txt", 100);
        assertEquals(204, tus.patch(path, 0, new byte[0]).status());
        assertEquals(
                204,
                tus.patch(path, 0, "début".getBytes(StandardCharsets.UTF_8)).status());
        assertEquals(204, tus.delete(path).status());
        assertEquals(404, tus.head(path).status());
    }

    @Test
    void nobodyElseSeesOrTouchesIt() {
        var path = tus.begun("prive.txt", 100);
        var colleague = new Tus(Caller.as("chef-projet"), place.dossier());
        assertEquals(404, colleague.head(path).status());
        assertEquals(404, colleague.patch(path, 0, new byte[100]).status());
        assertEquals(404, colleague.delete(path).status());
        var stranger = new Tus(Caller.as("hdf-presidence").in(Product.HDF), place.dossier());
        assertEquals(404, stranger.head(path).status());
        assertEquals(404, stranger.head(path.replace(Product.ARA, Product.HDF)).status());
        assertEquals(404, stranger.begin("intrus.txt", 10).status());
        assertEquals(
                403,
                new Tus(Caller.as("lecture"), place.dossier())
                        .begin("lecteur.txt", 10)
                        .status());
        assertEquals(0, tus.offset(path));
    }

    private static byte[] content(String name) {
        var id = Rows.of(Product.ARA).text("select id::text from document where name = ?", name);
        new Place(AUTHOR, "", "").looked(id);
        return AUTHOR.get("/documents/" + id + "/content").bytes();
    }

    private static long documents(String name) {
        return Rows.of(Product.ARA).number("select count(*) from document where name = ?", name);
    }

    /** Bytes of that number that begin as a PDF does; nobody needs to read them. */
    private static byte[] pdf(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        System.arraycopy("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 8);
        return bytes;
    }

    /** Sends the beginning of a piece, then hangs up as a lost network does. */
    private static void cut(String path, byte[] bytes, int count) throws IOException {
        var address = URI.create(Product.url(path));
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var head = "PATCH " + path + " HTTP/1.1\r\nHost: " + address.getAuthority()
                    + "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\nContent-Type: application/offset+octet-stream\r\n"
                    + "Authorization: Bearer " + Tokens.of(AUTHOR.account()).access() + "\r\nContent-Length: "
                    + bytes.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bytes, 0, count);
            socket.getOutputStream().flush();
            socket.setSoLinger(true, 5);
        }
    }

    private static String hex(byte[] bytes) throws Exception {
        return java.util.HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
