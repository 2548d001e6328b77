package fr.trame.infra.demo.file;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How documents are noted: {@code # title}, {@code ## heading}, {@code - point}, {@code | cell | cell |} (the first row
 * is the head), {@code ===} for a new page; other lines are text, and an empty line ends a paragraph.
 */
public final class Notation {

    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder paragraph = new StringBuilder();
    private final List<List<String>> table = new ArrayList<>();

    private Notation() {}

    /** @return the pieces in their order */
    public static List<Block> read(String source) {
        var notation = new Notation();
        source.lines().forEach(notation::line);
        notation.endParagraph();
        notation.endTable();
        return List.copyOf(notation.blocks);
    }

    private void line(String raw) {
        var line = raw.strip();
        if (line.startsWith("|")) {
            endParagraph();
            table.add(cells(line));
            return;
        }
        endTable();
        if (line.isEmpty()) {
            endParagraph();
        } else if (!marked(line)) {
            paragraph.append(paragraph.isEmpty() ? "" : " ").append(line);
        }
    }

    private boolean marked(String line) {
        if (line.equals("===")) {
            add(Block.pageBreak());
        } else if (line.startsWith("## ")) {
            add(Block.of(Block.Kind.HEADING, line.substring(3)));
        } else if (line.startsWith("# ")) {
            add(Block.of(Block.Kind.TITLE, line.substring(2)));
        } else if (line.startsWith("- ")) {
            add(Block.of(Block.Kind.BULLET, line.substring(2)));
        } else {
            return false;
        }
        return true;
    }

    private void add(Block block) {
        endParagraph();
        blocks.add(block);
    }

    private void endParagraph() {
        if (!paragraph.isEmpty()) {
            blocks.add(Block.of(Block.Kind.TEXT, paragraph.toString()));
            paragraph.setLength(0);
        }
    }

    private void endTable() {
        if (!table.isEmpty()) {
            blocks.add(Block.table(List.copyOf(table)));
            table.clear();
        }
    }

    private static List<String> cells(String line) {
        var inside = line.substring(1, line.endsWith("|") ? line.length() - 1 : line.length());
        return Stream.of(inside.split("\\|", -1)).map(String::strip).toList();
    }
}
