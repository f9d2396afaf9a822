-- A restart needs the last skills that were set for each agent while the platform ran, however long ago.
create index journal_agent_skills on journal (agent, seq) where kind = 'AgentSkillsSet';
