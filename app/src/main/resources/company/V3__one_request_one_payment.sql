-- One request is one payment. Who asks by it again, whatever card he has entered by then, hears of the payment that was made; a request that comes with
-- another account or amount than the one that was paid is refused, for nobody knows which of the two is meant.
create or replace function pay_by_card(of_account text, amount numeric, card text, expiry text, code text, by_request text)
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
    if before.account <> of_account or before.amount is distinct from round(pay_by_card.amount, 2) then
      raise unique_violation using message = 'this request was another payment';
    end if;
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
