package fr.trame.infra.demo.file;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** An OpenDocument text (ODF 1.3): the format is small enough to be written as it stands in the norm. */
final class OpenTextFile {

    private static final String TYPE = "application/vnd.oasis.opendocument.text";
    private static final String SPACES =
            """
            xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
            xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
            xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
            xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" \
            xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3\"""";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String CONTENT = HEAD
            + """
            <office:document-content %s><office:automatic-styles>
            <style:style style:name="NewPage" style:family="paragraph" style:parent-style-name="Standard">\
            <style:paragraph-properties fo:break-before="page"/></style:style>
            </office:automatic-styles><office:body><office:text>
            %s</office:text></office:body></office:document-content>
            """;
    private static final String STYLES = HEAD
            + """
            <office:document-styles %s><office:styles>
            <style:style style:name="Standard" style:family="paragraph">\
            <style:paragraph-properties fo:margin-bottom="0.25cm"/><style:text-properties fo:font-size="11pt" \
            fo:language="fr" fo:country="FR"/></style:style>
            <style:style style:name="Heading_1" style:display-name="Heading 1" style:family="paragraph" \
            style:parent-style-name="Standard" style:default-outline-level="1">\
            <style:text-properties fo:font-size="20pt" fo:font-weight="bold"/></style:style>
            <style:style style:name="Heading_2" style:display-name="Heading 2" style:family="paragraph" \
            style:parent-style-name="Standard" style:default-outline-level="2">\
            <style:text-properties fo:font-size="14pt" fo:font-weight="bold"/></style:style>
            </office:styles></office:document-styles>
            """;
    private static final String META = HEAD
            + """
            <office:document-meta %s><office:meta><dc:title>%s</dc:title><dc:language>fr-FR</dc:language>\
            <meta:creation-date>%s</meta:creation-date></office:meta></office:document-meta>
            """;
    private static final String MANIFEST = HEAD
            + """
            <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" \
            manifest:version="1.3">
            <manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="%s"/>
            <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
            <manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
            <manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
            </manifest:manifest>
            """;

    private static final String HEADING =
            "<text:h text:style-name=\"Heading_%1$d\" text:outline-level=\"%1$d\">%2$s</text:h>";
    private static final String BULLET = "<text:list><text:list-item>%s</text:list-item></text:list>";

    private OpenTextFile() {}

    static byte[] write(List<Block> blocks) throws IOException {
        var body = blocks.stream().map(OpenTextFile::xml).collect(Collectors.joining("\n"));
        var title = Markup.escaped(Format.titleOf(blocks));
        return new Archive()
                .stored("mimetype", TYPE)
                .with("content.xml", CONTENT.formatted(SPACES, body))
                .with("styles.xml", STYLES.formatted(SPACES))
                .with("meta.xml", META.formatted(SPACES, title, Archive.DATE))
                .with("META-INF/manifest.xml", MANIFEST.formatted(TYPE))
                .bytes();
    }

    private static String xml(Block block) {
        var text = Markup.escaped(block.text());
        return switch (block.kind()) {
            case TITLE -> heading(1, text);
            case HEADING -> heading(2, text);
            case TEXT -> paragraph("Standard", text);
            case BULLET -> BULLET.formatted(paragraph("Standard", text));
            case TABLE -> table(block.rows());
            case PAGE_BREAK -> paragraph("NewPage", "");
        };
    }

    private static String heading(int level, String text) {
        return HEADING.formatted(level, text);
    }

    private static String paragraph(String style, String text) {
        return "<text:p text:style-name=\"%s\">%s</text:p>".formatted(style, text);
    }

    private static String table(List<List<String>> rows) {
        var columns = rows.stream().mapToInt(List::size).max().orElse(1);
        var cells = rows.stream().map(OpenTextFile::row).collect(Collectors.joining());
        return "<table:table><table:table-column table:number-columns-repeated=\"" + columns + "\"/>" + cells
                + "</table:table>";
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> "<table:table-cell office:value-type=\"string\">"
                        + paragraph("Standard", Markup.escaped(Markup.readable(cell))) + "</table:table-cell>")
                .collect(Collectors.joining("", "<table:table-row>", "</table:table-row>"));
    }
}
