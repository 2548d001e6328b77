package fr.trame.app.dossier.web;

import fr.trame.app.dossier.Moves;
import fr.trame.app.dossier.Trash;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is done with the documents ticked in a dossier, and undone. The ticks come with the request that does it. */
@Named("dossierPicks")
@ViewScoped
public class Picks implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Trash trash;

    @Inject
    transient Moves moves;

    @Inject
    ViewBacking view;

    private List<UUID> done = List.of();
    private String said = "";
    private @Nullable String target;
    private transient @Nullable List<Moves.Target> targets;

    /** Throws the ticked documents away. */
    public void delete() {
        var picked = picked();
        if (!picked.isEmpty()) {
            trash.delete(picked);
            told("dossier.picks.deleted", picked);
        }
    }

    /** Moves the ticked documents to the chosen dossier. */
    public void move() {
        var picked = picked();
        if (!picked.isEmpty() && target == null) {
            said = "dossier.picks.target.none";
        } else if (!picked.isEmpty()) {
            moves.move(picked, UUID.fromString(target));
            told("dossier.picks.moved", picked);
        }
    }

    /** Takes the last of it back. */
    public void undo() {
        if (said.equals("dossier.picks.deleted")) {
            trash.takeBack(done);
        } else {
            moves.move(done, UUID.fromString(view.getId()));
        }
        told("dossier.picks.undone", List.of());
    }

    private void told(String key, List<UUID> documents) {
        said = key;
        done = List.copyOf(documents);
        view.refresh();
    }

    private List<UUID> picked() {
        var ticks = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterValuesMap()
                .getOrDefault("pick", new String[0]);
        said = ticks.length == 0 ? "dossier.picks.none" : "";
        done = List.of();
        return Stream.of(ticks).map(UUID::fromString).toList();
    }

    /** @return dossiers to move to, but for the one that is shown */
    public List<Moves.Target> getTargets() {
        if (targets == null) {
            targets = moves.targets().stream()
                    .filter(each -> !each.dossier().toString().equals(view.getId()))
                    .toList();
        }
        return targets;
    }

    /** @return what to tell, a key of the words, "" for nothing */
    public String getSaid() {
        return said;
    }

    /** @return how many documents that was about, which can be undone */
    public int getCount() {
        return done.size();
    }

    public @Nullable String getTarget() {
        return target;
    }

    public void setTarget(@Nullable String target) {
        this.target = target;
    }
}
