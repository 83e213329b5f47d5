-- Who may come in. Addresses are sealed with a key that lies outside the database; `email_hash` is a
-- keyed hash of the folded address, to look it up.
create table users (
    id uuid not null primary key,
    email_hash bytea not null unique,
    email_sealed bytea not null,
    name text not null,
    name_folded text not null,
    locale text not null check (locale in ('de', 'en')),
    -- A PHC string (argon2id); residents have none.
    password_hash text,
    -- The TOTP secret; it counts once it was confirmed with a code.
    totp_sealed bytea,
    totp_confirmed_at timestamptz,
    -- The last 30-second step whose code was taken: each is good once.
    totp_step bigint not null,
    -- What the city's identity provider calls this person.
    oidc_subject text unique,
    disabled_at timestamptz,
    last_seen_at timestamptz,
    version bigint not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create index users_by_name on users (name_folded, id);

create table recovery_codes (
    user_id uuid not null references users (id) on delete cascade,
    code_hash bytea not null,
    used_at timestamptz,
    primary key (user_id, code_hash)
);

-- A sign-in on one device, until it ends. Its refresh tokens are one family.
create table sessions (
    id uuid not null primary key,
    user_id uuid not null references users (id) on delete cascade,
    -- 'mail' = link or code, 'totp' = password and second factor, 'oidc' = the city's identity provider.
    strength text not null check (strength in ('mail', 'totp', 'oidc')),
    -- What people recognise it by, e.g. "Firefox, Linux"; never the whole user agent.
    device text not null,
    created_at timestamptz not null,
    last_used_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz,
    ended_because text
);
create index sessions_by_user on sessions (user_id, created_at);

-- Hashes of refresh tokens. One is good until a later generation, or another of its own, was used.
create table refresh_tokens (
    token_hash bytea not null primary key,
    session_id uuid not null references sessions (id) on delete cascade,
    generation bigint not null,
    used_at timestamptz
);
create index refresh_tokens_by_session on refresh_tokens (session_id, generation);

-- One-time proofs on their way: a mailed code or link, an invitation, a password that waits for its
-- second factor. `id` is the hash of the secret that the holder shows.
create table tickets (
    id bytea not null primary key,
    purpose text not null,
    user_id uuid references users (id) on delete cascade,
    email_hash bytea,
    email_sealed bytea,
    -- The hash of the six-digit code or of the link's token, where there is one.
    code_hash bytea,
    token_hash bytea,
    -- What only this purpose needs, sealed.
    payload_sealed bytea,
    failures bigint not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index tickets_by_user on tickets (user_id);
create index tickets_by_expiry on tickets (expires_at);

-- How often something may be tried (GCRA): the microsecond since 1970 at which a key is free again.
create table throttles (
    key bytea not null primary key,
    free_at bigint not null
);

-- The keys that sign access tokens, the private part sealed.
create table signing_keys (
    id text not null primary key,
    public_key bytea not null,
    private_sealed bytea not null,
    created_at timestamptz not null,
    retired_at timestamptz
);

-- Who did what to which object when. `position` and `hash` come from the one worker that seals the
-- chain; what changed lies beside it and can be erased, while `details_digest` stays.
create table audit_events (
    id uuid not null primary key,
    at timestamptz not null,
    actor_kind text not null check (actor_kind in ('user', 'command', 'system', 'anonymous')),
    actor_id uuid,
    action text not null,
    object_kind text not null,
    object_id uuid,
    department_id uuid,
    request_id text,
    details_digest bytea not null,
    position bigint unique,
    hash bytea
);
create index audit_events_by_object on audit_events (object_kind, object_id, at);
create index audit_events_by_actor on audit_events (actor_id, at);
create index audit_events_by_time on audit_events (at, id);

create table audit_details (
    event_id uuid not null primary key references audit_events (id),
    salt bytea not null,
    details text not null
);
