package fr.trame.app.dossier;

import fr.trame.app.BusinessException;
import fr.trame.app.BusinessException.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Looks into an office file, which is a ZIP archive of parts. Everything is unpacked once, to nowhere, and counted. A
 * part that is an archive again is refused, but for what office programs embed: one level of office files.
 */
final class PackageInspection {

    /** More than the thousand of the usual advice: a long presentation has some thousand pictures and relations. */
    private static final int MOST_ENTRIES = 10_000;

    private static final long MOST_BYTES = 1L << 30;
    private static final int MOST_RATIO = 100;

    /** So little harms nobody, whatever it was packed from. */
    private static final long GRACE = 10L << 20;

    /** What the unpacking may hold that it has not looked at yet. */
    private static final int SLACK = 4096;

    private static final Pattern CLIMBS = Pattern.compile("(^|.*[/\\\\])\\.\\.([/\\\\].*|$)|^[/\\\\].*|^[A-Za-z]:.*");
    private static final Pattern EMBEDDED = Pattern.compile("(word|xl|ppt)/embeddings/[^/]+|.*\\.(odttf|bin)");
    private static final Pattern ARCHIVE =
            Pattern.compile("(?i).*\\.(zip|jar|war|ear|apk|7z|rar|tar|t?gz|t?bz2?|t?xz|zst|cab|iso|ar|lzh)");
    private static final Map<String, String> HEART = Map.of(
            "docx",
            "word/",
            "xlsx",
            "xl/",
            "pptx",
            "ppt/",
            "odt",
            "content.xml",
            "ods",
            "content.xml",
            "odp",
            "content.xml");

    private final String extension;
    private final byte[] buffer = new byte[1 << 16];
    private int entries;
    private long unpacked;
    private boolean heart;

    PackageInspection(String extension) {
        this.extension = extension;
    }

    /** @throws BusinessException for the first thing that is wrong with it */
    void check(InputStream archive) throws IOException {
        var directory = new PackageDirectory(archive);
        try {
            look(directory, directory, 0);
            directory.transferTo(OutputStream.nullOutputStream());
        } catch (ZipException | IllegalArgumentException broken) {
            return;
        }
        if (directory.hasLinks()) {
            throw refusal("file.unsafe.link");
        }
        if (!heart) {
            throw BusinessException.file(Kind.UNSUPPORTED_TYPE, "file.type.mismatch", extension);
        }
    }

    /** The archive stays open: the directory comes after its last entry. */
    private void look(InputStream archive, PackageDirectory whole, int depth) throws IOException {
        var zip = new ZipInputStream(archive, StandardCharsets.UTF_8);
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (++entries > MOST_ENTRIES) {
                throw BusinessException.file(Kind.TOO_LARGE, "file.unsafe.entries", MOST_ENTRIES);
            }
            var name = entry.getName();
            if (CLIMBS.matcher(name).matches()) {
                throw refusal("file.unsafe.path");
            }
            heart |= depth == 0 && name.startsWith(HEART.getOrDefault(extension, "?"));
            unpack(zip, name, whole, depth);
        }
    }

    private void unpack(ZipInputStream zip, String name, PackageDirectory whole, int depth) throws IOException {
        var packed = whole.passed();
        var before = unpacked;
        var head = zip.readNBytes(4);
        if (isArchive(name, new String(head, StandardCharsets.ISO_8859_1))) {
            if (depth > 0 || !EMBEDDED.matcher(name).matches()) {
                throw refusal("file.unsafe.nested");
            }
            look(new SequenceInputStream(new ByteArrayInputStream(head), zip), whole, depth + 1);
        }
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            unpacked += read;
            long own = unpacked - before;
            boolean bursts = own > GRACE && own / (whole.passed() - packed + SLACK) > MOST_RATIO;
            if (bursts || unpacked > MOST_BYTES) {
                throw BusinessException.file(Kind.TOO_LARGE, "file.unsafe.bomb");
            }
        }
    }

    private static boolean isArchive(String name, String head) {
        return head.startsWith("PK\u0003\u0004")
                || head.equals("7z\u00bc\u00af")
                || head.equals("Rar!")
                || ARCHIVE.matcher(name).matches();
    }

    private static BusinessException refusal(String key) {
        return BusinessException.file(Kind.UNSUPPORTED_TYPE, key);
    }
}
