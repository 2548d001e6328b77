package fr.trame.app.webdav;

import fr.trame.app.BusinessException;
import fr.trame.app.dossier.DocumentState;
import fr.trame.app.dossier.DocumentSummary;
import fr.trame.app.dossier.Downloads;
import fr.trame.app.dossier.SameName;
import fr.trame.app.dossier.Uploads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;

/**
 * Copies of files and folders. The bytes travel through the door that every file comes by: a copy has bytes of its own,
 * is looked at by the antivirus, and is made by who copies.
 */
@ApplicationScoped
public class Copies {

    @Inject
    Tree tree;

    @Inject
    Downloads downloads;

    @Inject
    Scanned scanned;

    @Inject
    Uploads uploads;

    @Inject
    EmptyNames empties;

    @Inject
    DocumentProperties properties;

    /**
     * Copies what the node is.
     *
     * @param deep whether a folder's contents come along
     */
    public void copy(Node node, Spot to, boolean deep) throws IOException {
        switch (node.kind()) {
            case FILE -> {
                scanned.await(node.file().id());
                file(node.file(), to);
            }
            case FOLDER -> folder(node.spot(), to, deep);
            default -> empties.keep(to, false);
        }
    }

    /**
     * Looks before anything is thrown away for it.
     *
     * @throws BusinessException CONFLICT when something in there cannot be copied now, or it is too much at once
     */
    public void require(Node node, boolean deep) {
        if (node.kind() == Node.Kind.FOLDER && deep) {
            // A program that has just written a folder copies it at once.
            scanned.await(tree.below(node.spot()).stream()
                    .filter(each -> each.state() == DocumentState.SCANNING)
                    .map(DocumentSummary::id)
                    .toList());
            for (var each : tree.below(node.spot())) {
                if (each.state() == DocumentState.SCANNING || each.state() == DocumentState.QUARANTINED) {
                    throw BusinessException.conflict("webdav.copy.held", each.name());
                }
            }
        }
    }

    private void folder(Spot from, Spot to, boolean deep) throws IOException {
        empties.keep(to, true);
        if (!deep) {
            return;
        }
        for (var each : empties.list(from.dossier())) {
            if (each.isWithin(from.path()) && !each.path().equals(from.path())) {
                empties.keep(moved(each.path(), from, to), each.folder());
            }
        }
        for (var each : tree.below(from)) {
            file(each, moved(each.folder() + "/" + each.name(), from, to));
        }
    }

    private void file(DocumentSummary document, Spot to) throws IOException {
        var open = downloads.open(document.id());
        try (var bytes = open.bytes()) {
            var copy = uploads.receive(to.dossier(), to.folder(), to.name(), bytes, open.size(), SameName.VERSION);
            properties.copy(document.id(), copy);
        }
    }

    private static Spot moved(String path, Spot from, Spot to) {
        return new Spot(to.dossier(), to.path() + path.substring(from.path().length()));
    }
}
