-- A way in for people without an account: who has the link may put files beside a dossier, within its end and its quota.
-- Only a digest of the token is kept, so that reading this table opens nothing.
create table deposit_link (
    tenant_id  uuid not null references tenant (id),
    id         uuid not null,
    dossier_id uuid not null,
    label      text not null check (char_length(label) between 1 and 200),
    token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
    ends_at    timestamptz not null,
    max_files  integer not null check (max_files between 1 and 1000),
    max_bytes  bigint not null check (max_bytes > 0),
    created_by text not null,
    created_at timestamptz not null default now(),
    revoked_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, token_hash),
    foreign key (tenant_id, dossier_id) references dossier (tenant_id, id) on delete cascade
);

-- What came by such a link. It is no document, is not read and not found, until a member accepts it. Its key is no foreign
-- key: the bytes of what nobody accepts in time, or somebody refuses, are swept with the other orphans.
create table deposit (
    tenant_id   uuid not null references tenant (id),
    id          uuid not null,
    link_id     uuid not null,
    sender      text not null check (char_length(sender) between 1 and 200),
    name        text not null check (char_length(name) between 1 and 255),
    media_type  text not null,
    size        bigint not null check (size > 0),
    sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    object_key  text not null,
    state       text not null default 'WAITING' check (state in ('WAITING', 'ACCEPTED', 'REFUSED')),
    received_at timestamptz not null default now(),
    decided_by  text,
    decided_at  timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, link_id) references deposit_link (tenant_id, id) on delete cascade,
    check ((state = 'WAITING') = (decided_by is null))
);
select tenant_table(name) from unnest(array['deposit_link', 'deposit']) as name;
create index on deposit_link (tenant_id, dossier_id);
create index on deposit (tenant_id, link_id);
grant select, insert, update, delete on deposit_link, deposit to trame_app;
