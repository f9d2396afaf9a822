-- Tasks of a tenant that came of bad scores, the newest first; messages have an index of their own.
create index journal_task on journal (tenant, seq) where kind = 'TaskMade';

-- What became of each, for people who look.
create view task as
  select made.body ->> 'task' as task, made.tenant, made.call, made.body ->> 'queue' as queue, made.body ->> 'number' as number,
         made.body ->> 'survey' as survey, (made.body ->> 'score')::int as score, made.agent, to_timestamp(made.at_ms / 1000.0) as made_at,
         to_timestamp((made.body ->> 'dueMs')::bigint / 1000.0) as due_at, done.body ->> 'by' as done_by,
         to_timestamp(done.at_ms / 1000.0) as done_at, done.body ->> 'note' as note
  from journal made
  left join lateral (
    select j.* from journal j
    where j.call = made.call and j.kind = 'TaskDone' and j.body ->> 'task' = made.body ->> 'task' order by j.seq limit 1) done on true
  where made.kind = 'TaskMade';
