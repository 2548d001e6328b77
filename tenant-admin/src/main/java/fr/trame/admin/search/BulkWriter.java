package fr.trame.admin.search;

import com.fasterxml.jackson.databind.JsonNode;
import fr.trame.admin.ServiceFailure;
import fr.trame.admin.http.Answer;
import java.util.List;

/** Writes entries in bulk requests of about a megabyte, and waits when the cluster says it has enough to do. */
final class BulkWriter {

    private static final int CHARACTERS_AT_A_TIME = 1_000_000;
    private static final int TRIES = 6;
    private static final long FIRST_PAUSE_MILLIS = 500;

    private final SearchCluster cluster;
    private final String index;
    private final StringBuilder lines = new StringBuilder();
    private long written;
    private long waiting;

    BulkWriter(SearchCluster cluster, String index) {
        this.cluster = cluster;
        this.index = index;
    }

    void write(List<IndexEntry> entries) {
        for (var entry : entries) {
            lines.append(entry.lines());
            waiting++;
            if (lines.length() >= CHARACTERS_AT_A_TIME) {
                flush();
            }
        }
    }

    void remove(List<String> ids) {
        ids.forEach(id -> lines.append("{\"delete\":{\"_id\":\"").append(id).append("\"}}\n"));
        flush();
    }

    /** How many entries were handed over. */
    long written() {
        flush();
        return written;
    }

    private void flush() {
        if (lines.length() == 0) {
            return;
        }
        var answer = send();
        if (answer.body().path("errors").asBoolean()) {
            throw new ServiceFailure("Elasticsearch refused an entry of " + index + ": " + firstError(answer.body()));
        }
        written += waiting;
        waiting = 0;
        lines.setLength(0);
    }

    private Answer send() {
        var pause = FIRST_PAUSE_MILLIS;
        for (var attempt = 1; attempt < TRIES; attempt++) {
            var answer = cluster.bulk(index, lines.toString());
            if (!answer.is(429)) {
                return answer.expect(200);
            }
            Pause.millis(pause);
            pause *= 2;
        }
        return cluster.bulk(index, lines.toString()).expect(200);
    }

    private static String firstError(JsonNode answer) {
        for (var item : answer.path("items")) {
            var error = item.path("index").path("error");
            if (!error.isMissingNode()) {
                return item.path("index").path("_id").asText() + ": "
                        + error.path("reason").asText();
            }
        }
        return "no reason given";
    }
}
