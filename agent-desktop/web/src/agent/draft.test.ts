import { describe, expect, it } from 'vitest';
import { Drafts, EMPTY, promiseOf, wrapUpOf } from './draft';
import type { AgentState } from '../protocol/protocol';
import { presented } from './targets';

function memory() {
  const kept = new Map<string, string>();
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) };
}

describe('drafts', () => {
  it('whenThePageIsReloaded_thenWhatWasTypedIsThere', () => {
    const keep = memory();
    new Drafts(keep).put('c1', { note: 'wants a new router' });
    expect(new Drafts(keep).of('c1')).toEqual({ ...EMPTY, note: 'wants a new router' });
    expect(new Drafts(keep).of('c2')).toEqual(EMPTY);
  });

  it('whenItWasSent_thenItIsGone', () => {
    const keep = memory();
    const drafts = new Drafts(keep);
    drafts.put('c1', { note: 'x' });
    drafts.done('c1');
    expect(new Drafts(keep).of('c1')).toEqual(EMPTY);
    expect(drafts.of('c1')).toEqual(EMPTY);
  });

  it('whenItIsSent_thenNothingEmptyIs', () => {
    expect(wrapUpOf(EMPTY, false, 1)).toEqual({ done: false });
    expect(promiseOf(EMPTY)).toBeNull();
    const draft = { ...EMPTY, code: 'sold', note: ' yes ', followUp: 'send offer', dueAtMs: 5 };
    expect(wrapUpOf(draft, true, 1)).toEqual({ code: 'sold', note: 'yes', done: true });
    expect(promiseOf(draft)).toEqual({ title: 'send offer', due_at_ms: 5 });
  });

  it('whenACallbackIsWanted_thenItIsForThatTimeOrAtOnce', () => {
    expect(wrapUpOf({ ...EMPTY, callback: true }, false, 7)).toMatchObject({ call_back_at_ms: 7 });
    expect(wrapUpOf({ ...EMPTY, callback: true, dueAtMs: 99 }, false, 7)).toMatchObject({ call_back_at_ms: 99 });
  });
});

describe('targets', () => {
  const colleague = (agent: string, state: AgentState, reachable = true) => ({ agent, display_name: agent.toUpperCase(), state, since_ms: 0, reachable });

  it('whenColleaguesAreShown_thenTheReadyComeFirstAndNobodyWhoIsNotThere', () => {
    const rows = presented({ agents: [colleague('bob', 'talking'), colleague('cy', 'ready'), colleague('me', 'talking'), colleague('dee', 'signed_out'), colleague('eva', 'ready', false)], me: 'me' }, '');
    expect(rows.map((row) => row.id)).toEqual(['cy', 'bob']);
  });

  it('whenSomethingIsTyped_thenOnlyThoseInWhoseNameItIs', () => {
    expect(presented({ agents: [colleague('bob', 'ready'), colleague('cy', 'ready')], me: 'me' }, 'B').map((row) => row.id)).toEqual(['bob']);
  });
});
