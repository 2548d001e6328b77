package fr.trame.app.web;

import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Memberships;
import fr.trame.app.identity.Operation;
import fr.trame.app.tenancy.TenantContext;
import fr.trame.app.workspace.WorkspaceSummary;
import fr.trame.app.workspace.Workspaces;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the frame around every page shows: the tenant, its workspaces, the person, addresses. Read once a request. */
@Named
@RequestScoped
public class Shell {

    @Inject
    TenantContext tenancy;

    @Inject
    CurrentUser user;

    @Inject
    Workspaces workspaces;

    @Inject
    Memberships memberships;

    private @Nullable List<WorkspaceSummary> tree;
    private @Nullable List<Memberships.OwnTenant> own;
    private final Map<String, Boolean> rights = new HashMap<>();

    /** @return whether the page is of a tenant; sign-in and choice are not */
    public boolean isInTenant() {
        return tenancy.isSet() && user.isInTenant();
    }

    public String getTenantName() {
        return tenancy.tenant().name();
    }

    /** @return {@code REGION} or {@code FEDERATION} */
    public String getTenantKind() {
        return tenancy.tenant().kind();
    }

    public String getCurrency() {
        return tenancy.tenant().currency();
    }

    public String getAccent() {
        return tenancy.tenant().accent();
    }

    /** @return two letters that stand for the tenant */
    public String getTenantInitials() {
        return initials(tenancy.tenant().name());
    }

    public String getUserInitials() {
        return initials(user.getName());
    }

    /** @return the address inside the tenant, such as {@code /t/sud/fiches/…} for {@code /fiches/…} */
    public String url(String path) {
        return "/t/" + tenancy.tenant().alias() + path;
    }

    /** @return the address the browser shows, without its query */
    public String getAddress() {
        var request = FacesContext.getCurrentInstance().getExternalContext();
        var forwarded = (String) request.getRequestMap().get(RequestDispatcher.FORWARD_REQUEST_URI);
        return forwarded == null ? request.getRequestServletPath() : forwarded;
    }

    /** @return whether the address the browser shows is that one or below it */
    public boolean at(String path) {
        return getAddress().equals(url(path)) || getAddress().startsWith(url(path) + "/");
    }

    /** @return the workspaces of the navigation */
    public List<WorkspaceSummary> getWorkspaces() {
        if (tree == null) {
            tree = workspaces.list();
        }
        return tree;
    }

    /** @return the tenants of the person */
    public List<Memberships.OwnTenant> getTenants() {
        if (own == null) {
            own = memberships.of(user.person());
        }
        return own;
    }

    /** @return whether the person may do that in that workspace; a page asks so again and again, the database once */
    public boolean may(String operation, String workspace) {
        return rights.computeIfAbsent(
                operation + " " + workspace,
                unknown -> workspaces.may(UUID.fromString(workspace), Operation.valueOf(operation)));
    }

    /** @return two letters that stand for a name, its small words left out */
    public static String initials(String name) {
        var letters = new StringBuilder();
        for (var word : name.split("[\\s’'-]+")) {
            if (letters.length() < 2 && word.length() > 2) {
                letters.append(word.charAt(0));
            }
        }
        return letters.isEmpty() ? "?" : letters.toString().toUpperCase(Locale.FRENCH);
    }
}
