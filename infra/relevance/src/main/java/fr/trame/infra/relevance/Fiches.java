package fr.trame.infra.relevance;

import com.fasterxml.jackson.databind.JsonNode;
import fr.trame.infra.relevance.Judged.Question;
import fr.trame.infra.relevance.Judged.Text;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * The practical guides of the French administration: 7,180 texts, and the questions their editors put over links to
 * them. Most questions are the title of the guide they lead to, so titles are taken away: its own, those in its path,
 * and the lists of neighbours; what is left is the body. The questions themselves stand in other guides and are taken
 * away too.
 */
final class Fiches {

    /** The same guide may be there for several publics; the first in this order is taken. */
    private static final List<String> PUBLICS = List.of("particuliers", "professionnels", "associations");

    private static final Pattern GUIDE = Pattern.compile("package/data/([a-z]+)/([FNR]\\d+)\\.json");
    private static final Pattern SPACES = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Set<String> NOT_BODY = Set.of(
            "dc:title",
            "dc:creator",
            "dc:subject",
            "dc:publisher",
            "dc:contributor",
            "dc:date",
            "dc:type",
            "dc:format",
            "dc:identifier",
            "dc:language",
            "dc:relation",
            "dc:coverage",
            "dc:rights",
            "dc:source",
            "SurTitre",
            "Audience",
            "Canal",
            "FilDAriane",
            "Theme",
            "SousThemePere",
            "DossierPere",
            "SousDossierPere",
            "QuestionReponse",
            "VoirAussi");

    private Fiches() {}

    static Judged read(Path archive) throws IOException {
        var bodies = new TreeMap<String, Map<Integer, String>>();
        var questions = new LinkedHashMap<List<String>, Question>();
        try (var tar = new TarArchiveInputStream(
                new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive))))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var guide = GUIDE.matcher(entry.getName());
                if (guide.matches()) {
                    var json = Elastic.JSON.readTree(tar.readAllBytes());
                    bodies.computeIfAbsent(guide.group(2), id -> new TreeMap<>())
                            .put(PUBLICS.indexOf(guide.group(1)), body(json));
                    questions(
                            json,
                            question -> questions.put(
                                    List.of(
                                            question.words(),
                                            question.grades()
                                                    .keySet()
                                                    .iterator()
                                                    .next()),
                                    question));
                }
            }
        }
        var texts = bodies.entrySet().stream()
                .map(each -> new Text(
                        each.getKey(), "", each.getValue().values().iterator().next()))
                .toList();
        var known = questions.values().stream()
                .filter(question ->
                        bodies.keySet().containsAll(question.grades().keySet()))
                .sorted((one, other) -> key(one).compareTo(key(other)))
                .toList();
        return new Judged("guides", texts, known);
    }

    /** The order does not depend on how the archive was packed, so that each run makes the same typos. */
    private static String key(Question question) {
        return question.words() + question.grades().keySet();
    }

    private static String body(JsonNode node) {
        var text = new StringBuilder();
        body(node, text);
        return SPACES.matcher(text).replaceAll(" ").strip();
    }

    private static void body(JsonNode node, StringBuilder text) {
        if (node.path("type").asText().equals("text")) {
            text.append(node.path("text").asText()).append(' ');
        }
        if (!NOT_BODY.contains(node.path("name").asText())) {
            node.path("children").forEach(child -> body(child, text));
        }
    }

    private static void questions(JsonNode node, Consumer<Question> taking) {
        if (node.path("name").asText().equals("QuestionReponse")) {
            var all = new StringBuilder();
            node.path("children").forEach(child -> body(child, all));
            var text = SPACES.matcher(all).replaceAll(" ").strip();
            taking.accept(new Question(text, Map.of(node.at("/attributes/ID").asText(), 1)));
        }
        node.path("children").forEach(child -> questions(child, taking));
    }
}
