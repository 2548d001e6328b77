-- A search a person wants to keep, and whether to be told of what is new in it. Gone with the membership.
create table saved_search (
    tenant_id  uuid not null references tenant (id),
    id         uuid not null default gen_random_uuid(),
    subject    text not null,
    name       text not null check (char_length(name) between 1 and 100),
    words      text not null check (char_length(words) between 1 and 256),
    -- The values chosen, as they stand in an address: kind=FICHE&year=2026.
    filters    text not null default '' check (char_length(filters) <= 4000),
    alert      boolean not null,
    created_at timestamptz not null default now(),
    looked_at  timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, subject, name),
    foreign key (tenant_id, subject) references member (tenant_id, subject) on delete cascade
);
-- What was found: at first what is no news, then what is. Titles are not kept: who may read them is asked when they are
-- shown.
create table saved_search_hit (
    tenant_id       uuid not null references tenant (id),
    saved_search_id uuid not null,
    entity          uuid not null,
    found_at        timestamptz not null default now(),
    told            boolean not null,
    seen            boolean not null,
    primary key (tenant_id, saved_search_id, entity),
    foreign key (tenant_id, saved_search_id) references saved_search (tenant_id, id) on delete cascade
);
select tenant_table(name) from unnest(array['saved_search', 'saved_search_hit']) as name;
grant select, insert, update, delete on saved_search, saved_search_hit to trame_app;
