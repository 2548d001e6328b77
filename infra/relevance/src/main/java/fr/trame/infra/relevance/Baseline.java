package fr.trame.infra.relevance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The figures of the product that are not to be lost again. */
final class Baseline {

    /** Less is noise of a run: equal scores, a typo that hits another word. */
    static final double ALLOWED = 0.01;

    private Baseline() {}

    /** @return a sentence for each figure that fell too far, or is missing on either side */
    static List<String> losses(Path file, List<Measured> product) throws IOException {
        var kept = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            kept.load(in);
        }
        var now = figures(product);
        var losses = new ArrayList<String>();
        now.forEach((name, figure) -> {
            var before = kept.getProperty(name);
            if (before == null) {
                losses.add(name + " is not in the baseline");
            } else if (figure < Double.parseDouble(before) - ALLOWED) {
                losses.add(String.format(Locale.ROOT, "%s fell from %s to %.3f", name, before, figure));
            }
        });
        kept.stringPropertyNames().stream()
                .filter(name -> !now.containsKey(name))
                .forEach(name -> losses.add(name + " was not measured"));
        return losses;
    }

    static void write(Path file, List<Measured> product) throws IOException {
        var lines = new ArrayList<String>();
        lines.add(
                "# What infra/relevance/run measured for the product; --check fails when a figure falls by more than 0.01.");
        figures(product).forEach((name, figure) -> lines.add(String.format(Locale.ROOT, "%s=%.3f", name, figure)));
        Files.write(file, lines);
    }

    private static Map<String, Double> figures(List<Measured> product) {
        var figures = new TreeMap<String, Double>();
        for (var one : product) {
            figures.put(one.key() + ".ndcg10", one.figures().ndcg());
            figures.put(one.key() + ".mrr10", one.figures().mrr());
            figures.put(one.key() + ".recall50", one.figures().recall());
        }
        return new LinkedHashMap<>(figures);
    }
}
