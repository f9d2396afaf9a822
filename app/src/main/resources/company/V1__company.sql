-- The demo company: what its customers ask by telephone. PINs are kept as salted hashes (bcrypt of pgcrypto); a PIN has 10,000 possibilities, so what
-- protects it is that five wrong ones in a day lock it, not how long a hash takes.
create extension if not exists pgcrypto;

create table customer (
  id integer primary key,
  name text not null,
  language text not null check (language in ('en', 'zh')),
  value_class text not null check (value_class in ('vip', 'a', 'b', 'c')),
  customer_since date not null
);

create table telephone (
  number text primary key check (number ~ '^\+[1-9][0-9]{6,14}$'),
  customer integer not null references customer
);

-- The last digit of a number is a check digit (Luhn).
create table account (
  number text primary key check (number ~ '^[0-9]{8}$'),
  customer integer not null references customer,
  balance numeric(12,2) not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  pin_hash text not null
);
create index on account (customer);

create table pin_try (
  request text primary key,
  account text not null references account,
  at timestamptz not null default now(),
  correct boolean not null
);
create index on pin_try (account, at);

create table bill (
  number text primary key,
  account text not null references account,
  issued date not null,
  amount numeric(10,2) not null,
  due date not null,
  paid_on date
);
create index on bill (account, issued);

create table orders (
  number text primary key check (number ~ '^[0-9]{6}$'),
  customer integer not null references customer,
  state text not null check (state in ('received', 'packed', 'sent', 'delivered', 'cancelled')),
  delivery_day date
);

create table card (
  account text not null references account,
  last_digits text not null check (last_digits ~ '^[0-9]{4}$'),
  lost_at timestamptz,
  lost_request text,
  primary key (account, last_digits)
);

-- Of the card that paid, nothing but its last digits.
create table payment (
  request text primary key,
  account text not null references account,
  amount numeric(10,2) not null check (amount > 0),
  card_last_digits text not null,
  authorisation text not null,
  at timestamptz not null default now()
);

-- Whether the PIN is right. Five wrong ones within 24 hours, without a right one since, lock the account until the first of them is a day old.
-- Who asks the same again, e.g. after a restart, hears the same, and it counts once.
create function verify_pin(of_account text, pin text, by_request text)
  returns table (correct boolean, locked boolean, tries_left integer)
  language plpgsql security definer set search_path = company, pg_temp as $$
declare
  hash text;
  wrong integer;
  is_right boolean;
begin
  select a.pin_hash into hash from account a where a.number = of_account for update;
  if not found then
    return;
  end if;
  select t.correct into is_right from pin_try t where t.request = by_request and t.account = of_account;
  select count(*) into wrong from pin_try t
    where t.account = of_account and not t.correct and t.at > now() - interval '24 hours'
      and t.at > coalesce((select max(r.at) from pin_try r where r.account = of_account and r.correct), '-infinity');
  if is_right is null then
    if wrong >= 5 then
      return query select false, true, 0;
      return;
    end if;
    is_right := crypt(pin, hash) = hash;
    insert into pin_try (request, account, correct) values (by_request, of_account, is_right);
    wrong := wrong + case when is_right then 0 else 1 end;
    delete from pin_try t where t.account = of_account and t.at < now() - interval '30 days';
  end if;
  return query select is_right, not is_right and wrong >= 5, case when is_right then 5 else greatest(5 - wrong, 0) end;
end $$;

-- Blocks a card from now on. No row: the account has no such card.
create function report_lost_card(of_account text, digits text, by_request text)
  returns table (reference text, already boolean)
  language plpgsql security definer set search_path = company, pg_temp as $$
declare
  lost card%rowtype;
begin
  select * into lost from card c where c.account = of_account and c.last_digits = digits for update;
  if not found then
    return;
  end if;
  if lost.lost_at is null then
    update card c set lost_at = now(), lost_request = by_request where c.account = of_account and c.last_digits = digits;
    lost.lost_request := by_request;
  end if;
  return query select
    (1000 + ('x' || left(encode(digest(lost.account || lost.last_digits, 'sha256'), 'hex'), 6))::bit(24)::integer % 9000)::text,
    lost.lost_request <> by_request;
end $$;

-- A simulated acquirer, which knows test cards only: 4111111111111111 and 5555555555554444 pay, 4000000000000002 is declined, 4000000000009995 has no
-- money on it. Any date from this month on (MMYY) and any three digits are right. One request pays once, however often it comes.
create function pay_by_card(of_account text, amount numeric, card text, expiry text, code text, by_request text)
  returns table (paid boolean, authorisation text, last_digits text, reason text)
  language plpgsql security definer set search_path = company, pg_temp as $$
declare
  before payment%rowtype;
  refusal text;
  granted text;
begin
  perform 1 from account a where a.number = of_account for update;
  if not found then
    return;
  end if;
  select * into before from payment p where p.request = by_request;
  if found then
    return query select true, before.authorisation, before.card_last_digits, 'approved';
    return;
  end if;
  refusal := case
    when amount is null or amount <= 0 or amount > 10000 then 'wrong_amount'
    when card !~ '^[0-9]{12,19}$' then 'wrong_card'
    when expiry !~ '^(0[1-9]|1[0-2])[0-9]{2}$' then 'wrong_expiry'
    when substr(expiry, 3) || left(expiry, 2) < to_char(now(), 'YYMM') then 'expired'
    when code !~ '^[0-9]{3}$' then 'wrong_code'
    when card in ('4111111111111111', '5555555555554444') then null
    when card = '4000000000000002' then 'declined'
    when card = '4000000000009995' then 'no_funds'
    else 'no_test_card' end;
  if refusal is not null then
    return query select false, '', '', refusal;
    return;
  end if;
  granted := upper(left(encode(digest(by_request, 'sha256'), 'hex'), 6));
  insert into payment (request, account, amount, card_last_digits, authorisation) values (by_request, of_account, amount, right(card, 4), granted);
  update account a set balance = a.balance + pay_by_card.amount where a.number = of_account;
  update bill b set paid_on = current_date
    where b.number = (select o.number from bill o where o.account = of_account and o.paid_on is null and o.amount <= pay_by_card.amount order by o.issued limit 1);
  return query select true, granted, right(card, 4), 'approved';
end $$;

-- What flows may do, and no more.
revoke all on function verify_pin, report_lost_card, pay_by_card from public;
grant usage on schema company to switchboard_company_flows;
grant select on customer, telephone, bill, orders to switchboard_company_flows;
grant select (number, customer, balance, currency) on account to switchboard_company_flows;
grant execute on function verify_pin, report_lost_card, pay_by_card to switchboard_company_flows;
