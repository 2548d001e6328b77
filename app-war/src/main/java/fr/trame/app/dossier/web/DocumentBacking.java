package fr.trame.app.dossier.web;

import fr.trame.app.dossier.DocumentSummary;
import fr.trame.app.dossier.Documents;
import fr.trame.app.dossier.DossierSummary;
import fr.trame.app.dossier.Dossiers;
import fr.trame.app.dossier.Readings;
import fr.trame.app.dossier.Rendition;
import fr.trame.app.dossier.Renditions;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Shows a document: a PDF, and what a PDF was made of, in the reader, a picture painted anew, anything else as the text that was read in it, a page at a
 * time. Bytes come by the door of downloads. Which words to mark in a PDF is the page's own affair.
 */
@Named("dossierDocument")
@ViewScoped
public class DocumentBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Documents documents;

    @Inject
    transient Dossiers dossiers;

    @Inject
    transient Readings readings;

    @Inject
    transient Renditions renditions;

    private String id = "";
    private int page = 1;
    private transient @Nullable DocumentSummary document;
    private transient @Nullable DossierSummary dossier;
    private transient Rendition.@Nullable Outcome pdf;

    /** @throws fr.trame.app.BusinessException NOT_FOUND when there is none this person may read */
    public void load() {
        page = Math.max(1, Math.min(page, getDocument().pages()));
    }

    /** @return how it is shown: {@code READER}, {@code PICTURE}, {@code TEXT} or {@code NOTHING} */
    public String getView() {
        if (getDocument().state().isHeld()) {
            return "NOTHING";
        }
        if (getDocument().mediaType().equals("application/pdf") || isConverted()) {
            return "READER";
        }
        return getDocument().mediaType().startsWith("image/") ? "PICTURE" : "TEXT";
    }

    /** @return whether the reader shows a PDF that was made of the document */
    public boolean isConverted() {
        return getPdf() == Rendition.Outcome.DONE;
    }

    /** @return what became of the PDF by which an office file is shown */
    public Rendition.Outcome getPdf() {
        if (pdf == null) {
            pdf = renditions.pdf(UUID.fromString(id));
        }
        return pdf;
    }

    /** @return the text of the page, "" when there is none */
    public String getText() {
        return readings.page(UUID.fromString(id), page);
    }

    public int getPage() {
        return page;
    }

    /** @return the page as the address names it: what is no number is the first one */
    public String getAsked() {
        return String.valueOf(page);
    }

    public void setAsked(String asked) {
        page = PageNumber.of(asked);
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
