package fr.trame.app;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The words of the bundle, for code that speaks to people outside of a page. */
public final class Words {

    private Words() {}

    /** @return the sentence of a business error, with its arguments, in that language */
    public static String of(BusinessException no, Locale locale) {
        return of(no.key(), locale, no.arguments().toArray());
    }

    /** @return the words of a key; the key itself when there are none, which a test refuses */
    public static String of(String key, Locale locale, Object... arguments) {
        try {
            var pattern =
                    ResourceBundle.getBundle("fr.trame.app.Messages", locale).getString(key);
            return new MessageFormat(pattern.replace("'", "''"), locale).format(arguments);
        } catch (MissingResourceException missing) {
            return key;
        }
    }
}
