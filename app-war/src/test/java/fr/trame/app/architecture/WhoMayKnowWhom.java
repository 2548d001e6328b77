package fr.trame.app.architecture;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may know whom inside the product. A row may name rows above it only, so that the table itself can allow no
 * circle. Everybody knows the root, which knows nobody.
 */
final class WhoMayKnowWhom {

    /** The one table; docs/architecture.md shows it. */
    static final WhoMayKnowWhom TABLE = new WhoMayKnowWhom(List.of(
            row("ground", "tenancy"),
            row("ground", "identity", "tenancy"),
            row("ground", "storage", "tenancy", "identity"),
            row("ground", "extraction"),
            row("ground", "scan"),
            row("ground", "rendition"),
            row("ground", "outbox", "tenancy", "identity"),
            row("ground", "mail"),
            row("ground", "ydoc"),
            row("core", "workspace", "tenancy", "identity"),
            row("core", "organisation", "tenancy", "identity"),
            row("core", "fiche", "tenancy", "identity", "workspace", "organisation"),
            row(
                    "core",
                    "dossier",
                    "tenancy",
                    "identity",
                    "storage",
                    "extraction",
                    "scan",
                    "rendition",
                    "outbox",
                    "workspace"),
            row("core", "transfer", "tenancy", "identity", "storage", "dossier"),
            row("core", "deposit", "tenancy", "identity", "storage", "workspace", "dossier"),
            row("core", "comment", "tenancy", "identity", "outbox", "mail", "dossier"),
            row("core", "link", "tenancy", "identity", "workspace", "fiche", "dossier"),
            row("around", "coedit", "tenancy", "identity", "outbox", "workspace", "fiche", "ydoc"),
            row("around", "webdav", "tenancy", "identity", "workspace", "dossier"),
            row(
                    "around",
                    "search",
                    "tenancy",
                    "identity",
                    "outbox",
                    "mail",
                    "workspace",
                    "fiche",
                    "dossier",
                    "comment"),
            row("around", "integrity", "tenancy", "identity", "storage", "outbox", "fiche", "dossier", "search"),
            row("around", "retention", "tenancy", "identity", "storage", "outbox", "dossier", "search"),
            row("around", "quota", "tenancy", "identity", "storage", "outbox", "mail"),
            row("around", "renewal", "tenancy", "identity", "storage", "outbox", "mail", "workspace", "dossier"),
            row("around", "piloting", "tenancy", "identity", "workspace", "fiche"),
            row("around", "audit", "tenancy", "identity"),
            row("doors", "web", "tenancy", "identity", "workspace"),
            row("doors", "api")));

    private final Map<String, Row> rows = new LinkedHashMap<>();

    WhoMayKnowWhom(List<Row> inOrder) {
        for (var row : inOrder) {
            if (!rows.keySet().containsAll(row.knows())) {
                throw new IllegalArgumentException(row.name() + " may only know rows above it, not " + row.knows());
            }
            rows.put(row.name(), row);
        }
    }

    static Row row(String layer, String name, String... knows) {
        return new Row(layer, name, List.of(knows));
    }

    /** @return whether a class that lives in one place may use a class of the other */
    boolean allows(Place from, Place to) {
        if (to.capability().isEmpty() || from.capability().equals(to.capability())) {
            return true;
        }
        var row = rows.get(from.capability());
        var sharedDoor = to.shared() && from.door().equals(to.door());
        return sharedDoor || (row != null && row.knows().contains(to.capability()));
    }

    /** @return what table and code do not have in common, empty when they agree */
    List<String> gaps(Set<String> existing) {
        var gaps = new LinkedHashSet<String>();
        rows.keySet().stream()
                .filter(name -> !existing.contains(name))
                .forEach(name -> gaps.add(name + " is in the table, but no such package holds a class"));
        existing.stream()
                .filter(name -> !rows.containsKey(name))
                .sorted()
                .forEach(name -> gaps.add(name + " holds classes, but is not in the table"));
        return List.copyOf(gaps);
    }

    /** @return the table as Markdown */
    String markdown() {
        return rows.values().stream()
                .map(Row::markdown)
                .collect(Collectors.joining("\n", "| Layer | Folder | May know |\n|---|---|---|\n", "\n"));
    }

    /** A capability, the layer it stands in and whom it may know. */
    record Row(String layer, String name, List<String> knows) {

        private String markdown() {
            var known = knows.isEmpty()
                    ? "nobody"
                    : knows.stream().map(each -> "`" + each + "`").collect(Collectors.joining(", "));
            return "| " + layer + " | `" + name + "` | " + known + " |";
        }
    }
}
