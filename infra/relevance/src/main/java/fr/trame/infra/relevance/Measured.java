package fr.trame.infra.relevance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** The figures of one search over one collection, typed in one way. */
record Measured(String collection, String engine, Typing typing, Figures figures) {

    private static final long SEED = 20_261_122;
    private static final int AT_ONCE = 2;
    private static final int LARGE = 500;

    /**
     * Asks the questions; two at once, and never another order or other typos.
     *
     * @param every of a large collection one question in so many is enough, 1 for all
     */
    static Measured of(Judged judged, Engine engine, Typing typing, int every) throws Exception {
        var random = new Random(SEED);
        var oneIn = judged.questions().size() < LARGE ? engine.oneIn() : Math.max(engine.oneIn(), every);
        var asking = new ArrayList<Callable<Figures>>();
        for (int at = 0; at < judged.questions().size(); at++) {
            var question = judged.questions().get(at);
            var words = typing.typed(question.words(), random);
            if (at % oneIn == 0) {
                asking.add(() -> Figures.of(engine.ask(words), question.grades()));
            }
        }
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var figures = new ArrayList<Figures>();
            for (var answer : threads.invokeAll(asking)) {
                figures.add(answer.get());
            }
            var name = oneIn == 1 ? engine.name() : engine.name() + ", one question in " + oneIn;
            return new Measured(judged.name(), name, typing, Figures.mean(figures));
        } finally {
            threads.shutdownNow();
        }
    }

    /** A line for each collection and search, the three ways of typing beside each other. */
    static String table(List<Measured> all) {
        var table = new StringBuilder(
                """
                | collection | search | typing | NDCG@10 | MRR@10 | recall@50 |
                |---|---|---|---|---|---|
                """);
        IntStream.range(0, all.size()).mapToObj(all::get).forEach(one -> table.append(one.row()));
        return table.toString();
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.3f | %.3f | %.3f |%n",
                collection,
                engine,
                typing.title(),
                figures.ndcg(),
                figures.mrr(),
                figures.recall());
    }

    /** What the baseline calls this. */
    String key() {
        return collection + "." + typing.title().replace(' ', '-');
    }
}
