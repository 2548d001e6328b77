package fr.trame.infra.demo.file;

import java.util.List;

/**
 * A piece of a document.
 *
 * @param rows the cells of a table; for every other kind a single cell, and none for a break
 */
public record Block(Kind kind, List<List<String>> rows) {

    /** What a piece is, whatever the format that shows it. */
    public enum Kind {
        TITLE,
        HEADING,
        TEXT,
        BULLET,
        TABLE,
        PAGE_BREAK
    }

    public static Block of(Kind kind, String text) {
        return new Block(kind, List.of(List.of(text)));
    }

    public static Block table(List<List<String>> rows) {
        return new Block(Kind.TABLE, rows);
    }

    public static Block pageBreak() {
        return new Block(Kind.PAGE_BREAK, List.of());
    }

    public String text() {
        return rows.isEmpty() ? "" : rows.get(0).get(0);
    }
}
