package fr.trame.app.webdav.web;

import fr.trame.app.identity.AppPassword;
import fr.trame.app.identity.AppPasswords;
import fr.trame.app.web.Notices;
import fr.trame.app.web.Shell;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** How a person opens the dossiers as a network drive, and the person's passwords for it. */
@Named("webdavIndex")
@ViewScoped
public class IndexBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient AppPasswords passwords;

    @Inject
    transient Shell shell;

    @Inject
    @ConfigProperty(name = "trame.public.url")
    transient String publicUrl;

    private @Nullable String name;
    private int days = 90;
    private transient @Nullable String secret;
    private transient @Nullable List<AppPassword> list;

    /** Makes a password, which is shown this once. */
    public void make() {
        secret = passwords.make(name == null ? "" : name, days).secret();
        name = null;
        list = null;
    }

    /** Ends a password at once. */
    public void end(AppPassword password) throws IOException {
        passwords.end(password.id());
        Notices.keep("webdav.page.ended", password.name());
        FacesContext.getCurrentInstance().getExternalContext().redirect(shell.url("/drive"));
    }

    public List<AppPassword> getAll() {
        if (list == null) {
            list = passwords.list();
        }
        return list;
    }

    public String getAddress() {
        return publicUrl + shell.url("/dav/");
    }

    /** @return the address as file managers of Linux want it */
    public String getDavs() {
        return getAddress().replaceFirst("^http", "dav");
    }

    /** @return the password that was just made, or null */
    public @Nullable String getSecret() {
        return secret;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }
}
