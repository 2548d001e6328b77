-- What people say of a document: threads of one depth, perhaps at a page. A comment its author takes back leaves its place
-- and loses its words, so that the answers to it still stand somewhere.
create table document_comment (
    tenant_id   uuid not null references tenant (id),
    id          uuid not null default gen_random_uuid(),
    document_id uuid not null,
    parent_id   uuid,
    page        integer check (page >= 1),
    body        text not null check (char_length(body) <= 4000),
    author      text not null,
    created_at  timestamptz not null default now(),
    edited_at   timestamptz,
    deleted_at  timestamptz,
    resolved_at timestamptz,
    resolved_by text,
    version     integer not null default 0,
    primary key (tenant_id, id),
    unique (tenant_id, document_id, id),
    foreign key (tenant_id, document_id) references document (tenant_id, id) on delete cascade,
    foreign key (tenant_id, document_id, parent_id)
        references document_comment (tenant_id, document_id, id) on delete cascade,
    check ((deleted_at is null) = (body <> '')),
    check ((resolved_at is null) = (resolved_by is null)),
    check (parent_id is null or (page is null and resolved_at is null))
);
create index on document_comment (tenant_id, document_id, created_at);

-- Who is named in a comment, and whether that person was told: once, whatever becomes of the comment.
create table comment_mention (
    tenant_id  uuid not null references tenant (id),
    comment_id uuid not null,
    subject    text not null,
    told       boolean not null default false,
    primary key (tenant_id, comment_id, subject),
    foreign key (tenant_id, comment_id) references document_comment (tenant_id, id) on delete cascade,
    foreign key (tenant_id, subject) references member (tenant_id, subject) on delete cascade
);
select tenant_table(name) from unnest(array['document_comment', 'comment_mention']) as name;
grant select, insert, update, delete on document_comment, comment_mention to trame_app;
