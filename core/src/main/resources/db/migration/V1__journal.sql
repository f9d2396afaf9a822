-- The journal: every fact, in order. Append-only; nothing is ever changed here.
-- Not partitioned: retention deletes a prefix by seq, and a partition key in the primary key would cost every insert.
create table journal (
  seq    bigint primary key,   -- 1, 2, 3, … without gaps: given by the one writer at the commit
  at_ms  bigint not null,      -- when it happened, milliseconds since the epoch
  writer int    not null,      -- the run of the platform that wrote it
  tenant text   not null,
  call   text,                 -- the interaction it belongs to
  agent  text,                 -- the agent whom it concerns, tenant/name
  kind   text   not null,      -- Fact's simple name
  body   jsonb  not null       -- the whole fact
);
create index journal_call on journal (call, seq) where call is not null;
create index journal_agent_state on journal (agent, seq) where kind = 'AgentStateChanged';
create index journal_closure on journal (seq) where kind = 'ClosureSwitched';

-- One row an interaction, kept by the transaction that writes its first and its last fact: a restart reads the open ones only.
create table interaction (
  call         text primary key,
  tenant       text   not null,
  opened_at_ms bigint not null,
  closed_at_ms bigint
);
create index interaction_open on interaction (call) where closed_at_ms is null;
create index interaction_recent on interaction (tenant, opened_at_ms);

-- Each run of the platform is one writer; the newest is the only one that may write.
create table writer (
  nr         int generated always as identity primary key,
  id         uuid   not null unique,
  name       text   not null,
  started_at timestamptz not null default now(),
  drained    bigint not null default 0   -- the number of its last batch that came by the spill file, set in that batch's transaction
);
