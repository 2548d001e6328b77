package fr.trame.admin.search;

/** Rows of one tenant, and of another one beside it that must not be seen. */
final class RowsToIndex {

    /**
     * One fiche, one dossier, a commented document of three pages with words and a blank one, one without pages; and
     * what must not be found: a comment that was taken back, a document in quarantine.
     */
    static final String A_FEW =
            """
        insert into tenant (id, alias, name, kind, state) values ('%1$s', '%2$s', '%2$s', 'REGION', 'OPEN');
        insert into workspace (code, name) values ('NORD', 'Espace');
        insert into fiche (workspace_id, reference, title, context, description, workflow_state, version, modified_at)
            select id, 'NORD-1', 'Fiche', 'Le contexte', 'La description', 'VALIDATED', 4, '2025-01-01 00:30:00+01'
            from workspace where tenant_id = '%1$s';
        insert into dossier (workspace_id, name, created_by)
            select id, 'Dossier', 'x' from workspace where tenant_id = '%1$s';
        insert into stored_object (object_key) values ('documents/1'), ('documents/2');
        insert into document (dossier_id, name, media_type, size, sha256, object_key, uploaded_by, version, pages)
            select id, 'Rapport.PDF', 'application/pdf', 1, repeat('0', 64), 'documents/1', 'x', 2, 9
            from dossier where tenant_id = '%1$s';
        insert into document (dossier_id, name, media_type, size, sha256, object_key, uploaded_by)
            select id, 'Sans extension', 'application/pdf', 1, repeat('0', 64), 'documents/2', 'x'
            from dossier where tenant_id = '%1$s';
        insert into document_page (document_id, page, content)
            select id, page, case page when 9 then 'page neuf' when 2 then E' \\n\\t' else 'page' end
            from document, unnest(array[1, 2, 5, 9]) page where tenant_id = '%1$s' and name = 'Rapport.PDF';
        insert into document_reading (document_id, language)
            select id, 'en' from document where tenant_id = '%1$s' and name = 'Rapport.PDF';
        insert into document_comment (document_id, page, body, author, version)
            select id, 9, 'Une question', 'x', 3 from document where tenant_id = '%1$s' and name = 'Rapport.PDF';
        insert into document_comment (document_id, body, author, deleted_at)
            select id, '', 'x', now() from document where tenant_id = '%1$s' and name = 'Rapport.PDF';
        insert into stored_object (object_key) values ('documents/4');
        insert into document (dossier_id, name, media_type, size, sha256, object_key, uploaded_by, state, failure)
            select id, 'Nuisible.pdf', 'application/pdf', 1, repeat('0', 64), 'documents/4', 'x', 'QUARANTINED', 'INFECTED'
            from dossier where tenant_id = '%1$s';
        insert into document_comment (document_id, body, author)
            select id, 'Hors de vue', 'x' from document where tenant_id = '%1$s' and name = 'Nuisible.pdf';
        """;

    /** Deletes the fiche, renames the dossier, adds another; the pipeline finishes a document without a new version. */
    static final String CHANGES =
            """
        delete from fiche where tenant_id = '%1$s';
        update dossier set name = 'Autre nom', version = version + 1 where tenant_id = '%1$s';
        insert into dossier (workspace_id, name, created_by)
            select id, 'Nouveau', 'x' from workspace where tenant_id = '%1$s';
        update document set state = 'EXTRACTED' where tenant_id = '%1$s' and name = 'Rapport.PDF';
        """;

    /** One document of 700 pages: several turns within one document. */
    static final String MANY_PAGES =
            """
        insert into stored_object (object_key) values ('documents/3');
        insert into document (dossier_id, name, media_type, size, sha256, object_key, uploaded_by, pages)
            select id, 'Long.docx', 'application/pdf', 1, repeat('0', 64), 'documents/3', 'x', 700
            from dossier where tenant_id = '%1$s';
        insert into document_page (document_id, page, content)
            select id, page, 'page ' || page from document, generate_series(1, 700) page
            where tenant_id = '%1$s' and name = 'Long.docx';
        """;

    private RowsToIndex() {}
}
