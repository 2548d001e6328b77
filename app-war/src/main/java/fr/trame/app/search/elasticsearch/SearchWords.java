package fr.trame.app.search.elasticsearch;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a person typed, made harmless and taken apart: at most 256 characters and 20 terms, no lone operators, no quote
 * left open.
 *
 * @param plain words without any sign, with a space between; most of them are to be found, the best hits have them all
 * @param required terms that must be there: {@code +word}, {@code "some words"}, {@code begin*}
 * @param excluded terms that must not: {@code -word}, {@code -"some words"}
 * @param alternatives groups of which one term must be there: {@code one | other}
 * @param any whether any one of the plain words is enough
 */
record SearchWords(String plain, List<Term> required, List<Term> excluded, List<List<Term>> alternatives, boolean any) {

    private static final int MOST_CHARS = 256;
    private static final int MOST_TERMS = 20;
    private static final Pattern TOKEN = Pattern.compile("([-+]?)\"([^\"]*)\"|\\||[^\\s\"|]+");
    private static final Pattern PREFIX = Pattern.compile("[^*]{2,}\\*");
    private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Pattern SIGNS = Pattern.compile("^[-+*~]+|[*~]+$");

    /** How a term is to be found. */
    enum Shape {
        /** In any form: plural, with or without accents. */
        WORD,
        /** As it is written, its words one after the other. */
        PHRASE,
        /** Whatever begins so; the star is part of the text. */
        PREFIX
    }

    record Term(String text, Shape shape) {
        private String typed() {
            return shape == Shape.PHRASE ? '"' + text + '"' : text;
        }
    }

    static SearchWords of(String typed) {
        var terms = new Terms();
        var tokens = TOKEN.matcher(cut(typed));
        for (int count = 0; count < MOST_TERMS && tokens.find(); ) {
            count += read(tokens, terms) ? 1 : 0;
        }
        return terms.words();
    }

    private static boolean read(Matcher token, Terms terms) {
        String whole = token.group();
        if (whole.equals("|")) {
            terms.or();
            return false;
        }
        String quoted = token.group(2);
        var text = quoted == null ? SIGNS.matcher(whole).replaceAll("") : quoted.strip();
        if (!LETTER_OR_DIGIT.matcher(text).find()) {
            return false;
        }
        if (quoted != null) {
            terms.add(new Term(text, Shape.PHRASE), String.valueOf(token.group(1)));
        } else if (PREFIX.matcher(text + tail(whole)).matches()) {
            terms.add(new Term(text + "*", Shape.PREFIX), sign(whole));
        } else {
            terms.add(new Term(text, Shape.WORD), sign(whole));
        }
        return true;
    }

    private static String sign(String token) {
        return token.startsWith("-") || token.startsWith("+") ? token.substring(0, 1) : "";
    }

    private static String tail(String token) {
        return token.endsWith("*") ? "*" : "";
    }

    private static String cut(String typed) {
        var clean = MarkedText.clean(typed.length() > 4 * MOST_CHARS ? typed.substring(0, 4 * MOST_CHARS) : typed);
        if (clean.length() <= MOST_CHARS) {
            return clean;
        }
        boolean halved = Character.isHighSurrogate(clean.charAt(MOST_CHARS - 1));
        return clean.substring(0, halved ? MOST_CHARS - 1 : MOST_CHARS);
    }

    boolean isEmpty() {
        return plain.isEmpty() && required.isEmpty() && excluded.isEmpty() && alternatives.isEmpty();
    }

    /** @return how this may be typed */
    String typed() {
        var typed = new StringJoiner(" ");
        if (!plain.isEmpty()) {
            typed.add(plain);
        }
        required.forEach(term -> typed.add(term.shape() == Shape.WORD ? "+" + term.text() : term.typed()));
        alternatives.forEach(group -> typed.add(group.stream().map(Term::typed).collect(Collectors.joining(" | "))));
        excluded.forEach(term -> typed.add("-" + term.typed()));
        return typed.toString();
    }

    /** @return the same with other plain words */
    SearchWords plain(String other) {
        return new SearchWords(other, required, excluded, alternatives, any);
    }

    boolean isOneWord() {
        return plain.indexOf(' ') < 0;
    }

    /** @return the same, any plain word being enough */
    SearchWords loosened() {
        return new SearchWords(plain, required, excluded, alternatives, true);
    }

    /** Sorts terms as they come. An alternative binds the two terms next to it and nothing else. */
    private static final class Terms {

        private final List<String> plain = new ArrayList<>();
        private final List<Term> required = new ArrayList<>();
        private final List<Term> excluded = new ArrayList<>();
        private final List<List<Term>> alternatives = new ArrayList<>();
        private List<Term> last = new ArrayList<>();
        private boolean or;

        void or() {
            or = !last.isEmpty();
        }

        void add(Term term, String sign) {
            if (!sign.isEmpty()) {
                flush();
                (sign.equals("-") ? excluded : required).add(term);
            } else if (or) {
                last.add(term);
            } else {
                flush();
                last.add(term);
            }
            or = false;
        }

        private void flush() {
            if (last.size() > 1) {
                alternatives.add(List.copyOf(last));
            } else if (!last.isEmpty() && last.get(0).shape() == Shape.WORD) {
                plain.add(last.get(0).text());
            } else {
                required.addAll(last);
            }
            last = new ArrayList<>();
        }

        SearchWords words() {
            flush();
            return new SearchWords(
                    String.join(" ", plain),
                    List.copyOf(required),
                    List.copyOf(excluded),
                    List.copyOf(alternatives),
                    false);
        }
    }
}
