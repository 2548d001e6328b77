package fr.trame.app.dossier.web;

import fr.trame.app.dossier.NamePattern;
import fr.trame.app.dossier.Renames;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Other names for the documents ticked in a dossier: shown first, then given, then undone. */
@Named("dossierRenaming")
@ViewScoped
public class Renaming implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Renames renames;

    @Inject
    ViewBacking view;

    private @Nullable String find;
    private @Nullable String replace;
    private @Nullable String prefix;
    private boolean dated;
    private boolean numbered;
    private ArrayList<Renames.Rename> plan = new ArrayList<>();
    private ArrayList<Renames.Rename> done = new ArrayList<>();
    private String said = "";

    /** Shows what would become of the ticked documents. */
    public void preview() {
        clear();
        var picked = picked();
        if (!picked.isEmpty()) {
            plan = new ArrayList<>(renames.preview(dossier(), picked, pattern()));
        }
    }

    /** Gives the ticked documents their names. */
    public void apply() {
        clear();
        var picked = picked();
        if (!picked.isEmpty()) {
            done = new ArrayList<>(renames.apply(dossier(), picked, pattern()));
            said = "renames.done";
            view.refresh();
        }
    }

    /** Gives them back the names they had. */
    public void undo() {
        renames.undo(dossier(), done);
        clear();
        said = "renames.undone";
        view.refresh();
    }

    private void clear() {
        plan = new ArrayList<>();
        done = new ArrayList<>();
        said = "";
    }

    private List<UUID> picked() {
        var ticks = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterValuesMap()
                .getOrDefault("pick", new String[0]);
        if (ticks.length == 0) {
            said = "dossier.picks.none";
        }
        return Stream.of(ticks).map(UUID::fromString).toList();
    }

    private NamePattern pattern() {
        return new NamePattern(text(find), text(replace), text(prefix), dated, numbered);
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    private UUID dossier() {
        return UUID.fromString(view.getId());
    }

    /** @return how many of those that are shown cannot get their names */
    public long getTroubles() {
        return plan.stream().filter(each -> each.trouble() != null).count();
    }

    public List<Renames.Rename> getPlan() {
        return plan;
    }

    /** @return how many can be undone */
    public int getCount() {
        return done.size();
    }

    /** @return what to tell, a key of the words, "" for nothing */
    public String getSaid() {
        return said;
    }

    public @Nullable String getFind() {
        return find;
    }

    public void setFind(@Nullable String find) {
        this.find = find;
    }

    public @Nullable String getReplace() {
        return replace;
    }

    public void setReplace(@Nullable String replace) {
        this.replace = replace;
    }

    public @Nullable String getPrefix() {
        return prefix;
    }

    public void setPrefix(@Nullable String prefix) {
        this.prefix = prefix;
    }

    public boolean isDated() {
        return dated;
    }

    public void setDated(boolean dated) {
        this.dated = dated;
    }

    public boolean isNumbered() {
        return numbered;
    }

    public void setNumbered(boolean numbered) {
        this.numbered = numbered;
    }
}
