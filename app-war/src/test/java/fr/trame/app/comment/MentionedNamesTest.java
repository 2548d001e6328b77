package fr.trame.app.comment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MentionedNamesTest {

    private static final List<String> NAMES = List.of("Chef", "Chef de projet", "Élue (nord)", "", "A.B");

    @Test
    void aNameAfterAnAtSignIsMeantInAnyCase() {
        assertEquals(Set.of("Chef"), named("Voir avec @chef, demain"));
        assertEquals(Set.of("Élue (nord)"), named("@ÉLUE (NORD) ?"));
        assertEquals(Set.of(), named("Voir avec chef, demain"));
    }

    @Test
    void theLongestNameCounts() {
        assertEquals(Set.of("Chef de projet"), named("@Chef de projet"));
        assertEquals(Set.of("Chef de projet", "Chef"), named("@Chef de projet et @Chef"));
    }

    @Test
    void aNameInsideAWordOrAnAddressIsNone() {
        assertEquals(Set.of(), named("@Cheffe"));
        assertEquals(Set.of(), named("qui@chef.example"));
        assertEquals(Set.of(), named("@@Chef"));
        assertEquals(Set.of(), named("@AxB"), "names are no patterns");
    }

    private static Set<String> named(String text) {
        return MentionedNames.in(text, NAMES);
    }
}
