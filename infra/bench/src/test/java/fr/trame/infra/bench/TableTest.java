package fr.trame.infra.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TableTest {

    private final Table table = new Table();

    @Test
    void anAimIsReachedOrMissedAndTheTableSaysWhich() {
        var row = Row.compared("a", "b", "c", 0.8);
        assertEquals("≥ 0.8, reached", row.atLeast(0.8, 0.8).verdict());
        assertEquals("≥ 0.8, missed", row.atLeast(0.8, 0.79).verdict());
        assertEquals("≤ 1.5, reached", row.atMost(1.5, 1.5).verdict());
        assertEquals("≤ 1.5, missed", row.atMost(1.5, 1.51).verdict());
    }

    @Test
    void columnsOfTheTerminalStandUnderEachOther() {
        table.add(Row.compared("one", "10", "5", 2), 0.25);
        table.add(Row.alone("another one", "1"), 0.25);
        var lines = table.text().lines().toList();
        assertEquals(3, lines.size());
        assertEquals(lines.get(0).indexOf("Ratio"), lines.get(1).indexOf("2.00"));
        assertEquals(lines.get(0).indexOf("Load"), lines.get(2).indexOf("0."));
    }

    @Test
    void thePageGetsHeadRuleAndLines() {
        table.add(Row.alone("one", "10"), 1.04);
        assertEquals(
                """
                | Measured | Through the product | Reference | Ratio | Aim | Load |
                |---|---|---|---|---|---|
                | one | 10 |  |  |  | 1.0 |
                """,
                table.markdown());
    }
}
