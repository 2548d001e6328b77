package fr.trame.app.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is at work in this request, with the role the tenant's own table gives. The doors fill it; boundaries check it and
 * pages read it to show, hide and explain.
 */
@Named("user")
@RequestScoped
public class CurrentUser {

    private @Nullable Person person;
    private @Nullable Role role;
    private Map<UUID, Role> workspaceRoles = Map.of();

    /** Says who it is; the tenant comes later, with {@link #enter}. */
    public void identify(Person who) {
        person = who;
    }

    /** Says with which role the person is in the tenant of the request. */
    public void enter(Role tenantRole, Map<UUID, Role> rolesByWorkspace) {
        role = tenantRole;
        workspaceRoles = Map.copyOf(rolesByWorkspace);
    }

    /** The product itself, in background work. */
    public void enterAsSystem() {
        identify(new Person("system", "Trame", ""));
        enter(Role.SYSTEM, Map.of());
    }

    /**
     * Somebody without an account, who may leave files by a link and nothing else.
     *
     * @param link that let the person in, which the audit trail names
     */
    public void enterAsDepositor(String link) {
        identify(new Person("deposit:" + link, "", ""));
        enter(Role.DEPOSITOR, Map.of());
    }

    /** @throws IllegalStateException when nobody is identified */
    public Person person() {
        if (person == null) {
            throw new IllegalStateException("nobody is identified in this request");
        }
        return person;
    }

    public String getName() {
        return person().name();
    }

    public String getEmail() {
        return person().email();
    }

    public String getSubject() {
        return person().subject();
    }

    /** @return the name of the role in the tenant */
    public String getRole() {
        return role().name();
    }

    /** @return whether somebody is identified and is a member of the tenant */
    public boolean isInTenant() {
        return person != null && role != null;
    }

    /** @return whether the role in the tenant, or in at least one workspace, allows it */
    public boolean allows(Operation operation) {
        return isInTenant()
                && (role().allows(operation)
                        || workspaceRoles.values().stream().anyMatch(each -> each.allows(operation)));
    }

    /** @return the same for the pages, which name operations */
    public boolean may(String operation) {
        return allows(Operation.valueOf(operation));
    }

    /**
     * @param restricted whether the workspace is for its members only
     * @return whether the person may do it there: the role in the workspace counts before the one in the tenant
     */
    public boolean allows(Operation operation, UUID workspace, boolean restricted) {
        var there = roleIn(workspace, restricted);
        return there != null && there.allows(operation);
    }

    private @Nullable Role roleIn(UUID workspace, boolean restricted) {
        var own = workspaceRoles.get(workspace);
        if (own != null && !role().seesRestricted()) {
            return own;
        }
        return restricted && !role().seesRestricted() ? null : role();
    }

    private Role role() {
        if (role == null) {
            throw new IllegalStateException("nobody entered the tenant in this request");
        }
        return role;
    }
}
