package fr.trame.app.webdav;

import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.dossier.DocumentSummary;
import fr.trame.app.dossier.Locks;
import fr.trame.app.dossier.Moves;
import fr.trame.app.dossier.Trash;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import jakarta.inject.Inject;
import java.util.List;

/** Files and folders that are thrown away or get another place, all of them or none. */
@Boundary
public class Relocations {

    @Inject
    Tree tree;

    @Inject
    Trash trash;

    @Inject
    Moves moves;

    @Inject
    EmptyNames empties;

    @Inject
    Locks locks;

    /**
     * Throws a file away, or all documents of a folder; they can be taken back for thirty days.
     *
     * @throws BusinessException REFUSED when one of them is not this person's to throw away
     */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public void remove(Node node) {
        switch (node.kind()) {
            case FILE -> {
                trash.delete(List.of(node.file().id()));
                keepFolder(node.spot());
            }
            case FOLDER ->
                trash.delete(tree.below(node.spot()).stream()
                        .map(DocumentSummary::id)
                        .toList());
            default -> {}
        }
        empties.drop(node.spot());
        locks.forget(node.spot().dossier(), node.spot().path());
    }

    /**
     * Programs save by writing a file beside the old one and giving it the old one's name: then the old one gets a version,
     * and keeps what is known of it.
     *
     * @throws BusinessException REFUSED when the new file is not this person's to throw away
     */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public boolean isSave(Node node, Node there) {
        var save = node.kind() == Node.Kind.FILE && there.kind() == Node.Kind.FILE && !isSame(node, there);
        if (save) {
            trash.requireOwn(node.file().id());
        }
        return save;
    }

    /**
     * Gives a file or a folder another place; what stood there is thrown away.
     *
     * @param there what the new place holds now
     */
    @Requires(Operation.DOCUMENT_UPLOAD)
    public void move(Node node, Node there) {
        var from = node.spot();
        var to = there.spot();
        if (there.exists() && !isSame(node, there)) {
            remove(there);
        }
        switch (node.kind()) {
            case FILE -> {
                moves.place(node.file().id(), to.dossier(), to.folder(), to.name());
                empties.drop(to);
                keepFolder(from);
            }
            case FOLDER -> moveFolder(from, to);
            default -> {
                empties.drop(from);
                empties.keep(to, false);
            }
        }
        locks.forget(from.dossier(), from.path());
    }

    private void moveFolder(Spot from, Spot to) {
        var kept = empties.list(from.dossier()).stream()
                .filter(each -> each.isWithin(from.path()))
                .toList();
        for (var each : tree.below(from)) {
            var folder = to.path() + each.folder().substring(from.path().length());
            moves.place(each.id(), to.dossier(), folder, each.name());
        }
        empties.drop(from);
        empties.keep(to, true);
        kept.forEach(each -> empties.keep(
                new Spot(
                        to.dossier(),
                        to.path() + each.path().substring(from.path().length())),
                each.folder()));
    }

    /** A folder that is emptied by a program stays there for it. */
    private void keepFolder(Spot left) {
        if (!left.folder().isEmpty()) {
            empties.keep(new Spot(left.dossier(), left.folder()), true);
        }
    }

    /** Only the capitals of the name change. */
    private static boolean isSame(Node node, Node there) {
        return node.document() != null
                && there.document() != null
                && node.document().id().equals(there.document().id());
    }
}
