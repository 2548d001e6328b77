package fr.trame.infra.bench;

import java.util.function.Consumer;

/** One part of a run. */
@FunctionalInterface
interface Benchmark {

    /** @param table takes each row when it is known: a run takes long, and people watch */
    void run(Consumer<Row> table);
}
