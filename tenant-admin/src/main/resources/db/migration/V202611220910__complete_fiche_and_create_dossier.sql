alter table fiche
    add column reference text,
    add column axis text references axis (code),
    add column context text not null default '' check (char_length(context) <= 10000),
    add column objectives text not null default '' check (char_length(objectives) <= 10000),
    add column description text not null default '' check (char_length(description) <= 20000),
    add column lead_organisation_id uuid,
    add column start_date date,
    add column end_date date,
    add column workflow_state text not null default 'DRAFT' check (workflow_state in ('DRAFT', 'IN_CONSULTATION',
        'SUBMITTED', 'CHANGES_REQUESTED', 'VALIDATED', 'CONTRACTED', 'CLOSED', 'ARCHIVED')),
    add column phase text not null default 'IDEA' check (phase in ('IDEA', 'STUDY', 'OPERATION')),
    add column phase_status text not null default 'UPCOMING' check (phase_status in ('UPCOMING', 'IN_PROGRESS',
        'ON_HOLD', 'BLOCKED', 'ABANDONED', 'COMPLETED')),
    add column priority text not null default 'MEDIUM' check (priority in ('HIGH', 'MEDIUM', 'LOW')),
    add column created_by text not null default '',
    add column modified_by text not null default '',
    add check (end_date >= start_date),
    add unique (tenant_id, reference),
    add foreign key (tenant_id, lead_organisation_id) references organisation (tenant_id, id);
alter table fiche alter column reference set not null;
create index on fiche (tenant_id, end_date);

create table fiche_need (
    tenant_id uuid not null references tenant (id),
    fiche_id  uuid not null,
    axis      text not null references axis (code),
    primary key (tenant_id, fiche_id, axis),
    foreign key (tenant_id, fiche_id) references fiche (tenant_id, id) on delete cascade
);
create table fiche_measure (
    tenant_id uuid not null references tenant (id),
    fiche_id  uuid not null,
    measure   text not null references measure (code),
    primary key (tenant_id, fiche_id, measure),
    foreign key (tenant_id, fiche_id) references fiche (tenant_id, id) on delete cascade
);
create table fiche_partner (
    tenant_id       uuid not null references tenant (id),
    fiche_id        uuid not null,
    organisation_id uuid not null,
    role            text not null
        check (role in ('PARTENAIRE', 'COFINANCEUR', 'EXPERT', 'BENEFICIAIRE', 'SOUS_TRAITANT')),
    primary key (tenant_id, fiche_id, organisation_id, role),
    foreign key (tenant_id, fiche_id) references fiche (tenant_id, id) on delete cascade,
    foreign key (tenant_id, organisation_id) references organisation (tenant_id, id)
);
-- Amounts in the tenant's currency.
create table fiche_funding (
    tenant_id uuid not null references tenant (id),
    fiche_id  uuid not null,
    funder    text not null check (char_length(funder) between 1 and 200),
    year      integer not null check (year between 2000 and 2100),
    planned   numeric(16, 2) not null default 0 check (planned >= 0),
    requested numeric(16, 2) not null default 0 check (requested >= 0),
    granted   numeric(16, 2) not null default 0 check (granted >= 0),
    paid      numeric(16, 2) not null default 0 check (paid >= 0),
    primary key (tenant_id, fiche_id, funder, year),
    foreign key (tenant_id, fiche_id) references fiche (tenant_id, id) on delete cascade
);
select tenant_table(name)
from unnest(array['fiche_need', 'fiche_measure', 'fiche_partner', 'fiche_funding']) as name;
grant select, insert, update, delete on fiche_need, fiche_measure, fiche_partner, fiche_funding to trame_app;

create table dossier (
    tenant_id    uuid not null references tenant (id),
    id           uuid not null default gen_random_uuid(),
    workspace_id uuid not null,
    name         text not null check (char_length(name) between 1 and 200),
    description  text not null default '' check (char_length(description) <= 2000),
    version      integer not null default 0,
    created_at   timestamptz not null default now(),
    created_by   text not null,
    primary key (tenant_id, id),
    unique (tenant_id, workspace_id, name),
    foreign key (tenant_id, workspace_id) references workspace (tenant_id, id)
);
select tenant_table('dossier');
grant select, insert, update, delete on dossier to trame_app;

-- An object announced before its bytes are written, so that a crash in between leaves a trace to sweep, never a row
-- without bytes. A linked object belongs to a document.
create table stored_object (
    tenant_id  uuid not null references tenant (id),
    object_key text not null,
    linked     boolean not null default false,
    created_at timestamptz not null default now(),
    primary key (tenant_id, object_key)
);
select tenant_table('stored_object');
create index on stored_object (tenant_id, created_at) where not linked;
grant select, insert, update, delete on stored_object to trame_app;

create table document (
    tenant_id   uuid not null references tenant (id),
    id          uuid not null default gen_random_uuid(),
    dossier_id  uuid not null,
    name        text not null check (char_length(name) between 1 and 255),
    media_type  text not null,
    size        bigint not null check (size > 0),
    sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    object_key  text not null,
    state       text not null default 'RECEIVED' check (state in ('RECEIVED', 'EXTRACTED', 'INDEXED', 'FAILED')),
    failure     text,
    pages       integer not null default 0,
    uploaded_by text not null,
    uploaded_at timestamptz not null default now(),
    version     integer not null default 0,
    primary key (tenant_id, id),
    unique (tenant_id, object_key),
    foreign key (tenant_id, dossier_id) references dossier (tenant_id, id),
    foreign key (tenant_id, object_key) references stored_object (tenant_id, object_key)
);
select tenant_table('document');
create index on document (tenant_id, dossier_id, uploaded_at desc);
grant select, insert, update, delete on document to trame_app;

-- The extracted text: the index can be rebuilt from here without reading the objects again.
create table document_page (
    tenant_id   uuid not null references tenant (id),
    document_id uuid not null,
    page        integer not null check (page >= 1),
    content     text not null,
    primary key (tenant_id, document_id, page),
    foreign key (tenant_id, document_id) references document (tenant_id, id) on delete cascade
);
select tenant_table('document_page');
grant select, insert, update, delete on document_page to trame_app;

-- A worker has to know which tenants have work before it binds one. The function tells their identifiers and nothing
-- else; it runs as the owner, for whom this policy opens the outbox (which holds identifiers only) for reading.
create policy owner_sees_due_work on outbox for select to current_user using (true);
create function tenants_with_due_work() returns setof uuid
    language sql stable security definer set search_path = public, pg_temp
begin atomic
    select distinct tenant_id from outbox where available_at <= now();
end;
revoke execute on function tenants_with_due_work() from public;
grant execute on function tenants_with_due_work() to trame_app;
create index on outbox (available_at, tenant_id);

alter table audit_entry add column reason text;
