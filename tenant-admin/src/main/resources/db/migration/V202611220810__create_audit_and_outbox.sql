-- What happened, who did it, in the same transaction as the fact itself. Insert and read only: no grant to change or
-- remove, and a trigger for those who hold more rights than the application.
create table audit_entry (
    tenant_id   uuid not null references tenant (id),
    id          uuid not null default gen_random_uuid(),
    happened_at timestamptz not null default now(),
    actor       text not null,
    operation   text not null,
    outcome     text not null check (outcome in ('DONE', 'REFUSED')),
    subject     uuid,
    primary key (tenant_id, id)
);
select tenant_table('audit_entry');
create index on audit_entry (tenant_id, happened_at desc);
grant select, insert on audit_entry to trame_app;

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is append-only';
end
$$;
create trigger append_only before update or delete or truncate on audit_entry
    for each statement execute function refuse_change();

-- What must still follow from a committed fact (index, mail, identity server). A worker claims due rows with "skip
-- locked" and deletes each when done; ids commit out of order, so nothing may ever read "greater than the last id".
create table outbox (
    tenant_id         uuid not null references tenant (id),
    id                bigint not null generated always as identity,
    aggregate         text not null,
    aggregate_id      uuid not null,
    aggregate_version bigint not null,
    type              text not null,
    available_at      timestamptz not null default now(),
    attempts          integer not null default 0,
    last_error        text,
    primary key (tenant_id, id)
);
select tenant_table('outbox');
create index on outbox (tenant_id, available_at);
grant select, insert, update, delete on outbox to trame_app;
