-- The organisations that take part, and the tree of the city's departments.
create table organisations (
    id blob not null primary key,
    kind text not null,
    name text not null,
    name_folded text not null,
    contact text not null,
    verified integer not null,
    version integer not null,
    created_at text not null,
    updated_at text not null
) strict;
create index organisations_by_name on organisations (name_folded, id);

create table departments (
    id blob not null primary key,
    organisation_id blob not null references organisations (id),
    parent_id blob references departments (id),
    kind text not null,
    abbreviation text not null,
    name text not null,
    name_folded text not null,
    rollout text not null check (rollout in ('none', 'pilot', 'evaluating', 'rolled_out', 'paused')),
    rollout_since text not null,
    -- Whether somebody else than the author has to approve before something is published.
    four_eyes integer not null,
    version integer not null,
    created_at text not null,
    updated_at text not null
) strict;
create index departments_by_parent on departments (parent_id, name_folded);

-- Who may act as what and where. A grant is never deleted: it ends, so that it stays known who could
-- do what at any time.
create table role_grants (
    id blob not null primary key,
    user_id blob not null references users (id) on delete cascade,
    role text not null,
    -- 'global', 'department' (with everything below it) or 'object'.
    scope text not null check (scope in ('global', 'department', 'object')),
    department_id blob references departments (id),
    object_kind text,
    object_id blob,
    starts_at text not null,
    ends_at text,
    reason text not null,
    granted_by blob,
    granted_at text not null,
    revoked_by blob,
    revoked_at text
) strict;
create index role_grants_by_user on role_grants (user_id);
create index role_grants_by_department on role_grants (department_id);
