package fr.trame.app.coedit;

import fr.trame.app.Boundary;
import fr.trame.app.BusinessException;
import fr.trame.app.fiche.FicheChanged;
import fr.trame.app.fiche.FicheQueries;
import fr.trame.app.fiche.FicheText;
import fr.trame.app.fiche.Fiches;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import fr.trame.app.ydoc.MalformedUpdateException;
import fr.trame.app.ydoc.YDoc;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Keeps the texts of a fiche and the document that is written together one and the same: the document is written into the
 * fiche, and what the form of the fiche saved is written into the document. The row of the fiche is locked before the
 * document, always.
 */
@Boundary
public class CoeditTexts {

    /** From how many changes on they are added up. */
    private static final int MANY = 100;

    /** No node took the change: all of them have to read it. */
    private static final UUID NO_NODE = new UUID(0, 0);

    @Inject
    CoeditRows rows;

    @Inject
    Fiches fiches;

    @Inject
    FicheQueries queries;

    @Inject
    CurrentUser user;

    /** @return the subject of the person who wrote last, "" when nobody is known */
    @Requires(Operation.BACKGROUND)
    public String lastAuthor(UUID fiche) {
        return rows.lastAuthor(fiche);
    }

    /** Writes the document into the fiche, and adds up its changes when they are many. */
    @Requires(Operation.FICHE_EDIT)
    public void write(UUID fiche) {
        fiches.hold(fiche);
        rows.lock(fiche);
        var stored = rows.read(fiche, 0);
        var document = document(fiche, stored);
        fiches.writeTogether(fiche, Sections.texts(document));
        rows.written(fiche, stored.last());
        if (stored.changes().size() >= MANY) {
            rows.compact(fiche, document.encode(), stored.last());
        }
    }

    /**
     * The form saved the fiche: what it changed in the texts becomes a change of the document like any other, in the same
     * transaction. A fiche that is closed must hold all that was written.
     *
     * @throws BusinessException CONFLICT when the document is newer than what the form's author saw
     */
    void saved(@Observes FicheChanged change) {
        var fiche = change.subject();
        if (change.operation().equals("FICHE_WRITTEN_TOGETHER")) {
            return;
        }
        // Before the look: somebody may be making the document of the texts as they were.
        rows.lock(fiche);
        if (!rows.exists(fiche)) {
            return;
        }
        var view = queries.get(fiche);
        if (view.workflowState().open() && !change.operation().equals("FICHE_REVISED")) {
            return;
        }
        var stored = rows.read(fiche, 0);
        if (stored.writtenUpto() < stored.last()) {
            throw BusinessException.conflict("fiche.changed.meanwhile");
        }
        var document = document(fiche, stored);
        var saved = FicheText.of(view.content());
        if (!saved.equals(Sections.texts(document))) {
            rows.appendWritten(fiche, NO_NODE, new Change.Draft(user.getSubject(), Sections.follow(document, saved)));
        }
    }

    private static YDoc document(UUID fiche, CoeditRows.Stored stored) {
        try {
            var document = YDoc.of(stored.state());
            for (var change : stored.changes()) {
                document.replay(change.payload());
            }
            return document;
        } catch (MalformedUpdateException lost) {
            throw new IllegalStateException("what is stored of fiche " + fiche + " cannot be read", lost);
        }
    }
}
