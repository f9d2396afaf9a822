import { createStore } from 'zustand/vanilla';
import type { Desk } from '../agent/desk';
import type { EventLink } from '../link/socket';
import type { BrowserPhone } from './browserPhone';
import type { Devices } from './devices';
import { NO_FLOW } from './flow';
import type { EchoResult } from './gate';
import type { Ringer } from './ringer';
import type { PhoneSeat } from './seat';

export interface Parts {
  phone: BrowserPhone;
  seat: PhoneSeat;
  desk: Desk;
  link: EventLink;
  devices: Devices;
  ringer: Ringer;
  /** Of this browser. */
  keep: Keep;
  /** Of this tab. */
  tab: Keep;
}

/** Where it is kept that this browser is the phone, over a reload. */
export interface Keep { getItem(key: string): string | null; setItem(key: string, value: string): void; removeItem(key: string): void }

const KEY = 'switchboard.phone';
const HEARD_KEY = 'switchboard.heard';

const ECHO_FOR_MS = 8_000;
const ECHO_LOOK_MS = 200;
/** Beyond the tone of 1.5 s that comes first: what is sent back comes only of what was sent. */
const HEARD_PACKETS = 130;

/** Brings together seat, phone and desk: which window rings, when it rings, and whether one hears and is heard. */
export class Softphone {
  readonly echo;
  private readonly parts: Parts;
  private undo: (() => void)[] = [];
  /** The server was told that this page is the phone. */
  private claimed = false;

  constructor(parts: Parts) {
    this.parts = parts;
    this.echo = createStore<{ result: EchoResult }>(() => ({ result: parts.tab.getItem(HEARD_KEY) === null ? 'not_yet' : 'heard' }));
  }

  open(): void {
    const { phone, seat, desk, devices } = this.parts;
    this.undo = [
      seat.store.subscribe(() => this.follow()),
      desk.store.subscribe(() => this.follow()),
      phone.store.subscribe(() => {
        this.ring();
        this.tryDue();
      }),
      phone.talk.store.subscribe(({ flow }) => {
        if (flow !== NO_FLOW && flow.received > HEARD_PACKETS && flow.sent > HEARD_PACKETS) {
          this.heard();
        }
      }),
      devices.store.subscribe((now, before) => {
        if (now.choice.microphone !== before.choice.microphone || now.choice.speaker !== before.choice.speaker) {
          this.forgetHeard();
        }
        this.follow();
      }),
    ];
    seat.sit();
    this.follow();
  }

  close(): void {
    this.undo.forEach((stop) => stop());
    this.undo = [];
    this.parts.seat.leave();
    this.parts.phone.stop();
    this.parts.ringer.stop();
    this.parts.link.phone(false);
    this.parts.keep.removeItem(KEY);
    this.claimed = false;
    this.forgetHeard();
  }

  /** Makes this window the phone, whoever was it before. */
  takeHere(): void {
    this.parts.phone.stop();
    this.parts.seat.take();
    this.parts.keep.setItem(KEY, 'here');
    this.claimed = true;
    this.parts.link.phoneAgain();
  }

  /** Calls the echo and listens whether sound comes back. */
  async tryEcho(): Promise<void> {
    const { phone } = this.parts;
    if (this.echo.getState().result === 'running') {
      return;
    }
    this.echo.setState({ result: 'running' });
    if (!phone.echo()) {
      this.echo.setState({ result: 'failed' });
      return;
    }
    const received = () => phone.talk.store.getState().flow.received;
    const until = Date.now() + ECHO_FOR_MS;
    while (Date.now() < until && received() < HEARD_PACKETS) {
      await new Promise((resolve) => setTimeout(resolve, ECHO_LOOK_MS));
    }
    const began = phone.store.getState().session === 'talking';
    if (received() >= HEARD_PACKETS) {
      this.heard();
    } else {
      this.echo.setState({ result: began ? 'silent' : 'failed' });
    }
    phone.drop();
  }

  /** Sound went both ways in this tab: a reload need not try it again, another microphone must. */
  private heard(): void {
    if (this.echo.getState().result !== 'heard') {
      this.parts.tab.setItem(HEARD_KEY, 'yes');
      this.echo.setState({ result: 'heard' });
    }
  }

  private forgetHeard(): void {
    this.parts.tab.removeItem(HEARD_KEY);
    this.echo.setState({ result: 'not_yet' });
  }

  private follow(): void {
    const { seat, phone, link, devices } = this.parts;
    const mine = seat.store.getState().seat === 'here' && this.claims();
    // Who cannot be heard is not registered, and so not offered a call.
    if (mine && devices.store.getState().permission === 'granted') {
      phone.start();
    } else if (phone.store.getState().registration !== 'off' && phone.store.getState().session === 'none') {
      phone.stop();
    }
    link.phone(mine);
    this.ring();
    this.tryDue();
  }

  /** Who is at work and was not heard in this tab yet is heard now: until then he is offered no call, though he may be ready from before. */
  private tryDue(): void {
    const { phone, desk } = this.parts;
    const { registration, session } = phone.store.getState();
    const view = desk.store.getState().view;
    const atWork = view !== null && view.me.state !== 'signed_out' && view.call === null;
    if (atWork && registration === 'registered' && session === 'none' && this.echo.getState().result === 'not_yet') {
      void this.tryEcho();
    }
  }

  /**
   * Whether this browser is to be the phone: where no other is, or where it was the phone before a reload and the server has not noticed yet.
   * One that is taken over after it said so gives way.
   */
  private claims(): boolean {
    const place = this.parts.desk.store.getState().view?.phone;
    if (place?.kind !== 'browser') {
      return false;
    }
    if (place.elsewhere && (this.claimed || this.parts.keep.getItem(KEY) === null)) {
      this.claimed = false;
      this.parts.keep.removeItem(KEY);
      return false;
    }
    this.claimed ||= !place.elsewhere;
    this.parts.keep.setItem(KEY, 'here');
    return true;
  }

  /** Rings as long as the phone does; with a phone of one's own, that rings itself. */
  private ring(): void {
    const { phone, ringer, devices } = this.parts;
    if (phone.store.getState().session === 'ringing') {
      const { choice } = devices.store.getState();
      void ringer.start(choice.ringer, choice.ringVolume);
    } else {
      ringer.stop();
    }
  }
}
