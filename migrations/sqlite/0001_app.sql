-- What the program remembers about itself, e.g. which shipped content was imported last.
create table app_state (
    key text not null primary key,
    value text not null
) strict;

-- One row for each public object that changed; every server tails it to keep its search index and
-- its public snapshot current.
create table search_changes (
    seq integer primary key autoincrement,
    kind text not null,
    object_id blob not null,
    changed_at text not null
) strict;
