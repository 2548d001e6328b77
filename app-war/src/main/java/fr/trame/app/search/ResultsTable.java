package fr.trame.app.search;

import fr.trame.app.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** What a search finds as a table for a spreadsheet: as much as the person may read, a thousand rows at most. */
@ApplicationScoped
public class ResultsTable {

    static final int MOST_ROWS = 1_000;

    /** Without it the usual spreadsheet takes the text for another alphabet's. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final CSVFormat FORMAT =
            CSVFormat.EXCEL.builder().setDelimiter(';').get();
    private static final String FORMULA = "=+-@\t\r";
    private static final List<String> COLUMNS =
            List.of("kind", "reference", "title", "workspace", "page", "status", "type", "year", "text", "address");

    @Inject
    Search search;

    @Inject
    HitCheck check;

    /**
     * @param address of a hit, as the table shall name it
     * @return the table, its first row the names of the columns
     */
    public String csv(Question question, Locale locale, Function<SearchIndex.Hit, String> address) {
        var hits = search.first(question, MOST_ROWS);
        var places = check.places(hits.stream().map(SearchIndex.Hit::entity).toList());
        var text = new StringBuilder(BYTE_ORDER_MARK);
        try (var printer = new CSVPrinter(text, FORMAT)) {
            printer.printRecord(COLUMNS.stream().map(each -> Words.of("search.export." + each, locale)));
            for (var hit : hits) {
                var place = places.get(hit.entity());
                if (place != null) {
                    printer.printRecord(row(hit, place.name(), locale, address));
                }
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory cannot be written", impossible);
        }
        return text.toString();
    }

    private static Stream<String> row(
            SearchIndex.Hit hit, String workspace, Locale locale, Function<SearchIndex.Hit, String> address) {
        return Stream.of(
                        Words.of("Kind." + hit.kind(), locale),
                        hit.reference(),
                        String.join("", hit.title()),
                        workspace,
                        hit.page() > 0 ? String.valueOf(hit.page()) : "",
                        hit.status() == null ? "" : Words.of("WorkflowState." + hit.status(), locale),
                        hit.type(),
                        String.valueOf(hit.year()),
                        String.join("", hit.snippet()),
                        address.apply(hit))
                .map(ResultsTable::harmless);
    }

    /** A spreadsheet runs what begins like a formula; an apostrophe makes text of it. */
    public static String harmless(@Nullable String value) {
        var text = Objects.requireNonNullElse(value, "");
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
