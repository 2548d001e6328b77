package fr.trame.app.retention.web;

import fr.trame.app.Words;
import fr.trame.app.dossier.DocumentKind;
import fr.trame.app.dossier.Pieces;
import fr.trame.app.retention.Period;
import fr.trame.app.retention.RetentionRule;
import fr.trame.app.retention.Rules;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How long documents are kept, in words. */
@Named("retentionPeriod")
@RequestScoped
public class PeriodOfDocument {

    @Inject
    Rules rules;

    @Inject
    Pieces pieces;

    private @Nullable List<DocumentKind> kinds;
    private final Map<UUID, Period> known = new HashMap<>();

    public Period of(UUID document) {
        return known.computeIfAbsent(document, rules::of);
    }

    /** @return the words of a kind of piece, those of having none for "" */
    public String kind(String code) {
        var locale = FacesContext.getCurrentInstance().getViewRoot().getLocale();
        if (kinds == null) {
            kinds = pieces.kinds();
        }
        return kinds.stream()
                .filter(each -> each.code().equals(code))
                .map(each -> each.label(locale.getLanguage()))
                .findFirst()
                .orElseGet(() -> Words.of("document.kind.none", locale));
    }

    /** @return « 10 ans », « 18 mois » */
    public String duration(RetentionRule rule) {
        var locale = FacesContext.getCurrentInstance().getViewRoot().getLocale();
        return rule.years() > 0
                ? Words.of("retention.years", locale, rule.years())
                : Words.of("retention.months", locale, rule.months());
    }
}
