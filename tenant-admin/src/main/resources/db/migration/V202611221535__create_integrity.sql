-- A check that rows, objects, digests and index agree, at most one at a time in a tenant. Where it is stands in the row,
-- so that a check goes on after a crash.
create table integrity_check (
    tenant_id uuid not null references tenant (id),
    id        uuid not null,
    state     text not null default 'RUNNING' check (state in ('RUNNING', 'DONE', 'FAILED')),
    asked_by  text not null,
    asked_at  timestamptz not null default now(),
    ended_at  timestamptz,
    -- One object in so many is read whole and its digest computed.
    share     integer not null check (share between 1 and 365),
    step      text not null default 'OBJECTS'
        check (step in ('OBJECTS', 'DIGESTS', 'PIPELINE', 'FICHES', 'DOSSIERS', 'DOCUMENTS', 'END')),
    reached   text not null default '',
    objects   bigint not null default 0,
    digests   bigint not null default 0,
    entries   bigint not null default 0,
    primary key (tenant_id, id)
);
select tenant_table('integrity_check');
create unique index on integrity_check (tenant_id) where state = 'RUNNING';
create index on integrity_check (tenant_id, asked_at desc);
grant select, insert, update, delete on integrity_check to trame_app;

-- What did not agree. The name is kept as it was then: what it names may be gone.
create table integrity_finding (
    tenant_id uuid not null references tenant (id),
    id        bigint not null generated always as identity,
    check_id  uuid not null,
    kind      text not null check (kind in ('OBJECT_MISSING', 'OBJECT_UNKNOWN', 'OBJECT_RESIZED', 'OBJECT_CORRUPT',
        'NOT_EXTRACTED', 'NOT_INDEXED', 'ENTRY_MISSING', 'ENTRY_OLD', 'ENTRY_AHEAD', 'ENTRY_UNKNOWN')),
    subject   uuid,
    name      text not null default '',
    repaired  boolean not null,
    found_at  timestamptz not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, check_id, kind, subject, name),
    foreign key (tenant_id, check_id) references integrity_check (tenant_id, id) on delete cascade
);
select tenant_table('integrity_finding');
grant select, insert, update, delete on integrity_finding to trame_app;
