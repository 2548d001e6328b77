package fr.trame.app.search.api;

import fr.trame.app.search.Directory;
import java.util.List;
import java.util.Map;

/** Workspaces, organisations and people as JSON. */
final class DirectoryJson {

    private DirectoryJson() {}

    static List<Map<String, String>> of(List<Directory.Entry> entries) {
        return entries.stream()
                .map(each -> Map.of("kind", each.kind().name(), "id", each.id(), "name", each.name()))
                .toList();
    }
}
