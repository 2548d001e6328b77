-- What reading found in a document beside its text. What a document says of itself is data, never believed.
create table document_reading (
    tenant_id   uuid not null references tenant (id),
    document_id uuid not null,
    recognition text not null default 'NONE'
        check (recognition in ('NONE', 'WAITING', 'DONE', 'PARTIAL', 'EMPTY', 'OFF', 'FAILED')),
    language    text not null default '',
    title       text not null default '',
    author      text not null default '',
    written_at  timestamptz,
    primary key (tenant_id, document_id),
    foreign key (tenant_id, document_id) references document (tenant_id, id) on delete cascade
);
select tenant_table('document_reading');
grant select, insert, update, delete on document_reading to trame_app;

-- Whether the text of the page was recognised in a picture: then it may hold mistakes.
alter table document_page add column recognised boolean not null default false;
