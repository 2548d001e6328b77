package fr.trame.app.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no page may hold, because it does not come out as everybody can use it. */
class PagesTest {

    /** The component's list holds alerts instead of items: notices.xhtml is the way to tell something. */
    @Test
    void noPageTellsMessagesInAListThatIsNone() throws IOException {
        assertEquals(List.of(), holding("<p:messages", "<h:messages", "<p:growl"));
        assertFalse(holding("#{notices.done}").isEmpty(), "nobody tells what was done");
    }

    private static List<Path> holding(String... unwanted) throws IOException {
        try (var files = Files.walk(Path.of("src/main/webapp"))) {
            return files.filter(each -> each.toString().endsWith(".xhtml"))
                    .filter(each -> holds(each, unwanted))
                    .toList();
        }
    }

    private static boolean holds(Path page, String... unwanted) {
        try {
            var text = Files.readString(page);
            return Stream.of(unwanted).anyMatch(text::contains);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
