package fr.trame.infra.relevance;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

/** How a question reaches the box. */
enum Typing {
    AS_TYPED {
        @Override
        String typed(String words, Random random) {
            return words;
        }
    },
    WITHOUT_ACCENTS {
        @Override
        String typed(String words, Random random) {
            var apart = Normalizer.normalize(words, Normalizer.Form.NFD);
            return MARKS.matcher(apart).replaceAll("").replace("œ", "oe").replace("Œ", "OE");
        }
    },
    ONE_TYPO {
        /** A letter lost, doubled by a wrong one, replaced, or changed with its neighbour, inside a word of five or more. */
        @Override
        String typed(String words, Random random) {
            var long5 = LONG.matcher(words).results().toList();
            if (long5.isEmpty()) {
                return words;
            }
            var word = long5.get(random.nextInt(long5.size()));
            int at = word.start() + 1 + random.nextInt(word.group().length() - 2);
            char letter = (char) ('a' + random.nextInt('z' - 'a' + 1));
            var typed = new StringBuilder(words);
            switch (random.nextInt(4)) {
                case 0 -> typed.deleteCharAt(at);
                case 1 -> typed.insert(at, letter);
                case 2 -> typed.setCharAt(at, letter);
                default -> typed.deleteCharAt(at).insert(at + 1, words.charAt(at));
            }
            return typed.toString();
        }
    };

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern LONG = Pattern.compile("\\p{L}{5,}");

    abstract String typed(String words, Random random);

    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
