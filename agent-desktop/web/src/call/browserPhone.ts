import type { UA } from 'jssip';
import { createStore } from 'zustand/vanilla';
import type { Rest } from '../link/rest';
import { backoffMs } from '../link/backoff';
import type { Devices } from './devices';
import { OFF, asksToBeTaken, phoneStep, type PhoneEvent, type PhoneState } from './phoneState';
import { PhoneSocket } from './phoneSocket';
import { Rescue } from './rescue';
import { Talk, type InvitedSession } from './talk';
import { awaitWay, hasWay } from './ways';

/** Of this session; older ones of the same agent die with it. */
export interface Credentials { session: string; endpoint: string; secret: string; path: string; realm: string; uri: string; check: string }

interface NewSession { originator: string; session: InvitedSession; request: { getHeader(name: string): string | undefined } }

const REGISTER_EVERY_S = 120;
const EXPECTED_FOR_MS = 20_000;
const BUSY_HERE = 486;
/** Of the time that a test of the sound has. */
const WAY_WITHIN_MS = 4_000;

/** The phone in this page: JsSIP over the platform's own socket. It takes calls; everything else about them is the server's to do. */
export class BrowserPhone {
  readonly store = createStore<PhoneState>(() => OFF);
  readonly talk: Talk;
  private ua: UA | null = null;
  private credentials: Credentials | null = null;
  private socket: PhoneSocket | null = null;
  private session: InvitedSession | null = null;
  private rescue: Rescue | null = null;
  private wanted = false;
  private attempt = 0;
  private retry: ReturnType<typeof setTimeout> | null = null;
  private expectedUntilMs = 0;
  private readonly rest: Rest;
  private readonly token: () => string | null;
  private readonly ownDoing: () => boolean;

  /** @param ownDoing whether what rings now is known to be his own: he dials, or the call comes back to him after a gap */
  constructor(rest: Rest, token: () => string | null, devices: Devices, ownDoing: () => boolean) {
    this.rest = rest;
    this.token = token;
    this.ownDoing = ownDoing;
    this.talk = new Talk(devices);
  }

  /** Registers, and again whenever that is lost, until {@link stop}. */
  start(): void {
    if (!this.wanted) {
      this.wanted = true;
      void this.connect();
    }
  }

  stop(): void {
    this.wanted = false;
    this.forgetRetry();
    this.end();
    this.become({ type: 'stopped' });
  }

  /** There is no network. */
  away(): void {
    this.socket?.lost();
  }

  /** The network is there again, or is another one: what began over the one before is not waited for. */
  hurry(): void {
    if (this.retry !== null && this.session === null) {
      this.renew('connection');
    } else if (this.ua !== null) {
      this.socket?.lost();
      (this.ua as unknown as { transport: { connect(): void } }).transport.connect();
    }
  }

  /** The agent dials, or a call of his is offered back: what rings next is his own doing. */
  expect(nowMs = Date.now()): void {
    this.expectedUntilMs = nowMs + EXPECTED_FOR_MS;
  }

  async answer(): Promise<void> {
    const session = this.session;
    if (session === null || this.store.getState().session === 'talking') {
      return;
    }
    this.become({ type: 'answer' });
    await this.talk.answer(session);
  }

  /** Refuses or ends it in this phone alone; only where the server cannot be asked. */
  drop(): void {
    this.session?.terminate(this.store.getState().session === 'talking' ? {} : { status_code: BUSY_HERE });
  }

  mute(muted: boolean): void {
    this.talk.mute(muted);
    this.become({ type: 'mute', muted });
  }

  /** Calls the place that says back what it hears. */
  echo(): boolean {
    if (this.ua === null || this.credentials === null || this.session !== null) {
      return false;
    }
    this.expect();
    const target = this.credentials.check;
    void this.tryOut(target).catch(() => undefined);
    return true;
  }

  private async tryOut(target: string): Promise<void> {
    const mediaStream = await this.talk.microphone();
    await awaitWay(WAY_WITHIN_MS);
    this.ua?.call(target, { mediaStream, pcConfig: { iceServers: [] }, mediaConstraints: { audio: true, video: false } });
  }

