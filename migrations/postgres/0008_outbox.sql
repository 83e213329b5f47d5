-- Mail on its way, written in the transaction of what causes it. Address and content are sealed and
-- go once it is sent.
create table outbox_mails (
    id uuid not null primary key,
    template text not null,
    lang text not null,
    recipient_sealed bytea,
    recipient_hash bytea not null,
    values_sealed bytea,
    state text not null check (state in ('waiting', 'sending', 'sent', 'failed', 'discarded')),
    attempts bigint not null,
    next_attempt_at timestamptz not null,
    -- Until then one server has it; afterwards it is free again.
    leased_until timestamptz,
    -- After that nobody needs it any more: a code that is void.
    expires_at timestamptz,
    -- What the mail server said last, without addresses.
    last_answer text,
    created_at timestamptz not null,
    finished_at timestamptz
);
create index outbox_mails_by_turn on outbox_mails (state, next_attempt_at);
