package fr.trame.app.web;

import fr.trame.app.Words;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;

/** Words about what was just done, shown by the page that comes next. */
public final class Notices {

    private Notices() {}

    /** Keeps the words of a key for the next page. */
    public static void keep(String key, Object... arguments) {
        var faces = FacesContext.getCurrentInstance();
        var words = Words.of(key, faces.getViewRoot().getLocale(), arguments);
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, words, null));
        faces.getExternalContext().getFlash().setKeepMessages(true);
    }
}