  private async connect(): Promise<void> {
    this.forgetRetry();
    this.become({ type: 'started' });
    try {
      const [{ UA: Agent }, credentials] = await Promise.all([import('jssip'), this.rest.post<Credentials>('/api/me/phone')]);
      if (!this.wanted) {
        return;
      }
      this.credentials = credentials;
      const url = new URL(credentials.path, window.location.href);
      url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
      this.socket = new PhoneSocket(url.href, this.token, credentials.session, () => this.taken());
      const ua = new Agent({
        sockets: [{ socket: this.socket, weight: 0 }] as never,
        uri: credentials.uri,
        authorization_user: credentials.endpoint,
        realm: credentials.realm,
        password: credentials.secret,
        register_expires: REGISTER_EVERY_S,
        session_timers: false,
        connection_recovery_min_interval: 1,
        connection_recovery_max_interval: 8,
        user_agent: 'Switchboard',
      });
      this.ua = ua;
      ua.on('registered', () => this.registered());
      ua.on('registrationFailed', (event: { cause?: string }) => this.failed(event.cause ?? ''));
      ua.on('disconnected', () => this.become({ type: 'failed', cause: 'connection' }));
      ua.on('newRTCSession', (event: unknown) => this.begun(event as NewSession));
      ua.start();
    } catch {
      this.failed('credentials');
    }
  }

  /** Another page is the phone now: this one tries no more until it is asked to. */
  private taken(): void {
    this.wanted = false;
    this.forgetRetry();
    queueMicrotask(() => {
      this.end();
      this.become({ type: 'failed', cause: 'taken' });
    });
  }

  private registered(): void {
    this.attempt = 0;
    this.forgetRetry();
    this.become({ type: 'registered' });
    this.rescue?.again();
  }

  /** The credentials may be no good any more: new ones, after a while. A talk is not cut for it. */
  private failed(cause: string): void {
    this.become({ type: 'failed', cause });
    if (this.wanted && this.retry === null) {
      this.retry = setTimeout(() => this.renew(cause), backoffMs(this.attempt++));
    }
  }

  private renew(cause: string): void {
    this.forgetRetry();
    if (this.session === null) {
      this.end();
      void this.connect();
    } else {
      this.failed(cause);
    }
  }

  private begun({ originator, session, request }: NewSession): void {
    if (this.session !== null && originator === 'local') {
      session.terminate({ status_code: BUSY_HERE });
      return;
    }
    if (this.session !== null) {
      // The platform rings nobody who is in a call: what stands here is the test of the sound, or a call whose end was not heard, for the machine slept.
      const before = this.session;
      this.over(before);
      try {
        before.terminate({});
      } catch {
        // it had ended already
      }
    }
    this.session = session;
    session.on('confirmed', () => {
      this.rescue = new Rescue(session, {
        registered: () => this.store.getState().registration === 'registered', hasWay, moved: () => this.talk.mute(this.store.getState().muted),
      });
      this.become({ type: 'confirmed' });
    });
    session.on('ended', () => this.over(session));
    session.on('failed', () => this.over(session));
    const automatic = originator === 'local' || Date.now() < this.expectedUntilMs || this.ownDoing() || asksToBeTaken((name) => request.getHeader(name));
    this.expectedUntilMs = 0;
    this.become({ type: 'invited', automatic });
    if (originator === 'local') {
      this.talk.follow(session);
    } else if (automatic) {
      void this.talk.answer(session);
    }
  }

  private over(session: InvitedSession): void {
    if (session === this.session) {
      this.session = null;
      this.rescue?.over();
      this.rescue = null;
      this.talk.end();
      this.become({ type: 'over' });
    }
  }

  private end(): void {
    this.ua?.removeAllListeners();
    this.ua?.stop();
    this.ua = null;
    this.socket = null;
    if (this.session !== null) {
      this.over(this.session);
    }
  }

  private forgetRetry(): void {
    if (this.retry !== null) {
      clearTimeout(this.retry);
      this.retry = null;
    }
  }

  private become(event: PhoneEvent): void {
    this.store.setState(phoneStep(this.store.getState(), event));
  }
}
