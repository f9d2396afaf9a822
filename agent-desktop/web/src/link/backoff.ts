const FIRST_MS = 250;
const MOST_MS = 8_000;

/** How long to wait before the next attempt: twice as long each time, never the same for a thousand pages at once. */
export function backoffMs(attempt: number, random: () => number = Math.random): number {
  const most = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  return Math.round(most / 2 + random() * (most / 2));
}
