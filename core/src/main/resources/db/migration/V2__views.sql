-- For people who look: the journal read as what it tells of. Times with zone, durations in milliseconds.
create view interaction_timeline as
  select call, seq, to_timestamp(at_ms / 1000.0) as at, tenant, kind, agent,
         body - array['atMs', 'tenant', 'call', 'agent'] as details
  from journal where call is not null;

create view queue_visit as
  select entered.call, entered.tenant, (entered.body ->> 'visit')::int as visit, entered.body ->> 'queue' as queue,
         to_timestamp(entered.at_ms / 1000.0) as entered_at,
         case left_by.kind when 'Connected' then 'CONNECTED' else left_by.body ->> 'exit' end as ended_by,
         (left_by.body ->> 'waitMs')::bigint as wait_ms, left_by.agent
  from journal entered
  left join lateral (
    select j.* from journal j
    where j.call = entered.call and j.seq > entered.seq and j.kind in ('Connected', 'QueueLeft') order by j.seq limit 1) left_by on true
  where entered.kind = 'QueueEntered';

-- Every offer and why it ended; null while it rings.
create view offer as
  select made.call, made.tenant, made.body ->> 'offer' as offer, made.body ->> 'queue' as queue, made.agent,
         to_timestamp(made.at_ms / 1000.0) as made_at,
         case ended.kind when 'Connected' then 'ANSWERED' else ended.body ->> 'ending' end as ended_by,
         (ended.body ->> 'ringingMs')::bigint as ringing_ms
  from journal made
  left join lateral (
    select j.* from journal j
    where j.call = made.call and j.seq > made.seq and j.kind in ('Connected', 'OfferEnded') and j.body -> 'offer' = made.body -> 'offer'
    order by j.seq limit 1) ended on true
  where made.kind = 'OfferMade';

create view agent_state as
  select agent, tenant, to_timestamp(at_ms / 1000.0) as at, body ->> 'from' as state_before, body ->> 'to' as state,
         body ->> 'reason' as reason, body ->> 'offer' as offer
  from journal where kind = 'AgentStateChanged';

-- Why each call was offered to this agent.
create view decision as
  select call, tenant, to_timestamp(at_ms / 1000.0) as at, body ->> 'queue' as queue, agent, body -> 'why' ->> 'policy' as policy,
         (body -> 'why' ->> 'candidates')::int as candidates, (body -> 'why' ->> 'idleMs')::bigint as idle_ms,
         (body -> 'why' ->> 'waitedMs')::bigint as waited_ms, body -> 'why' ->> 'trigger' as trigger
  from journal where kind = 'OfferMade';
