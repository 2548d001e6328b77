-- What several people write together: the changes in the order in which they were committed, and the state they add up to.
-- Whoever writes holds the lock of that fiche (see lock_coedit), so that numbers are given in the order of the commits.
create table coedit_snapshot (
    tenant_id    uuid not null references tenant (id),
    fiche_id     uuid not null,
    state        bytea not null check (octet_length(state) between 1 and 16777216),
    upto         bigint not null default 0,
    written_upto bigint not null default 0,
    at           timestamptz not null default now(),
    primary key (tenant_id, fiche_id),
    foreign key (tenant_id, fiche_id) references fiche (tenant_id, id) on delete cascade
);
comment on column coedit_snapshot.upto is 'the last change that the state holds';
comment on column coedit_snapshot.written_upto is 'the last change that the texts of the fiche hold';
select tenant_table('coedit_snapshot');
grant select, insert, update, delete on coedit_snapshot to trame_app;

create table coedit_update (
    tenant_id uuid not null references tenant (id),
    fiche_id  uuid not null,
    seq       bigint not null generated always as identity,
    subject   text not null,
    node      uuid not null,
    payload   bytea not null check (octet_length(payload) between 1 and 2097152),
    at        timestamptz not null default now(),
    primary key (tenant_id, fiche_id, seq),
    foreign key (tenant_id, fiche_id) references coedit_snapshot (tenant_id, fiche_id) on delete cascade
);
comment on column coedit_update.node is 'the process that took the change, which knows it already';
select tenant_table('coedit_update');
grant select, insert, update, delete on coedit_update to trame_app;

-- One writer for each fiche, until the end of the transaction.
create function lock_coedit(fiche uuid) returns void language sql volatile as $$
    select pg_advisory_xact_lock(hashtextextended('coedit ' || current_tenant() || fiche, 0))
$$;
