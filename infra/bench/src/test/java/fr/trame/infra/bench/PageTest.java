package fr.trame.infra.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void figuresReplaceThoseOfTheRunBefore() {
        var page = "before\n" + Page.BEGIN + "old\n" + Page.END + "\nafter\n";
        var expected = "before\n" + Page.BEGIN + "\nnew\n" + Page.END + "\nafter\n";
        assertEquals(expected, Page.with(page, "new"));
        assertEquals(expected, Page.with(expected, "new"));
    }

    @Test
    void aPageWithoutAPlaceForFiguresIsLeftAlone() {
        assertThrows(BenchFailure.class, () -> Page.with("a page", "new"));
        assertThrows(BenchFailure.class, () -> Page.with(Page.END + Page.BEGIN, "new"));
    }

    @Test
    void thePageOfThisProjectHasAPlace() throws IOException {
        var page = Files.readString(Path.of("../../docs/performance.md"));
        assertTrue(Page.with(page, "a figure").contains("a figure"));
    }
}
