package fr.trame.infra.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All lines of one run, for the terminal and for a Markdown page. */
final class Table {

    private static final List<String> HEAD =
            List.of("Measured", "Through the product", "Reference", "Ratio", "Aim", "Load");

    private final List<List<String>> lines = new ArrayList<>();

    Table() {
        lines.add(HEAD);
    }

    /** @param load the machine's load average before the measurement began */
    void add(Row row, double load) {
        lines.add(List.of(
                row.what(),
                row.product(),
                row.reference(),
                row.ratio(),
                row.verdict(),
                String.format(Locale.ROOT, "%.1f", load)));
    }

    String text() {
        var widths = new int[HEAD.size()];
        for (var line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        var text = new StringBuilder();
        for (var line : lines) {
            var one = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                one.append(line.get(i))
                        .append(" ".repeat(widths[i] - line.get(i).length() + 2));
            }
            text.append(one.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    String markdown() {
        var text = new StringBuilder();
        for (var line : lines) {
            text.append("| ").append(String.join(" | ", line)).append(" |\n");
            if (line == HEAD) {
                text.append("|---".repeat(HEAD.size())).append("|\n");
            }
        }
        return text.toString();
    }
}
