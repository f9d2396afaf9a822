import { watch } from '../call/spans';
import { useNow } from './now';

/** How long ago, counting; with `until`, how long still. */
export function Since({ ms, until }: { ms: number; until?: number | null }) {
  const now = useNow();
  return <span className="watch" role="timer" aria-live="off">{watch(until == null ? now - ms : until - now)}</span>;
}
