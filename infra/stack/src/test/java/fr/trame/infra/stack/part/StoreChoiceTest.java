package fr.trame.infra.stack.part;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StoreChoiceTest {

    @Test
    void onlyARecentGoBuildsMinIO() {
        assertTrue(StoreChoice.isRecent("go1.24\n"));
        assertTrue(StoreChoice.isRecent("go1.26.8"));
        assertFalse(StoreChoice.isRecent("go1.9.7"));
        assertFalse(StoreChoice.isRecent("go1.23.12"));
        assertFalse(StoreChoice.isRecent(""));
    }
}
