package fr.trame.app.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;

/** What is to be corrected in a form, field by field, for the summary above it. */
@Named
@RequestScoped
public class Problems {

    /** @return the fields to correct, in the order they were found */
    public List<Problem> getList() {
        var faces = FacesContext.getCurrentInstance();
        var found = new ArrayList<Problem>();
        faces.getClientIdsWithMessages().forEachRemaining(field -> {
            if (field != null) {
                faces.getMessageList(field).stream()
                        .filter(each -> each.getSeverity().compareTo(FacesMessage.SEVERITY_ERROR) >= 0)
                        .forEach(each -> found.add(new Problem(field, each.getSummary())));
            }
        });
        return found;
    }

    /**
     * Something to correct.
     *
     * @param field identifier of the input on the page
     */
    public record Problem(String field, String words) {}
}
