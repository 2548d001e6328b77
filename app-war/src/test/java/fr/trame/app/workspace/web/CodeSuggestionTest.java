package fr.trame.app.workspace.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A code is proposed from the name and can always be saved. */
class CodeSuggestionTest {

    @ParameterizedTest
    @CsvSource({
        "Roannais, ROAN",
        "Vallée de l’Arve, VALL",
        "Haut-Bugey, HAUT",
        "Saint-Étienne – Forez, SEF",
        "Cœur de Savoie, COEU",
        "'Écosystème de l’aéronautique et du spatial', EAS",
        "Y, ''",
        "'', ''"
    })
    void theCodeComesFromTheName(String name, String code) {
        assertEquals(code, CodeSuggestion.of(name));
    }
}
