import type { QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Desk, Wall } from '../agent/desk';
import type { ServerClock } from '../link/clock';
import type { Rest } from '../link/rest';
import type { Session, Sessions } from '../link/session';
import type { EventLink } from '../link/socket';
import type { LinkStatusStore } from '../link/status';
import type { DeskView } from '../protocol/protocol';

/** All that views stand on; made once, in main.tsx. */
export interface Place {
  sessions: Sessions;
  rest: Rest;
  clock: ServerClock;
  desk: Desk;
  wall: Wall;
  link: EventLink;
  linkStatus: LinkStatusStore;
  queries: QueryClient;
}

const PlaceContext = createContext<Place | null>(null);

export const PlaceProvider = PlaceContext.Provider;

export function usePlace(): Place {
  const place = useContext(PlaceContext);
  if (place === null) {
    throw new Error('outside of PlaceProvider');
  }
  return place;
}

export function useSession(): Session | null {
  return useStore(usePlace().sessions.store, (state) => state.session);
}

/** A part of the desk's view; undefined until the first snapshot. */
export function useDesk<T>(select: (view: DeskView) => T): T | undefined {
  return useStore(usePlace().desk.store, (state) => (state.view === null ? undefined : select(state.view)));
}
