package fr.trame.app.workspace.web;

import fr.trame.app.BusinessException;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Operation;
import fr.trame.app.web.Notices;
import fr.trame.app.web.Shell;
import fr.trame.app.workspace.Workspaces;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Opens a workspace. */
@Named("workspaceNew")
@RequestScoped
public class NewBacking {

    @Inject
    Workspaces workspaces;

    @Inject
    CurrentUser user;

    @Inject
    Shell shell;

    private @Nullable String name;
    private @Nullable String code;
    private @Nullable String description;
    private boolean restricted;

    /** Refuses to show the page to those who may not use it. */
    public void load() {
        if (!user.allows(Operation.WORKSPACE_CREATE)) {
            throw BusinessException.refused("error.refused");
        }
    }

    /** Opens the workspace and goes there. */
    public void create() throws IOException {
        var id = workspaces.create(
                code == null ? "" : CodeSuggestion.upper(code),
                name == null ? "" : name,
                description == null ? "" : description,
                restricted);
        Notices.keep("workspace.new.created");
        FacesContext.getCurrentInstance().getExternalContext().redirect(shell.url("/w/" + id));
    }

    /** Proposes a code once there is a name, and leaves alone one that was typed. */
    public void suggest() {
        if (code == null && name != null) {
            code = CodeSuggestion.of(name);
        }
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public void setDescription(@Nullable String description) {
        this.description = description;
    }

    public boolean isRestricted() {
        return restricted;
    }

    public void setRestricted(boolean restricted) {
        this.restricted = restricted;
    }
}
