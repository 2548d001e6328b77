package fr.trame.app.dossier;

import fr.trame.app.BusinessException;
import fr.trame.app.Text;
import java.time.LocalDate;

/**
 * How several names are changed alike; what follows the last dot of a name stays.
 *
 * @param find a text to replace wherever it stands, "" for none
 * @param replace what comes in its place
 * @param prefix what comes first
 * @param dated whether the day comes before the rest, as 2026-11-22
 * @param numbered whether a number comes last, as many digits for each
 */
public record NamePattern(String find, String replace, String prefix, boolean dated, boolean numbered) {

    private static final int LONGEST = 100;

    /** @throws BusinessException INVALID for a text that is too long, or when nothing would change */
    void check() {
        Text.check("find", find, 0, LONGEST);
        Text.check("replace", replace, 0, LONGEST);
        Text.check("prefix", prefix, 0, LONGEST);
        if (find.isEmpty() && prefix.isEmpty() && !dated && !numbered) {
            throw BusinessException.invalid("find", "renames.pattern.empty");
        }
    }

    /**
     * @param number of the document among those that are renamed, 1 and up
     * @param all how many they are
     * @return the name it gets, not checked yet
     */
    String apply(String name, int number, int all, LocalDate day) {
        var dot = FileName.extension(name).isEmpty() ? name.length() : name.lastIndexOf('.');
        var stem = name.substring(0, dot);
        var changed = prefix + (dated ? day + " " : "") + (find.isEmpty() ? stem : stem.replace(find, replace));
        var digits = String.valueOf(all).length();
        var numeral =
                numbered ? " " + "0".repeat(digits - String.valueOf(number).length()) + number : "";
        return (changed + numeral).strip() + name.substring(dot);
    }
}
