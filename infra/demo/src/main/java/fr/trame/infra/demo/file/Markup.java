package fr.trame.infra.demo.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text inside markup. */
final class Markup {

    private static final Pattern FIGURE = Pattern.compile("\\d{5,}");
    private static final Pattern GROUP = Pattern.compile("(?<=\\d)(?=(\\d{3})+$)");

    private Markup() {}

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static boolean isNumber(String cell) {
        return cell.matches("-?\\d+([.,]\\d+)?");
    }

    /** @return the text of a cell for a person to read: long numbers in groups of three, as French writes them */
    static String readable(String cell) {
        Matcher figure = FIGURE.matcher(cell);
        return figure.matches() ? GROUP.matcher(cell).replaceAll("\u202f") : cell;
    }
}
