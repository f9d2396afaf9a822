import { describe, expect, it } from 'vitest';
import type { ListeningView } from '../protocol/protocol';
import { endedBySomebodyElse } from './listening';

const view = (change: Partial<ListeningView>): ListeningView =>
  ({ call: 'c1', agent: 'anna', agent_name: 'Anna', mode: 'listen', state: 'joined', since_ms: 1, ending: null, ...change });

describe('listening', () => {
  it('whenTheTalkIsOver_orHisPhoneDidNotAnswer_thenHeIsTold', () => {
    expect(endedBySomebodyElse(view({}), view({ state: 'over', ending: 'talk_over' }))).toBe('talk_over');
    expect(endedBySomebodyElse(view({ state: 'ringing' }), view({ state: 'over', ending: 'not_answered' }))).toBe('not_answered');
  });

  it('whenHeEndedItHimself_orItWasOverAlready_thenHeIsNot', () => {
    expect(endedBySomebodyElse(view({}), view({ state: 'over', ending: 'left' }))).toBeNull();
    expect(endedBySomebodyElse(view({}), view({ state: 'over', ending: 'took_over' }))).toBeNull();
    expect(endedBySomebodyElse(view({ state: 'over', ending: 'talk_over' }), view({ state: 'over', ending: 'talk_over' }))).toBeNull();
    expect(endedBySomebodyElse(null, view({ state: 'over', ending: 'talk_over' }))).toBeNull();
    expect(endedBySomebodyElse(view({}), view({ mode: 'barge' }))).toBeNull();
  });
});
