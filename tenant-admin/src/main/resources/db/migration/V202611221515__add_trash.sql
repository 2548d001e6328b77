-- A document that was thrown away waits thirty days before it is gone for good. From purged_at on it cannot come back:
-- its bytes are being removed.
alter table document
    add column deleted_at timestamptz,
    add column deleted_by text,
    add column purged_at timestamptz,
    add check ((deleted_at is null) = (deleted_by is null)),
    add check (purged_at is null or deleted_at is not null);
create index on document (tenant_id, deleted_at) where deleted_at is not null;
