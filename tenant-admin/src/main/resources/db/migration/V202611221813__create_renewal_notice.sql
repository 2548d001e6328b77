-- That the owner of a dossier was told about a required piece: once for each step and date it is valid until, so that a
-- piece which gets another date is told of again. "told_at" is null while the mail is still on its way.
create table renewal_notice (
    tenant_id   uuid not null references tenant (id),
    document_id uuid not null,
    valid_until date not null,
    step        text not null check (step in ('SOON', 'WEEK', 'EXPIRED')),
    noticed_at  timestamptz not null default now(),
    told_at     timestamptz,
    primary key (tenant_id, document_id, valid_until, step),
    foreign key (tenant_id, document_id) references document (tenant_id, id) on delete cascade
);
select tenant_table('renewal_notice');
grant select, insert, update, delete on renewal_notice to trame_app;
