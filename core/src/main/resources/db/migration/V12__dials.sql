-- Calls that agents placed: counted by day, and found by their number.
create index journal_dial_begun on journal (at_ms) where kind = 'DialBegun';
create index journal_dial_number on journal (tenant, (body ->> 'number'), seq) where kind = 'DialBegun';
