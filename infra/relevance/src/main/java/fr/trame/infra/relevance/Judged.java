package fr.trame.infra.relevance;

import java.util.List;
import java.util.Map;

/** A collection of texts, and questions of which somebody said what answers them. */
record Judged(String name, List<Text> texts, List<Question> questions) {

    record Text(String id, String title, String body) {}

    /** @param grades text to how well it answers, 1 to 3; what is not named does not answer */
    record Question(String words, Map<String, Integer> grades) {}
}
