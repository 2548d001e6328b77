package fr.trame.app.dossier.web;

import fr.trame.app.dossier.Closings;
import fr.trame.app.dossier.Hold;
import fr.trame.app.dossier.Holds;
import fr.trame.app.web.Notices;
import fr.trame.app.web.Shell;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What holds the dossier or document of a page, and whether the dossier is closed. */
@Named("dossierKeeping")
@ViewScoped
public class Keeping implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Holds holds;

    @Inject
    transient Closings closings;

    @Inject
    transient Shell shell;

    private @Nullable String reason;

    /** The page asks several times; what changes anything opens the page anew. */
    private transient @Nullable List<Hold> held;

    public List<Hold> ofDossier(UUID id) {
        if (held == null) {
            held = holds.ofDossier(id);
        }
        return held;
    }

    public List<Hold> ofDocument(UUID id) {
        if (held == null) {
            held = holds.ofDocument(id);
        }
        return held;
    }

    /** @return when it was closed, null while it is open */
    public @Nullable OffsetDateTime closedAt(UUID dossier) {
        return closings.of(dossier).orElse(null);
    }

    /**
     * Holds something.
     *
     * @param whole whether it is a dossier
     */
    public void hold(UUID subject, boolean whole) throws IOException {
        if (whole) {
            holds.holdDossier(subject, said());
        } else {
            holds.holdDocument(subject, said());
        }
        again("hold.placed", address(subject, whole));
    }

    /** Lifts a hold, from the page of what it holds. */
    public void lift(Hold hold) throws IOException {
        holds.lift(hold.id(), said());
        again("hold.lifted", address(hold.subject(), hold.whole()));
    }

    /** Closes a dossier, or opens it again. */
    public void close(UUID dossier, boolean closed) throws IOException {
        closings.close(dossier, closed);
        again(closed ? "dossier.closed" : "dossier.reopened", "/dossiers/" + dossier);
    }

    private static String address(UUID subject, boolean whole) {
        return whole ? "/dossiers/" + subject : "/documents/" + subject + "/history";
    }

    private String said() {
        return reason == null ? "" : reason;
    }

    private void again(String key, String address) throws IOException {
        Notices.keep(key);
        FacesContext.getCurrentInstance().getExternalContext().redirect(shell.url(address));
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
