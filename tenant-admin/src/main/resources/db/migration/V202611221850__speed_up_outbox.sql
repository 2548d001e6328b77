-- A backlog of a hundred thousand rows must not cost each lane a look at all of them, every second.
create index on outbox (tenant_id, type, available_at);
drop index outbox_available_at_tenant_id_idx;

create or replace function tenants_with_due_work() returns setof uuid
    language sql stable security definer set search_path = public, pg_temp
begin atomic
    select tenant.id from tenant
     where exists (select 1 from outbox
                    where outbox.tenant_id = tenant.id and outbox.available_at <= now());
end;
