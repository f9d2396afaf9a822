import { describe, expect, it } from 'vitest';
import { Desk, Wall } from '../agent/desk';
import type { AgentRow, DeskView, QueueRow, WallView } from '../protocol/protocol';
import { agentLines, queueLines, readyAgents, totals, waitingLines } from './wallRows';

const queue = (change: Partial<QueueRow>): QueueRow =>
  ({ waiting: 0, longest_since_ms: null, service_level: null, expected_wait_ms: null, agents: {}, answered: 0, abandoned: 0, closed: false, message: null, ...change });
const agent = (change: Partial<AgentRow>): AgentRow =>
  ({ display_name: '', state: 'ready', reason: '', since_ms: 0, call: null, queue: null, number: '', value_class: '', phone_reachable: true, listened_by: null, ...change });
const view: WallView = {
  queues: { sales: queue({ waiting: 1, longest_since_ms: 500, answered: 4 }), support: queue({ waiting: 3, longest_since_ms: 100, abandoned: 1, agents: { ready: 1, talking: 2, wrap_up: 1 } }) },
  agents: { anna: agent({ display_name: 'Anna', since_ms: 5 }), bob: agent({ display_name: 'Bob', state: 'talking', since_ms: 9 }), cy: agent({ display_name: 'Cy', state: 'signed_out' }), dee: agent({ display_name: 'Dee', since_ms: 2 }) },
  waiting: [{ call: 'b', queue: 'sales', stage: 'waiting', since_ms: 500, position: 1, number: '', value_class: '', priority: 0 }, { call: 'a', queue: 'support', stage: 'waiting', since_ms: 100, position: 1, number: '', value_class: '', priority: 0 }],
  alarms: [],
};

describe('wall', () => {
  it('whenQueuesAreShown_thenTheFullestIsFirstWithItsAgents', () => {
    expect(queueLines(view).map((row) => [row.name, row.ready, row.busy])).toEqual([['support', 1, 3], ['sales', 0, 0]]);
  });

  it('whenAgentsAreShown_thenThoseWhoTalkAreFirstAndTheSignedOutAreNotThere', () => {
    expect(agentLines(view, { text: '', state: 'all', away: false }).map((row) => row.name)).toEqual(['bob', 'dee', 'anna']);
    expect(agentLines(view, { text: 'ann', state: 'all', away: true }).map((row) => row.name)).toEqual(['anna']);
    expect(agentLines(view, { text: '', state: 'signed_out', away: false }).map((row) => row.name)).toEqual(['cy']);
  });

  it('whenCallsWait_thenTheyStandInTheOrderOfTheServer', () => {
    expect(waitingLines(view, null).map((call) => call.call)).toEqual(['b', 'a']);
    expect(waitingLines(view, 'sales').map((call) => call.call)).toEqual(['b']);
  });

  it('whenACallIsToBeGivenToSomebody_thenOnlyTheReadyAreOffered', () => {
    expect(readyAgents(view).map((row) => row.name)).toEqual(['dee', 'anna']);
  });

  it('whenAllIsSummedUp_thenItIsOfEveryQueue', () => {
    expect(totals(view)).toEqual({ waiting: 4, longestSinceMs: 100, answered: 4, abandoned: 1, ready: 2, talking: 1, signedIn: 3 });
  });

  it('whenRowsChange_thenOnlyTheyDoAndThoseOfNullAreGone', () => {
    const wall = new Wall();
    wall.change({ queues: { sales: null } });
    expect(wall.store.getState().view).toBeNull();
    wall.snapshot(view);
    wall.change({ queues: { sales: null }, agents: { anna: agent({ state: 'talking' }) }, waiting: [] });
    const now = wall.store.getState().view;
    expect(Object.keys(now?.queues ?? {})).toEqual(['support']);
    expect(now?.agents['anna']?.state).toBe('talking');
    expect(now?.agents['bob']).toBe(view.agents['bob']);
    expect(now?.waiting).toEqual([]);
  });

  it('whenASectionOfTheDeskChanges_thenItIsReplacedWholeAndTheRestStays', () => {
    const desk = new Desk();
    const before = { call: { id: 'c1', can: ['hold'] }, side: null, messages: [] } as unknown as DeskView;
    desk.change({ call: null });
    expect(desk.store.getState().view).toBeNull();
    desk.snapshot(before);
    desk.change({ call: null });
    expect(desk.store.getState().view).toEqual({ ...before, call: null });
  });
});
