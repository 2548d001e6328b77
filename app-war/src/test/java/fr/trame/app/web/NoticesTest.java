package fr.trame.app.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was done is told by the next page, in order, and never again. */
class NoticesTest {

    @Test
    void whatIsKeptIsToldOnce() {
        Map<String, Object> session = new HashMap<>();
        Notices.keep(session, "one");
        Notices.keep(session, "two");
        assertEquals(List.of("one", "two"), Notices.take(session));
        assertEquals(List.of(), Notices.take(session));
        assertTrue(session.isEmpty());
    }
}
