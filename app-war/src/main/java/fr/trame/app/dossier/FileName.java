package fr.trame.app.dossier;

import fr.trame.app.BusinessException;
import java.text.Normalizer;
import java.util.Locale;

/**
 * What a file may be called. A name is data, never a path: what could be taken for a path, or reads differently from what
 * it is (controls, marks that turn the direction of the text), is refused rather than repaired in silence.
 */
public final class FileName {

    private static final int AT_MOST = 255;

    private FileName() {}

    /** @return the name in composed form */
    public static String check(String raw) {
        var name = Normalizer.normalize(raw.strip(), Normalizer.Form.NFC);
        if (name.isEmpty() || name.length() > AT_MOST) {
            throw BusinessException.invalid("name", "file.name.length", AT_MOST);
        }
        if (name.contains("/") || name.contains("\\") || name.equals(".") || name.equals("..")) {
            throw BusinessException.invalid("name", "file.name.path");
        }
        if (name.codePoints().anyMatch(FileName::hidden)) {
            throw BusinessException.invalid("name", "file.name.hidden");
        }
        return name;
    }

    /** @return what is behind the last dot, "" for none; a number there counts something and says no type */
    static String extension(String name) {
        var dot = name.lastIndexOf('.');
        var end = dot < 1 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return end.codePoints().allMatch(Character::isDigit) ? "" : end;
    }

    private static boolean hidden(int point) {
        return Character.isISOControl(point) || Character.getType(point) == Character.FORMAT;
    }
}
