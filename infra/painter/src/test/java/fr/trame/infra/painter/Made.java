package fr.trame.infra.painter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Documents made for tests. */
final class Made {

    static final String TEXT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String OPEN_TEXT = "application/vnd.oasis.opendocument.text";
    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private Made() {}

    static byte[] docx(String words) {
        return docx("<w:p><w:r><w:t>" + words + "</w:t></w:r></w:p>", "");
    }

    /** @param picture an address the document shows a picture of */
    static byte[] docxThatFetches(String picture) {
        var shown = "<w:p><w:r><w:t>Avant.</w:t></w:r></w:p><w:p><w:r><w:pict><v:shape"
                + " style=\"width:100pt;height:100pt\"><v:imagedata r:link=\"rIdX\"/></v:shape></w:pict></w:r></w:p>";
        return docx(
                shown,
                "<Relationship Id=\"rIdX\" Type=\"" + RELATIONS + "/image\" Target=\"" + picture
                        + "\" TargetMode=\"External\"/>");
    }

    private static byte[] docx(String body, String relations) {
        return zip(Map.of(
                "[Content_Types].xml",
                "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
                        + " PartName=\"/word/document.xml\" ContentType=\"" + TEXT + ".main+xml\"/></Types>",
                "_rels/.rels",
                "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"r1\" Type=\"" + RELATIONS
                        + "/officeDocument\" Target=\"word/document.xml\"/></Relationships>",
                "word/_rels/document.xml.rels",
                "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + relations + "</Relationships>",
                "word/document.xml",
                "<w:document xmlns:w=\"" + WORD + "\" xmlns:r=\"" + RELATIONS
                        + "\" xmlns:v=\"urn:schemas-microsoft-com:vml\"><w:body>" + body + "</w:body></w:document>"));
    }

    /** @param address of a file the document takes a section from */
    static byte[] odtThatReads(String address) {
        var office = "urn:oasis:names:tc:opendocument:xmlns:";
        return zip(Map.of(
                "mimetype",
                OPEN_TEXT,
                "META-INF/manifest.xml",
                "<manifest:manifest xmlns:manifest=\"" + office + "manifest:1.0\"><manifest:file-entry"
                        + " manifest:full-path=\"/\" manifest:media-type=\"" + OPEN_TEXT
                        + "\"/><manifest:file-entry manifest:full-path=\"content.xml\""
                        + " manifest:media-type=\"text/xml\"/></manifest:manifest>",
                "content.xml",
                "<office:document-content xmlns:office=\"" + office + "office:1.0\" xmlns:text=\"" + office
                        + "text:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"><office:body><office:text>"
                        + "<text:p>Avant.</text:p><text:section text:name=\"S\"><text:section-source xlink:href=\""
                        + address + "\"/><text:p>Rien.</text:p></text:section></office:text></office:body>"
                        + "</office:document-content>"));
    }

    static byte[] pdf(float width, float height) throws IOException {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            var page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.addRect(0, 0, width / 2, height);
                content.fill();
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] zip(Map<String, String> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : new TreeMap<>(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
        return bytes.toByteArray();
    }
}
