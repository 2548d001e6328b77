package fr.trame.infra.demo.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A zip archive whose entries all bear one date, so that the same content gives the same bytes. */
final class Archive {

    static final Instant DATE = Instant.parse("2026-11-22T08:00:00Z");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);

    /** Adds an entry that readers find at a fixed place: as it is, without compression. */
    Archive stored(String name, String content) throws IOException {
        var raw = content.getBytes(StandardCharsets.UTF_8);
        var sum = new CRC32();
        sum.update(raw);
        var entry = entry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(raw.length);
        entry.setCrc(sum.getValue());
        return add(entry, raw);
    }

    Archive with(String name, String content) throws IOException {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Archive with(String name, byte[] content) throws IOException {
        return add(entry(name), content);
    }

    byte[] bytes() throws IOException {
        zip.close();
        return bytes.toByteArray();
    }

    /** @return the same archive, its entries in the order of their names and of one date */
    static byte[] repacked(byte[] original) throws IOException {
        var contents = new TreeMap<String, byte[]>();
        try (var old = new ZipInputStream(new ByteArrayInputStream(original))) {
            for (var entry = old.getNextEntry(); entry != null; entry = old.getNextEntry()) {
                contents.put(entry.getName(), old.readAllBytes());
            }
        }
        var archive = new Archive();
        for (var each : contents.entrySet()) {
            archive.with(each.getKey(), each.getValue());
        }
        return archive.bytes();
    }

    private Archive add(ZipEntry entry, byte[] content) throws IOException {
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
        return this;
    }

    /** A local date: that is what a zip holds, and an instant would be turned by the machine's zone. */
    private static ZipEntry entry(String name) {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.ofInstant(DATE, ZoneOffset.UTC));
        return entry;
    }
}
