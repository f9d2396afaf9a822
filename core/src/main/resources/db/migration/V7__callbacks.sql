-- Who gave up, by when; what came of it is found by his call and by his number.
create index journal_gave_up on journal (tenant, at_ms) where kind = 'QueueLeft' and body ->> 'exit' in ('ABANDONED', 'UNSEEN');
create index journal_callback_from on journal ((body ->> 'from')) where kind = 'CallbackBooked';
create index journal_callback_number on journal (tenant, (body ->> 'number')) where kind = 'CallbackBooked';
create index journal_connected_caller on journal (tenant, (body ->> 'caller'), seq) where kind = 'Connected' and body ->> 'caller' <> '';
