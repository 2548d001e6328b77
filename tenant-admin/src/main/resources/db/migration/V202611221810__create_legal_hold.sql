-- A hold: whatever a rule says, nothing erases what is held until the hold is lifted. Lifted ones stay, to be read.
create table legal_hold (
    tenant_id   uuid not null references tenant (id),
    id          uuid not null,
    dossier_id  uuid,
    document_id uuid,
    reason      text not null check (char_length(reason) between 1 and 500),
    placed_by   text not null,
    placed_at   timestamptz not null default now(),
    lifted_by   text,
    lifted_at   timestamptz,
    lifted_for  text not null default '' check (char_length(lifted_for) <= 500),
    primary key (tenant_id, id),
    check (num_nonnulls(dossier_id, document_id) = 1),
    check ((lifted_at is null) = (lifted_by is null)),
    foreign key (tenant_id, dossier_id) references dossier (tenant_id, id),
    foreign key (tenant_id, document_id) references document (tenant_id, id) on delete cascade
);
select tenant_table('legal_hold');
create index on legal_hold (tenant_id, dossier_id) where lifted_at is null;
create index on legal_hold (tenant_id, document_id) where lifted_at is null;
grant select, insert, update, delete on legal_hold to trame_app;

-- The last word, for what forgets to ask: a row that is held is not removed by anybody.
create function refuse_removing_what_is_held() returns trigger language plpgsql as $$
begin
    if exists (select from legal_hold h where h.tenant_id = old.tenant_id and h.lifted_at is null
            and (h.document_id = old.id or h.dossier_id = old.dossier_id)) then
        raise exception 'document % is held', old.id;
    end if;
    return old;
end
$$;
create trigger held before delete on document for each row execute function refuse_removing_what_is_held();

-- Closing a dossier says that its work is over: many periods of keeping begin there.
alter table dossier
    add column closed_at timestamptz,
    add column closed_by text,
    add check ((closed_at is null) = (closed_by is null));

-- How long a kind of piece is kept where the tenant says otherwise than the product; '' is what has no kind.
create table retention_rule (
    tenant_id   uuid not null references tenant (id),
    kind        text not null,
    months      integer not null check (months between 1 and 1200),
    start_event text not null check (start_event in ('DOSSIER_CLOSED', 'DOCUMENT_RECEIVED', 'PIECE_EXPIRED')),
    final_sort  text not null check (final_sort in ('KEEP', 'DESTROY', 'SORT')),
    changed_by  text not null,
    changed_at  timestamptz not null default now(),
    primary key (tenant_id, kind)
);
select tenant_table('retention_rule');
grant select, insert, update, delete on retention_rule to trame_app;
