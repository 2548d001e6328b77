package fr.trame.app.dossier;

import fr.trame.app.BusinessException;
import org.jspecify.annotations.Nullable;

/** What is to be done with a file when its dossier has a document of the same name. */
public enum SameName {
    /** It is not said: the file is refused, so that a person decides. */
    ASK,
    /** The file is a new version of that document. */
    VERSION,
    /** Both are kept; the file takes a number into its name. */
    KEEP;

    /**
     * @param said {@code ask}, {@code version} or {@code keep}; nothing stands for the first
     * @throws BusinessException INVALID for another word
     */
    public static SameName of(@Nullable String said) {
        return switch (said == null ? "" : said) {
            case "", "ask" -> ASK;
            case "version" -> VERSION;
            case "keep" -> KEEP;
            default -> throw BusinessException.invalid("onSameName", "file.same.name.unknown");
        };
    }
}
