-- What was made of the bytes of a document so that it can be seen: a PDF of an office file, a small picture of the first
-- page. It belongs to these bytes and goes with them. FAILED and OFF (nothing that opens such files was installed) are kept
-- so that nobody tries for ever.
create table document_rendition (
    tenant_id  uuid not null references tenant (id),
    source_key text not null,
    kind       text not null check (kind in ('PDF', 'THUMBNAIL')),
    outcome    text not null check (outcome in ('DONE', 'FAILED', 'OFF')),
    reason     text not null default '',
    object_key text,
    size       bigint,
    sha256     text,
    made_at    timestamptz not null default now(),
    primary key (tenant_id, source_key, kind),
    foreign key (tenant_id, source_key) references stored_object (tenant_id, object_key) on delete cascade,
    foreign key (tenant_id, object_key) references stored_object (tenant_id, object_key) on delete cascade,
    check ((outcome = 'DONE') = (object_key is not null and size is not null and sha256 is not null))
);
select tenant_table('document_rendition');
create index on document_rendition (tenant_id, object_key);
grant select, insert, update, delete on document_rendition to trame_app;
