-- The application's role is created without a password and without login: the operator sets both. It owns nothing,
-- so it can neither alter a table nor switch row-level security off.
do $$
begin
    if not exists (select from pg_roles where rolname = 'trame_app') then
        create role trame_app nologin nosuperuser nocreatedb nocreaterole nobypassrls;
    end if;
end
$$;

create table tenant (
    id         uuid primary key default gen_random_uuid(),
    alias      text not null unique check (alias ~ '^[a-z][a-z0-9-]{1,39}$'),
    name       text not null check (char_length(name) between 1 and 200),
    kind       text not null check (kind in ('REGION', 'FEDERATION')),
    state      text not null default 'PROVISIONING' check (state in ('PROVISIONING', 'OPEN', 'SUSPENDED', 'CLOSED')),
    created_at timestamptz not null default now()
);
grant select on tenant to trame_app;

-- The tenant bound to this transaction, or null. After a transaction the setting is '' rather than null, hence nullif:
-- a forgotten tenant reads no rows and writes nothing, without an error page.
create function current_tenant() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('app.tenant_id', true), '')::uuid;

-- One way to make a table a tenant's: called after each "create table". FORCE matters: without it the owner sees all.
create function tenant_table(name text) returns void language plpgsql as $$
begin
    execute format('alter table %I alter column tenant_id set default current_tenant()', name);
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy tenant_only on %I using (tenant_id = (select current_tenant()))', name);
end
$$;
revoke execute on function tenant_table(text) from public;

create table workspace (
    tenant_id  uuid not null references tenant (id),
    id         uuid not null default gen_random_uuid(),
    name       text not null check (char_length(name) between 1 and 200),
    version    integer not null default 0,
    created_at timestamptz not null default now(),
    primary key (tenant_id, id)
);
select tenant_table('workspace');
grant select, insert, update, delete on workspace to trame_app;

-- Foreign keys are checked behind row-level security's back, so each one carries the tenant: a plain key would let a
-- row of one tenant point at a row of another.
create table fiche (
    tenant_id    uuid not null references tenant (id),
    id           uuid not null default gen_random_uuid(),
    workspace_id uuid not null,
    title        text not null check (char_length(title) between 1 and 300),
    version      integer not null default 0,
    created_at   timestamptz not null default now(),
    modified_at  timestamptz not null default now(),
    primary key (tenant_id, id),
    foreign key (tenant_id, workspace_id) references workspace (tenant_id, id)
);
select tenant_table('fiche');
create index on fiche (tenant_id, workspace_id, modified_at desc);
grant select, insert, update, delete on fiche to trame_app;
