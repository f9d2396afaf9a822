-- Versions of flows and prompts: what was in force together, under the number that calls name. Nothing is ever changed or deleted here.
create table release (
  number         int    primary key,          -- 1, 2, 3, … without gaps
  at_ms          bigint not null,             -- when it was published, milliseconds since the epoch
  made_by        text   not null,             -- tenant/user, or start
  rolled_back_to int    references release,   -- whose texts it brought back
  digest         text   not null              -- of all files: equal where all texts are
);

-- Each text once, by the digest of its bytes.
create table release_text (
  version text primary key,
  text    text not null
);

create table release_file (
  release int  not null references release,
  file    text not null,                      -- e.g. flows/main.yaml
  version text not null references release_text,
  primary key (release, file)
);

-- Which way each call took through its flows. Times with zone, durations in milliseconds; null while he is still there.
create view interaction_path as
  select entered.call, entered.tenant, to_timestamp(entered.at_ms / 1000.0) as at, (entered.body ->> 'release')::int as release,
         entered.body ->> 'flow' as flow, entered.body ->> 'version' as version, entered.body ->> 'step' as step,
         next.at_ms - entered.at_ms as stayed_ms
  from journal entered
  left join lateral (
    select j.at_ms from journal j
    where j.call = entered.call and j.seq > entered.seq and j.kind in ('StepEntered', 'CallEnded') order by j.seq limit 1) next on true
  where entered.kind = 'StepEntered';
