package fr.trame.app.dossier.web;

import fr.trame.app.BusinessException;
import fr.trame.app.dossier.DocumentSummary;
import fr.trame.app.dossier.Documents;
import fr.trame.app.dossier.DossierSummary;
import fr.trame.app.dossier.Dossiers;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Shows a PDF document; its bytes come by the door of downloads. Which page and which words to mark stands in the address
 * and is the page's own affair.
 */
@Named("dossierDocument")
@RequestScoped
public class DocumentBacking {

    private static final String SHOWN = "pdf";

    @Inject
    Documents documents;

    @Inject
    Dossiers dossiers;

    private String id = "";
    private @Nullable DocumentSummary document;
    private @Nullable DossierSummary dossier;

    /** @throws BusinessException NOT_FOUND when there is none this person may read, or none that can be shown */
    public void load() {
        if (!getDocument().type().equals(SHOWN)) {
            throw BusinessException.notFound("document.unknown");
        }
    }

    public DocumentSummary getDocument() {
        if (document == null) {
            document = documents.get(UUID.fromString(id));
        }
        return document;
    }

    public DossierSummary getDossier() {
        if (dossier == null) {
            dossier = dossiers.get(getDocument().dossierId());
        }
        return dossier;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
