package fr.trame.app.architecture.guilty.fiche;

import jakarta.faces.context.FacesContext;

/** Business that needs a page around it. */
public class SpeaksFaces {
    String page() {
        return FacesContext.getCurrentInstance().getViewRoot().getViewId();
    }
}
