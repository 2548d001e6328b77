package fr.trame.app.web;

import fr.trame.app.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words about what was just done or refused, for the whole page; words about a field stand at the field. What was done is
 * told by the page that comes next. It waits in the session: the flash would set a cookie after a page, which is too late
 * for a page longer than the buffer.
 */
@Named
@RequestScoped
public class Notices {

    private static final String WAITING = Notices.class.getName();

    private @Nullable List<String> done;

    /** Keeps the words of a key for the next page. */
    public static void keep(String key, Object... arguments) {
        var faces = FacesContext.getCurrentInstance();
        keep(
                faces.getExternalContext().getSessionMap(),
                Words.of(key, faces.getViewRoot().getLocale(), arguments));
    }

    static void keep(Map<String, Object> session, String words) {
        var waiting = new ArrayList<>(waiting(session.get(WAITING)));
        waiting.add(words);
        session.put(WAITING, waiting);
    }

    /** @return what waited, which waits no longer */
    static List<String> take(Map<String, Object> session) {
        return waiting(session.remove(WAITING));
    }

    private static List<String> waiting(@Nullable Object kept) {
        return kept instanceof List<?> words
                ? words.stream().map(Object::toString).toList()
                : List.of();
    }

    /** @return what was done; a part of a page leaves it to the whole page that follows */
    public List<String> getDone() {
        if (done == null) {
            var faces = FacesContext.getCurrentInstance();
            var part = faces.getPartialViewContext().isPartialRequest();
            done = part ? List.of() : take(faces.getExternalContext().getSessionMap());
        }
        return done;
    }

    /** @return what was refused, and why */
    public List<String> getRefused() {
        return FacesContext.getCurrentInstance().getMessageList(null).stream()
                .peek(FacesMessage::rendered)
                .map(FacesMessage::getSummary)
                .toList();
    }
}
