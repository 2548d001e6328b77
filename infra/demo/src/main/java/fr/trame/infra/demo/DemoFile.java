package fr.trame.infra.demo;

import fr.trame.infra.demo.DemoTenant.DemoDocument;
import fr.trame.infra.demo.file.Block;
import fr.trame.infra.demo.file.Format;
import fr.trame.infra.demo.file.Notation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of the demonstration, made when it is needed: the sources hold texts, never files. */
final class DemoFile {

    private static final Pattern INSERTED = Pattern.compile("(?m)^@(fiches|funding)( [A-Z0-9]+)?$");

    private final String mediaType;
    private final byte[] bytes;

    private DemoFile(String mediaType, byte[] bytes) {
        this.mediaType = mediaType;
        this.bytes = bytes;
    }

    /** @throws IOException when the text is missing or cannot be written in that format */
    static DemoFile of(DemoTenant tenant, DemoDocument document) throws IOException {
        var text = DemoData.text(document.text());
        var extension = document.name().substring(document.name().lastIndexOf('.') + 1);
        if (extension.equals("txt") || extension.equals("csv")) {
            var plain = extension.equals("txt") ? "plain" : "csv";
            return new DemoFile("text/" + plain + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
        }
        var format = document.scanned() ? Format.SCAN : Format.valueOf(extension.toUpperCase(Locale.ROOT));
        return new DemoFile(format.mediaType(), format.write(blocks(tenant, text)));
    }

    String mediaType() {
        return mediaType;
    }

    byte[] bytes() {
        return bytes;
    }

    /** {@code @fiches CODE} stands for the fiches of a workspace, {@code @funding} for the tenant's amounts. */
    private static List<Block> blocks(DemoTenant tenant, String text) {
        var annexes = new Annexes(tenant);
        return Notation.read(INSERTED.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(annexes.of(found.group(1), found.group(2)))));
    }
}
