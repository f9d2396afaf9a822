import { describe, expect, it } from 'vitest';
import { Rest } from '../link/rest';
import type { TimelineEntry, TimelineKind } from '../protocol/protocol';
import { Customers } from './customers';
import { grouped } from './timeline';

const entry = (at_ms: number, call: string | null, kind: TimelineKind): TimelineEntry => ({ at_ms, call, kind, queue: '', by: '', what: 'ended', details: {} });

describe('timeline', () => {
  it('whenACallHasManySteps_thenTheyStandTogetherInTheirOrder', () => {
    const groups = grouped([entry(90, null, 'note'), entry(50, 'c1', 'talk'), entry(40, 'c1', 'queue'), entry(30, 'c1', 'ivr'), entry(10, 'c0', 'call')]);
    expect(groups.map((group) => group.call)).toEqual([null, 'c1', 'c0']);
    expect(groups[1]?.entries.map((one) => one.kind)).toEqual(['ivr', 'queue', 'talk']);
  });
});

describe('search', () => {
  const asked: string[] = [];
  const rest = new Rest({
    token: () => 't', language: () => 'zh', refused: () => undefined,
    fetch: (path) => {
      asked.push(path as string);
      return Promise.resolve(new Response('{"customers":[]}'));
    },
  });

  it('whenLessThanTwoCharactersAreTyped_thenTheServerIsNotAsked', async () => {
    await new Customers(rest).search(' a ');
    await new Customers(rest).search('王');
    expect(asked).toEqual([]);
    await new Customers(rest).search('王芳');
    expect(asked).toEqual([`/api/customers?q=${encodeURIComponent('王芳')}`]);
  });
});
