-- What a document was, each time: its bytes stay under their own key. The document row repeats the current one, which is
-- what pages list, what is read and what is found; the versions before it are history.
create table document_version (
    tenant_id     uuid not null references tenant (id),
    document_id   uuid not null,
    number        integer not null check (number >= 1),
    media_type    text not null,
    size          bigint not null check (size > 0),
    sha256        text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    object_key    text not null,
    reason        text not null default '' check (char_length(reason) <= 500),
    -- Such as "the version the committee saw".
    label         text check (char_length(label) between 1 and 100),
    restored_from integer,
    created_by    text not null,
    created_at    timestamptz not null default now(),
    primary key (tenant_id, document_id, number),
    foreign key (tenant_id, document_id) references document (tenant_id, id) on delete cascade,
    foreign key (tenant_id, document_id, restored_from)
        references document_version (tenant_id, document_id, number),
    foreign key (tenant_id, object_key) references stored_object (tenant_id, object_key)
);
-- Documents of all tenants have a first version from now on: the owner looks behind row-level security this once.
alter table document no force row level security;
insert into document_version (tenant_id, document_id, number, media_type, size, sha256, object_key, created_by, created_at)
    select tenant_id, id, 1, media_type, size, sha256, object_key, uploaded_by, uploaded_at from document;
alter table document force row level security;
select tenant_table('document_version');
create index on document_version (tenant_id, object_key);
grant select, insert, update, delete on document_version to trame_app;

-- Whoever writes a document writes its first version with it; a document without one cannot be.
create function write_first_version() returns trigger language plpgsql as $$
begin
    insert into document_version (tenant_id, document_id, number, media_type, size, sha256, object_key,
        created_by, created_at)
    values (new.tenant_id, new.id, 1, new.media_type, new.size, new.sha256, new.object_key,
        new.uploaded_by, new.uploaded_at);
    return null;
end
$$;
create trigger first_version after insert on document for each row execute function write_first_version();

alter table document
    add column current_version integer not null default 1,
    add foreign key (tenant_id, id, current_version) references document_version (tenant_id, document_id, number)
        deferrable initially deferred;
create index on document (tenant_id, sha256);
create index on document (tenant_id, dossier_id, lower(name));

-- The text of the versions before the current one, for comparing; search reads document_page only.
create table document_version_page (
    tenant_id   uuid not null references tenant (id),
    document_id uuid not null,
    number      integer not null,
    page        integer not null check (page >= 1),
    content     text not null,
    primary key (tenant_id, document_id, number, page),
    foreign key (tenant_id, document_id, number)
        references document_version (tenant_id, document_id, number) on delete cascade
);
select tenant_table('document_version_page');
grant select, insert, update, delete on document_version_page to trame_app;

-- What the sender of a file said to do when the dossier has a document of its name.
alter table transfer
    add column same_name text not null default 'ASK' check (same_name in ('ASK', 'VERSION', 'KEEP'));
