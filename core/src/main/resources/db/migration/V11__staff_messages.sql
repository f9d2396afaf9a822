-- What supervisors write to agents. One row for each agent; seen_at_ms is null until he has seen it.
create table staff_message (
  id bigint generated always as identity primary key,
  tenant text not null,
  agent text not null,
  from_user text not null,
  text text not null,
  at_ms bigint not null,
  seen_at_ms bigint
);

create index staff_message_unseen on staff_message (id) where seen_at_ms is null;
