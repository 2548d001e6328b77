-- Reference data of the programmes: the same for every tenant, read by all, changed by migrations only.
create table programme (
    code     text primary key,
    label_fr text not null,
    label_en text not null
);
create table axis (
    code      text primary key,
    programme text not null references programme (code),
    label_fr  text not null,
    label_en  text not null,
    position  integer not null
);
create table measure (
    code     text primary key,
    axis     text not null references axis (code),
    label_fr text not null,
    label_en text not null,
    position integer not null
);
grant select on programme, axis, measure to trame_app;

-- Territoires d'industrie: 4 needs and the measures named at the announcement of 22 November 2018. Plan d'accélération
-- industrielle (Morocco): what a performance contract commits to, and what the State gives in return.
insert into programme (code, label_fr, label_en) values
    ('TI_2018', 'Territoires d’industrie', 'Industrial territories'),
    ('PAI_MA', 'Plan d’accélération industrielle', 'Industrial acceleration plan');
insert into axis (code, programme, label_fr, label_en, position) values
    ('RECRUIT', 'TI_2018', 'Recruter', 'Recruit', 1),
    ('INNOVATE', 'TI_2018', 'Innover', 'Innovate', 2),
    ('ATTRACT', 'TI_2018', 'Attirer', 'Attract', 3),
    ('SIMPLIFY', 'TI_2018', 'Simplifier', 'Simplify', 4),
    ('JOBS', 'PAI_MA', 'Emploi', 'Jobs', 1),
    ('ADDED_VALUE', 'PAI_MA', 'Valeur ajoutée', 'Added value', 2),
    ('EXPORT', 'PAI_MA', 'Export', 'Exports', 3);
insert into measure (code, axis, label_fr, label_en, position) values
    ('PIC', 'RECRUIT', 'Priorité dans le plan d’investissement dans les compétences',
        'Priority in the skills plan', 1),
    ('VTE', 'RECRUIT', 'Volontariat territorial en entreprise', 'Territorial volunteering in companies', 2),
    ('INDUSTRIE_FUTUR', 'INNOVATE', 'Plan industrie du futur',
        'Industry of the future plan', 1),
    ('PIA_REGIONAL', 'INNOVATE', 'Programme d’investissements d’avenir régionalisé',
        'Regional investment programme', 2),
    ('TERRITOIRE_INNOVATION', 'INNOVATE', 'Territoire d’innovation', 'Territory of innovation', 3),
    ('NUMERIQUE', 'ATTRACT', 'Accélération de la couverture numérique',
        'Faster digital coverage', 1),
    ('FONCIER_BDT', 'ATTRACT', 'Foncier et projets avec la Banque des Territoires',
        'Land and projects with the Banque des Territoires', 2),
    ('DIAGNOSTIC_ATTRACTIVITE', 'ATTRACT', 'Diagnostic d’attractivité Business France',
        'Attractiveness diagnosis by Business France', 3),
    ('CONSEILLER_EXPORT', 'ATTRACT', 'Conseiller export', 'Export adviser', 4),
    ('FRANCE_EXPERIMENTATION', 'SIMPLIFY', 'Appel France Expérimentation', 'France Expérimentation call', 1),
    ('FORMATION_PAI', 'JOBS', 'Formation des candidats à haut potentiel',
        'Training of high-potential candidates', 1),
    ('FONCIER_PAI', 'ADDED_VALUE', 'Mobilisation du foncier industriel', 'Industrial land', 1),
    ('FINANCEMENT_PAI', 'ADDED_VALUE', 'Appui au financement de l’investissement', 'Support to investment', 2),
    ('EXPORT_PAI', 'EXPORT', 'Développement des capacités d’exportation', 'Export capacity', 1);

alter table tenant
    add column programme text not null default 'TI_2018' references programme (code),
    add column currency text not null default 'EUR' check (currency in ('EUR', 'MAD')),
    add column accent text not null default '#0b6469' check (accent ~ '^#[0-9a-f]{6}$');

-- Keycloak says who; this table says where and what.
create table member (
    tenant_id    uuid not null references tenant (id),
    subject      text not null check (char_length(subject) between 1 and 255),
    role         text not null
        check (role in ('ADMIN', 'PRESIDENT', 'PILOT', 'CO_AUTHOR', 'COMMENTER', 'READER')),
    display_name text not null check (char_length(display_name) between 1 and 200),
    email        text,
    created_at   timestamptz not null default now(),
    primary key (tenant_id, subject)
);
select tenant_table('member');
create index on member (subject);
grant select on member to trame_app;
-- The choice of tenant comes before any tenant is bound: then, and only then, a person sees the own memberships.
create policy own_memberships on member for select
    using ((select current_tenant()) is null and subject = (select nullif(current_setting('app.subject', true), '')));

-- Secrets of the tenant's bucket and index, encrypted by the application's key; the operator's side writes them.
create table tenant_secret (
    tenant_id  uuid not null references tenant (id),
    name       text not null check (name in ('STORE_KEY', 'SEARCH_KEY')),
    ciphertext bytea not null,
    changed_at timestamptz not null default now(),
    primary key (tenant_id, name)
);
select tenant_table('tenant_secret');
grant select on tenant_secret to trame_app;

-- Sessions ended by the identity server (back-channel logout): kept for as long as a session may live.
create table revoked_session (
    sid        text primary key,
    revoked_at timestamptz not null default now()
);
grant select, insert, delete on revoked_session to trame_app;

alter table workspace
    add column code text not null default 'WS' check (code ~ '^[A-Z0-9]{2,12}$'),
    add column description text not null default '' check (char_length(description) <= 2000),
    add column restricted boolean not null default false,
    add column last_fiche_number integer not null default 0;
alter table workspace alter column code drop default;
alter table workspace add unique (tenant_id, code);

-- A role in one workspace, above or below the role in the tenant.
create table workspace_member (
    tenant_id    uuid not null references tenant (id),
    workspace_id uuid not null,
    subject      text not null,
    role         text not null check (role in ('PILOT', 'CO_AUTHOR', 'COMMENTER', 'READER')),
    primary key (tenant_id, workspace_id, subject),
    foreign key (tenant_id, workspace_id) references workspace (tenant_id, id) on delete cascade,
    foreign key (tenant_id, subject) references member (tenant_id, subject) on delete cascade
);
select tenant_table('workspace_member');
grant select, insert, update, delete on workspace_member to trame_app;

create table organisation (
    tenant_id  uuid not null references tenant (id),
    id         uuid not null default gen_random_uuid(),
    name       text not null check (char_length(name) between 1 and 200),
    kind       text not null check (kind in ('COLLECTIVITE', 'ENTREPRISE', 'GROUPEMENT', 'ASSOCIATION', 'FEDERATION',
        'ETABLISSEMENT_FORMATION', 'OPERATEUR', 'ETAT', 'REGION')),
    version    integer not null default 0,
    created_at timestamptz not null default now(),
    primary key (tenant_id, id),
    unique (tenant_id, name)
);
select tenant_table('organisation');
grant select, insert, update, delete on organisation to trame_app;
