package fr.trame.infra.relevance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What Elasticsearch offers for French without any work: elision, lower case, stop words and the light stemmer, accents
 * left to the stemmer. Title and body are asked as any first attempt does.
 */
final class FrenchChain implements Engine {

    private static final int PORTION = 500;

    private final String index = "relevance-french-" + UUID.randomUUID();
    private final Elastic elastic;
    private boolean made;

    FrenchChain(Elastic elastic) {
        this.elastic = elastic;
    }

    @Override
    public String name() {
        return "Elasticsearch french";
    }

    @Override
    public void load(Judged judged) throws Exception {
        leave();
        try (var definition = FrenchChain.class.getResourceAsStream("/relevance/french-chain.json")) {
            if (definition == null) {
                throw new IOException("french-chain.json is missing");
            }
            elastic.call("PUT", "/" + index, new String(definition.readAllBytes(), StandardCharsets.UTF_8));
        }
        made = true;
        for (int from = 0; from < judged.texts().size(); from += PORTION) {
            var bulk = new StringBuilder();
            for (var text : judged.texts().subList(from, Math.min(judged.texts().size(), from + PORTION))) {
                var action = Elastic.JSON.createObjectNode();
                action.putObject("index").put("_id", text.id());
                var source = Elastic.JSON
                        .createObjectNode()
                        .put("title", text.title())
                        .put("body", text.body());
                bulk.append(action).append('\n').append(source).append('\n');
            }
            elastic.call("POST", "/" + index + "/_bulk", bulk.toString());
        }
        elastic.call("POST", "/" + index + "/_refresh", "");
    }

    @Override
    public List<String> ask(String words) throws Exception {
        var search = Elastic.JSON.createObjectNode();
        search.put("size", Figures.DEPTH).put("_source", false);
        var match = search.putObject("query").putObject("multi_match");
        match.put("query", words).putArray("fields").add("title").add("body");
        var answers = new ArrayList<String>();
        elastic.call("POST", "/" + index + "/_search", search.toString())
                .at("/hits/hits")
                .forEach(hit -> answers.add(hit.path("_id").asText()));
        return answers;
    }

    @Override
    public void leave() throws Exception {
        if (made) {
            elastic.call("DELETE", "/" + index, "");
            made = false;
        }
    }
}
