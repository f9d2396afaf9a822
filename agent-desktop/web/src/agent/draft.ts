import { createStore } from 'zustand/vanilla';
import type { WrapUp } from './commands';

/** What an agent has written of a call so far. */
export interface Draft {
  code: string | null;
  note: string;
  followUp: string;
  dueAtMs: number | null;
  callback: boolean;
}

export const EMPTY: Draft = { code: null, note: '', followUp: '', dueAtMs: null, callback: false };

interface Keep { getItem(key: string): string | null; setItem(key: string, value: string): void; removeItem(key: string): void }

const key = (call: string) => `switchboard.draft.${call}`;

/** Drafts outlive a reload: nothing that was typed of a call is lost before it is sent. */
export class Drafts {
  readonly store = createStore<Record<string, Draft>>(() => ({}));
  private readonly keep: Keep;

  constructor(keep: Keep) {
    this.keep = keep;
  }

  of(call: string): Draft {
    const known = this.store.getState()[call];
    if (known !== undefined) {
      return known;
    }
    try {
      return { ...EMPTY, ...(JSON.parse(this.keep.getItem(key(call)) ?? '{}') as Partial<Draft>) };
    } catch {
      return EMPTY;
    }
  }

  put(call: string, part: Partial<Draft>): void {
    const draft = { ...this.of(call), ...part };
    this.keep.setItem(key(call), JSON.stringify(draft));
    this.store.setState({ [call]: draft });
  }

  /** It was sent. */
  done(call: string): void {
    this.keep.removeItem(key(call));
    this.store.setState({ [call]: EMPTY });
  }
}

/** What of a draft is sent of the call itself: nothing that is empty. */
export function wrapUpOf(draft: Draft, done: boolean, nowMs: number): WrapUp {
  return {
    ...(draft.code === null ? {} : { code: draft.code }),
    ...(draft.note.trim() === '' ? {} : { note: draft.note.trim() }),
    ...(draft.callback ? { call_back_at_ms: draft.dueAtMs ?? nowMs } : {}),
    done,
  };
}

/** Whether there is anything to send. */
export function written(draft: Draft): boolean {
  return draft.code !== null || draft.note.trim() !== '' || draft.followUp.trim() !== '' || draft.callback;
}

/** What is promised to the customer with it, or null. */
export function promiseOf(draft: Draft): { title: string; due_at_ms?: number } | null {
  const title = draft.followUp.trim();
  return title === '' ? null : draft.dueAtMs === null ? { title } : { title, due_at_ms: draft.dueAtMs };
}
