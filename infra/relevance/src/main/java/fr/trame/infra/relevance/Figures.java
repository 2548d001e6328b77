package fr.trame.infra.relevance;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * How good answers are, from 0 to 1.
 *
 * @param ndcg of the first ten: how much of what they could give they give, best first
 * @param mrr of the first ten: one over the place of the first that answers
 * @param recall of the first fifty: how many of those that answer are among them
 */
record Figures(double ndcg, double mrr, double recall) {

    static final int DEPTH = 50;

    private static final int SEEN = 10;

    static Figures of(List<String> answers, Map<String, Integer> grades) {
        double gain = 0;
        double first = 0;
        for (int place = 0; place < Math.min(SEEN, answers.size()); place++) {
            int grade = grades.getOrDefault(answers.get(place), 0);
            gain += gain(grade, place);
            first = grade > 0 && first == 0 ? 1.0 / (place + 1) : first;
        }
        var found = answers.stream().limit(DEPTH).filter(grades::containsKey).count();
        return new Figures(gain / best(grades), first, (double) found / grades.size());
    }

    private static double best(Map<String, Integer> grades) {
        var sorted = grades.values().stream().sorted(Collections.reverseOrder()).toList();
        double best = 0;
        for (int place = 0; place < Math.min(SEEN, sorted.size()); place++) {
            best += gain(sorted.get(place), place);
        }
        return best;
    }

    private static double gain(int grade, int place) {
        return (Math.pow(2, grade) - 1) / (Math.log(place + 2.0) / Math.log(2));
    }

    static Figures mean(List<Figures> all) {
        return new Figures(
                all.stream().mapToDouble(Figures::ndcg).average().orElse(0),
                all.stream().mapToDouble(Figures::mrr).average().orElse(0),
                all.stream().mapToDouble(Figures::recall).average().orElse(0));
    }
}
