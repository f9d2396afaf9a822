import { QueryClient } from '@tanstack/react-query';
import { Drafts } from '../agent/draft';
import { Work } from '../agent/work';
import { Desk, Wall } from '../agent/desk';
import { Commands } from '../agent/commands';
import { BrowserPhone } from '../call/browserPhone';
import { Devices } from '../call/devices';
import { GateReport } from '../call/gateReport';
import { Ringer } from '../call/ringer';
import { PhoneSeat } from '../call/seat';
import { Softphone } from '../call/softphone';
import { Customers } from '../customer/customers';
import { ServerClock } from '../link/clock';
import { Problem, Rest } from '../link/rest';
import { Sessions } from '../link/session';
import { EventLink } from '../link/socket';
import { linkStatusStore } from '../link/status';
import { openWire } from '../link/wire';
import { Supervision } from '../queue/supervision';
import type { Place } from './place';

const TRIES = 2;

/** Puts together what the page stands on, and opens the socket as long as somebody is logged in. */
export function makePlace(language: () => string): Place {
  const sessions = new Sessions(localStorage);
  const rest = new Rest({ token: () => sessions.token(), language, refused: () => sessions.end(true) });
  const clock = new ServerClock();
  const desk = new Desk();
  const wall = new Wall();
  const linkStatus = linkStatusStore();
  const supervises = () => ['supervisor', 'admin'].includes(sessions.store.getState().session?.role ?? '');
  const link = new EventLink(
    { open: () => openWire('/api/events'), token: () => sessions.token(), clock, nowMs: () => Date.now() },
    () => (supervises() ? ['desk', 'wall'] : ['desk']),
    {
      desk: (body) => desk.snapshot(body),
      deskChange: (body) => desk.change(body),
      wall: (body) => wall.snapshot(body),
      wallChange: (body) => wall.change(body),
      status: (status) => linkStatus.setState(status),
      refused: () => sessions.end(true),
    });
  const queries = new QueryClient({
    defaultOptions: { queries: { retry: (count, why) => count < TRIES && !(why instanceof Problem && why.status >= 400), staleTime: 15_000, refetchOnWindowFocus: false } },
  });
  const devices = new Devices();
  const phone = new BrowserPhone(rest, () => sessions.token(), devices, () => {
    const call = desk.store.getState().view?.call;
    return call != null && (call.direction === 'out' || call.state === 'talking' || call.state === 'held');
  });
  const seat = new PhoneSeat(navigator.locks, 'switchboard.phone');
  const softphone = new Softphone({ phone, seat, desk, link, devices, ringer: new Ringer(), keep: localStorage, tab: sessionStorage });
  const gateReport = new GateReport({ rest, phone, devices, softphone, link: linkStatus });
  let within = false;
  const follow = () => {
    const inside = sessions.token() !== null;
    if (inside !== within) {
      within = inside;
      if (inside) {
        softphone.open();
        gateReport.open();
      } else {
        gateReport.close();
        softphone.close();
      }
    }
    if (!inside) {
      link.close();
      desk.forget();
      wall.forget();
      queries.clear();
    } else {
      link.open();
    }
  };
  sessions.store.subscribe(follow);
  window.addEventListener('storage', () => sessions.read());
  window.addEventListener('offline', () => {
    link.away();
    phone.away();
  });
  window.addEventListener('online', () => {
    link.hurry();
    phone.hurry();
  });
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && link.hurry());
  follow();
  return {
    sessions, rest, clock, desk, wall, link, linkStatus, queries, devices, phone, seat, softphone,
    commands: new Commands(rest), work: new Work(rest), drafts: new Drafts(localStorage), customers: new Customers(rest), supervision: new Supervision(rest),
  };
}
