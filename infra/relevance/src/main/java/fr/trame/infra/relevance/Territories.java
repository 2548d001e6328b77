package fr.trame.infra.relevance;

import com.fasterxml.jackson.databind.JsonNode;
import fr.trame.infra.relevance.Judged.Question;
import fr.trame.infra.relevance.Judged.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fiches and documents of the demonstration with some more texts of the same field, and questions written and graded
 * for them in {@code territories-questions.txt}.
 */
final class Territories {

    private static final List<String> TENANTS = List.of("auvergne-rhone-alpes", "hauts-de-france", "fimme");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern GRADE = Pattern.compile("([123]) (\\S+)");

    private Territories() {}

    static Judged read() throws IOException {
        var texts = new ArrayList<Text>();
        for (var tenant : TENANTS) {
            for (var workspace :
                    Elastic.JSON.readTree(resource("/demo/" + tenant + ".json")).path("workspaces")) {
                workspace.path("fiches").forEach(fiche -> texts.add(fiche(fiche)));
                for (var dossier : workspace.path("dossiers")) {
                    for (var document : dossier.path("documents")) {
                        texts.add(document(document));
                    }
                }
            }
        }
        texts.addAll(written(resource("/relevance/territories-documents.txt")));
        var questions = questions(resource("/relevance/territories-questions.txt"));
        var ids = texts.stream().map(Text::id).collect(Collectors.toSet());
        for (var question : questions) {
            for (var id : question.grades().keySet()) {
                if (!ids.contains(id)) {
                    throw new IOException("«" + question.words() + "» names " + id + ", and there is no such text");
                }
            }
        }
        return new Judged("territories", texts, questions);
    }

    private static Text fiche(JsonNode fiche) {
        var title = fiche.path("title").asText();
        var body = Stream.of("context", "objectives", "description")
                .map(field -> fiche.path(field).asText())
                .collect(Collectors.joining("\n"));
        return new Text(name(title), title, body);
    }

    private static Text document(JsonNode document) throws IOException {
        var text = document.path("text").asText();
        return new Text(
                text.substring(0, text.lastIndexOf('.')),
                document.path("name").asText(),
                resource("/demo/texts/" + text));
    }

    /** What a title is called in the file of questions. */
    static String name(String title) {
        var plain = MARKS.matcher(Normalizer.normalize(title.replace("œ", "oe"), Normalizer.Form.NFD))
                .replaceAll("");
        return OTHERS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-").replaceAll("^-|-$", "");
    }

    static List<Text> written(String file) {
        return Pattern.compile("(?m)^= ")
                .splitAsStream(file)
                .skip(1)
                .map(Territories::oneWritten)
                .toList();
    }

    private static Text oneWritten(String text) {
        int line = text.indexOf('\n');
        int bar = text.indexOf(" | ");
        return new Text(
                text.substring(0, bar),
                text.substring(bar + 3, line),
                text.substring(line).strip());
    }

    static List<Question> questions(String file) throws IOException {
        var questions = new ArrayList<Question>();
        for (var block : file.split("\n\\s*\n")) {
            var lines = block.lines().filter(line -> !line.startsWith("#")).toList();
            if (!lines.isEmpty()) {
                var grades = new LinkedHashMap<String, Integer>();
                for (var line : lines.subList(1, lines.size())) {
                    var grade = GRADE.matcher(line);
                    if (!grade.matches()) {
                        throw new IOException("«" + line + "» is no grade and text");
                    }
                    grades.put(grade.group(2), Integer.parseInt(grade.group(1)));
                }
                questions.add(new Question(lines.get(0).strip(), grades));
            }
        }
        return questions;
    }

    private static String resource(String name) throws IOException {
        try (var resource = Territories.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IOException("The resource " + name + " is missing");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
