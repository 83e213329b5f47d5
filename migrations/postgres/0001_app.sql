-- What the program remembers about itself, e.g. which shipped content was imported last.
create table app_state (
    key text not null primary key,
    value text not null
);

-- One row for each public object that changed; every server tails it to keep its search index and
-- its public snapshot current.
create table search_changes (
    seq bigint generated always as identity primary key,
    kind text not null,
    object_id uuid not null,
    changed_at timestamptz not null
);
