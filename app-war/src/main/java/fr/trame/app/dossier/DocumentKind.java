package fr.trame.app.dossier;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A kind of piece, such as a deliberation or a quote.
 *
 * @param validityMonths for how long one is good from its date, null for ever
 */
public record DocumentKind(String code, String labelFr, String labelEn, @Nullable Integer validityMonths) {

    /** @return its name in that language */
    public String label(String language) {
        return language.equals(Locale.ENGLISH.getLanguage()) ? labelEn : labelFr;
    }
}
