-- A nightly check looks at the entries of comments too.
alter table integrity_check drop constraint integrity_check_step_check;
alter table integrity_check add constraint integrity_check_step_check
    check (step in ('OBJECTS', 'DIGESTS', 'PIPELINE', 'FICHES', 'DOSSIERS', 'DOCUMENTS', 'COMMENTS', 'END'));
