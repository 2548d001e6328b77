-- All that is due of one thing is done by doing it once.
create index on outbox (tenant_id, type, aggregate_id);
