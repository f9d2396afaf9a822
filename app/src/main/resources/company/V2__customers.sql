-- 240 customers, the same in each installation but for the dates, which are around the day on which they were made, and the salts of the PINs. One in
-- four speaks Chinese. The first 180 and 60 have the numbers from which the demo's callers call. A PIN is the last four digits of the account, backwards.
create function pg_temp.check_digit(digits text) returns text language sql immutable as $$
  select ((10 - sum(case when place % 2 = 1 then (2 * digit) / 10 + (2 * digit) % 10 else digit end) % 10) % 10)::text
  from (select substr(reverse(digits), place, 1)::integer as digit, place from generate_series(1, length(digits)) place) each
$$;

insert into customer (id, name, language, value_class, customer_since)
select id,
  case when id % 4 = 0
    then (array['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴'])[1 + id / 4 % 10]
      || (array['伟', '芳', '秀英', '敏', '静', '丽', '强', '磊', '军', '洋', '娜', '杰'])[1 + id / 4 % 12]
    else (array['Anna', 'Ben', 'Clara', 'David', 'Emma', 'Felix', 'Greta', 'Hugo', 'Ida', 'Jonas', 'Karin', 'Leo', 'Mia'])[1 + id % 13]
      || ' ' || (array['Albrecht', 'Brandt', 'Conrad', 'Dietrich', 'Engel', 'Fischer', 'Graf', 'Hartmann', 'Jansen', 'Kaiser', 'Lorenz'])[1 + id % 11] end,
  case when id % 4 = 0 then 'zh' else 'en' end,
  case when id % 20 = 3 then 'vip' when id % 5 = 1 then 'a' when id % 2 = 0 then 'b' else 'c' end,
  current_date - (200 + id * 17)
from generate_series(1, 240) id;

insert into telephone (number, customer)
select case when language = 'zh' then '+49170' || 1030000 + id / 4 else '+49170' || 1010000 + id - id / 4 end, id from customer;

insert into account (number, customer, balance, currency, pin_hash)
select number, id, round(((id * 7919) % 500000) / 100.0 - case when id % 9 = 0 then 3000 else 0 end, 2), 'EUR', crypt(reverse(right(number, 4)), gen_salt('bf', 5))
from (select id, base || pg_temp.check_digit(base) as number from (select id, (1000000 + id * 7919)::text as base from customer) bases) numbers;

insert into bill (number, account, issued, amount, due, paid_on)
select to_char(issued, 'YYMM') || '-' || account, account, issued, amount, issued + 20,
  case when month < 2 or customer % 3 = 0 then issued + 5 + customer % 12 end
from (
  select number as account, customer, month, (date_trunc('month', current_date) - make_interval(months => 2 - month))::date as issued,
    round(19.90 + (customer * 37 + month * 11) % 60 + ((customer * 13 + month) % 100) / 100.0, 2) as amount
  from account, generate_series(0, 2) month) bills;

insert into orders (number, customer, state, delivery_day)
select (400000 + id * 13)::text, id, state,
  case state when 'delivered' then current_date - (1 + id % 9) when 'sent' then current_date + (1 + id % 3) when 'packed' then current_date + (3 + id % 4) end
from (select id, (array['received', 'packed', 'sent', 'sent', 'delivered', 'cancelled'])[1 + id % 6] as state from customer) made;

insert into card (account, last_digits)
select number, lpad(((customer * 4973) % 10000)::text, 4, '0') from account
union all select number, lpad(((customer * 7177 + 1) % 10000)::text, 4, '0') from account where customer % 3 = 0;
