import type { LinkStatusStore } from '../link/status';
import type { Rest } from '../link/rest';
import type { BrowserPhone } from './browserPhone';
import type { Devices } from './devices';
import { SLOW_MS } from './gate';
import type { Softphone } from './softphone';

/** What a page measured of its phone. */
export interface Measured { permission: boolean; microphone: boolean; registration: boolean; round_trip_ms: number; hears: boolean; heard: boolean }

export interface ReportParts { rest: Rest; phone: BrowserPhone; devices: Devices; softphone: Softphone; link: LinkStatusStore }

const AGAIN_MS = 5_000;
const LONGEST_MS = 60_000;

/** Tells the platform what was measured whenever that changes, and anew after each registration: an agent who could not hear is offered no call. */
export class GateReport {
  private told = '';
  private retry: ReturnType<typeof setTimeout> | null = null;
  private undo: (() => void)[] = [];
  private readonly parts: ReportParts;

  constructor(parts: ReportParts) {
    this.parts = parts;
  }

  open(): void {
    const { phone, devices, softphone, link } = this.parts;
    const look = () => this.look();
    this.undo = [phone.store.subscribe(look), devices.store.subscribe(look), softphone.echo.subscribe(look), link.subscribe(look)];
  }

  close(): void {
    this.undo.forEach((stop) => stop());
    this.undo = [];
    this.forgetRetry();
    this.told = '';
  }

  private look(): void {
    const { phone, devices, softphone, link } = this.parts;
    const { roundTripMs } = link.getState();
    if (phone.store.getState().registration !== 'registered') {
      // With its connection the platform forgets what was measured.
      this.told = '';
      this.forgetRetry();
      return;
    }
    const result = softphone.echo.getState().result;
    if (roundTripMs === null || result === 'running') {
      return;
    }
    const allowed = devices.store.getState().permission === 'granted';
    const heard = result === 'heard';
    const measured: Measured = {
      permission: allowed, microphone: allowed, registration: true, round_trip_ms: Math.min(LONGEST_MS, Math.max(0, Math.round(roundTripMs))), hears: heard, heard,
    };
    const what = JSON.stringify({ ...measured, round_trip_ms: measured.round_trip_ms > SLOW_MS });
    if (what !== this.told) {
      this.told = what;
      this.tell(measured);
    }
  }

  private tell(measured: Measured): void {
    this.forgetRetry();
    void this.parts.rest.post('/api/me/gate', measured).catch(() => {
      this.retry = setTimeout(() => {
        this.told = '';
        this.look();
      }, AGAIN_MS);
    });
  }

  private forgetRetry(): void {
    if (this.retry !== null) {
      clearTimeout(this.retry);
      this.retry = null;
    }
  }
}
