-- Recordings of a queue's talks by the time of their end, for those that were kept long enough.
create index journal_talk_recording on journal ((body ->> 'queue'), at_ms) where kind = 'TalkRecordingEnded';
