-- A list of what need not be kept any longer: proposed, agreed to line by line or whole, carried out, at most one at work.
create table elimination (
    tenant_id   uuid not null references tenant (id),
    id          uuid not null,
    year        integer not null,
    state       text not null default 'PROPOSED' check (state in ('PROPOSED', 'RUNNING', 'DONE', 'DROPPED')),
    proposed_by text not null,
    proposed_at timestamptz not null default now(),
    executed_by text,
    executed_at timestamptz,
    ended_at    timestamptz,
    primary key (tenant_id, id)
);
select tenant_table('elimination');
create unique index on elimination (tenant_id) where state in ('PROPOSED', 'RUNNING');
grant select, insert, update, delete on elimination to trame_app;

-- What the list says of a document, as it was then. No foreign key to it: the line outlives what it names. Nobody agrees
-- to a line before it says what becomes of the document.
create table elimination_line (
    tenant_id      uuid not null references tenant (id),
    elimination_id uuid not null,
    document_id    uuid not null,
    name           text not null,
    dossier        text not null,
    kind           text not null,
    sha256         text not null,
    size           bigint not null,
    months         integer not null,
    start_event    text not null,
    started_on     date not null,
    ended_on       date not null,
    final_sort     text not null check (final_sort in ('KEEP', 'DESTROY', 'SORT')),
    decision       text check (decision in ('KEEP', 'DESTROY')),
    decided_by     text not null,
    agreed_by      text,
    agreed_at      timestamptz,
    outcome        text check (outcome in ('KEPT', 'DESTROYED', 'HELD', 'CHANGED', 'GONE')),
    done_at        timestamptz,
    primary key (tenant_id, elimination_id, document_id),
    foreign key (tenant_id, elimination_id) references elimination (tenant_id, id) on delete cascade,
    check ((agreed_at is null) = (agreed_by is null)),
    check (agreed_by is null or decision is not null),
    check (outcome is null or agreed_by is not null)
);
select tenant_table('elimination_line');
create index on elimination_line (tenant_id, document_id) where outcome = 'KEPT';
grant select, insert, update, delete on elimination_line to trame_app;

-- What is left of each version of a document that was eliminated. Written once, by the transaction that removes the rows.
create table tombstone (
    tenant_id      uuid not null references tenant (id),
    document_id    uuid not null,
    number         integer not null,
    elimination_id uuid not null,
    name           text not null,
    kind           text not null,
    media_type     text not null,
    size           bigint not null,
    sha256         text not null,
    received_at    timestamptz not null,
    months         integer not null,
    start_event    text not null,
    agreed_by      text not null,
    destroyed_at   timestamptz not null default now(),
    primary key (tenant_id, document_id, number),
    foreign key (tenant_id, elimination_id) references elimination (tenant_id, id)
);
select tenant_table('tombstone');
create index on tombstone (tenant_id, elimination_id);
grant select, insert on tombstone to trame_app;
