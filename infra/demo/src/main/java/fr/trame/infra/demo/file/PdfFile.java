package fr.trame.infra.demo.file;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/** A PDF of A4 pages with the title above and the page number below each; text stands in it as text. */
final class PdfFile {

    private static final String PAGE =
            """
            <html lang="fr"><head><title>%1$s</title><style>
            @page { size: A4; margin: 24mm 22mm 22mm 22mm;
                @top-left { content: "%2$s"; font: 8pt Helvetica; color: #555 }
                @bottom-right {
                    content: "Page " counter(page) " / " counter(pages); font: 8pt Helvetica; color: #555 } }
            body { font: 10.5pt Helvetica; line-height: 1.45; color: #1b1b1b }
            h1 { font-size: 20pt; line-height: 1.2; margin: 0 0 10mm 0; color: #0b4f53 }
            h2 { font-size: 13pt; margin: 7mm 0 2mm 0; color: #0b4f53; page-break-after: avoid }
            p { margin: 0 0 3mm 0 } ul { margin: 0 0 2mm 0 }
            table { width: 100%%; border-collapse: collapse; margin: 2mm 0 4mm 0; font-size: 9pt }
            tr { page-break-inside: avoid }
            th { text-align: left; background-color: #e6efef } th, td { border: 0.5pt solid #999; padding: 1.2mm 2mm }
            .break { page-break-before: always } .number { text-align: right } .whole { white-space: nowrap }
            </style></head><body>%3$s</body></html>
            """;

    private static final Logger FONTS_LOG = Logger.getLogger("org.apache.pdfbox.pdmodel.font");
    private static final String FONT_LIST = "pdfbox.fontcache";
    private static final Pattern ELIDED = Pattern.compile("[^\\s\u00a0]*’[^\\s\u00a0]*");

    static {
        XRLog.setLoggingEnabled(false); // it tells each step of each page,
        FONTS_LOG.setLevel(Level.SEVERE); // and this one which fonts the machine has
        if (System.getProperty(FONT_LIST) == null) { // which PDFBox would else leave in the user's home
            System.setProperty(FONT_LIST, System.getProperty("java.io.tmpdir"));
        }
    }

    private PdfFile() {}

    static byte[] write(List<Block> blocks) throws IOException {
        var title = Format.titleOf(blocks);
        var builder = new PdfRendererBuilder();
        builder.withHtmlContent(PAGE.formatted(Markup.escaped(title), Markup.escaped(title), body(blocks)), null);
        builder.withProducer("Trame");
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            return saved(renderer);
        }
    }

    /** Date and identifier would change with each run. */
    private static byte[] saved(PdfBoxRenderer renderer) throws IOException {
        try (var document = renderer.getPdfDocument()) {
            var date = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
            date.setTimeInMillis(Archive.DATE.toEpochMilli());
            document.getDocumentInformation().setCreationDate(date);
            document.setDocumentId(1L);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static String body(List<Block> blocks) {
        var html = new StringBuilder();
        var open = false;
        for (var block : blocks) {
            var bullet = block.kind() == Block.Kind.BULLET;
            html.append(bullet && !open ? "<ul>" : "").append(!bullet && open ? "</ul>" : "");
            open = bullet;
            html.append(html(block));
        }
        return html.append(open ? "</ul>" : "").toString();
    }

    private static String html(Block block) {
        var text = flowing(block.text());
        return switch (block.kind()) {
            case TITLE -> "<h1>" + text + "</h1>";
            case HEADING -> "<h2>" + text + "</h2>";
            case TEXT -> "<p>" + text + "</p>";
            case BULLET -> "<li>" + text + "</li>";
            case TABLE -> table(block);
            case PAGE_BREAK -> "<div class=\"break\"></div>";
        };
    }

    private static String table(Block block) {
        var html = new StringBuilder("<table>");
        for (int i = 0; i < block.rows().size(); i++) {
            var cell = i == 0 ? "th" : "td";
            html.append("<tr>");
            for (var text : block.rows().get(i)) {
                html.append(cell(cell, text));
            }
            html.append("</tr>");
        }
        return html.append("</table>").toString();
    }

    private static String cell(String kind, String text) {
        var side = Markup.isNumber(text) ? " class=\"number\"" : "";
        return "<%1$s%2$s>%3$s</%1$s>".formatted(kind, side, flowing(Markup.readable(text)));
    }

    /** An elision is no place to end a line, and the fonts of every reader know one space that does not break. */
    private static String flowing(String text) {
        var escaped = Markup.escaped(text.replace('\u202f', '\u00a0'));
        return ELIDED.matcher(escaped).replaceAll("<span class=\"whole\">$0</span>");
    }
}
