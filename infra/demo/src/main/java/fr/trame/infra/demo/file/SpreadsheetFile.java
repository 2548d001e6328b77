package fr.trame.infra.demo.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook: each heading opens a sheet of that name; what reads as a number is one. */
final class SpreadsheetFile {

    private static final int WIDTH = 24 * 256;

    private final XSSFWorkbook workbook;
    private final XSSFCellStyle head;
    private XSSFSheet sheet;

    private SpreadsheetFile(XSSFWorkbook workbook, String title) {
        this.workbook = workbook;
        this.head = workbook.createCellStyle();
        var bold = workbook.createFont();
        bold.setBold(true);
        head.setFont(bold);
        this.sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(title));
    }

    static byte[] write(List<Block> blocks) throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            var properties = workbook.getProperties().getCoreProperties();
            properties.setTitle(Format.titleOf(blocks));
            properties.setCreated(Optional.of(Date.from(Archive.DATE)));
            var file = new SpreadsheetFile(workbook, "Lisez-moi");
            blocks.forEach(file::add);
            var bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return Archive.repacked(bytes.toByteArray());
        }
    }

    private void add(Block block) {
        switch (block.kind()) {
            case TITLE -> row(List.of(block.text()), true);
            case HEADING -> open(block.text());
            case TEXT, BULLET -> row(List.of(block.text()), false);
            case TABLE -> table(block.rows());
            case PAGE_BREAK -> row(List.of(), false);
        }
    }

    private void open(String name) {
        sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(name));
        for (int column = 0; column < 8; column++) {
            sheet.setColumnWidth(column, WIDTH);
        }
    }

    private void table(List<List<String>> rows) {
        for (int i = 0; i < rows.size(); i++) {
            row(rows.get(i), i == 0);
        }
    }

    private void row(List<String> cells, boolean bold) {
        var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        for (int i = 0; i < cells.size(); i++) {
            var cell = row.createCell(i);
            var text = cells.get(i);
            if (Markup.isNumber(text)) {
                cell.setCellValue(new BigDecimal(text.replace(',', '.')).doubleValue());
            } else {
                cell.setCellValue(text);
            }
            if (bold) {
                cell.setCellStyle(head);
            }
        }
    }
}
