-- Mail on its way, written in the transaction of what causes it. Address and content are sealed and
-- go once it is sent.
create table outbox_mails (
    id blob not null primary key,
    template text not null,
    lang text not null,
    recipient_sealed blob,
    recipient_hash blob not null,
    values_sealed blob,
    state text not null check (state in ('waiting', 'sending', 'sent', 'failed', 'discarded')),
    attempts integer not null,
    next_attempt_at text not null,
    -- Until then one server has it; afterwards it is free again.
    leased_until text,
    -- After that nobody needs it any more: a code that is void.
    expires_at text,
    -- What the mail server said last, without addresses.
    last_answer text,
    created_at text not null,
    finished_at text
) strict;
create index outbox_mails_by_turn on outbox_mails (state, next_attempt_at);
