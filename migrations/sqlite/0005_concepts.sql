-- Concepts and ideas. `document` is the whole object as JSON (the same shape as its content file); the other
-- columns are what SQL filters and sorts by.
create table concepts (
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
create index concepts_by_title on concepts (status, title_folded, id);

-- The formats that a concept builds on.
create table concept_formats (
    concept_id blob not null references concepts (id) on delete cascade,
    format_id blob not null references formats (id) on delete cascade,
    position integer not null,
    primary key (concept_id, format_id)
) strict;
create index concept_formats_by_format on concept_formats (format_id);
