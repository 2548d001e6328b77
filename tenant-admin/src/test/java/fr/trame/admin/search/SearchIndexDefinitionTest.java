package fr.trame.admin.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fr.trame.admin.http.JsonHttp;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SearchIndexDefinitionTest {

    private static final UUID TENANT = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private final JsonNode definition = SearchIndexDefinition.body(0);

    @Test
    void theNamesAreThoseTheKeysAreLimitedTo() {
        assertEquals("docs-" + TENANT, SearchIndexDefinition.aliasOf(TENANT));
        assertEquals("docs-" + TENANT + "-v12", SearchIndexDefinition.indexOf(TENANT, 12));
        assertEquals(12, SearchIndexDefinition.numberOf("docs-" + TENANT + "-v12"));
    }

    @Test
    void theDefinitionIsTheSameForAllButTheReplicas() throws Exception {
        var withReplica = JsonHttp.JSON.readTree(SearchIndexDefinition.json(1));
        assertEquals(1, withReplica.at("/settings/index/number_of_replicas").asInt());
        assertEquals(definition.path("mappings"), withReplica.path("mappings"));
    }

    @Test
    void accentsAreFoldedBeforeStopWordsAndStemsSoThatBothSeeFoldedWords() {
        assertEquals(
                List.of("french_elision", "lowercase", "asciifolding", "acronym_dots", "french_stop", "french_stem"),
                texts(definition.at("/settings/index/analysis/analyzer/french/filter")));
        for (var word : texts(definition.at("/settings/index/analysis/filter/french_stop/stopwords"))) {
            assertTrue(Normalizer.isNormalized(word, Normalizer.Form.NFD) && word.matches("[a-z]+"), word);
        }
    }

    /** Long forms hold stop words, so they are known before those go; what is indexed stays as it was written. */
    @Test
    void synonymsAreOfQuestionsOnlyAndComeBeforeTheStopWords() {
        var question = texts(definition.at("/settings/index/analysis/analyzer/french_search/filter"));
        assertTrue(question.indexOf("french_synonyms") < question.indexOf("french_stop"), question::toString);
        for (var indexed : List.of("french", "french_exact", "french_words")) {
            var chain = texts(definition.at("/settings/index/analysis/analyzer/" + indexed + "/filter"));
            assertFalse(chain.contains("french_synonyms"), indexed);
        }
    }

    /** Elasticsearch refuses to highlight over fields whose offsets come from different places. */
    @Test
    void bothFormsOfTheBodyCarryOffsets() {
        var body = definition.at("/mappings/properties/body");
        assertEquals("offsets", body.path("index_options").asText());
        assertEquals("offsets", body.at("/fields/exact/index_options").asText());
    }

    @Test
    void aFieldNobodyDeclaredIsRefused() {
        assertEquals("strict", definition.at("/mappings/dynamic").asText());
    }

    @Test
    void theTypeOfAFileIsWhatFollowsTheLastDot() {
        assertEquals("pdf", IndexSource.extension("Rapport.v2.PDF"));
        assertEquals("", IndexSource.extension("Sans extension"));
        assertEquals("", IndexSource.extension("fin."));
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
