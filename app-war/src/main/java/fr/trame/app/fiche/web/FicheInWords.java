package fr.trame.app.fiche.web;

import fr.trame.app.Words;
import fr.trame.app.fiche.FicheContent;
import fr.trame.app.web.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says each field of a fiche in the words of a reader, so that two versions can be compared by somebody who knows no
 * codes.
 *
 * @param currency of all amounts
 * @param labels of axes and measures by code
 * @param organisations names by identifier
 */
record FicheInWords(Locale locale, String currency, Map<String, String> labels, Map<UUID, String> organisations) {

    /** @return the words of each field, in the order of the page */
    Map<String, String> of(FicheContent content) {
        var words = new LinkedHashMap<String, String>();
        words.put("title", content.title());
        words.put("axis", label(content.axis()));
        words.put("needs", labels(content.needs()));
        words.put("measures", labels(content.measures()));
        words.put("context", content.context());
        words.put("objectives", content.objectives());
        words.put("description", content.description());
        words.put("lead", content.lead() == null ? "" : organisation(content.lead()));
        words.put(
                "partners", lines(content.partners().stream().map(this::partner).sorted()));
        words.put("start", date(content.start()));
        words.put("end", date(content.end()));
        words.put("phase", Words.of("Phase." + content.phase(), locale));
        words.put("phaseStatus", Words.of("PhaseStatus." + content.phaseStatus(), locale));
        words.put("priority", Words.of("Priority." + content.priority(), locale));
        words.put("funding", lines(content.funding().stream().map(this::funding).sorted()));
        return words;
    }

    private String partner(FicheContent.Partner partner) {
        var role = Words.of("PartnerRole." + partner.role(), locale);
        return Words.of("fiche.conflict.partner", locale, organisation(partner.organisation()), role);
    }

    private String funding(FicheContent.Funding row) {
        return Words.of(
                "fiche.conflict.funding",
                locale,
                row.funder(),
                Integer.toString(row.year()),
                money(row.planned()),
                money(row.requested()),
                money(row.granted()),
                money(row.paid()));
    }

    private String money(BigDecimal amount) {
        return Money.words(amount, currency, locale, Money.hasCents(Stream.of(amount)));
    }

    private String organisation(UUID id) {
        return organisations.getOrDefault(id, id.toString());
    }

    private String label(String code) {
        return labels.getOrDefault(code, code);
    }

    private String labels(Collection<String> codes) {
        return lines(codes.stream().map(this::label).sorted());
    }

    private String date(@Nullable LocalDate date) {
        return date == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale)
                        .format(date);
    }

    private static String lines(Stream<String> each) {
        return each.collect(Collectors.joining("\n"));
    }
}
