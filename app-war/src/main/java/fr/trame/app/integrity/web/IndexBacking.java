package fr.trame.app.integrity.web;

import fr.trame.app.integrity.Check;
import fr.trame.app.integrity.CheckState;
import fr.trame.app.integrity.Checks;
import fr.trame.app.integrity.Finding;
import fr.trame.app.integrity.Pipeline;
import fr.trame.app.outbox.Outbox;
import fr.trame.app.web.Notices;
import fr.trame.app.web.Shell;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows whether what the tenant keeps is whole, and asks for a look. */
@Named("integrityIndex")
@ViewScoped
public class IndexBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int CHECKS = 10;
    private static final int FINDINGS = 100;
    private static final int FAILED = 50;

    @Inject
    transient Checks checks;

    @Inject
    transient Pipeline pipeline;

    @Inject
    transient Shell shell;

    private transient @Nullable List<Check> latest;
    private transient @Nullable List<Outbox.Backlog> backlog;
    private transient @Nullable List<Pipeline.Failed> failed;
    private transient @Nullable Map<String, Long> states;

    /** Asks who may not look before anything is shown. */
    public void load() {
        getLatest();
    }

    /** Forgets what was read, so that it is read again. */
    public void refresh() {
        latest = null;
        backlog = null;
        failed = null;
        states = null;
    }

    /** Asks for a check that reads every byte. */
    public void check() throws IOException {
        checks.ask(Checks.WHOLE);
        again("integrity.index.asked");
    }

    /** Takes up again what was given up or failed. */
    public void replay() throws IOException {
        again("integrity.index.replayed", pipeline.replay());
    }

    private void again(String words, Object... arguments) throws IOException {
        Notices.keep(words, arguments);
        FacesContext.getCurrentInstance().getExternalContext().redirect(shell.url("/integrity"));
    }

    public List<Check> getLatest() {
        if (latest == null) {
            latest = checks.latest(CHECKS);
        }
        return latest;
    }

    /** @return whether a check runs now */
    public boolean isRunning() {
        return getLatest().stream().anyMatch(each -> each.state() == CheckState.RUNNING);
    }

    /** @return what the last check that ended found */
    public List<Finding> getFindings() {
        return getLatest().stream()
                .filter(each -> each.state() != CheckState.RUNNING)
                .findFirst()
                .map(each -> checks.findings(each.id(), FINDINGS))
                .orElse(List.of());
    }

    /** @return the address inside the tenant of what a finding is about, empty when it has none */
    public String page(Finding finding) {
        if (finding.subject() == null || finding.kind() == Finding.Kind.ENTRY_UNKNOWN) {
            return "";
        }
        return finding.kind().name().startsWith("ENTRY") ? "" : "/documents/" + finding.subject();
    }

    public List<Outbox.Backlog> getBacklog() {
        if (backlog == null) {
            backlog = pipeline.backlog();
        }
        return backlog;
    }

    public List<Pipeline.Failed> getFailed() {
        if (failed == null) {
            failed = pipeline.failed(FAILED);
        }
        return failed;
    }

    public Map<String, Long> getStates() {
        if (states == null) {
            states = pipeline.states();
        }
        return states;
    }

    /** @return whether there is something to take up again */
    public boolean isReplayable() {
        return !getFailed().isEmpty() || getBacklog().stream().anyMatch(each -> each.givenUp() > 0);
    }
}
