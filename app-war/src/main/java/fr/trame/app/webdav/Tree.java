package fr.trame.app.webdav;

import fr.trame.app.BusinessException;
import fr.trame.app.dossier.DocumentSummary;
import fr.trame.app.dossier.Documents;
import fr.trame.app.dossier.DossierSummary;
import fr.trame.app.dossier.Dossiers;
import fr.trame.app.dossier.Folders;
import fr.trame.app.workspace.WorkspaceSummary;
import fr.trame.app.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;

/**
 * The tree that programs see: workspaces, their dossiers, the folders and documents of each. Asks the boundaries that the
 * pages ask, so that it shows no more than they.
 */
@ApplicationScoped
public class Tree {

    /** More in one folder than programs show well. */
    private static final int AT_MOST = 2000;

    private static final int PAGE = 100;

    @Inject
    Workspaces workspaces;

    @Inject
    Dossiers dossiers;

    @Inject
    Folders folders;

    @Inject
    Documents documents;

    @Inject
    EmptyNames empties;

    /**
     * @param names of the address, after the tenant's
     * @throws BusinessException NOT_FOUND when the workspace or the dossier is none this person may see
     */
    public Node find(List<String> names) {
        var address = names.stream()
                .map(each -> Normalizer.normalize(each, Normalizer.Form.NFC))
                .toList();
        if (address.isEmpty()) {
            return new Node(Node.Kind.ROOT, "", null, null, null, null);
        }
        var workspace = named(spaces(), address.get(0), "workspace.unknown");
        if (address.size() == 1) {
            return space(address.get(0), workspace);
        }
        var dossier = named(chests(workspace.id()), address.get(1), "dossier.unknown");
        if (address.size() == 2) {
            return chest(address.get(1), dossier);
        }
        return inside(new Spot(dossier.id(), String.join("/", address.subList(2, address.size()))));
    }

    /** @return what stands in a collection */
    public List<Node> children(Node node) {
        return switch (node.kind()) {
            case ROOT ->
                spaces().entrySet().stream()
                        .map(each -> space(each.getKey(), each.getValue()))
                        .toList();
            case WORKSPACE ->
                chests(Objects.requireNonNull(node.workspace())).entrySet().stream()
                        .map(each -> chest(each.getKey(), each.getValue()))
                        .toList();
            case DOSSIER, FOLDER -> contents(node.spot());
            default -> List.of();
        };
    }

    /** @return every document in a folder and below it */
    public List<DocumentSummary> below(Spot folder) {
        return all(first -> folders.below(folder.dossier(), folder.path(), first, PAGE));
    }

    private Node inside(Spot spot) {
        var kept = empties.list(spot.dossier());
        if (isFolder(spot, kept)) {
            return Node.of(Node.Kind.FOLDER, spot);
        }
        var document = folders.named(spot.dossier(), spot.folder(), spot.name());
        if (document.isPresent()) {
            return Node.file(document.get());
        }
        var blank = kept.stream()
                .filter(each -> !each.folder() && each.path().equalsIgnoreCase(spot.path()))
                .findFirst();
        if (blank.isPresent()) {
            return blank(spot, blank.get());
        }
        var parent = new Spot(spot.dossier(), spot.folder());
        var hasParent = parent.path().isEmpty() || isFolder(parent, kept);
        return Node.of(hasParent ? Node.Kind.FREE : Node.Kind.NOWHERE, spot);
    }

    private boolean isFolder(Spot spot, List<EmptyName> kept) {
        return kept.stream().anyMatch(each -> each.folder() && each.isWithin(spot.path()))
                || folders.list(spot.dossier(), spot.folder()).stream()
                        .anyMatch(each -> each.path().equals(spot.path()));
    }

    private List<Node> contents(Spot folder) {
        var nodes = new ArrayList<Node>();
        var seen = new HashSet<String>();
        var kept = empties.list(folder.dossier()).stream()
                .filter(each -> new Spot(folder.dossier(), each.path()).isWithin(folder)
                        && !each.path().equals(folder.path()))
                .toList();
        folders.list(folder.dossier(), folder.path()).forEach(each -> {
            seen.add(lower(each.name()));
            nodes.add(Node.of(Node.Kind.FOLDER, folder.child(each.name())));
        });
        for (var each : kept) {
            var rest = each.path()
                    .substring(folder.path().isEmpty() ? 0 : folder.path().length() + 1);
            var name = rest.split("/", 2)[0];
            if ((each.folder() || rest.contains("/")) && seen.add(lower(name))) {
                nodes.add(Node.of(Node.Kind.FOLDER, folder.child(name)));
            }
        }
        documents(folder).stream()
                .filter(each -> seen.add(lower(each.name())))
                .forEach(each -> nodes.add(Node.file(each)));
        kept.stream()
                .filter(each -> !each.folder())
                .map(each -> blank(new Spot(folder.dossier(), each.path()), each))
                .filter(each -> each.spot().folder().equals(folder.path()) && seen.add(lower(each.name())))
                .forEach(nodes::add);
        return nodes;
    }

    private List<DocumentSummary> documents(Spot folder) {
        return all(first -> documents.list(folder.dossier(), folder.path(), first, PAGE));
    }

    private static List<DocumentSummary> all(IntFunction<List<DocumentSummary>> pages) {
        var all = new ArrayList<DocumentSummary>();
        while (true) {
            var page = pages.apply(all.size());
            all.addAll(page);
            if (page.size() < PAGE) {
                return all;
            }
            if (all.size() >= AT_MOST) {
                throw BusinessException.conflict("webdav.folder.large", AT_MOST);
            }
        }
    }

    private static Node blank(Spot spot, EmptyName name) {
        return new Node(Node.Kind.BLANK, spot.name(), null, spot, null, name.created());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private Map<String, WorkspaceSummary> spaces() {
        return Labels.of(workspaces.list(), WorkspaceSummary::name, WorkspaceSummary::id);
    }

    private Map<String, DossierSummary> chests(UUID workspace) {
        return Labels.of(dossiers.list(workspace), DossierSummary::name, DossierSummary::id);
    }

    private static Node space(String label, WorkspaceSummary workspace) {
        return new Node(Node.Kind.WORKSPACE, label, workspace.id(), null, null, null);
    }

    private static Node chest(String label, DossierSummary dossier) {
        return new Node(Node.Kind.DOSSIER, label, null, new Spot(dossier.id(), ""), null, dossier.createdAt());
    }

    private static <T> T named(Map<String, T> labels, String name, String unknown) {
        return labels.entrySet().stream()
                .filter(each ->
                        Normalizer.normalize(each.getKey(), Normalizer.Form.NFC).equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> BusinessException.notFound(unknown));
    }
}
