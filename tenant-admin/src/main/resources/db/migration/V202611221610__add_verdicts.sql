-- What is known of the bytes of an object. ACCEPTED: nobody looked at them, and the tenant takes such files.
alter table stored_object
    add column verdict text not null default 'UNSCANNED'
        check (verdict in ('UNSCANNED', 'CLEAN', 'INFECTED', 'ACCEPTED')),
    add column signature text not null default '',
    add column scanned_at timestamptz;
-- What is there already was taken when nobody looked.
alter table stored_object no force row level security;
update stored_object set verdict = 'ACCEPTED' where linked;
alter table stored_object force row level security;

alter table document drop constraint document_state_check;
alter table document add constraint document_state_check
    check (state in ('SCANNING', 'RECEIVED', 'EXTRACTED', 'INDEXED', 'FAILED', 'QUARANTINED'));

-- What a tenant wants done with files nobody looked at, and which it takes at all (all the product takes, when null).
alter table tenant
    add column unscanned text not null default 'ACCEPT' check (unscanned in ('ACCEPT', 'QUARANTINE', 'REFUSE')),
    add column file_types text check (file_types ~ '^[a-z0-9]+(,[a-z0-9]+)*$');
