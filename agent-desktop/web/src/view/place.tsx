import type { QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Commands } from '../agent/commands';
import type { Drafts } from '../agent/draft';
import type { Work } from '../agent/work';
import type { Desk, Wall } from '../agent/desk';
import type { BrowserPhone } from '../call/browserPhone';
import type { Devices } from '../call/devices';
import type { PhoneSeat } from '../call/seat';
import type { Softphone } from '../call/softphone';
import type { Customers } from '../customer/customers';
import type { Supervision } from '../queue/supervision';
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
  commands: Commands;
  work: Work;
  drafts: Drafts;
  customers: Customers;
  supervision: Supervision;
  devices: Devices;
  phone: BrowserPhone;
  seat: PhoneSeat;
  softphone: Softphone;
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
