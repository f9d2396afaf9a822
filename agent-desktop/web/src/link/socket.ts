import { CLOSED, type ClientFrame, type DeskChange, type DeskView, type Resume, type ServerFrame, type Topic, type WallChange, type WallView } from '../protocol/protocol';
import { backoffMs } from './backoff';
import type { ServerClock } from './clock';

/** What of a WebSocket is used. */
export interface Wire {
  send(text: string): void;
  close(): void;
  onopen: (() => void) | null;
  onmessage: ((text: string) => void) | null;
  onclose: ((code: number) => void) | null;
}

export type LinkState = 'connecting' | 'greeting' | 'live' | 'waiting' | 'refused' | 'closed';

export interface LinkStatus { state: LinkState; sinceMs: number; roundTripMs: number | null; attempt: number }

/** Where the views go. A snapshot replaces all that was known of its topic; a change brings whole sections. */
export interface LinkEvents {
  desk(body: DeskView): void;
  deskChange(body: DeskChange): void;
  wall(body: WallView): void;
  wallChange(body: WallChange): void;
  status(status: LinkStatus): void;
  /** The token is not taken any more, or its role does not open the topic. */
  refused(code: number): void;
}

export interface LinkPlace {
  open(): Wire;
  token(): string | null;
  clock: ServerClock;
  nowMs(): number;
  random?: () => number;
}

/** With no answer to a ping for so long, the line is dead though nobody said so. */
export const SILENT_MS = 6_000;
export const PING_EVERY_MS = 2_000;
/** Who asks for more than the timers' own pace slept: a laptop that was shut. */
const SLEPT_MS = 15_000;
/** Of so many pings the middle one counts: a machine that was busy for a moment is no slow network. */
const TRIPS = 5;
/** Nobody closed it: it is dead. */
const SILENT = 0;
const GREETING_WITHIN_MS = 8_000;
const REFUSALS: ReadonlySet<number> = new Set([CLOSED.token, CLOSED.role]);

/**
 * The desk's socket: says hello, keeps count, comes back after a gap with what it saw last, and measures the way there and back. It never
 * gives up; a gap in the count is mended by a new hello, so that no view is ever built of half a story.
 */
export class EventLink {
  private wire: Wire | null = null;
  private state: LinkState = 'closed';
  private sinceMs = 0;
  private attempt = 0;
  private resume: Resume | null = null;
  private roundTripMs: number | null = null;
  private pingSent = new Map<number, number>();
  private pings = 0;
  private trips: number[] = [];
  private openedMs = 0;
  private beatMs = 0;
  private beat: ReturnType<typeof setInterval> | null = null;
  private retry: ReturnType<typeof setTimeout> | null = null;
  private phoneHere: boolean | null = null;

  private readonly place: LinkPlace;
  private readonly topics: () => Topic[];
  private readonly events: LinkEvents;

  constructor(place: LinkPlace, topics: () => Topic[], events: LinkEvents) {
    this.place = place;
    this.topics = topics;
    this.events = events;
  }

  open(): void {
    if (this.state !== 'closed' && this.state !== 'refused') {
      return;
    }
    this.beat ??= setInterval(() => this.tick(), PING_EVERY_MS);
    this.beatMs = this.place.nowMs();
    this.connect();
  }

  close(): void {
    if (this.beat !== null) {
      clearInterval(this.beat);
      this.beat = null;
    }
    this.forgetRetry();
    this.drop();
    this.resume = null;
    this.become('closed');
  }

  /** The network is another one, or is there again: do not wait for the next attempt, nor for one that began before. */
  hurry(): void {
    if (this.state === 'live') {
      this.ping();
    } else if (this.state !== 'closed' && this.state !== 'refused') {
      this.attempt = 0;
      this.connect();
    }
  }

  /** There is no network: nobody waits for an answer over it. */
  away(): void {
    if (this.wire !== null) {
      this.lost(this.wire, SILENT);
    }
  }

  /** Says whether this page is the agent's phone, now and after every gap. */
  phone(here: boolean): void {
    if (this.phoneHere === here || (this.phoneHere === null && !here)) {
      return;
    }
    this.phoneHere = here;
    if (this.state === 'live') {
      this.send({ v: 1, type: 'phone', here });
    }
  }

  /** Says it once more: another browser may have taken the phone meanwhile. */
  phoneAgain(): void {
    this.phoneHere = null;
    this.phone(true);
  }

  status(): LinkStatus {
    return { state: this.state, sinceMs: this.sinceMs, roundTripMs: this.roundTripMs, attempt: this.attempt };
  }

