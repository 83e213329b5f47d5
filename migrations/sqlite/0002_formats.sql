-- The formats. `document` is the whole object as JSON (the same shape as its content file); the other
-- columns are what SQL filters and sorts by.
create table formats (
    id blob not null primary key,
    slug text not null unique,
    status text not null check (status in ('draft', 'review', 'published', 'archived')),
    title_folded text not null,
    document text not null,
    -- 'shipped' came with the program, 'local' was written or imported here.
    origin text not null check (origin in ('shipped', 'local')),
    -- SHA-256 of the document as it was shipped: equal to the document's own = nobody has edited it.
    shipped_digest text,
    version integer not null,
    created_at text not null,
    updated_at text not null,
    published_at text
) strict;
create index formats_by_title on formats (status, title_folded, id);

-- How formats stand to each other. A mutual relation is one row; the other side is derived.
create table format_relations (
    format_id blob not null references formats (id) on delete cascade,
    kind text not null,
    other_id blob not null references formats (id) on delete cascade,
    position integer not null,
    note text not null,
    primary key (format_id, kind, other_id)
) strict;
create index format_relations_by_other on format_relations (other_id);
