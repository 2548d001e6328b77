package fr.trame.app.fiche.web;

import fr.trame.app.fiche.FicheContent;
import fr.trame.app.fiche.FicheQueries;
import fr.trame.app.fiche.FicheView;
import fr.trame.app.fiche.Fiches;
import fr.trame.app.fiche.WorkflowState;
import fr.trame.app.identity.Operation;
import fr.trame.app.web.Notices;
import fr.trame.app.web.Shell;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows a fiche and moves it from state to state, as far as the person may. */
@Named("ficheView")
@ViewScoped
public class ViewBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient FicheQueries queries;

    @Inject
    transient Fiches fiches;

    @Inject
    transient Choices choices;

    @Inject
    transient Shell shell;

    private String id = "";
    private int version;
    private transient @Nullable FicheView fiche;

    public void load() {
        version = getFiche().version();
    }

    /** Moves the fiche, if it is still the version that was read. */
    public void move(WorkflowState next) throws IOException {
        fiches.move(UUID.fromString(id), version, next);
        var faces = FacesContext.getCurrentInstance();
        Notices.keep("fiche.view.moved." + next);
        faces.getExternalContext().redirect(shell.url("/fiches/" + id));
    }

    /** @return the moves this person may make from here, in the order of the states */
    public List<WorkflowState> getMoves() {
        return getFiche().workflowState().next().stream()
                .filter(next -> may(next.byAuthors() ? Operation.FICHE_EDIT : Operation.FICHE_DECIDE))
                .sorted()
                .toList();
    }

    /** @return whether a move is the one to offer first: towards the committee, then on along the way */
    public boolean primary(WorkflowState next) {
        var moves = getMoves();
        return moves.contains(WorkflowState.SUBMITTED)
                ? next == WorkflowState.SUBMITTED
                : moves.stream()
                        .filter(each -> each != WorkflowState.CHANGES_REQUESTED)
                        .findFirst()
                        .filter(each -> each == next)
                        .isPresent();
    }

    /** @return the texts of the fiche by field */
    public Map<String, String> getTexts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("context", getContent().context());
        texts.put("objectives", getContent().objectives());
        texts.put("description", getContent().description());
        return texts;
    }

    /** @return the codes in the order of their labels */
    public List<String> sorted(Set<String> codes) {
        return codes.stream().sorted(Comparator.comparing(choices::label)).toList();
    }

    /** @return whether the person may write the content */
    public boolean isEditable() {
        return getFiche().workflowState().open() && may(Operation.FICHE_EDIT);
    }

    private boolean may(Operation operation) {
        return shell.may(operation.name(), getFiche().workspaceId().toString());
    }

    public FicheView getFiche() {
        if (fiche == null) {
            fiche = queries.get(UUID.fromString(id));
        }
        return fiche;
    }

    public FicheContent getContent() {
        return getFiche().content();
    }

    public List<Step> getSteps() {
        return Step.of(getFiche().workflowState());
    }

    /** @return how many days late, zero when it is not */
    public long getDaysLate() {
        return Lateness.days(getContent(), getFiche().workflowState(), choices.today());
    }

    public FundingTotals getTotals() {
        return FundingTotals.of(getContent().funding());
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
