package fr.trame.app.web;

import fr.trame.app.identity.Memberships;
import fr.trame.app.workspace.WorkspaceSummary;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where the person is in the navigation, and the colours it shows. */
@Named("nav")
@RequestScoped
public class Navigation {

    @Inject
    Shell shell;

    /**
     * @param named the workspace the page says it belongs to, for pages whose address does not name one
     * @return whether the page belongs to that workspace
     */
    public boolean open(WorkspaceSummary workspace, @Nullable Object named) {
        return shell.at("/w/" + workspace.id()) || workspace.id().toString().equals(Objects.toString(named, ""));
    }

    /** @return the workspace the page belongs to, else the first one, else null */
    public @Nullable WorkspaceSummary here(@Nullable Object named) {
        var all = shell.getWorkspaces();
        return all.stream().filter(each -> open(each, named)).findFirst().orElse(all.isEmpty() ? null : all.get(0));
    }

    /** @return what the page is in its workspace: {@code fiches} or {@code dossiers} */
    public String section(WorkspaceSummary workspace, @Nullable String named) {
        if (shell.at("/w/" + workspace.id() + "/dossiers")) {
            return "dossiers";
        }
        return named == null || named.isEmpty() ? "fiches" : named;
    }

    /** @return the address of the stylesheet with the colours of the page's tenant and of the person's others */
    public String getTheme() {
        return "/static/theme.css?root=" + colour(shell.getAccent()) + "&" + others();
    }

    /** @return the address of the stylesheet with the colours of the person's tenants */
    public String getTenantColours() {
        return "/static/theme.css?" + others();
    }

    /** @return the colour as the classes name it: {@code 0e6a78} for {@code #0E6A78} */
    public String colour(String accent) {
        return accent.replace("#", "").toLowerCase(Locale.ROOT);
    }

    private String others() {
        return shell.getTenants().stream()
                .map(Memberships.OwnTenant::accent)
                .distinct()
                .map(each -> "c=" + colour(each))
                .collect(Collectors.joining("&"));
    }
}
