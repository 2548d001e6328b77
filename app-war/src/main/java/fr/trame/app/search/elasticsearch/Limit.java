package fr.trame.app.search.elasticsearch;

import fr.trame.app.search.SearchIndex.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What narrows a search and is typed among its words: {@code type:pdf}, {@code avant:2025-06}, {@code après:2025},
 * {@code année:2024}, in French and in English.
 *
 * @param typed as the person wrote it
 * @param from the value, or the first day that counts; empty when there is none
 * @param to the first day that counts no more; empty when there is none
 */
record Limit(String typed, String field, String from, String to) {

    private static final Pattern NAMED = Pattern.compile("(\\p{L}+):(\\S+)");
    private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]{1,10}");
    private static final Pattern DAY = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    /** @return the limit, or nothing when the name or its value means nothing: then they are words like others */
    static Optional<Limit> of(String token) {
        var named = NAMED.matcher(token);
        if (!named.matches()) {
            return Optional.empty();
        }
        var value = named.group(2).toLowerCase(Locale.ROOT);
        try {
            return switch (named.group(1).toLowerCase(Locale.ROOT)) {
                case "type" -> type(token, value);
                case "avant", "before" -> day(value).map(span -> dated(token, "", span.from));
                case "après", "apres", "after" -> day(value).map(span -> dated(token, span.to, ""));
                case "année", "annee", "year" ->
                    YEAR.matcher(value).matches()
                            ? day(value).map(span -> dated(token, span.from, span.to))
                            : Optional.empty();
                default -> Optional.empty();
            };
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<Limit> type(String token, String value) {
        for (var kind : Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(value)) {
                return Optional.of(new Limit(token, "kind", kind.name(), ""));
            }
        }
        return EXTENSION.matcher(value).matches() ? Optional.of(new Limit(token, "type", value, "")) : Optional.empty();
    }

    private static Limit dated(String token, String from, String to) {
        return new Limit(token, "modified", from, to);
    }

    private record Span(String from, String to) {}

    /** A year, a month or a day: where it begins, and where what follows begins. */
    private static Optional<Span> day(String value) {
        var day = DAY.matcher(value);
        if (!day.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(day.group(1));
        var from = LocalDate.of(
                year,
                day.group(2) == null ? 1 : Integer.parseInt(day.group(2)),
                day.group(3) == null ? 1 : Integer.parseInt(day.group(3)));
        var length =
                day.group(2) == null ? Period.ofYears(1) : day.group(3) == null ? Period.ofMonths(1) : Period.ofDays(1);
        return Optional.of(new Span(from.toString(), from.plus(length).toString()));
    }
}
