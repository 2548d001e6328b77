package fr.trame.app.retention.web;

import fr.trame.app.dossier.Hold;
import fr.trame.app.dossier.Holds;
import fr.trame.app.retention.FinalSort;
import fr.trame.app.retention.RetentionRule;
import fr.trame.app.retention.Rules;
import fr.trame.app.retention.StartEvent;
import fr.trame.app.web.Notices;
import fr.trame.app.web.Shell;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of keeping, which the tenant's administrator changes, and what is held. */
@Named("retentionIndex")
@ViewScoped
public class IndexBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Rules rules;

    @Inject
    transient Holds holds;

    @Inject
    transient PeriodOfDocument words;

    @Inject
    transient Shell shell;

    private String kind = "";
    private int months;
    private StartEvent start = StartEvent.DOSSIER_CLOSED;
    private FinalSort sort = FinalSort.SORT;
    private transient @Nullable List<RetentionRule> list;
    private transient @Nullable List<Hold> held;

    /** Asks who may not look before anything is shown. */
    public void load() {
        getHeld();
        kind = getRules().get(0).kind();
        kindChanged();
    }

    /** Shows the rule of the kind that is chosen. */
    public void kindChanged() {
        getRules().stream().filter(each -> each.kind().equals(kind)).findFirst().ifPresent(rule -> {
            months = rule.months();
            start = rule.start();
            sort = rule.sort();
        });
    }

    /** Keeps a rule. */
    public void save() throws IOException {
        rules.set(kind, months, start, sort);
        again("retention.rule.saved");
    }

    /** Takes the product's rule again. */
    public void reset() throws IOException {
        rules.reset(kind);
        again("retention.rule.reset");
    }

    private void again(String key) throws IOException {
        Notices.keep(key, words.kind(kind));
        FacesContext.getCurrentInstance().getExternalContext().redirect(shell.url("/retention"));
    }

    public List<RetentionRule> getRules() {
        if (list == null) {
            list = rules.list();
        }
        return list;
    }

    public List<Hold> getHeld() {
        if (held == null) {
            held = holds.all();
        }
        return held;
    }

    /** @return the address inside the tenant of what is held */
    public String page(Hold hold) {
        return hold.whole() ? "/dossiers/" + hold.subject() : "/documents/" + hold.subject() + "/history";
    }

    public StartEvent[] getStarts() {
        return StartEvent.values();
    }

    public FinalSort[] getSorts() {
        return FinalSort.values();
    }

    public String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind == null ? "" : kind;
    }

    public int getMonths() {
        return months;
    }

    public void setMonths(int months) {
        this.months = months;
    }

    public StartEvent getStart() {
        return start;
    }

    public void setStart(StartEvent start) {
        this.start = start;
    }

    public FinalSort getSort() {
        return sort;
    }

    public void setSort(FinalSort sort) {
        this.sort = sort;
    }
}
