-- A file on its way in pieces: what the store has acknowledged, so that neither a cut line nor a restart loses a byte.
-- Its document is made by the transaction that finishes it.
create table transfer (
    tenant_id     uuid not null references tenant (id),
    id            uuid not null,
    dossier_id    uuid not null,
    owner         text not null,
    name          text not null check (char_length(name) between 1 and 255),
    size          bigint not null check (size > 0),
    received      bigint not null default 0 check (received between 0 and size),
    media_type    text,
    object_key    text not null,
    -- The store's name of the upload in parts, and of each part, a line each; none before the first whole part.
    multipart     text,
    parts         text not null default '',
    -- The state of SHA-256 after the bytes received, and the bytes since the last whole part.
    digest        bytea,
    tail          bytea,
    -- Who writes at the moment; a writer that dies leaves a claim that runs out.
    claim         uuid,
    claimed_until timestamptz,
    document_id   uuid,
    created_at    timestamptz not null default now(),
    expires_at    timestamptz not null default now() + interval '7 days',
    primary key (tenant_id, id),
    foreign key (tenant_id, dossier_id) references dossier (tenant_id, id) on delete cascade,
    foreign key (tenant_id, document_id) references document (tenant_id, id) on delete cascade
);
select tenant_table('transfer');
create index on transfer (tenant_id, dossier_id, owner);
create index on transfer (tenant_id, expires_at);
grant select, insert, update, delete on transfer to trame_app;

-- An object of a transfer may be whole long before its document is made: how long it may wait is its announcer's to say.
alter table stored_object add column wanted_until timestamptz not null default now() + interval '1 day';
drop index stored_object_tenant_id_created_at_idx;
create index on stored_object (tenant_id, wanted_until) where not linked;
