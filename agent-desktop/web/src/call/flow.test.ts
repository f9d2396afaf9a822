import { describe, expect, it } from 'vitest';
import { NO_FLOW, flowStep, quality, type Flow } from './flow';
import { loudness } from './level';

const seconds = (count: number, each: (s: number) => { received: number; sent: number; lost?: number; jitterMs?: number }): Flow => {
  let flow = NO_FLOW;
  for (let s = 1; s <= count; s++) {
    flow = flowStep(flow, { atMs: s * 1000, lost: 0, jitterMs: 5, ...each(s) });
  }
  return flow;
};

describe('flow', () => {
  it('whenSoundFlowsBothWays_thenItIsGood', () => {
    expect(quality(seconds(10, (s) => ({ received: s * 50, sent: s * 50 })), 10_000)).toBe('good');
  });

  it('whenNothingIsHeardForSeconds_thenItIsDeaf', () => {
    const flow = seconds(10, (s) => ({ received: Math.min(s, 5) * 50, sent: s * 50 }));
    expect(quality(flow, 10_000)).toBe('deaf');
    expect(quality(flow, 8_000)).toBe('good');
  });

  it('whenNothingIsSent_thenItIsDumb', () => {
    expect(quality(seconds(10, (s) => ({ received: s * 50, sent: 0 })), 10_000)).toBe('dumb');
  });

  it('whenItFlowsAgain_thenItIsGoodAgain', () => {
    expect(quality(seconds(20, (s) => ({ received: (s < 10 ? 1 : s) * 50, sent: s * 50 })), 20_000)).toBe('good');
  });

  it('whenPacketsAreLost_thenItIsPoor', () => {
    expect(quality(seconds(20, (s) => ({ received: s * 40, sent: s * 50, lost: s * 10 })), 20_000)).toBe('poor');
  });

  it('whenItIsLoud_thenTheMeterIsFull', () => {
    expect(loudness(new Float32Array(64).fill(1))).toBe(1);
    expect(loudness(new Float32Array(64))).toBe(0);
    expect(loudness(new Float32Array(64).fill(0.1))).toBeCloseTo(2 / 3, 1);
  });
});