  private connect(): void {
    this.forgetRetry();
    this.drop();
    const token = this.place.token();
    if (token === null) {
      this.refuse(CLOSED.token);
      return;
    }
    this.become('connecting');
    const wire = this.place.open();
    this.wire = wire;
    this.openedMs = this.place.nowMs();
    wire.onopen = () => this.greet(wire, token);
    wire.onmessage = (text) => this.heard(wire, text);
    wire.onclose = (code) => this.lost(wire, code);
  }

  private greet(wire: Wire, token: string): void {
    if (wire !== this.wire) {
      return;
    }
    this.become('greeting');
    this.send({ v: 1, type: 'hello', token, topics: this.topics(), ...(this.resume ? { resume: this.resume } : {}) });
  }

  private heard(wire: Wire, text: string): void {
    if (wire !== this.wire) {
      return;
    }
    const frame = JSON.parse(text) as ServerFrame;
    this.place.clock.heard(frame.at_ms);
    switch (frame.type) {
      case 'pong':
        this.measured(frame.body.n);
        return;
      case 'problem':
        return;
      case 'welcome':
        if (!frame.body.resumed || this.resume === null) {
          this.resume = { session: frame.body.session, seq: frame.seq };
        }
        this.live();
        return;
      case 'snapshot':
      case 'change':
        if (this.follows(frame)) {
          this.hand(frame);
        }
    }
  }

  /** Whether nothing is missing before it. Of what came already nothing is made twice. */
  private follows(frame: ServerFrame): boolean {
    if (this.resume === null || frame.seq <= this.resume.seq) {
      return false;
    }
    if (frame.seq > this.resume.seq + 1) {
      this.connect();
      return false;
    }
    this.resume.seq = frame.seq;
    return true;
  }

  private hand(frame: ServerFrame & { type: 'snapshot' | 'change' }): void {
    if (frame.type === 'snapshot') {
      if (frame.topic === 'desk') {
        this.events.desk(frame.body);
      } else {
        this.events.wall(frame.body);
      }
    } else if (frame.topic === 'desk') {
      this.events.deskChange(frame.body);
    } else {
      this.events.wallChange(frame.body);
    }
  }

  private live(): void {
    if (this.state === 'live') {
      return;
    }
    this.attempt = 0;
    this.become('live');
    if (this.phoneHere !== null) {
      this.send({ v: 1, type: 'phone', here: this.phoneHere });
    }
    this.ping();
  }

  private refuse(code: number): void {
    this.drop();
    this.resume = null;
    this.become('refused');
    this.events.refused(code);
  }

  private lost(wire: Wire, code: number): void {
    if (wire !== this.wire) {
      return;
    }
    if (REFUSALS.has(code)) {
      this.refuse(code);
      return;
    }
    this.drop();
    this.become('waiting');
    this.retry = setTimeout(() => this.connect(), backoffMs(this.attempt++, this.place.random));
  }

  private tick(): void {
    const now = this.place.nowMs();
    const slept = now - this.beatMs > SLEPT_MS;
    this.beatMs = now;
    if (slept) {
      this.place.clock.forget();
    }
    if (this.state === 'waiting' && slept) {
      this.hurry();
      return;
    }
    if (this.wire !== null && this.dead(now)) {
      this.lost(this.wire, SILENT);
    } else if (this.state === 'live') {
      this.ping();
    }
  }

  /** A hidden page's timers may be minutes apart: only a ping that was sent and not answered counts. */
  private dead(now: number): boolean {
    if (this.state !== 'live') {
      return now - this.openedMs > GREETING_WITHIN_MS;
    }
    const [oldest] = this.pingSent.values();
    return oldest !== undefined && now - oldest > SILENT_MS;
  }

  private ping(): void {
    const n = ++this.pings;
    this.pingSent.set(n, this.place.nowMs());
    this.send({ v: 1, type: 'ping', n });
  }

  private measured(n: number): void {
    const sent = this.pingSent.get(n);
    if (sent === undefined) {
      return;
    }
    this.pingSent.clear();
    this.trips = [...this.trips, this.place.nowMs() - sent].slice(-TRIPS);
    this.roundTripMs = median(this.trips);
    this.events.status(this.status());
  }

  private send(frame: ClientFrame): void {
    this.wire?.send(JSON.stringify(frame));
  }

  private drop(): void {
    const wire = this.wire;
    this.wire = null;
    this.pingSent.clear();
    this.roundTripMs = null;
    this.trips = [];
    if (wire !== null) {
      wire.onopen = wire.onmessage = wire.onclose = null;
      wire.close();
    }
  }

  private forgetRetry(): void {
    if (this.retry !== null) {
      clearTimeout(this.retry);
      this.retry = null;
    }
  }

  private become(state: LinkState): void {
    if (this.state !== state) {
      this.state = state;
      this.sinceMs = this.place.nowMs();
      this.events.status(this.status());
    }
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;
}
