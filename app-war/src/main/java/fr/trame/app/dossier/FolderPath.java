package fr.trame.app.dossier;

import fr.trame.app.BusinessException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a document stands inside its dossier: nothing, or names joined by a stroke. Each name is one of a file. */
public final class FolderPath {

    private static final int LEVELS = 10;
    private static final int LONGEST = 500;

    private FolderPath() {}

    /**
     * @param raw as the sender's machine names it, null for none
     * @return the names in composed form, "" for the dossier itself
     * @throws BusinessException INVALID when a name is none, or there are more than ten
     */
    public static String check(@Nullable String raw) {
        var names = names(raw == null ? "" : raw);
        if (names.size() > LEVELS) {
            throw BusinessException.invalid("folder", "file.folder.deep", LEVELS);
        }
        try {
            var path = names.stream().map(FileName::check).collect(Collectors.joining("/"));
            if (path.length() > LONGEST) {
                throw BusinessException.invalid("folder", "file.folder.long", LONGEST);
            }
            return path;
        } catch (BusinessException no) {
            throw no.atField("folder");
        }
    }

    private static List<String> names(String path) {
        return Stream.of(path.split("/")).filter(name -> !name.isBlank()).toList();
    }
}
