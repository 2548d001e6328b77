package fr.trame.admin.schema;

import java.util.UUID;

/** One row in each tenant table, so that a test which reads "nothing" had something to find. */
final class SampleRows {

    static final String WORKSPACE = "insert into workspace (code, name) values ('NORD', 'Espace du nord') returning id";

    static final String IN_EVERY_TABLE =
            """
            insert into workspace_member (workspace_id, subject, role) select id, 'someone', 'PILOT' from workspace;
            insert into organisation (name, kind) values ('Région', 'REGION');
            insert into fiche (workspace_id, reference, title) select id, 'NORD-1', 'Fiche' from workspace;
            insert into coedit_snapshot (fiche_id, state) select id, '\\x0000' from fiche;
            insert into coedit_update (fiche_id, subject, node, payload)
                select id, 'someone', gen_random_uuid(), '\\x0000' from fiche;
            insert into fiche_need (fiche_id, axis) select id, 'RECRUIT' from fiche;
            insert into fiche_measure (fiche_id, measure) select id, 'VTE' from fiche;
            insert into fiche_partner (fiche_id, organisation_id, role)
                select f.id, o.id, 'EXPERT' from fiche f, organisation o;
            insert into fiche_funding (fiche_id, funder, year) select id, 'Région', 2026 from fiche;
            insert into dossier (workspace_id, name, created_by) select id, 'Dossier', 'someone' from workspace;
            insert into stored_object (object_key, bytes) values ('documents/1', 1);
            insert into document (dossier_id, name, media_type, size, sha256, object_key, uploaded_by)
                select id, 'a.pdf', 'application/pdf', 1, repeat('0', 64), 'documents/1', 'someone' from dossier;
            insert into document_rendition (source_key, kind, outcome) values ('documents/1', 'PDF', 'OFF');
            insert into document_page (document_id, page, content) select id, 1, 'mot' from document;
            insert into document_version_page (document_id, number, page, content)
                select document_id, number, 1, 'mot' from document_version;
            insert into document_tag (document_id, tag) select id, 'urgent' from document;
            insert into dossier_piece (dossier_id, kind) select id, 'DEVIS' from dossier;
            insert into deposit_link (id, dossier_id, label, token_hash, ends_at, max_files, max_bytes, created_by)
                select gen_random_uuid(), id, 'Devis', repeat('0', 64), now(), 1, 1, 'someone' from dossier;
            insert into deposit (id, link_id, sender, name, media_type, size, sha256, object_key)
                select gen_random_uuid(), id, 'x', 'c.pdf', 'application/pdf', 1, repeat('0', 64), 'documents/3'
                from deposit_link;
            insert into app_password (id, subject, name, token_hash, ends_at)
                values (gen_random_uuid(), 'someone', 'Poste', repeat('0', 64), now());
            insert into dossier_lock (token, dossier_id, path, deep, exclusive, subject, owner, ends_at)
                select gen_random_uuid(), id, 'a.pdf', false, true, 'someone', '', now() from dossier;
            insert into dossier_name (dossier_id, path, folder, created_by) select id, 'vide', true, 'someone' from dossier;
            insert into document_property (document_id, namespace, name, xml) select id, 'urn:x', 'y', '<y/>' from document;
            insert into document_reading (document_id) select id from document;
            insert into legal_hold (id, dossier_id, reason, placed_by)
                select gen_random_uuid(), id, 'Contentieux', 'someone' from dossier;
            insert into renewal_notice (document_id, valid_until, step) select id, now(), 'SOON' from document;
            insert into retention_rule (kind, months, start_event, final_sort, changed_by)
                values ('', 120, 'DOSSIER_CLOSED', 'SORT', 'someone');
            insert into elimination (id, year, proposed_by) values (gen_random_uuid(), 2026, 'system');
            insert into elimination_line (elimination_id, document_id, name, dossier, kind, sha256, size, months,
                    start_event, started_on, ended_on, final_sort, decided_by)
                select e.id, d.id, 'a.pdf', 'Dossier', '', d.sha256, 1, 1, 'DOSSIER_CLOSED', now(), now(), 'SORT', 'system'
                from elimination e, document d;
            insert into tombstone (document_id, number, elimination_id, name, kind, media_type, size, sha256,
                    received_at, months, start_event, agreed_by)
                select gen_random_uuid(), 1, id, 'z.pdf', '', 'application/pdf', 1, repeat('0', 64), now(), 1,
                    'DOSSIER_CLOSED', 'someone' from elimination;
            insert into document_comment (document_id, body, author) select id, 'mot', 'someone' from document;
            insert into comment_mention (comment_id, subject) select id, 'someone' from document_comment;
            insert into document_fiche (document_id, fiche_id, linked_by)
                select d.id, f.id, 'someone' from document d, fiche f;
            insert into transfer (id, dossier_id, owner, name, size, object_key)
                select gen_random_uuid(), id, 'someone', 'b.pdf', 1, 'documents/2' from dossier;
            insert into recent_search (subject, words) values ('someone', 'friche');
            insert into saved_search (subject, name, words, alert) values ('someone', 'Friches', 'friche', true);
            insert into saved_search_hit (saved_search_id, entity, told, seen)
                select id, gen_random_uuid(), false, false from saved_search;
            insert into integrity_check (id, asked_by, share) values (gen_random_uuid(), 'system', 30);
            insert into integrity_finding (check_id, kind, repaired) select id, 'OBJECT_MISSING', false from integrity_check;
            insert into audit_entry (actor, operation, outcome) values ('someone', 'FICHE_CREATE', 'DONE');
            insert into outbox (aggregate, aggregate_id, aggregate_version, type)
                values ('fiche', gen_random_uuid(), 0, 'INDEX');
            """;

    private SampleRows() {}

    /** What only the operator's side may write. */
    static String ofTheOwner(UUID tenant) {
        return """
                insert into member (tenant_id, subject, role, display_name)
                    values ('%1$s', 'someone', 'PILOT', 'Pilote');
                insert into tenant_secret (tenant_id, name, ciphertext) values ('%1$s', 'STORE_KEY', '\\x00');
                """
                .formatted(tenant);
    }
}
