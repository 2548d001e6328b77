package fr.trame.app.identity;

/** The one catalogue of what can be asked of the product; which role may what stands in {@link Role}. */
public enum Operation {
    TENANT_READ,
    AUDIT_READ,
    WORKSPACE_READ,
    WORKSPACE_CREATE,
    ORGANISATION_READ,
    ORGANISATION_CREATE,
    FICHE_READ,
    FICHE_CREATE,
    FICHE_EDIT,
    FICHE_DECIDE,
    DOSSIER_READ,
    DOSSIER_CREATE,
    DOCUMENT_UPLOAD,
    /** To say something of a document, and take it back. */
    COMMENT_WRITE,
    /** To throw away, or take out of the workspace, what others put there. */
    DOCUMENT_MANAGE,
    /** To write bytes that wait for their meaning. */
    OBJECT_WRITE,
    /** To leave files by a link, without an account. */
    DEPOSIT,
    /** To look whether what is kept is whole, and to set right what is not. */
    INTEGRITY_CHECK,
    /** See what the antivirus holds back, whoever uploaded it. */
    QUARANTINE_READ,
    /** To say how long what is kept is kept, to hold it, and to destroy what is over. */
    RETENTION_MANAGE,
    /** To see how much room the tenant has and what uses it. */
    QUOTA_READ,
    /** Work that no person asks for directly: extraction, indexing, sweeping. */
    BACKGROUND
}
