package fr.trame.infra.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * French text without sense: the n-th most frequent word comes up n times less often than the first, as in real text.
 * The demonstration's words come first, in the order of their frequency there; what real text has in rare words is made
 * of them with prefixes. The same seed gives the same text.
 */
final class Words {

    private static final String RESOURCE = "/bench/words.txt";
    private static final List<String> PREFIXES =
            List.of("re", "inter", "sur", "multi", "bio", "micro", "co", "pré", "sous", "trans");
    private static final int WORTH_ASKING = 4;

    private final List<String> vocabulary;
    private final double[] cumulated;
    private final Random random;

    Words(long seed) {
        random = new Random(seed);
        vocabulary = vocabulary();
        cumulated = new double[vocabulary.size()];
        double sum = 0;
        for (int rank = 0; rank < cumulated.length; rank++) {
            sum += 1.0 / (rank + 1);
            cumulated[rank] = sum;
        }
    }

    private static List<String> vocabulary() {
        var words = new LinkedHashSet<String>();
        try (var in = Objects.requireNonNull(Words.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(words::add);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var known = List.copyOf(words);
        for (var prefix : PREFIXES) {
            known.stream().filter(word -> word.length() > WORTH_ASKING).forEach(word -> words.add(prefix + word));
        }
        return List.copyOf(words);
    }

    int size() {
        return vocabulary.size();
    }

    String word() {
        var place = Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[cumulated.length - 1]);
        return vocabulary.get(place < 0 ? -place - 1 : place);
    }

    /** @return sentences of at least so many characters */
    String text(int characters) {
        var text = new StringBuilder(characters + 100);
        while (text.length() < characters) {
            var sentence = new StringBuilder(word());
            for (int more = 6 + random.nextInt(14); more > 0; more--) {
                sentence.append(' ').append(word());
            }
            sentence.setCharAt(0, Character.toUpperCase(sentence.charAt(0)));
            text.append(sentence).append(". ");
        }
        return text.toString();
    }

    /**
     * Questions of one to three words that stand together on a page, so that each finds something: people look for
     * what there is.
     */
    List<String> questions(List<String> pages, int count) {
        var questions = new ArrayList<String>();
        while (questions.size() < count) {
            var page = pages.get(random.nextInt(pages.size())).split("[ .]+");
            var chosen = new LinkedHashSet<String>();
            for (int wanted = 1 + random.nextInt(3); chosen.size() < wanted; ) {
                var word = page[random.nextInt(page.length)];
                if (word.length() >= WORTH_ASKING) {
                    chosen.add(word);
                }
            }
            questions.add(String.join(" ", chosen));
        }
        return questions;
    }
}
