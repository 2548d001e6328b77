-- Which documents belong to which fiche action. Each side has rights of its own: a link shows nothing of either to those
-- who may not read it.
create table document_fiche (
    tenant_id   uuid not null references tenant (id),
    document_id uuid not null,
    fiche_id    uuid not null,
    linked_by   text not null,
    linked_at   timestamptz not null default now(),
    primary key (tenant_id, document_id, fiche_id),
    foreign key (tenant_id, document_id) references document (tenant_id, id) on delete cascade,
    foreign key (tenant_id, fiche_id) references fiche (tenant_id, id) on delete cascade
);
select tenant_table('document_fiche');
create index on document_fiche (tenant_id, fiche_id);
grant select, insert, update, delete on document_fiche to trame_app;
