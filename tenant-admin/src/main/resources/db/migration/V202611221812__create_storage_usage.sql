-- How many bytes each object takes, from the moment it is announced: what is on its way has its place already.
alter table stored_object add column bytes bigint not null default 0 check (bytes >= 0);
alter table stored_object no force row level security;
alter table document_version no force row level security;
alter table deposit no force row level security;
update stored_object o set bytes = coalesce(
    (select max(v.size) from document_version v where v.tenant_id = o.tenant_id and v.object_key = o.object_key),
    (select max(d.size) from deposit d where d.tenant_id = o.tenant_id and d.object_key = o.object_key), 0);
alter table document_version force row level security;
alter table deposit force row level security;

-- The sum of them, one row for each tenant. Who takes room changes this row, and so waits for whoever else takes some:
-- that is what keeps two uploads that come at once from both taking the last of it. "warned" is the level, in percent,
-- of which the administrators were told last.
create table storage_usage (
    tenant_id uuid not null references tenant (id),
    bytes     bigint not null default 0,
    warned    integer not null default 0 check (warned in (0, 80, 95)),
    primary key (tenant_id)
);
insert into storage_usage (tenant_id, bytes) select tenant_id, sum(bytes) from stored_object group by tenant_id;
alter table stored_object force row level security;
select tenant_table('storage_usage');
grant select, insert, update, delete on storage_usage to trame_app;

create function count_stored_bytes() returns trigger language plpgsql as $$
declare
    more bigint := case tg_op when 'DELETE' then -old.bytes when 'INSERT' then new.bytes else new.bytes - old.bytes end;
begin
    if more <> 0 then
        insert into storage_usage (tenant_id, bytes)
            values (case tg_op when 'DELETE' then old.tenant_id else new.tenant_id end, more)
            on conflict (tenant_id) do update set bytes = storage_usage.bytes + excluded.bytes;
    end if;
    return null;
end
$$;
create trigger count_bytes after insert or delete or update of bytes on stored_object
    for each row execute function count_stored_bytes();

-- How many bytes the operator gives a tenant; null for as many as there are.
alter table tenant add column quota_bytes bigint check (quota_bytes > 0);
