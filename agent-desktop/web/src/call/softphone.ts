import { createStore } from 'zustand/vanilla';
import type { Desk } from '../agent/desk';
import type { EventLink } from '../link/socket';
import type { BrowserPhone } from './browserPhone';
import type { Devices } from './devices';
import type { EchoResult } from './gate';
import type { Ringer } from './ringer';
import type { PhoneSeat } from './seat';

export interface Parts { phone: BrowserPhone; seat: PhoneSeat; desk: Desk; link: EventLink; devices: Devices; ringer: Ringer }

const ECHO_FOR_MS = 6_000;
const ECHO_LOOK_MS = 200;
/** What an echo brings back of one's own voice, or of the comfort noise in it. */
const HEARD_PACKETS = 40;

/** Brings together seat, phone and desk: which window rings, when it rings, and whether one hears and is heard. */
export class Softphone {
  readonly echo = createStore<{ result: EchoResult }>(() => ({ result: 'not_yet' }));
  private readonly parts: Parts;
  private undo: (() => void)[] = [];

  constructor(parts: Parts) {
    this.parts = parts;
  }

  open(): void {
    const { phone, seat, desk } = this.parts;
    this.undo = [seat.store.subscribe(() => this.follow()), desk.store.subscribe(() => this.follow()), phone.store.subscribe(() => this.ring())];
    seat.sit();
    this.follow();
  }

  close(): void {
    this.undo.forEach((stop) => stop());
    this.undo = [];
    this.parts.seat.leave();
    this.parts.phone.stop();
    this.parts.ringer.stop();
    this.echo.setState({ result: 'not_yet' });
  }

  /** Makes this window the phone, whoever was it before. */
  takeHere(): void {
    this.parts.seat.take();
    this.parts.phone.stop();
    this.follow();
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
    this.echo.setState({ result: received() >= HEARD_PACKETS ? 'heard' : began ? 'silent' : 'failed' });
    phone.drop();
  }

  private follow(): void {
    const { seat, phone, desk, link } = this.parts;
    const place = desk.store.getState().view?.phone;
    const here = seat.store.getState().seat === 'here';
    if (place?.kind === 'browser' && here) {
      phone.start();
    } else if (place !== undefined && phone.store.getState().registration !== 'off' && phone.store.getState().session === 'none') {
      phone.stop();
    }
    link.phone(here && place?.kind === 'browser');
    this.ring();
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
