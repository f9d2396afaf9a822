/** What the statistics of a session say now; counts since its begin. */
export interface Measure { atMs: number; received: number; lost: number; sent: number; jitterMs: number }

/** How the sound flows: packets, what of the last seconds was lost (0 to 1), and since when nothing comes or goes; 0: it does. */
export interface Flow extends Measure { lossShare: number; deafSinceMs: number; dumbSinceMs: number }

export const NO_FLOW: Flow = { atMs: 0, received: 0, lost: 0, sent: 0, jitterMs: 0, lossShare: 0, deafSinceMs: 0, dumbSinceMs: 0 };

const SMOOTH = 0.3;

export function flowStep(before: Flow, now: Measure): Flow {
  const received = Math.max(0, now.received - before.received);
  const lost = Math.max(0, now.lost - before.lost);
  const share = received + lost === 0 ? before.lossShare : lost / (received + lost);
  return {
    ...now,
    lossShare: before.lossShare + SMOOTH * (share - before.lossShare),
    deafSinceMs: since(before.deafSinceMs, now.received > before.received, now.atMs),
    dumbSinceMs: since(before.dumbSinceMs, now.sent > before.sent, now.atMs),
  };
}

function since(beforeMs: number, flows: boolean, nowMs: number): number {
  return flows ? 0 : beforeMs === 0 ? nowMs : beforeMs;
}

export type Quality = 'good' | 'fair' | 'poor' | 'deaf' | 'dumb';

/** Nothing comes for so long: the caller is not heard. */
const SILENT_MS = 4_000;

export function quality(flow: Flow, nowMs: number): Quality {
  if (flow.deafSinceMs > 0 && nowMs - flow.deafSinceMs >= SILENT_MS) {
    return 'deaf';
  }
  if (flow.dumbSinceMs > 0 && nowMs - flow.dumbSinceMs >= SILENT_MS) {
    return 'dumb';
  }
  if (flow.lossShare > 0.08 || flow.jitterMs > 80) {
    return 'poor';
  }
  return flow.lossShare > 0.02 || flow.jitterMs > 30 ? 'fair' : 'good';
}
