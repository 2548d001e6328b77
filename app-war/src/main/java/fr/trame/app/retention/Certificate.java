package fr.trame.app.retention;

import fr.trame.app.Words;
import fr.trame.app.search.ResultsTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** What a list said and what became of it, as a table to file: each document with its digest, its rule and who agreed. */
@ApplicationScoped
public class Certificate {

    private static final int AT_MOST = 10_000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final CSVFormat FORMAT =
            CSVFormat.EXCEL.builder().setDelimiter(';').get();
    private static final List<String> COLUMNS = List.of(
            "name",
            "dossier",
            "kind",
            "sha256",
            "size",
            "months",
            "start",
            "started",
            "ended",
            "decision",
            "decided.by",
            "agreed.by",
            "agreed.at",
            "outcome",
            "done.at");

    @Inject
    EliminationLists lists;

    /** @return the table, its first row the names of the columns */
    public String csv(UUID list, Locale locale) {
        var text = new StringBuilder(BYTE_ORDER_MARK);
        try (var printer = new CSVPrinter(text, FORMAT)) {
            printer.printRecord(COLUMNS.stream().map(each -> Words.of("elimination.column." + each, locale)));
            for (var line : lists.lines(list, 0, AT_MOST)) {
                printer.printRecord(row(line, locale));
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory cannot be written", impossible);
        }
        return text.toString();
    }

    private static Stream<String> row(EliminationLine line, Locale locale) {
        return Stream.of(
                        line.name(),
                        line.dossier(),
                        line.kind(),
                        line.sha256(),
                        String.valueOf(line.size()),
                        String.valueOf(line.months()),
                        Words.of("StartEvent." + line.start(), locale),
                        line.startedOn().toString(),
                        line.endedOn().toString(),
                        line.decision() == null ? "" : Words.of("FinalSort." + line.decision(), locale),
                        line.decidedBy(),
                        Objects.requireNonNullElse(line.agreedBy(), ""),
                        Objects.toString(line.agreedAt(), ""),
                        line.outcome() == null ? "" : Words.of("Outcome." + line.outcome(), locale),
                        Objects.toString(line.doneAt(), ""))
                .map(ResultsTable::harmless);
    }
}
