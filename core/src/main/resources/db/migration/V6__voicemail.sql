-- Messages of a tenant, the newest first.
create index journal_voicemail on journal (tenant, seq) where kind = 'VoicemailLeft';
