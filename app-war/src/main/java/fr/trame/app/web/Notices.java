package fr.trame.app.web;

import fr.trame.app.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.Predicate;

/** Words about what was just done or refused, for the whole page; words about a field stand at the field. */
@Named
@RequestScoped
public class Notices {

    /** Keeps the words of a key for the next page. */
    public static void keep(String key, Object... arguments) {
        var faces = FacesContext.getCurrentInstance();
        var words = Words.of(key, faces.getViewRoot().getLocale(), arguments);
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, words, null));
        faces.getExternalContext().getFlash().setKeepMessages(true);
    }

    /** @return what was done */
    public List<String> getDone() {
        return words(Notices::isDone);
    }

    /** @return what was refused, and why */
    public List<String> getRefused() {
        return words(message -> !isDone(message));
    }

    private static boolean isDone(FacesMessage message) {
        return message.getSeverity().compareTo(FacesMessage.SEVERITY_INFO) <= 0;
    }

    private static List<String> words(Predicate<FacesMessage> wanted) {
        return FacesContext.getCurrentInstance().getMessageList(null).stream()
                .filter(wanted)
                .peek(FacesMessage::rendered)
                .map(FacesMessage::getSummary)
                .toList();
    }
}
