import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LinkStatus } from './socket';

export type LinkStatusStore = StoreApi<LinkStatus>;

export function linkStatusStore(): LinkStatusStore {
  return createStore<LinkStatus>(() => ({ state: 'closed', sinceMs: 0, roundTripMs: null, attempt: 0 }));
}
