package fr.trame.app.search.elasticsearch;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a person typed, made harmless: at most 256 characters and 20 terms, no lone operators, no quote left open.
 *
 * @param main terms for {@code simple_query_string}; may be empty
 * @param prefixes terms that end with a star. They are asked apart: stems do not begin as the words do
 *     ({@code territoire} is kept as {@code teritoir})
 */
record SearchWords(String main, List<String> prefixes) {

    private static final int MOST_CHARS = 256;
    private static final int MOST_TERMS = 20;
    private static final Pattern LONE_OPERATORS = Pattern.compile("[-+*~]+");
    private static final Pattern PREFIX = Pattern.compile("\\+?[^-+|\"*][^|\"*]+\\*");
    private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Pattern ONE_WORD = Pattern.compile("[^\\s\"|*+-][^\\s\"|*]*");
    private static final Pattern NEGATION = Pattern.compile("(^|\\s|\")-");

    static SearchWords of(String typed) {
        var terms = new ArrayList<String>();
        var prefixes = new ArrayList<String>();
        // In quotes, or beside an alternative, a star stays where it is.
        boolean plain = typed.indexOf('"') < 0 && typed.indexOf('|') < 0;
        for (String term : cut(typed).strip().split("\\s+", MOST_TERMS + 1)) {
            if (terms.size() + prefixes.size() == MOST_TERMS) {
                break;
            }
            if (plain && PREFIX.matcher(term).matches()) {
                prefixes.add(term.startsWith("+") ? term.substring(1) : term);
            } else if (!LONE_OPERATORS.matcher(term).matches()) {
                terms.add(term);
            }
        }
        return new SearchWords(balanced(String.join(" ", terms)), List.copyOf(prefixes));
    }

    private static String cut(String typed) {
        var clean = MarkedText.clean(typed.length() > 4 * MOST_CHARS ? typed.substring(0, 4 * MOST_CHARS) : typed);
        if (clean.length() <= MOST_CHARS) {
            return clean;
        }
        boolean halved = Character.isHighSurrogate(clean.charAt(MOST_CHARS - 1));
        return clean.substring(0, halved ? MOST_CHARS - 1 : MOST_CHARS);
    }

    private static String balanced(String words) {
        if (!LETTER_OR_DIGIT.matcher(words).find()) {
            return "";
        }
        boolean open = words.chars().filter(c -> c == '"').count() % 2 == 1;
        int last = words.lastIndexOf('"');
        return open ? (words.substring(0, last) + words.substring(last + 1)).strip() : words;
    }

    boolean isEmpty() {
        return main.isEmpty() && prefixes.isEmpty();
    }

    /** @return whether it may be a reference typed whole */
    boolean isOneWord() {
        return prefixes.isEmpty() && ONE_WORD.matcher(main).matches();
    }

    /** @return whether something is to be absent */
    boolean excludes() {
        return NEGATION.matcher(main).find();
    }
}
