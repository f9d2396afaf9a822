import type { ListenEnding, ListeningView, ListenMode } from '../protocol/protocol';

export const LISTEN_MODES: readonly ListenMode[] = ['listen', 'whisper', 'barge'];

/** Why it ended just now, where that was not his own doing; else null. */
export function endedBySomebodyElse(before: ListeningView | null, now: ListeningView | null): ListenEnding | null {
  const ended = before !== null && before.state !== 'over' && now?.state === 'over' ? now.ending : null;
  return ended === 'left' || ended === 'took_over' ? null : ended;
}
