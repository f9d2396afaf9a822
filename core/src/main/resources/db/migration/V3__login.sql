-- What proves who someone is: a hash in the PHC string format, never a password.
create table login (
  tenant     text not null,
  user_name  text not null,
  hash       text not null,
  changed_at timestamptz not null default now(),
  primary key (tenant, user_name)
);
