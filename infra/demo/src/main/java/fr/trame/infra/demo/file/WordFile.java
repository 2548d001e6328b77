package fr.trame.infra.demo.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** A Word document with real headings, so that a reader program finds its outline. */
final class WordFile {

    private WordFile() {}

    static byte[] write(List<Block> blocks) throws IOException {
        try (var document = new XWPFDocument()) {
            heading(document, "Heading1", 0, 20);
            heading(document, "Heading2", 1, 14);
            var properties = document.getProperties().getCoreProperties();
            properties.setTitle(Format.titleOf(blocks));
            properties.setCreated(Optional.of(Date.from(Archive.DATE)));
            blocks.forEach(block -> add(document, block));
            var bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return Archive.repacked(bytes.toByteArray());
        }
    }

    private static void add(XWPFDocument document, Block block) {
        switch (block.kind()) {
            case TITLE -> paragraph(document, "Heading1", block.text());
            case HEADING -> paragraph(document, "Heading2", block.text());
            case TEXT -> paragraph(document, "", block.text());
            case BULLET -> paragraph(document, "", "•\u00a0" + block.text());
            case TABLE -> table(document, block.rows());
            case PAGE_BREAK -> document.createParagraph().setPageBreak(true);
        }
    }

    private static void paragraph(XWPFDocument document, String style, String text) {
        var paragraph = document.createParagraph();
        if (!style.isEmpty()) {
            paragraph.setStyle(style);
        }
        paragraph.createRun().setText(text);
    }

    private static void table(XWPFDocument document, List<List<String>> rows) {
        var columns = rows.stream().mapToInt(List::size).max().orElse(1);
        var table = document.createTable(rows.size(), columns);
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < rows.get(i).size(); j++) {
                fill(table.getRow(i).getCell(j), Markup.readable(rows.get(i).get(j)), i == 0);
            }
        }
    }

    private static void fill(XWPFTableCell cell, String text, boolean head) {
        var run = cell.getParagraphArray(0).createRun();
        run.setText(text);
        run.setBold(head);
    }

    private static void heading(XWPFDocument document, String id, int level, int points) {
        var style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal("heading " + (level + 1));
        style.addNewPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level));
        var letters = style.addNewRPr();
        letters.addNewB();
        letters.addNewSz().setVal(BigInteger.valueOf(points * 2L));
        var styles = document.getStyles() == null ? document.createStyles() : document.getStyles();
        styles.addStyle(new XWPFStyle(style));
    }
}
