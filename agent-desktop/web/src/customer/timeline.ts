import type { TimelineEntry } from '../protocol/protocol';

/** What happened in one interaction, or at one time. */
export interface TimelineGroup { call: string | null; atMs: number; entries: TimelineEntry[] }

/** An interaction's entries together, in their own order; interactions the newest first. */
export function grouped(entries: readonly TimelineEntry[]): TimelineGroup[] {
  const groups: TimelineGroup[] = [];
  const byCall = new Map<string, TimelineGroup>();
  for (const entry of entries) {
    const known = entry.call === null ? undefined : byCall.get(entry.call);
    if (known !== undefined) {
      known.entries.push(entry);
      known.atMs = Math.min(known.atMs, entry.at_ms);
    } else {
      const group = { call: entry.call, atMs: entry.at_ms, entries: [entry] };
      groups.push(group);
      if (entry.call !== null) {
        byCall.set(entry.call, group);
      }
    }
  }
  groups.forEach((group) => group.entries.sort((a, b) => a.at_ms - b.at_ms));
  return groups.sort((a, b) => b.atMs - a.atMs);
}
