package fr.trame.app.search.elasticsearch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import co.elastic.clients.json.JsonpUtils;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.trame.app.search.SearchIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The benchmarks send the product's own request straight to the index. They know it from a record, which must be what
 * the product sends today.
 */
class RecordedSearchTest {

    private static final Path RECORDS = Path.of("../infra/bench/src/main/resources/bench");
    private static final UUID WORKSPACE = new UUID(0, 1);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theRecordOfOneWordIsWhatIsSent() throws IOException {
        check("search-one-word.json", "filière");
    }

    @Test
    void theRecordOfSeveralWordsIsWhatIsSent() throws IOException {
        check("search-several-words.json", "filière industrielle");
    }

    private static void check(String record, String words) throws IOException {
        var asked = new SearchIndex.Query(words, Set.of(WORKSPACE), Map.of(), 0, 20);
        var request = SearchRequests.search("docs", asked, SearchWords.of(words));
        var sent = JSON.readTree(JsonpUtils.toJsonString(request, new JacksonJsonpMapper()));
        var fresh = Path.of("target", record);
        Files.writeString(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(sent) + "\n");
        assertEquals(
                JSON.readTree(Files.readString(RECORDS.resolve(record))),
                sent,
                "the product sends something else now: copy " + fresh + " to " + RECORDS);
    }
}
