package fr.trame.app.retention.web;

import fr.trame.app.BusinessException;
import fr.trame.app.retention.Certificate;
import fr.trame.app.retention.Elimination;
import fr.trame.app.retention.EliminationLine;
import fr.trame.app.retention.EliminationLists;
import fr.trame.app.retention.Eliminations;
import fr.trame.app.retention.FinalSort;
import fr.trame.app.web.Notices;
import fr.trame.app.web.Shell;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An elimination list: what becomes of each document, who agrees, and how far it is. The ticks come with the request. */
@Named("retentionElimination")
@ViewScoped
public class EliminationBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 100;

    @Inject
    transient Eliminations eliminations;

    @Inject
    transient EliminationLists lists;

    @Inject
    transient Certificate certificate;

    @Inject
    transient Shell shell;

    private String id = "";
    private int page = 1;
    private @Nullable Long destroys;
    private transient @Nullable Elimination list;
    private transient @Nullable List<EliminationLine> lines;

    /** Asks who may not look before anything is shown. */
    public void load() {
        page = Math.max(1, Math.min(page, getPages()));
    }

    /** Forgets what was read, so that it is read again. */
    public void refresh() {
        list = null;
        lines = null;
    }

    /** Keeps the ticked documents. */
    public void keep() throws IOException {
        eliminations.decide(uuid(), ticked(), FinalSort.KEEP);
        again("elimination.decided");
    }

    /** Has the ticked documents destroyed, once somebody agrees. */
    public void destroy() throws IOException {
        eliminations.decide(uuid(), ticked(), FinalSort.DESTROY);
        again("elimination.decided");
    }

    /** Agrees to the ticked lines. */
    public void agree() throws IOException {
        eliminations.agree(uuid(), ticked());
        again("elimination.agreed");
    }

    /** Agrees to all of it. */
    public void agreeToAll() throws IOException {
        eliminations.agree(uuid(), null);
        again("elimination.agreed");
    }

    /** Has it carried out. */
    public void execute() throws IOException {
        eliminations.execute(uuid(), destroys == null ? -1 : destroys);
        again("elimination.executed");
    }

    /** Drops the list. */
    public void drop() throws IOException {
        eliminations.drop(uuid());
        again("elimination.dropped");
    }

    /** Sends the certificate. */
    public void download() throws IOException {
        var faces = FacesContext.getCurrentInstance();
        var csv = certificate.csv(uuid(), faces.getViewRoot().getLocale());
        var out = faces.getExternalContext();
        out.responseReset();
        out.setResponseContentType("text/csv; charset=UTF-8");
        out.setResponseHeader(
                "Content-Disposition",
                "attachment; filename=\"bordereau-elimination-" + getList().year() + ".csv\"");
        out.setResponseHeader("Cache-Control", "private, no-store");
        out.getResponseOutputWriter().write(csv);
        faces.responseComplete();
    }

    private List<UUID> ticked() {
        var ticks = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterValuesMap()
                .getOrDefault("line", new String[0]);
        if (ticks.length == 0) {
            throw BusinessException.conflict("elimination.none.ticked");
        }
        return Stream.of(ticks).map(UUID::fromString).toList();
    }

    private void again(String key) throws IOException {
        Notices.keep(key);
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .redirect(shell.url("/retention/eliminations/" + id) + "?page=" + page);
    }

    private UUID uuid() {
        return UUID.fromString(id);
    }

    public Elimination getList() {
        if (list == null) {
            list = lists.get(uuid());
        }
        return list;
    }

    public List<EliminationLine> getLines() {
        if (lines == null) {
            lines = lists.lines(uuid(), (page - 1) * PAGE, PAGE);
        }
        return lines;
    }

    /** @return whether something can still be decided */
    public boolean isOpen() {
        return getList().state() == Elimination.State.PROPOSED;
    }

    /** @return whether it is being carried out */
    public boolean isRunning() {
        return getList().state() == Elimination.State.RUNNING;
    }

    /** @return how many pages of lines there are, at least one */
    public int getPages() {
        return (int) Math.max(1, (getList().lines() + PAGE - 1) / PAGE);
    }

    public @Nullable Long getDestroys() {
        return destroys;
    }

    public void setDestroys(@Nullable Long destroys) {
        this.destroys = destroys;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
