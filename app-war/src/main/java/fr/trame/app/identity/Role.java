package fr.trame.app.identity;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a person is in a tenant or in one workspace, and the operations that go with it. Each role has those of the roles
 * below it.
 */
public enum Role {
    READER(Set.of(
            Operation.TENANT_READ,
            Operation.WORKSPACE_READ,
            Operation.ORGANISATION_READ,
            Operation.FICHE_READ,
            Operation.DOSSIER_READ)),
    COMMENTER(READER, Set.of(Operation.COMMENT_WRITE)),
    CO_AUTHOR(
            COMMENTER,
            Set.of(
                    Operation.ORGANISATION_CREATE,
                    Operation.FICHE_CREATE,
                    Operation.FICHE_EDIT,
                    Operation.DOSSIER_CREATE,
                    Operation.OBJECT_WRITE,
                    Operation.DOCUMENT_UPLOAD)),
    PILOT(
            CO_AUTHOR,
            Set.of(
                    Operation.FICHE_DECIDE,
                    Operation.WORKSPACE_CREATE,
                    Operation.DOCUMENT_MANAGE,
                    Operation.AUDIT_READ)),
    PRESIDENT(PILOT, Set.of()),
    ADMIN(
            PRESIDENT,
            Set.of(
                    Operation.INTEGRITY_CHECK,
                    Operation.QUARANTINE_READ,
                    Operation.RETENTION_MANAGE,
                    Operation.QUOTA_READ)),
    /** The product itself at work in the background; never given to a person. */
    SYSTEM(ADMIN, Set.of(Operation.BACKGROUND)),
    /** Somebody without an account who holds a link; no member table names it. */
    DEPOSITOR(Set.of(Operation.DEPOSIT, Operation.OBJECT_WRITE));

    @SuppressWarnings("ImmutableEnumChecker") // never handed out, never changed after the constructor
    private final Set<Operation> operations;

    Role(Set<Operation> operations) {
        this.operations = operations;
    }

    Role(Role below, Set<Operation> more) {
        var all = EnumSet.copyOf(below.operations);
        all.addAll(more);
        this.operations = all;
    }

    /** @return whether this role may do that */
    public boolean allows(Operation operation) {
        return operations.contains(operation);
    }

    /** @return whether this role sees workspaces that are restricted to their members */
    public boolean seesRestricted() {
        return this == PRESIDENT || this == ADMIN || this == SYSTEM;
    }
}
