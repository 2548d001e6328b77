package fr.trame.app.coedit.web;

import fr.trame.app.coedit.Rights;
import fr.trame.app.fiche.FicheQueries;
import fr.trame.app.fiche.FicheView;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.web.Shell;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page on which a fiche is written together. */
@Named("coeditWrite")
@RequestScoped
public class WriteBacking {

    @Inject
    FicheQueries queries;

    @Inject
    Rights rights;

    @Inject
    CurrentUser user;

    @Inject
    Shell shell;

    private String id = "";
    private @Nullable FicheView fiche;

    /** A part of the fiche that is written together. */
    public record Section(String name, int most) {

        public String getName() {
            return name;
        }

        public int getMost() {
            return most;
        }
    }

    public void load() {
        getFiche();
    }

    public FicheView getFiche() {
        if (fiche == null) {
            fiche = queries.get(UUID.fromString(id));
        }
        return fiche;
    }

    public List<Section> getSections() {
        return List.of(
                new Section("context", 10_000), new Section("objectives", 10_000), new Section("description", 20_000));
    }

    /** @return whether the person may write, not only read */
    public boolean isWritable() {
        return rights.mayWrite(UUID.fromString(id));
    }

    /** @return the address of the line */
    public String getLive() {
        return shell.url("/fiches/" + id + "/live");
    }

    /** @return under what this browser keeps what is not saved: nobody else's pages find it */
    public String getPlace() {
        return id + "/" + user.getSubject();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
