package fr.trame.app.dossier.web;

import fr.trame.app.dossier.DocumentKind;
import fr.trame.app.dossier.Piece;
import fr.trame.app.dossier.Pieces;
import fr.trame.app.web.Notices;
import fr.trame.app.web.Shell;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pieces of the dossier that is shown: which it must hold, and whether they are there. */
@Named("dossierPieces")
@RequestScoped
public class PiecesOfDossier {

    @Inject
    Pieces pieces;

    @Inject
    ViewBacking view;

    @Inject
    Shell shell;

    private @Nullable List<Piece> list;
    private @Nullable List<DocumentKind> kinds;

    /** Keeps the ticks, which come with the request. */
    public void save() throws IOException {
        var faces = FacesContext.getCurrentInstance().getExternalContext();
        var ticks = faces.getRequestParameterValuesMap().getOrDefault("piece", new String[0]);
        pieces.require(UUID.fromString(view.getId()), List.of(ticks));
        Notices.keep("dossier.pieces.saved");
        faces.redirect(shell.url("/dossiers/" + view.getId()));
    }

    public List<Piece> getList() {
        if (list == null) {
            list = pieces.required(UUID.fromString(view.getId()));
        }
        return list;
    }

    public List<DocumentKind> getKinds() {
        if (kinds == null) {
            kinds = pieces.kinds();
        }
        return kinds;
    }

    /** @return whether the dossier must hold a piece of that kind */
    public boolean required(String kind) {
        return getList().stream().anyMatch(piece -> piece.kind().code().equals(kind));
    }

    /** @return the words of a kind */
    public String label(String code) {
        var language =
                FacesContext.getCurrentInstance().getViewRoot().getLocale().getLanguage();
        return getKinds().stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .map(kind -> kind.label(language))
                .orElse(code);
    }

    /** @return the icon of a state */
    public String icon(Piece.State state) {
        return switch (state) {
            case PRESENT -> "check-circle";
            case MISSING -> "circle";
            case EXPIRED -> "exclamation-triangle";
        };
    }
}
