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
 * @param limits what narrows the search: {@code type:pdf}, {@code avant:2025}
 * @param any whether any one of the plain words is enough
 */
record SearchWords(
        String plain,
        List<Term> required,
        List<Term> excluded,
        List<List<Term>> alternatives,
        List<Limit> limits,
        boolean any) {

    private static final int MOST_CHARS = 256;
    private static final int MOST_TERMS = 20;
    private static final Pattern TOKEN = Pattern.compile("([-+]?)((?i:titre|title):)?\"([^\"]*)\"|\\||[^\\s\"|]+");
    private static final Pattern TITLE = Pattern.compile("[-+]?(?i:titre|title):(.+)");
    private static final Pattern OR = Pattern.compile("OU|OR");
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
        PREFIX,
        /** A word of the title, in any form. */
        TITLE,
        /** Words of the title as they are written, one after the other. */
        TITLE_PHRASE
    }

    record Term(String text, Shape shape) {
        private String typed() {
            return switch (shape) {
                case WORD, PREFIX -> text;
                case PHRASE -> '"' + text + '"';
                case TITLE -> "titre:" + text;
                case TITLE_PHRASE -> "titre:\"" + text + '"';
            };
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
        if (whole.equals("|") || (OR.matcher(whole).matches() && terms.couldBeFollowed())) {
            terms.or();
            return false;
        }
        String quoted = token.group(3);
        if (quoted != null) {
            var shape = token.group(2) == null ? Shape.PHRASE : Shape.TITLE_PHRASE;
            return add(terms, new Term(quoted.strip(), shape), String.valueOf(token.group(1)));
        }
        var limit = Limit.of(whole);
        if (limit.isPresent()) {
            terms.limits.add(limit.get());
            return true;
        }
        var title = TITLE.matcher(whole);
        if (title.matches()) {
            return add(terms, new Term(title.group(1), Shape.TITLE), sign(whole));
        }
        var text = SIGNS.matcher(whole).replaceAll("");
        return PREFIX.matcher(text + tail(whole)).matches()
                ? add(terms, new Term(text + "*", Shape.PREFIX), sign(whole))
                : add(terms, new Term(text, Shape.WORD), sign(whole));
    }

    private static boolean add(Terms terms, Term term, String sign) {
        boolean says = LETTER_OR_DIGIT.matcher(term.text()).find();
        if (says) {
            terms.add(term, sign);
        }
        return says;
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
        return plain.isEmpty()
                && required.isEmpty()
                && excluded.isEmpty()
                && alternatives.isEmpty()
                && limits.isEmpty();
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
        limits.forEach(limit -> typed.add(limit.typed()));
        return typed.toString();
    }

    /** @return the same with other plain words */
    SearchWords plain(String other) {
        return new SearchWords(other, required, excluded, alternatives, limits, any);
    }

    boolean isOneWord() {
        return plain.indexOf(' ') < 0;
    }

    /** @return the same, any plain word being enough */
    SearchWords loosened() {
        return new SearchWords(plain, required, excluded, alternatives, limits, true);
    }

    /** Sorts terms as they come. An alternative binds the two terms next to it and nothing else. */
    private static final class Terms {

        private final List<String> plain = new ArrayList<>();
        private final List<Term> required = new ArrayList<>();
        private final List<Term> excluded = new ArrayList<>();
        private final List<List<Term>> alternatives = new ArrayList<>();
        private final List<Limit> limits = new ArrayList<>();
        private List<Term> last = new ArrayList<>();
        private boolean or;

        /** In capitals between two words; at the beginning or after a sign it is a word like others. */
        boolean couldBeFollowed() {
            return !last.isEmpty() && !or;
        }

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
                    List.copyOf(limits),
                    false);
        }
    }
}
