-- What a person searched for lately: the person's own, shown to nobody else, gone with the membership.
create table recent_search (
    tenant_id   uuid not null references tenant (id),
    subject     text not null,
    words       text not null check (char_length(words) between 1 and 256),
    searched_at timestamptz not null default now(),
    primary key (tenant_id, subject, words),
    foreign key (tenant_id, subject) references member (tenant_id, subject) on delete cascade
);
select tenant_table('recent_search');
grant select, insert, update, delete on recent_search to trame_app;
