-- What kind of piece a document is: reference data, the same for all tenants. Some kinds are good for so many months from
-- their date, which is where the date a document is valid until is suggested from.
create table document_kind (
    code            text primary key check (code ~ '^[A-Z_]{2,40}$'),
    label_fr        text not null,
    label_en        text not null,
    position        integer not null,
    validity_months integer check (validity_months between 1 and 120)
);
grant select on document_kind to trame_app;
insert into document_kind (code, label_fr, label_en, position, validity_months) values
    ('DELIBERATION', 'Délibération', 'Deliberation', 1, null),
    ('CONVENTION', 'Convention', 'Agreement', 2, null),
    ('COMPTE_RENDU', 'Compte rendu', 'Minutes', 3, null),
    ('DEVIS', 'Devis', 'Quote', 4, 6),
    ('BUSINESS_PLAN', 'Business plan', 'Business plan', 5, 12),
    ('BILAN', 'Bilan', 'Balance sheet', 6, 18),
    ('STATUTS', 'Statuts', 'Articles of association', 7, null),
    ('KBIS', 'Extrait Kbis', 'Company register extract', 8, 3),
    ('RIB', 'RIB', 'Bank details', 9, null),
    ('LETTRE_ENGAGEMENT', 'Lettre d’engagement', 'Letter of commitment', 10, null);

-- Where a document stands inside its dossier: "" or names joined by "/". A folder is there while a document is in it.
alter table document
    add column folder text not null default ''
        check (char_length(folder) <= 500 and folder !~ '(^/|/$|//)'),
    add column kind text references document_kind (code),
    add column valid_until date;
alter table transfer add column folder text not null default '';
drop index document_tenant_id_dossier_id_lower_idx;
create index on document (tenant_id, dossier_id, folder, lower(name));

create table document_tag (
    tenant_id   uuid not null references tenant (id),
    document_id uuid not null,
    tag         text not null check (char_length(tag) between 1 and 50),
    primary key (tenant_id, document_id, tag),
    foreign key (tenant_id, document_id) references document (tenant_id, id) on delete cascade
);
select tenant_table('document_tag');
create index on document_tag (tenant_id, tag);
grant select, insert, update, delete on document_tag to trame_app;

-- The kinds of piece a dossier must hold to be complete.
create table dossier_piece (
    tenant_id  uuid not null references tenant (id),
    dossier_id uuid not null,
    kind       text not null references document_kind (code),
    primary key (tenant_id, dossier_id, kind),
    foreign key (tenant_id, dossier_id) references dossier (tenant_id, id) on delete cascade
);
select tenant_table('dossier_piece');
grant select, insert, update, delete on dossier_piece to trame_app;
