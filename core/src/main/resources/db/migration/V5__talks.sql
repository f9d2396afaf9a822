-- Who talked with whom last, read backwards after a start.
create index journal_connected on journal (seq) where kind = 'Connected';
