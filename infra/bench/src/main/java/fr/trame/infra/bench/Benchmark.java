package fr.trame.infra.bench;

import java.util.List;

/** One part of a run. */
@FunctionalInterface
interface Benchmark {

    List<Row> run();
}
