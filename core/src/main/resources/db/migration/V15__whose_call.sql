-- Which calls an agent said to be a customer's.
create index journal_customer_named on journal (tenant, (body ->> 'customer'), seq) where kind = 'CustomerNamed';
