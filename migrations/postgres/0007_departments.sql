-- The organisations that take part, and the tree of the city's departments.
create table organisations (
    id uuid not null primary key,
    kind text not null,
    name text not null,
    name_folded text not null,
    contact text not null,
    verified boolean not null,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index organisations_by_name on organisations (name_folded, id);

create table departments (
    id uuid not null primary key,
    organisation_id uuid not null references organisations (id),
    parent_id uuid references departments (id),
    kind text not null,
    abbreviation text not null,
    name text not null,
    name_folded text not null,
    rollout text not null check (rollout in ('none', 'pilot', 'evaluating', 'rolled_out', 'paused')),
    rollout_since timestamptz not null,
    -- Whether somebody else than the author has to approve before something is published.
    four_eyes boolean not null,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index departments_by_parent on departments (parent_id, name_folded);

-- Who may act as what and where. A grant is never deleted: it ends, so that it stays known who could
-- do what at any time.
create table role_grants (
    id uuid not null primary key,
    user_id uuid not null references users (id) on delete cascade,
    role text not null,
    -- 'global', 'department' (with everything below it) or 'object'.
    scope text not null check (scope in ('global', 'department', 'object')),
    department_id uuid references departments (id),
    object_kind text,
    object_id uuid,
    starts_at timestamptz not null,
    ends_at timestamptz,
    reason text not null,
    granted_by uuid,
    granted_at timestamptz not null,
    revoked_by uuid,
    revoked_at timestamptz
);
create index role_grants_by_user on role_grants (user_id);
create index role_grants_by_department on role_grants (department_id);
