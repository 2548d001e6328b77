-- What a person's programs sign in with where they can send nothing but a name and a password: the WebDAV door of one
-- tenant. Only a digest is kept, so that reading this table opens nothing. It ends with the membership.
create table app_password (
    tenant_id    uuid not null references tenant (id),
    id           uuid not null,
    subject      text not null,
    name         text not null check (char_length(name) between 1 and 100),
    token_hash   text not null check (token_hash ~ '^[0-9a-f]{64}$'),
    created_at   timestamptz not null default now(),
    ends_at      timestamptz not null,
    last_used_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, token_hash),
    foreign key (tenant_id, subject) references member (tenant_id, subject) on delete cascade
);
create index on app_password (tenant_id, subject);

-- Who says, by WebDAV, that nobody else shall write a name in a dossier, and whatever is below it when it is deep.
create table dossier_lock (
    tenant_id  uuid not null references tenant (id),
    token      uuid not null,
    dossier_id uuid not null,
    path       text not null check (char_length(path) <= 800),
    deep       boolean not null,
    exclusive  boolean not null,
    subject    text not null,
    owner      text not null check (char_length(owner) <= 2000),
    ends_at    timestamptz not null,
    primary key (tenant_id, token),
    foreign key (tenant_id, dossier_id) references dossier (tenant_id, id) on delete cascade
);
create index on dossier_lock (tenant_id, dossier_id);

-- Names that hold nothing yet: a folder that was made by WebDAV, a file whose bytes are announced (for a day).
create table dossier_name (
    tenant_id  uuid not null references tenant (id),
    dossier_id uuid not null,
    path       text not null check (char_length(path) between 1 and 800),
    folder     boolean not null,
    created_by text not null,
    created_at timestamptz not null default now(),
    primary key (tenant_id, dossier_id, path),
    foreign key (tenant_id, dossier_id) references dossier (tenant_id, id) on delete cascade
);

-- What programs want to remember of a document; the product does not read it.
create table document_property (
    tenant_id   uuid not null references tenant (id),
    document_id uuid not null,
    namespace   text not null check (char_length(namespace) <= 255),
    name        text not null check (char_length(name) between 1 and 255),
    xml         text not null check (char_length(xml) <= 4000),
    primary key (tenant_id, document_id, namespace, name),
    foreign key (tenant_id, document_id) references document (tenant_id, id) on delete cascade
);
select tenant_table(name)
    from unnest(array['app_password', 'dossier_lock', 'dossier_name', 'document_property']) as name;
grant select, insert, update, delete on app_password, dossier_lock, dossier_name, document_property to trame_app;
